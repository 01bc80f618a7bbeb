"""Bytes of files in a folder and in a bucket: the same words for both."""

from pathlib import Path

import pytest
from obstore.store import LocalStore, MemoryStore

from crm.store.file_store import Bucket, FileStore, Folder, key_of, open_file_store


@pytest.fixture(params=["folder", "memory", "bucket on disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FileStore:
    if request.param == "folder":
        return Folder(tmp_path / "files")
    return Bucket(MemoryStore() if request.param == "memory" else LocalStore(tmp_path))


def test_what_was_put_can_be_got_and_deleted(store: FileStore) -> None:
    key, digest = key_of(7, b"hello")
    assert key == f"7/{digest}"
    store.put(key, b"hello")
    store.put(key, b"hello")
    assert store.get(key) == b"hello"
    store.delete(key)
    store.delete(key)
    with pytest.raises(FileNotFoundError):
        store.get(key)


def test_the_same_bytes_of_two_workspaces_are_apart() -> None:
    assert key_of(7, b"hello")[0] != key_of(8, b"hello")[0]


def test_a_folder_holds_nothing_unfinished(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "files")
    folder.put("7/abc", b"hello")
    assert [path.name for path in (tmp_path / "files" / "7").iterdir()] == ["abc"]


def test_the_setting(tmp_path: Path) -> None:
    assert open_file_store("telegram") is None
    assert isinstance(open_file_store(f"folder:{tmp_path}/kept"), Folder)
    assert isinstance(open_file_store("s3://bucket/prefix"), Bucket)
    for wrong in ("", "folder:", "s3://", "ftp://host", "telegram "):
        with pytest.raises(ValueError, match="must be"):
            open_file_store(wrong)
