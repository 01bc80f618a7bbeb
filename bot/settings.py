"""What whoever runs the bot can set, by environment or `.env`. Built once, in cli.py, and passed down."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_TOKEN = r"^\d{3,20}:[A-Za-z0-9_-]{10,100}$"
_SECRET = r"^[A-Za-z0-9_-]{16,256}$"
_WORDS = {
    "missing": "is not set",
    "int_parsing": "must be a whole number",
    "float_parsing": "must be a number",
    "bool_parsing": "must be true or false",
    "less_than_equal": "must be at most {le}",
    "greater_than_equal": "must be at least {ge}",
    "greater_than": "must be more than {gt}",
}
"""Faults that pydantic finds by itself, as the settings' own checks say theirs."""


class SettingsError(Exception):
    """A setting is missing or wrong. Says which and why in one line, never its value."""


class Limits(BaseSettings):
    """Telegram's limits on messages sent; the published ones unless told otherwise."""

    model_config = SettingsConfigDict(env_prefix="HANDSLAG_LIMIT_", env_file=".env", extra="ignore")

    per_second: float = Field(default=30, gt=0, description="Messages a second in all.")
    per_chat: float = Field(default=1, gt=0, description="Messages a second in one chat, in the long run.")
    burst: int = Field(default=3, ge=1, description="Messages at once in a quiet chat.")
    per_group_minute: float = Field(default=20, gt=0, description="Messages a minute in a group.")


class DatabaseSettings(BaseSettings):
    """For commands that need the database and no token."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    database_url: str = Field(default="sqlite:///data/handslag.db", description="sqlite:/// or postgresql://")


class Settings(DatabaseSettings):
    """Every setting, by the name of its environment variable in lower case."""

    telegram_bot_token: SecretStr = Field(description="From @BotFather.")
    telegram_api_url: str = Field(default="https://api.telegram.org", description="Any Bot API server.")
    handslag_owners: Annotated[tuple[int, ...], NoDecode] = Field(
        default=(), description="Telegram user ids, comma-separated: owners of the first workspace."
    )
    handslag_log_level: str = Field(default="INFO", description="DEBUG, INFO, WARNING or ERROR.")
    handslag_log_json: bool = Field(
        default=False, description="One JSON object a line instead of plain lines."
    )
    handslag_webhook_url: str | None = Field(
        default=None, description="For `handslag serve`: the public https:// address of /telegram/…"
    )
    handslag_webhook_secret: SecretStr | None = Field(
        default=None, description="For `handslag serve`: 16 to 256 of A-Z a-z 0-9 _ -"
    )
    handslag_host: str = Field(default="127.0.0.1", description="Where `handslag serve` listens.")
    handslag_port: int = Field(default=8443, ge=0, le=65535)
    handslag_workers: int = Field(default=4, ge=1, le=64, description="Turns at a time, on PostgreSQL.")
    handslag_limits: bool = Field(
        default=True, description="Keep to Telegram's limits; off only for `bench`."
    )
    handslag_backup_folder: Path = Field(default=Path("data/backups"))
    handslag_backup_count: int = Field(
        default=7, ge=0, description="Daily backups to keep; 0: none are made."
    )
    handslag_files: str = Field(
        default="telegram",
        description='Where files are kept besides Telegram: "telegram" (nowhere), "folder:/path", "s3://bucket".',
    )
    limits: Limits = Field(default_factory=Limits)

    @field_validator("telegram_bot_token")
    @classmethod
    def _token_has_its_shape(cls, value: SecretStr) -> SecretStr:
        return _matching(value, _TOKEN, "is not a bot token (123456:ABC…, from @BotFather)")

    @field_validator("handslag_webhook_secret")
    @classmethod
    def _secret_has_its_shape(cls, value: SecretStr | None) -> SecretStr | None:
        return value and _matching(value, _SECRET, "must be 16 to 256 of A-Z a-z 0-9 _ -")

    @field_validator("telegram_api_url", "handslag_webhook_url")
    @classmethod
    def _url_is_http(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("must begin with https:// (or http://)")
        return value and value.rstrip("/")

    @field_validator("handslag_owners", mode="before")
    @classmethod
    def _owners_from_text(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError("must be Telegram user ids, comma-separated")
        return tuple(map(int, parts))

    @field_validator("handslag_log_level")
    @classmethod
    def _level_is_known(cls, value: str) -> str:
        if value.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
        return value.upper()

    @property
    def token(self) -> str:
        return self.telegram_bot_token.get_secret_value()

    @property
    def bot_id(self) -> int:
        """Telegram puts it in front of the token."""
        return int(self.token.partition(":")[0])

    @property
    def webhook_secret(self) -> str | None:
        secret = self.handslag_webhook_secret
        return secret.get_secret_value() if secret else None


def _matching(value: SecretStr, pattern: str, complaint: str) -> SecretStr:
    if not re.match(pattern, value.get_secret_value()):
        raise ValueError(complaint)
    return value


def load_settings(**overrides: object) -> Settings:
    """From the environment and `.env`; overrides by field name. Raises SettingsError, one line for all faults."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError("; ".join(_complaint(fault) for fault in error.errors())) from None


def load_database_url() -> str:
    """Of the settings only this one, from the environment or `.env`."""
    return DatabaseSettings().database_url


def _complaint(fault: ErrorDetails) -> str:
    name = "_".join(str(part) for part in fault["loc"]).upper()
    if fault["type"] in _WORDS:
        return f"{name} {_WORDS[fault['type']].format_map(fault.get('ctx', {}))}"
    return f"{name} {str(fault['msg']).removeprefix('Value error, ')}"
