"""What a handler is given: who speaks, what came in, and the turn's unit of work."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.chat import Incoming, Value
from bot.dialogue import Open
from crm.access import Access
from crm.capture.draft import Surroundings
from crm.models import Fair, Member, Workspace
from crm.rules.calendar import WorkCalendar
from crm.rules.local_time import local_day
from crm.store.blocks import Subject
from crm.store.fairs import running_fair
from crm.store.gazetteer import gazetteer_of
from crm.store.members import Who
from crm.store.work import Work

_UNREAD = object()


@dataclass(slots=True)
class Context:
    """One turn of one member. A handler reads through it, calls use cases with it, and returns replies.

    said: the text to go by: the message's, or a command's arguments. open: the conversation in hand, None for none;
    a handler that starts or ends one sets it. toast: a short answer to a tap.
    bot_username: for links, "" where it is not known yet. recall: an earlier message of this member by its inbox id;
    None when it is not theirs or was purged. stores_files: whether bytes of files are kept besides Telegram.
    taken_up: earlier messages that this turn goes by; their files go where their words go (bot/documents/kept.py).
    """

    incoming: Incoming
    work: Work
    who: Who
    said: str = ""
    open: Open | None = None
    toast: Value = None
    bot_username: str = ""
    recall: Callable[[int], Incoming | None] = lambda inbox_id: None
    stores_files: bool = False
    taken_up: list[Incoming] = field(default_factory=list)
    _surroundings: Surroundings | None = field(default=None, repr=False)
    _fair: Any = field(default=_UNREAD, repr=False)

    @property
    def access(self) -> Access:
        return self.who.access

    @property
    def member(self) -> Member:
        return self.who.member

    @property
    def workspace(self) -> Workspace:
        return self.who.workspace

    @property
    def language(self) -> str:
        return self.who.member.language

    @property
    def zone(self) -> ZoneInfo:
        return self.who.zone

    @property
    def calendar(self) -> WorkCalendar:
        return self.who.calendar

    @property
    def today(self) -> date:
        """The member's local day now."""
        return local_day(self.work.now, self.zone)

    @property
    def fair(self) -> Fair | None:
        """The event that ran when the message was written."""
        if self._fair is _UNREAD:
            day = local_day(self.incoming.written_at, self.zone)
            self._fair = running_fair(self.work.session, self.access, day)
        fair: Fair | None = self._fair
        return fair

    def knows_fair(self, newest: Fair | None) -> None:
        """newest: the event made last of those that may still run; None: none does. Saves reading it."""
        if newest is None or newest.last_day >= local_day(self.incoming.written_at, self.zone):
            self._fair = newest

    @property
    def surroundings(self) -> Surroundings:
        """For reading what was said: counts from when it was written, not from when it arrived."""
        if self._surroundings is None:
            fair = self.fair
            self._surroundings = Surroundings(
                moment=self.incoming.written_at,
                zone=self.zone,
                region=self.who.country or "NL",
                language=self.language,
                fair_country=fair.country if fair else None,
                gazetteer=gazetteer_of(self.work.session, self.access),
            )
        return self._surroundings

    def earlier(self, message: Incoming) -> "Context":
        """The same member's turn, as of an earlier message of theirs."""
        self.taken_up.append(message)
        return replace(
            self,
            incoming=replace(message, query_id=None),
            said=message.text,
            _surroundings=None,
            _fair=_UNREAD,
        )

    def goes_by(self, message: Incoming) -> None:
        """From here on this is the turn of an earlier message of the member: its words, its moment, its id."""
        self.incoming, self.said = message, message.text
        self.work.turn_id = message.entry_id
        self._surroundings, self._fair = None, _UNREAD

    def shows(self, subject: Subject) -> None:
        """Remembers what was shown last: /note, /call and a continuation go to it."""
        self.member.last_shown_id = subject.id
        self.member.last_shown_at = self.incoming.written_at
