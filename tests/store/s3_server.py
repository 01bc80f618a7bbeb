"""A small server that speaks as much of S3 as files need, by real HTTP; a request with a wrong signature is refused."""

import hmac
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, urlsplit
from xml.sax.saxutils import escape, unescape

REGION, KEY, SECRET = "eu-central-1", "key-of-handslag", "secret-of-handslag"


@dataclass
class S3:
    """objects: by path, "/bucket/key". asked: "PUT /bucket/key", in order. failing: answers still to be 503."""

    url: str = ""
    objects: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    failing: int = 0


@contextmanager
def s3_server() -> Iterator[S3]:
    s3 = S3()
    handler = type("Handler", (_Handler,), {"s3": s3})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    s3.url = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield s3
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    s3: S3
    protocol_version = "HTTP/1.1"

    def do_PUT(self) -> None:
        content = self.rfile.read(int(self.headers["content-length"]))
        if self._may_go_on(content):
            self.s3.objects[self._path] = content
            self._answer(200, etag=sha256(content).hexdigest())

    def do_GET(self) -> None:
        if self._may_go_on():
            content = self.s3.objects.get(self._path)
            if content is None:
                self._answer(404, _error("NoSuchKey"))
            else:
                self._answer(200, content, etag=sha256(content).hexdigest())

    def do_POST(self) -> None:
        """Several are deleted at once; also one."""
        content = self.rfile.read(int(self.headers["content-length"]))
        if self._may_go_on(content):
            assert urlsplit(self.path).query.rstrip("=") == "delete"
            keys = [unescape(key) for key in re.findall("<Key>(.*?)</Key>", content.decode())]
            for key in keys:
                self.s3.objects.pop(f"{self._path}/{key}", None)
            gone = "".join(f"<Deleted><Key>{escape(key)}</Key></Deleted>" for key in keys)
            self._answer(200, f"<DeleteResult>{gone}</DeleteResult>".encode())

    @property
    def _path(self) -> str:
        return urlsplit(self.path).path

    def _may_go_on(self, content: bytes = b"") -> bool:
        self.s3.asked.append(f"{self.command} {self._path}")
        if self.s3.failing:
            self.s3.failing -= 1
            self._answer(503, _error("SlowDown"))
        elif not _is_signed(self, content):
            self._answer(403, _error("SignatureDoesNotMatch"))
        else:
            return True
        return False

    def _answer(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        self.send_header("content-length", str(len(content)))
        self.send_header("last-modified", "Tue, 10 Mar 2026 09:00:00 GMT")
        for name, value in headers.items():
            self.send_header(name, f'"{value}"')
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


def _error(code: str) -> bytes:
    return f"<Error><Code>{code}</Code></Error>".encode()


def _is_signed(request: BaseHTTPRequestHandler, content: bytes) -> bool:
    """AWS Signature Version 4, computed anew from the request as it came."""
    scheme, _, said = request.headers.get("authorization", "").partition(" ")
    if scheme != "AWS4-HMAC-SHA256":
        return False
    parts = dict(part.strip().split("=", 1) for part in said.split(","))
    key, day, region, service, end = parts["Credential"].split("/")
    digest = request.headers["x-amz-content-sha256"]
    if (key, region, service) != (KEY, REGION, "s3") or digest not in (
        "UNSIGNED-PAYLOAD",
        sha256(content).hexdigest(),
    ):
        return False
    split = urlsplit(request.path)
    query = "&".join(
        f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}"
        for name, value in sorted(parse_qsl(split.query, True))
    )
    names = parts["SignedHeaders"].split(";")
    headers = "".join(f"{name}:{' '.join(request.headers[name].split())}\n" for name in names)
    canonical = "\n".join((request.command, split.path, query, headers, parts["SignedHeaders"], digest))
    scope = "/".join((day, region, service, end))
    text = "\n".join((scheme, request.headers["x-amz-date"], scope, sha256(canonical.encode()).hexdigest()))
    signing = f"AWS4{SECRET}".encode()
    for step in (day, region, service, end, text):
        signing = hmac.new(signing, step.encode(), sha256).digest()
    return hmac.compare_digest(signing.hex(), parts["Signature"])
