"""Bytes of files, apart from Telegram: in a folder, or in a bucket that speaks S3. Keys are `<workspace>/<sha256>`."""

import contextlib
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

_RETRIES: Any = {"max_retries": 2, "retry_timeout": timedelta(seconds=30)}
"""Of one request to a bucket. Who asked tries again later: obstore's own three minutes would hold up a chat."""


class FileStore(Protocol):
    """Blocking: never called within a turn."""

    def put(self, key: str, content: bytes) -> None:
        """Twice the same is no mistake."""

    def get(self, key: str) -> bytes:
        """Raises FileNotFoundError."""

    def delete(self, key: str) -> None:
        """Of what is not there: nothing happens."""


def key_of(workspace_id: int, content: bytes) -> tuple[str, str]:
    """The key, and the hash in it: the same bytes are kept once."""
    digest = sha256(content).hexdigest()
    return f"{workspace_id}/{digest}", digest


class Folder:
    """path: made where it is not there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.mkdir(parents=True, exist_ok=True)

    def put(self, key: str, content: bytes) -> None:
        target = self._path / key
        target.parent.mkdir(exist_ok=True)
        unfinished = target.with_name(f".{target.name}-{uuid4().hex}")
        unfinished.write_bytes(content)
        unfinished.replace(target)

    def get(self, key: str) -> bytes:
        return (self._path / key).read_bytes()

    def delete(self, key: str) -> None:
        (self._path / key).unlink(missing_ok=True)


class Bucket:
    """store: one of obstore's. In one piece: what bots can read is far below the 5 GB that a bucket takes so, and a file is
    there whole or not at all."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def put(self, key: str, content: bytes) -> None:
        self._store.put(key, content, use_multipart=False)

    def get(self, key: str) -> bytes:
        return bytes(self._store.get(key).bytes())

    def delete(self, key: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._store.delete(key)


def open_file_store(where: str) -> FileStore | None:
    """ "telegram" (None: only there), "folder:/srv/files", "s3://bucket/prefix". Raises ValueError, one line.

    A bucket's keys, region and address come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL.
    """
    kind, _, rest = where.partition(":")
    if where == "telegram":
        return None
    if kind == "folder" and rest:
        return Folder(Path(rest))
    if kind == "s3" and rest.strip("/"):
        try:
            from obstore.store import S3Store
        except ImportError:
            raise ValueError("needs the extra handslag[s3] for a bucket") from None
        return Bucket(S3Store.from_url(where, retry_config=_RETRIES))
    raise ValueError('must be "telegram", "folder:/path" or "s3://bucket"')
