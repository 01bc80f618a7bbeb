"""The log: what happened, never what was said. Tokens, phone numbers and message texts do not reach it.

Two habits make that so. Our own lines carry ids, types and counts only. Of an exception the log shows its type and the
places in the code, not its message, since a message may quote what a person wrote. Of a line that a library writes
(from WARNING up) it shows the fixed part, without the values that the library put in.
"""

import logging
import re
import sys
import threading
import traceback
from typing import Any, TextIO

import structlog
from structlog.types import EventDict, Processor

_SECRETS = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{20,}|\+?\d(?:[\s().\-/]?\d){8,}")
_OURS = ("bot", "crm")
_PLACES_SHOWN = 8


def places_of(error: BaseException) -> str:
    """The type of the error and the code it passed through: "KeyError at bot/running/runner.py:12 run > bot/turn.py:9 handle"."""
    frames = traceback.extract_tb(error.__traceback__)[-_PLACES_SHOWN:]
    places = [f"{'/'.join(frame.filename.split('/')[-2:])}:{frame.lineno} {frame.name}" for frame in frames]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    text = type(error).__name__ + (" at " + " > ".join(places) if places else "")
    return f"{text} (from {type(cause).__name__})" if cause else text


def _show_error_places(_: Any, __: str, event: EventDict) -> EventDict:
    """What was given as `error` or `exc_info` becomes the error's type and places."""
    exc_info = event.pop("exc_info", None)
    if exc_info is True:
        exc_info = sys.exc_info()
    error = exc_info[1] if isinstance(exc_info, tuple) else exc_info or event.get("error")
    if isinstance(error, BaseException):
        event["error"] = places_of(error)
    return event


def _keep_the_fixed_part(_: Any, __: str, event: EventDict) -> EventDict:
    """Of a library's line: its template, first line only, with what looks like a secret blotted out."""
    record: logging.LogRecord = event["_record"]
    event["event"] = _SECRETS.sub("***", str(record.msg).partition("\n")[0])
    event["logger"] = record.name
    return event


def set_up_logs(level: str = "INFO", *, as_json: bool = False, stream: TextIO | None = None) -> None:
    """For the whole process. stream: standard error by default."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            _show_error_places,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, _show_error_places, _keep_the_fixed_part],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer()
                if as_json
                else structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in _OURS:
        logging.getLogger(name).setLevel(level)
    sys.excepthook = lambda _, error, __: _log_uncaught(error)
    threading.excepthook = lambda caught: _log_uncaught(caught.exc_value)


def _log_uncaught(error: BaseException | None) -> None:
    if error is not None:
        structlog.get_logger("bot").error("uncaught", error=error)
