"""Whatever is typed, pasted or forwarded: no crash, no hang, nothing lost, and the same person however it is spaced."""

import time
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.capture.draft import DraftLead, Surroundings
from crm.capture.read import read_due, read_email, read_lead, read_message, read_money, read_phone, read_reply
from tests.capture.scorer import read_messages
from tests.capture.surroundings import around

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
AROUND = Surroundings(datetime(2026, 4, 22, 10, 30, tzinfo=AMSTERDAM), AMSTERDAM, "NL", "nl")
ROWS = [row for name in ("messages", "later", "fresh", "newest") for row in read_messages(name)]
ON_ONE_LINE = [row for row in ROWS if row["is_lead"] and "\n" not in row["text"]]
PARTS = sorted({part for row in ROWS for part in row["text"].split(" ")})


def _read_all(text: str) -> None:
    read_message(text, AROUND, after_card=False)
    read_message(text, AROUND, after_card=True)
    read_reply(text, AROUND)
    read_lead(text, AROUND)
    read_due(text, AROUND)
    read_money(text)
    read_phone(text, AROUND)
    read_email(text)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    _read_all(text)


@given(st.lists(st.sampled_from(PARTS), max_size=40), st.sampled_from([" ", "\n", "\t", ", ", "  ", ""]))
@settings(max_examples=150, deadline=None)
def test_any_mix_of_what_people_write_is_read_without_an_error(parts: list[str], between: str) -> None:
    _read_all(between.join(parts))


HOSTILE = [
    "a", "A ", "1", "1 ", "1k ", "+31 6 ", "a@", "jan@", "a.", "a@a.", "€1,000 ", "€5-€6 ", "10:00 ", "9-10 ", "Mo 9 ",
    "morgen ", "van de ", "van van ", "(", "\n", ",", "Jan de Wit, ", "Anna is ", "mr. dr. ", "j. p. ", "v/d ", "twenty ",
    "twenty one thousand ", "zero ", "🔥", "\u202e\u200b", "http://", "www.a.nl ", "from: a@b.nl\n", "naam: ",
    "Met vriendelijke groet\n", "[24-09-2026 11:58] Jan: hoi\n", "manager of ", "GmbH & Co. KG ", "e.v. ", "- ", "12-05-",
    "12.5.26 om 9 ", "1.1.1.1.", "0x", "next week ", "in 3 ", "half drie ", "between 1 and ", "İ", "١٢٣ ", "quote sent ",
    "sent quote, ", "Angebot an Thiel geschickt ", "valid until ", "via LinkedIn ", "Hannover Messe ", "not X, Y ",
    "KvK 12345678 ", "tel: ", "> ", "x: y\n",
]  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE)
def test_no_text_takes_longer_than_ten_milliseconds_a_kilobyte(part: str) -> None:
    text = (part * 4096)[:4096]
    read_lead("warm up: Jan de Wit, 06 12345678, morgen 10:00", AROUND)
    for read in (_lead, _message, _reply):
        spent = min(_seconds(read, text) for _ in range(3))
        # the processor's own time, twice the promise: a busy machine slows that too
        assert spent < 0.020 * len(text.encode()) / 1024, (read, spent)


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_no_repeated_text_hangs(part: str, other: str) -> None:
    """Eight times the length costs about eight times the time, whatever is repeated; a square would cost 64 times."""
    short, long = ((part * 2 + other) * 4096)[:1024], ((part * 2 + other) * 4096)[:8192]
    first, often = (min(_seconds(_message, text) for _ in range(3)) for text in (short, long))
    assert often < 0.05 + 24 * first


def _lead(text: str) -> None:
    read_lead(text, AROUND)


def _message(text: str) -> None:
    read_message(text, AROUND, after_card=True)


def _reply(text: str) -> None:
    read_reply(text, AROUND)


def _seconds(read: Callable[[str], None], text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


@given(
    st.sampled_from(ROWS),
    st.text(alphabet="bcdfghjklmnpqrstvwxz", min_size=7, max_size=12),
    st.integers(min_value=0, max_value=60),
)
@settings(max_examples=250, deadline=None)
def test_every_character_typed_stands_in_a_field_or_in_the_note(
    row: dict[str, str], word: str, at: int
) -> None:
    """A word that nobody knows, put anywhere into a real message, is still there."""
    words = row["text"].split(" ")
    text = " ".join([*words[:at], word, *words[at:]])
    assert word in _kept(read_lead(text, around(row["lang"], row["region"])))


def _kept(draft: DraftLead) -> str:
    due = draft.due.written if draft.due else ""
    others = [f"{other.name} {other.title}" for other in draft.others]
    fields = [draft.name, draft.title, draft.organisation, draft.website, draft.source, draft.next_action]
    phones = [phone.written for phone in draft.phones]
    return " ".join([*filter(None, fields), *draft.emails, *phones, due, draft.note, *others]).lower()


SPACED: dict[str, Callable[[str], str]] = {
    "spaces round commas": lambda text: text.replace(", ", " , "),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "a line for each part": lambda text: text.replace(", ", ",\n"),
    "lines of another system": lambda text: text.replace(", ", ",\r\n"),
    "emoji": lambda text: f"{text} 👍",
    "emoji in front": lambda text: f"💪 {text}",
    "line breaks": lambda text: f"\n{text}\n",
    "direction mark": lambda text: f"\u200f{text}",
}


@pytest.mark.parametrize("change", SPACED.values(), ids=SPACED)
def test_the_same_text_with_other_spacing_line_breaks_or_emoji_gives_the_same_person(
    change: Callable[[str], str],
) -> None:
    for row in ON_ONE_LINE:
        before, after = _person(row["text"], row), _person(change(row["text"]), row)
        assert after == before, row["text"]


@given(st.sampled_from(ON_ONE_LINE), st.integers(min_value=0, max_value=40), st.sampled_from("👍😀💪✨⭐🎉"))
@settings(max_examples=250, deadline=None)
def test_an_emoji_anywhere_gives_the_same_person(row: dict[str, str], at: int, emoji: str) -> None:
    words = row["text"].split(" ")
    assert _person(" ".join([*words[:at], emoji, *words[at:]]), row) == _person(row["text"], row)


def _person(text: str, row: dict[str, str]) -> list[str]:
    return (read_lead(text, around(row["lang"], row["region"])).name or "").split()
