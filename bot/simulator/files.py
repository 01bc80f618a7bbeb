"""Uploaded and sent files: ids, paths, and the size of a picture read from its first bytes."""

import mimetypes
import struct
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from bot.simulator.errors import bad_request

Json = dict[str, Any]

LARGEST_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True)
class StoredFile:
    """One file. `path` is what getFile answers."""

    number: int
    content: bytes
    name: str
    mime_type: str
    path: str

    @property
    def file_id(self) -> str:
        return f"simulated-file-{self.number}"

    @property
    def ids(self) -> Json:
        """The three fields that every kind of file has: file_id, file_unique_id, file_size in bytes."""
        return {
            "file_id": self.file_id,
            "file_unique_id": f"unique-{self.number}",
            "file_size": len(self.content),
        }


class FileStore:
    """All files of the world, in memory."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def add(self, content: bytes, name: str, mime_type: str | None, folder: str) -> StoredFile:
        """Store a file; `folder` is the first part of its path, such as "documents"."""
        number = len(self._files) + 1
        mime_type = mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
        path = f"{folder}/file_{number}{PurePath(name).suffix}"
        stored = StoredFile(number, content, name, mime_type, path)
        self._files[stored.file_id] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile:
        """The file with this id; refuses an unknown one as the real server does."""
        if file_id not in self._files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._files[file_id]

    def by_path(self, path: str) -> StoredFile | None:
        """The file that getFile named with this path."""
        return next((stored for stored in self._files.values() if stored.path == path), None)

    def described(self, file_id: str) -> Json:
        """The File object of getFile; a file of more than 20 MB is refused."""
        if file_id not in self._files:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        stored = self._files[file_id]
        if len(stored.content) > LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        return {**stored.ids, "file_path": stored.path}

    def document(self, content: bytes, name: str, mime_type: str | None) -> Json:
        """Store a file and describe it as a Document."""
        return as_document(self.add(content, name, mime_type, "documents"))

    def photo(self, content: bytes) -> list[Json]:
        """Store a picture and describe it as Telegram does: the same picture in several sizes, smallest first.

        Each size has an id of its own; the bytes of the small one are those of the large one.
        """
        width, height = picture_size(content)
        sizes = []
        for scale in dict.fromkeys((min(1.0, 90 / max(width, height)), 1.0)):
            stored = self.add(content, "photo.jpg", "image/jpeg", "photos")
            size = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
            sizes.append({**stored.ids, **size})
        return sizes


def as_document(stored: StoredFile) -> Json:
    """The Document object of a stored file."""
    return {**stored.ids, "file_name": stored.name, "mime_type": stored.mime_type}


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, GIF or JPEG; anything else is refused as the real server refuses it."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    raise bad_request("IMAGE_PROCESS_FAILED")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + int(struct.unpack(">H", content[position + 2 : position + 4])[0])
    raise bad_request("IMAGE_PROCESS_FAILED")
