"""One entry of a timeline in full: a mail, a note, a visit, with its files."""

from collections.abc import Iterator, Sequence

from bot.callback import encode
from bot.cards.files import file_name
from bot.cards.timeline import shortened, what_happened
from bot.cards.titles import title_of
from bot.chat import About, Bold, Button, Day, Joined, Reply, Value, t
from bot.context import Context
from bot.render import as_html, utf16_length
from crm.models import Activity, File
from crm.rules.local_time import to_wall
from crm.store.blocks import Subject
from crm.store.members import names_ever
from crm.store.value_of import value_of

_PIECE = 250
_PIECES_A_LINE = 3
"""At most 3 × 250 characters a line: fits a message even where every one of them is an "&"."""
_A_MESSAGE = 2800
"""With markup, as Telegram counts; leaves room for the head."""
_MOST_MESSAGES = 4
_MOST_FILES = 8


def names_of(ctx: Context) -> dict[int, str]:
    """Of the team and of those who left it; "" for the member in hand."""
    return names_ever(ctx.work.session, ctx.access) | {ctx.member.id: ""}


def entry_label(ctx: Context, entry: Activity) -> Value:
    """ "Mon 9 Mar · They mailed: Angebot" on a button."""
    said = shortened(entry.subject or entry.text)
    return Joined((_day(ctx, entry, clock=False), Joined((what_happened(entry), said), ": ")))


def entry_card(ctx: Context, subject: Subject, entry: Activity, files: Sequence[File]) -> list[Reply]:
    """As many messages as its text needs; the buttons under the last."""
    head: tuple[Value, ...] = (Bold(title_of(ctx.work.session, subject)), _by_whom(ctx, entry))
    if entry.subject:
        head = (*head, Bold(entry.subject))
    about = (About(Activity.__tablename__, entry.id),)
    parts = _messages(entry.text)
    messages = [
        Reply((*(head if number == 0 else ()), *part), about=about) for number, part in enumerate(parts)
    ]
    rows = [(Button(file_name(ctx, file), encode("file", file.id)),) for file in files[:_MOST_FILES]]
    ways = (
        Button(t("button-timeline"), encode("timeline", subject.id, arg="0~")),
        Button(t("button-to-card"), encode("open", subject.id)),
    )
    last = messages.pop()
    return [*messages, Reply(last.lines, (*rows, ways), about=about)]


def _by_whom(ctx: Context, entry: Activity) -> Value:
    """ "Fri 24 Apr 10:06 · Tom · Quote €12,400"."""
    value = value_of(entry)
    name = names_of(ctx).get(entry.member_id)
    return Joined((_day(ctx, entry, clock=True), name, Joined((what_happened(entry), value), " ")))


def _day(ctx: Context, entry: Activity, *, clock: bool) -> Day:
    wall = to_wall(entry.happened_at, ctx.zone)
    return Day(wall.date(), wall.time() if clock else None, year=wall.year != ctx.today.year)


def _messages(text: str) -> list[list[Value]]:
    """Lines by message; at least one, which may be empty."""
    groups: list[list[Value]] = [[]]
    room = _A_MESSAGE
    for piece in _pieces(text):
        cost = utf16_length(as_html(_whole(piece), "en"))
        if room < cost and groups[-1]:
            if len(groups) == _MOST_MESSAGES:
                groups[-1].append(t("entry-cut"))
                break
            groups.append([])
            room = _A_MESSAGE
        groups[-1].append(_whole(piece))
        room -= cost
    return groups


def _pieces(text: str) -> Iterator[str]:
    """Its lines, long ones in parts."""
    length = _PIECE * _PIECES_A_LINE
    for line in text.split("\n"):
        yield from (line[start : start + length] for start in range(0, len(line), length))


def _whole(piece: str) -> Value:
    """Unclipped: render.py shortens long texts."""
    return Joined(tuple(piece[i : i + _PIECE] for i in range(0, len(piece), _PIECE)), separator="")
