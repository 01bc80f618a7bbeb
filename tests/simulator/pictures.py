"""Pictures made on the spot, for photos that the simulator and the page accept."""

import struct
import zlib


def png(width: int = 4, height: int = 3, colour: tuple[int, int, int] = (15, 107, 92)) -> bytes:
    """A PNG of one colour."""
    row = b"\0" + bytes(colour) * width

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
