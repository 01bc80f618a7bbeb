"""The log: no token, no phone number, no message text; not in tracebacks either."""

import io
import json
import logging
import re
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import set_up_logs

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
TEXT = "klaus berger bosch +49 40 2345678"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    made = io.StringIO()
    before = logging.getLogger().handlers[:]
    set_up_logs("DEBUG", as_json=True, stream=made)
    yield made
    logging.getLogger().handlers = before


def fail() -> None:
    raise ValueError(TEXT)


def test_an_error_is_logged_by_type_and_place_and_not_by_value(stream: io.StringIO) -> None:
    try:
        fail()
    except ValueError as error:
        structlog.get_logger("bot.turn").error("turn failed", entry=5, error=error)
    line = json.loads(stream.getvalue())
    assert line["error"].startswith("ValueError at ")
    assert re.search(r"edge/test_logs\.py:\d+ fail", line["error"])
    assert "klaus" not in stream.getvalue()


def test_exception_with_exc_info_keeps_values_out_too(stream: io.StringIO) -> None:
    try:
        fail()
    except ValueError:
        structlog.get_logger("bot.turn").exception("turn failed")
        logging.getLogger("asyncio").exception("Task exception\nfuture: <%s>", TEXT)
    said = stream.getvalue()
    assert said.count("ValueError at ") == 2
    assert "klaus" not in said and "2345678" not in said


def test_libraries_do_not_put_the_token_into_the_log(stream: io.StringIO) -> None:
    url = f"https://api.telegram.org/bot{TOKEN}/getMe"
    for name in ("httpx", "telegram.Bot", "aiohttp.client"):
        logging.getLogger(name).info("HTTP Request: POST %s", url)
        logging.getLogger(name).warning("cannot reach %s", url)
        logging.getLogger(name).warning(f"cannot reach {url}")
    assert TOKEN not in stream.getvalue()
    assert stream.getvalue().count("cannot reach") == 6
    assert "HTTP Request" not in stream.getvalue()


def test_our_own_long_ids_stay_readable(stream: io.StringIO) -> None:
    structlog.get_logger("bot.telegram.send").warning("Telegram asks to wait", chat=5000000001)
    assert json.loads(stream.getvalue())["chat"] == 5000000001


def test_the_level_is_ours_to_set(stream: io.StringIO) -> None:
    set_up_logs("WARNING", stream=stream)
    structlog.get_logger("bot.app").info("quiet")
    structlog.get_logger("bot.app").warning("loud")
    assert "quiet" not in stream.getvalue()
    assert "loud" in stream.getvalue()
