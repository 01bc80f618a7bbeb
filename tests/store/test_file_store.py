"""Bytes of files in a folder and in a bucket: the same words for both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from obstore.store import LocalStore, MemoryStore

from crm.store.file_store import Bucket, FileStore, Folder, key_of, open_file_store
from tests.store.s3_server import KEY, REGION, S3, SECRET, s3_server


@pytest.fixture(scope="module")
def server() -> Iterator[S3]:
    with s3_server() as s3:
        yield s3


@pytest.fixture
def s3(server: S3, monkeypatch: pytest.MonkeyPatch) -> S3:
    """Empty, and named by the environment, as the README says."""
    server.objects.clear()
    server.asked.clear()
    server.failing = 0
    for name, value in (
        ("AWS_ACCESS_KEY_ID", KEY),
        ("AWS_SECRET_ACCESS_KEY", SECRET),
        ("AWS_REGION", REGION),
        ("AWS_ENDPOINT_URL", server.url),
        ("AWS_ALLOW_HTTP", "true"),
    ):
        monkeypatch.setenv(name, value)
    return server


def in_s3(where: str = "s3://files/handslag") -> FileStore:
    store = open_file_store(where)
    assert store is not None
    return store


@pytest.fixture(params=["folder", "memory", "bucket on disk", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FileStore:
    if request.param == "folder":
        return Folder(tmp_path / "files")
    if request.param == "s3":
        request.getfixturevalue("s3")
        return in_s3()
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


def test_a_bucket_has_them_under_its_prefix(s3: S3) -> None:
    in_s3().put("7/abc", b"hello")
    in_s3("s3://others").put("7/abc", b"ciao")
    assert s3.objects == {"/files/handslag/7/abc": b"hello", "/others/7/abc": b"ciao"}


def test_a_bucket_takes_the_largest_file_that_bots_can_read(s3: S3) -> None:
    content = bytes(range(256)) * (20 * 4096)
    in_s3().put("7/abc", content)
    assert in_s3().get("7/abc") == content


def test_only_what_is_meant_is_deleted_from_a_bucket(s3: S3) -> None:
    for key in ("7/abc", "7/abd", "8/abc"):
        in_s3().put(key, b"hello")
    in_s3().delete("7/abc")
    assert sorted(s3.objects) == ["/files/handslag/7/abd", "/files/handslag/8/abc"]


def test_a_bucket_that_is_busy_is_asked_again(s3: S3) -> None:
    s3.failing = 1
    in_s3().put("7/abc", b"hello")
    assert s3.asked == ["PUT /files/handslag/7/abc"] * 2
    assert in_s3().get("7/abc") == b"hello"


def test_with_a_wrong_key_nothing_is_said_to_be_kept(s3: S3, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wrong")
    with pytest.raises(Exception, match="SignatureDoesNotMatch") as refused:
        in_s3().put("7/abc", b"hello")
    assert not isinstance(refused.value, FileNotFoundError)
    assert s3.objects == {}


def test_a_bucket_that_is_away_is_not_one_without_the_file(s3: S3, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(Exception) as away:
        in_s3().get("7/abc")
    assert not isinstance(away.value, FileNotFoundError)


def test_the_setting(tmp_path: Path) -> None:
    assert open_file_store("telegram") is None
    assert isinstance(open_file_store(f"folder:{tmp_path}/kept"), Folder)
    assert isinstance(open_file_store("s3://bucket/prefix"), Bucket)
    for wrong in ("", "folder:", "s3://", "ftp://host", "telegram "):
        with pytest.raises(ValueError, match="must be"):
            open_file_store(wrong)
