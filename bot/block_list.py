"""The list of a building block as a room: mine, the team's, a colleague's, an event's; filtered; a page at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.callback import Tap, encode
from bot.cards.buttons import in_rows
from bot.cards.row_list import PAGE, page_buttons, read_page, row_list, shown_of
from bot.cards.titles import labels_of
from bot.chat import Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from bot.room import Replies, Room
from crm.models import Block
from crm.store.block_lists import COUNT_LIMIT, RowFilter, RowPage, page_of_rows
from crm.store.blocks import Subject
from crm.store.fairs import fairs_of
from crm.store.members import team

_MINE, _TEAM, _MEMBER, _EVENT = "m", "t", "p", "e"
_BY_FILTER = "f"
_MOST_EVENTS = 8
FIRST = "a"
"""The filter that a list starts with."""


@dataclass(frozen=True, slots=True)
class Filter:
    """name: on its button, and in the heading. tucked_away: stands in a menu of its own. none: said where it finds nothing."""

    name: Value
    which: RowFilter = field(default_factory=RowFilter)
    tucked_away: bool = False
    none: Value | None = None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """whose: mine, the team's, a member's (id) or what an event brought (id). filter: its letter."""

    whose: str = _MINE
    filter: str = FIRST
    page: int = 0
    id: int = 0

    @property
    def arg(self) -> str:
        return f"{self.whose}.{self.filter}.{self.page}"


@dataclass(frozen=True, slots=True)
class BlockList:
    """verb: of the command and the buttons. mine: the heading of one's own list. none: said of an empty one.

    filters: by the letter that stands in a button; FIRST must be one of them. menu: the button to those that are tucked
    away. by_event: whether an event can be chosen.
    """

    verb: str
    block: Block
    mine: Value
    none: Value
    filters: Callable[[Context], Mapping[str, Filter]]
    menu: Value | None = None
    by_event: bool = False

    def room(self) -> Room:
        return Room(
            commands={self.verb: self._on_command},
            taps={self.verb: self._on_list, f"{self.verb}-by": self._on_by},
        )

    def _on_command(self, ctx: Context) -> Replies:
        """One's own; the team's for those who lead others and hold none."""
        wanted = _Wanted()
        if ctx.access.leads_others and not self._page(ctx, wanted).rows:
            wanted = replace(wanted, whose=_TEAM)
        return [self._list(ctx, wanted)]

    def _on_list(self, ctx: Context, tap: Tap) -> Replies:
        return [replace(self._list(ctx, self._read(ctx, tap)), edits=ctx.incoming.message_id)]

    def _read(self, ctx: Context, tap: Tap) -> _Wanted:
        """Anything forged becomes the plain list; what may be seen is not decided here."""
        whose, _, rest = tap.arg.partition(".")
        filter_, _, page = rest.partition(".")
        if whose not in (_MINE, _TEAM, _MEMBER, _EVENT):
            whose = _MINE
        if whose in (_TEAM, _MEMBER) and not ctx.access.sees_team:
            whose = _MINE
        return _Wanted(
            whose,
            filter_ if filter_ in self.filters(ctx) else FIRST,
            read_page(page),
            tap.id if whose in (_MEMBER, _EVENT) else 0,
        )

    def _list(self, ctx: Context, wanted: _Wanted) -> Reply:
        page = self._page(ctx, wanted)
        if not page.rows and wanted.page:
            wanted = replace(wanted, page=0)
            page = self._page(ctx, wanted)
        has_more = page.count > (wanted.page + 1) * PAGE
        turning = page_buttons(
            self._tap(replace(wanted, page=wanted.page - 1)) if wanted.page else None,
            self._tap(replace(wanted, page=wanted.page + 1)) if has_more else None,
        )
        return row_list(
            (Bold(self._heading(ctx, wanted)), self._count_line(ctx, page, wanted)),
            page.rows,
            here=self._tap(wanted),
            labels=_labels(ctx, page.rows, whose=wanted.whose),
            more=(turning, self._whose_buttons(ctx, wanted), self._filter_buttons(ctx, wanted)),
        )

    def _page(self, ctx: Context, wanted: _Wanted) -> RowPage:
        holder_id = {_MINE: ctx.member.id, _MEMBER: wanted.id}.get(wanted.whose)
        fair_id = wanted.id if wanted.whose == _EVENT else None
        which = replace(self.filters(ctx)[wanted.filter].which, holder_id=holder_id, fair_id=fair_id)
        offset = wanted.page * PAGE
        return page_of_rows(ctx.work.session, ctx.access, self.block, which, limit=PAGE, offset=offset)

    def _heading(self, ctx: Context, wanted: _Wanted) -> Value:
        whose: Value = t("leads-team")
        if wanted.whose == _MINE:
            whose = self.mine
        elif wanted.whose == _MEMBER:
            names = {member.id: member.name for member in team(ctx.work.session, ctx.access)}
            whose = names.get(wanted.id) or whose
        elif wanted.whose == _EVENT:
            fairs = {fair.id: fair.name for fair in fairs_of(ctx.work.session, ctx.access)}
            whose = fairs.get(wanted.id) or t("leads-event")
        return Joined((whose, None if wanted.filter == FIRST else self.filters(ctx)[wanted.filter].name))

    def _count_line(self, ctx: Context, page: RowPage, wanted: _Wanted) -> Value:
        if not page.rows:
            return self.filters(ctx)[wanted.filter].none or self.none
        count: Value = t("list-many", count=page.count) if page.count == COUNT_LIMIT else page.count
        hot = t("list-hot", count=page.hot) if page.hot else None
        return Joined((shown_of(wanted.page, len(page.rows), count), hot))

    def _whose_buttons(self, ctx: Context, wanted: _Wanted) -> tuple[Button, ...]:
        """A rep of a private workspace has nobody else's to look at; colleagues one by one are for those who lead."""
        buttons = []
        if wanted.whose != _MINE:
            buttons.append(self._button(self.mine, _Wanted(_MINE, wanted.filter)))
        if wanted.whose != _TEAM and ctx.access.sees_team:
            buttons.append(self._button(t("leads-team"), _Wanted(_TEAM, wanted.filter)))
        if ctx.access.leads_others:
            buttons.append(Button(t("button-by-member"), self._menu(_MEMBER, wanted)))
        if self.by_event:
            buttons.append(Button(t("button-by-event"), self._menu(_EVENT, wanted)))
        return tuple(buttons)

    def _filter_buttons(self, ctx: Context, wanted: _Wanted) -> tuple[Button, ...]:
        filters = self.filters(ctx)
        buttons = [
            self._button(shown.name, replace(wanted, filter=letter, page=0))
            for letter, shown in filters.items()
            if letter != wanted.filter and not shown.tucked_away
        ]
        if self.menu is not None:
            buttons.append(Button(self.menu, self._menu(_BY_FILTER, wanted)))
        return tuple(buttons)

    def _on_by(self, ctx: Context, tap: Tap) -> Replies:
        """What can be chosen: a member, an event, a filter. The rest of what was chosen stays."""
        which, _, rest = tap.arg.partition(".")
        wanted = self._read(ctx, replace(tap, arg=f"{rest}.0"))
        choices: list[tuple[Value, _Wanted]] = []
        if which == _MEMBER and ctx.access.leads_others:
            members = team(ctx.work.session, ctx.access)
            choices = [(m.name, replace(wanted, whose=_MEMBER, id=m.id)) for m in members]
        elif which == _EVENT:
            fairs = fairs_of(ctx.work.session, ctx.access, limit=_MOST_EVENTS)
            choices = [(fair.name, replace(wanted, whose=_EVENT, id=fair.id)) for fair in fairs]
        elif which == _BY_FILTER:
            tucked = [(letter, f) for letter, f in self.filters(ctx).items() if f.tucked_away]
            choices = [(shown.name, replace(wanted, filter=letter)) for letter, shown in tucked]
        buttons = [self._button(label, choice) for label, choice in choices]
        none = t("leads-no-events") if which == _EVENT else self.none
        back = self._button(t("button-back"), wanted)
        line = t("leads-choose") if choices else none
        return [Reply((line,), (*in_rows(buttons), (back,)), edits=ctx.incoming.message_id)]

    def _tap(self, wanted: _Wanted) -> Tap:
        return Tap(self.verb, wanted.id, 0, wanted.arg)

    def _button(self, label: Value, wanted: _Wanted) -> Button:
        return Button(label, encode(self.verb, wanted.id, arg=wanted.arg))

    def _menu(self, which: str, wanted: _Wanted) -> str:
        return encode(f"{self.verb}-by", wanted.id, arg=f"{which}.{wanted.whose}.{wanted.filter}")


def _labels(ctx: Context, rows: tuple[Subject, ...], *, whose: str) -> list[Value]:
    """With the holder's name in a list of several, and where a colleague holds what one sees among one's own."""
    labels = labels_of(ctx.work.session, rows)
    mixed = whose in (_TEAM, _EVENT)
    named = {row.holder_id for row in rows if mixed or row.holder_id != ctx.member.id}
    if whose == _MEMBER or not named:
        return labels
    names = {m.id: m.name for m in team(ctx.work.session, ctx.access) if m.id in named}
    return [
        t("list-of-member", lead=label, member=names[row.holder_id]) if row.holder_id in names else label
        for row, label in zip(rows, labels, strict=True)
    ]
