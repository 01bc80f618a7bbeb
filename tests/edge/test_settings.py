"""Settings: by environment, complaints in one line without values."""

import pytest

from bot.settings import SettingsError, load_settings

TOKEN = "123456:abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "DATABASE_URL", "HANDSLAG_OWNERS"):
        monkeypatch.delenv(name, raising=False)


def complaint() -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_without_a_token_it_says_so() -> None:
    assert complaint() == "TELEGRAM_BOT_TOKEN is not set"


def test_a_malformed_token_is_refused_and_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "my-secret")
    said = complaint()
    assert said.startswith("TELEGRAM_BOT_TOKEN is not a bot token")
    assert "my-secret" not in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HANDSLAG_OWNERS", "123, anna"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("HANDSLAG_LOG_LEVEL", "LOUD"),
        ("HANDSLAG_WEBHOOK_SECRET", "short"),
        ("HANDSLAG_PORT", "many"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    said = complaint()
    assert said.startswith(name)
    assert value not in said


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("HANDSLAG_PORT", "99999", "HANDSLAG_PORT must be at most 65535"),
        ("HANDSLAG_PORT", "-1", "HANDSLAG_PORT must be at least 0"),
        ("HANDSLAG_WORKERS", "four", "HANDSLAG_WORKERS must be a whole number"),
        ("HANDSLAG_LIMITS", "perhaps", "HANDSLAG_LIMITS must be true or false"),
    ],
)
def test_what_a_setting_must_be_is_said_as_a_person_would(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    assert complaint() == said


def test_owners_are_ids_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("HANDSLAG_OWNERS", "12, 34,")
    assert load_settings().handslag_owners == (12, 34)


def test_a_dot_env_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nHANDSLAG_OWNERS=1\nHANDSLAG_PORT=99\n")
    monkeypatch.setenv("HANDSLAG_OWNERS", "2")
    settings = load_settings()
    assert (settings.handslag_owners, settings.handslag_port) == ((2,), 99)


def test_the_token_is_not_shown_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    settings = load_settings()
    assert TOKEN not in repr(settings)
    assert settings.bot_id == 123456
