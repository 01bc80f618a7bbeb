"""Files as the world writes them: every encoding and delimiter, titles above the head, Excel's numbers and dates."""

import io
import random
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from crm.exchange.cells import as_written, defused, join_list, split_list
from crm.exchange.tables import UnreadableTableError, read_table
from crm.exchange.text_files import write_text_rows
from crm.exchange.workbooks import write_workbook

HEAD = ["Naam", "Bedrijf", "Notitie"]
MORNING = datetime(2026, 4, 24, 9, 30)  # noqa: DTZ001 (Excel knows no zones)
ROWS = [["José Müller", "Café Zoë", 'zegt "ja", en\nwil 40'], ["Łukasz", "Ångström; Söhne", "=1+1"]]


def csv_of(rows: list[list[str]], delimiter: str) -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in '",;\t|\n') else text

    return "".join(delimiter.join(map(cell, row)) + "\r\n" for row in [HEAD, *rows])


def read(data: bytes) -> tuple[list[str], list[list[object]]]:
    table = read_table(io.BytesIO(data))
    return table.head, [list(row) for row in table.rows]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_each_encoding_and_delimiter_is_told_from_the_file(encoding: str, delimiter: str) -> None:
    assert read(csv_of(ROWS, delimiter).encode(encoding)) == (HEAD, ROWS)


def test_windows_western_letters_are_read_where_it_is_no_utf8() -> None:
    row = [["José Müller", "Café Zoë", "€ 12"]]
    assert read(csv_of(row, ";").encode("cp1252")) == (HEAD, row)


def test_windows_letters_far_down_the_file_are_read_too() -> None:
    rows = [["Plain", "Firm", "x" * 100]] * 2000 + [["José", "Zoë", "é"]]
    assert read(csv_of(rows, ",").encode("cp1252"))[1][-1] == ["José", "Zoë", "é"]


def test_excels_own_first_line_and_titles_above_the_head_are_left_out() -> None:
    assert read(b"sep=;\nName;Email\nA, B;a@x\n") == (["Name", "Email"], [["A, B", "a@x"]])
    assert read(b"Report of 3 May,\n,\nName,Email\nA,a@x\n") == (["Name", "Email"], [["A", "a@x"]])


def test_short_and_empty_rows() -> None:
    assert read(b"Name,Email,Phone,\nA\n,,\nB,b@x,1,2,3\n") == (
        ["Name", "Email", "Phone"],
        [["A", "", ""], ["B", "b@x", "1"]],
    )


@pytest.mark.parametrize(
    "text", ["=1", "+31612345678", "-1", "@x", "'=1", "''+1", "'tHooft", "", "a=1", "\t=1"]
)
def test_a_defused_cell_comes_back_as_it_was(text: str) -> None:
    assert as_written(defused(text)) == text
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "parts", [[], ["a"], ["a; b", "c"], ['say "x"', "d,e"], ["+31612345678", "x"], ['"', ";", ","]]
)
def test_lists_in_a_cell_come_back_as_they_were(parts: list[str]) -> None:
    assert split_list(join_list(parts)) == parts


def test_excels_cells_keep_zeros_dates_and_decimals(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Name", "Phone", "Amount", "Close date", "Created", "Hot", "Code"])
    sheet.append(["Klaus", "0612345678", 12345.67, date(2026, 4, 24), MORNING, True, 42])
    sheet["G2"].number_format = "00000"
    book.save(tmp_path / "x.xlsx")
    assert read((tmp_path / "x.xlsx").read_bytes())[1] == [
        ["Klaus", "0612345678", 12345.67, "2026-04-24", "2026-04-24T09:30:00", "yes", "00042"]
    ]


def test_what_we_write_is_what_we_read(tmp_path: Path) -> None:
    rows = [["=1+1", "+31612345678", "0049"], ["a\nb", " padded ", "_x0041_"]]
    write_text_rows(tmp_path / "x.csv", HEAD, rows)
    assert read((tmp_path / "x.csv").read_bytes()) == (HEAD, rows)
    write_workbook(tmp_path / "x.xlsx", [("one", HEAD, rows)])
    assert read((tmp_path / "x.xlsx").read_bytes())[1][0] == rows[0]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "import-empty"),
        (b"\n\n , \n", "import-empty"),
        (b"PK\x03\x04nonsense", "import-not-a-table"),
        (b",".join(b"c%d" % n for n in range(500)) + b"\n", "import-not-a-table"),
    ],
)
def test_what_is_no_table_is_said(data: bytes, key: str) -> None:
    with pytest.raises(UnreadableTableError) as refused:
        read(data)
    assert refused.value.key == key or data.startswith(b"\n")


def test_a_workbook_that_would_swell_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open("xl/x.xml", "w") as part:
        for _ in range(700):
            part.write(b"0" * (1 << 20))
    with pytest.raises(UnreadableTableError):
        read(file.read_bytes())


def test_entities_in_a_workbook_are_not_unfolded(tmp_path: Path) -> None:
    write_workbook(tmp_path / "x.xlsx", [("one", HEAD, [["a", "b", "c"]])])
    evil = io.BytesIO()
    with zipfile.ZipFile(tmp_path / "x.xlsx") as good, zipfile.ZipFile(evil, "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaa">]><worksheet', 1)
            bad.writestr(name, content)
    with pytest.raises(UnreadableTableError):
        read(evil.getvalue())


@pytest.mark.parametrize("seed", range(30))
def test_random_bytes_are_read_or_refused_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    data = chance.randbytes(chance.randrange(2000))
    try:
        head, rows = read(data)
    except UnreadableTableError:
        return
    assert all(len(row) == len(head) for row in rows)
