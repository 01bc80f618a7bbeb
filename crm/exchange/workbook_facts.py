"""What is known of Excel's files without the library that reads and writes them (crm/exchange/workbooks.py).

That one is imported by whoever opens or makes a file: it takes an eighth of a second and 18 MB, which a process that does
neither need not pay.
"""

from datetime import date
from decimal import Decimal
from typing import BinaryIO

MOST_ROWS = 1_048_576

Value = str | Decimal | int | bool | date | None


class NotAWorkbookError(Exception):
    """The file cannot be read as a workbook, or would unpack to more than anybody needs."""


def is_workbook(file: BinaryIO) -> bool:
    file.seek(0)
    return file.read(4) == b"PK\x03\x04"
