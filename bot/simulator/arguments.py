"""The arguments of one API call, from whichever of the Bot API's encodings the client chose."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.simulator.errors import bad_request

Json = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    """A file that came along with the call."""

    content: bytes
    name: str
    mime_type: str | None


@dataclass(frozen=True)
class Arguments:
    """Named values: strings from forms, native values from JSON; an empty string counts as absent."""

    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """A string, empty where absent."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; the default where it is absent or none, as the real server reads it."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def boolean(self, name: str) -> bool:
        """True for true, yes and 1."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def structure(self, name: str, complaint: str) -> Any:
        """An object or array, given as JSON text or natively; None where absent, `complaint` where unreadable."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(complaint) from None

    def upload(self, name: str) -> Upload | None:
        """The file given under this name, directly or by attach://<part>."""
        value = self.text(name)
        return self.uploads.get(value.removeprefix("attach://") if value.startswith("attach://") else name)

    def chat_id(self) -> int | None:
        """The chat_id argument where it is a number (names of public chats are unknown here)."""
        return self.integer("chat_id") or None

    def shown(self) -> Json:
        """For the log: the values, and a file's name in place of its content."""
        return {**self.values, **{name: f"<file {upload.name}>" for name, upload in self.uploads.items()}}


async def read_arguments(request: Request) -> Arguments:
    """Read the query string and the body: JSON, url-encoded or multipart."""
    values: Json = dict(request.query_params)
    if request.method != "POST":
        return Arguments(values)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _read_multipart(request, values)
    body = await request.body()
    if kind == "application/json" and body:
        try:
            given = json.loads(body)
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(given, dict):
            raise bad_request("object expected as parameters")
        return Arguments(values | given)
    return Arguments(values | dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True)))


async def _read_multipart(request: Request, values: Json) -> Arguments:
    uploads = {}
    async with request.form(max_part_size=64 * 1024 * 1024) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                uploads[name] = Upload(await value.read(), value.filename or name, value.content_type)
            else:
                values[name] = value
    return Arguments(values, uploads)
