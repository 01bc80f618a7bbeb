"""A page of a timeline: all of it a line each; of one kind, or with some words, a button each that opens the whole entry."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.callback import Tap, encode
from bot.cards.entry import entry_label, names_of
from bot.cards.row_list import page_buttons, read_page, read_way_back
from bot.cards.timeline import activity_line, is_cut
from bot.cards.titles import title_of
from bot.chat import About, Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from crm.capture.draft import ActivityKind
from crm.models import Activity
from crm.store.blocks import Subject

PAGE = 5
_DATA_LIMIT = 64


class Show(StrEnum):
    """What of it. The value stands in buttons."""

    ALL = ""
    CALLS = "c"
    MAILS = "m"
    VISITS = "v"
    NOTES = "n"


KINDS: dict[Show, tuple[ActivityKind, ...]] = {
    Show.ALL: (),
    Show.CALLS: (ActivityKind.CALL,),
    Show.MAILS: (ActivityKind.EMAIL, ActivityKind.MESSAGE),
    Show.VISITS: (ActivityKind.VISIT, ActivityKind.MEETING),
    Show.NOTES: (ActivityKind.NOTE, ActivityKind.CAPTURE),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a timeline. page: from 0. words_turn: the turn in which words to look for were typed, 0 for none.

    back: the list that the card was opened from, as way_back writes it, "" for none.
    """

    subject_id: int
    page: int = 0
    show: Show = Show.ALL
    words_turn: int = 0
    back: str = ""

    @property
    def tap(self) -> Tap:
        """Without the way back where it would not fit."""
        arg = f"{self.page}{self.show.value}~"
        bare = Tap("timeline", self.subject_id, self.words_turn, arg)
        room = _DATA_LIMIT - len(encode(bare.verb, bare.id, bare.rev, bare.arg))
        return replace(bare, arg=arg + self.back) if len(self.back) <= room else bare


def read_place(tap: Tap) -> Place:
    """Of a button; anything forged is the first page of all."""
    said, _, back = tap.arg.partition("~")
    number = said.rstrip("cmvn")
    rest = said[len(number) :]
    show = Show(rest) if rest in list(Show) else Show.ALL
    return Place(tap.id, read_page(number), show, tap.rev, back if read_way_back(back) else "")


def timeline_page(
    ctx: Context,
    subject: Subject,
    place: Place,
    found: Sequence[Activity],
    *,
    words: str = "",
    files: int = 0,
) -> Reply:
    """found: one more than a page, where there is another page. files: how many the subject has."""
    shown = found[:PAGE]
    narrowed = place.show is not Show.ALL or bool(words)
    lines: list[Value] = []
    rows: list[tuple[Button, ...]] = []
    if narrowed:
        rows = [(Button(entry_label(ctx, entry), encode("entry", entry.id)),) for entry in shown]
        lines = [] if shown else [t("timeline-nothing")]
    else:
        lines = [activity_line(entry, ctx.zone, ctx.today, names_of(ctx)) for entry in shown]
        lines = lines or [t("timeline-empty")]
    to_card = Button(t("button-to-card"), encode("open", subject.id, arg=place.back))
    turning = page_buttons(
        replace(place, page=place.page - 1).tap if place.page else None,
        replace(place, page=place.page + 1).tap if len(found) > PAGE else None,
    )
    more = narrowed or place.page > 0 or len(found) > PAGE or files > 0 or any(map(is_cut, shown))
    return Reply(
        (Joined((Bold(title_of(ctx.work.session, subject)), _narrowed_to(place, words))), *lines),
        (
            *rows,
            _around(turning, to_card, place),
            *(_ways_to_narrow(place, files, bool(words)) if more else ()),
        ),
        about=(About(subject.__tablename__, subject.id),),
        edits=ctx.incoming.message_id,
    )


def _narrowed_to(place: Place, words: str) -> Value:
    kind = t(f"timeline-show-{place.show.name.lower()}") if place.show is not Show.ALL else None
    return Joined((kind, t("timeline-words", words=words) if words else None))


def _around(turning: tuple[Button, ...], to_card: Button, place: Place) -> tuple[Button, ...]:
    """◀ before the way to the card, ▶ after it."""
    before = turning[: 1 if place.page else 0]
    return (*before, to_card, *turning[len(before) :])


def _ways_to_narrow(place: Place, files: int, has_words: bool) -> tuple[tuple[Button, ...], ...]:
    kinds = [
        _button(f"timeline-show-{show.name.lower()}", replace(place, page=0, show=show))
        for show in Show
        if show is not Show.ALL and show is not place.show
    ]
    rest = []
    if place.show is not Show.ALL or has_words:
        rest.append(_button("timeline-show-all", replace(place, page=0, show=Show.ALL, words_turn=0)))
    if files:
        rest.append(Button(t("button-files"), encode("files", place.subject_id, arg=f"0~{place.back}")))
    rest.append(Button(t("button-search"), encode("search-in", place.subject_id)))
    return tuple(kinds), tuple(rest)


def _button(key: str, place: Place) -> Button:
    tap = place.tap
    return Button(t(key), encode(tap.verb, tap.id, tap.rev, tap.arg))
