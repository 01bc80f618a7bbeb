"""Reading CSV as the world writes it: UTF-8 with and without its mark, UTF-16, Windows' western letters; , ; tab |."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from crm.exchange.cells import as_written, defused

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DELIMITERS = (";", ",", "\t", "|")
_SAMPLE_LINES = 50
_SAMPLE_BYTES = 1 << 16
_LONGEST_CELL = 1_000_000


def read_text_rows(file: BinaryIO) -> Iterator[list[str]]:
    """Rows of cells, each cell as it was before it was defused. The file is read twice, a part at a time."""
    encoding = encoding_of(file)
    file.seek(0)
    lines = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    try:
        head = list(islice(lines, _SAMPLE_LINES))
        named = _named_delimiter(head)
        delimiter = named or delimiter_of("".join(head))
        file.seek(0)
        lines.seek(0)
        if named:
            lines.readline()
        csv.field_size_limit(_LONGEST_CELL)
        for row in csv.reader((line.replace("\0", "") for line in lines), delimiter=delimiter):
            yield [as_written(cell) for cell in row]
    finally:
        lines.detach()


def write_text_rows(file: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """CSV with its mark, which Excel needs to read UTF-8; no cell runs as a formula."""
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([defused(name) for name in head])
        writer.writerows([defused(cell) for cell in row] for row in rows)


def encoding_of(file: BinaryIO) -> str:
    """By its mark; else UTF-16 where every other byte is zero; else UTF-8 where all of it is that; else Windows-1252."""
    file.seek(0)
    start = file.read(_SAMPLE_BYTES)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    if len(start) >= 4:
        if start[1::2].count(0) > len(start) // 4:
            return "utf-16-le"
        if start[::2].count(0) > len(start) // 4:
            return "utf-16-be"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while start:
            decoder.decode(start)
            start = file.read(_SAMPLE_BYTES)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def delimiter_of(sample: str) -> str:
    """The one by which most rows have the same number of cells, and the more cells the better."""
    return max(_DELIMITERS, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: str, delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return 0.0, 0
    if not widths:
        return 0.0, 0
    width, count = max(Counter(widths).items(), key=lambda item: (item[1], item[0]))
    return (count / len(widths), width) if width > 1 else (0.0, width)


def _named_delimiter(head: list[str]) -> str | None:
    """Excel's own first line, "sep=;"."""
    first = head[0].strip().removeprefix("\ufeff").strip('"') if head else ""
    return first[4:5] or None if first.casefold().startswith("sep=") else None
