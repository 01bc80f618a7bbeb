"""The one interface of understanding: what a message means, as plain data."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from crm.money import Money


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names that this workspace already uses, as written; they help to read terse text."""

    organisations: tuple[str, ...] = ()
    fairs: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around a message before reading it.

    moment: when it was written, an aware datetime. zone: the member's zone.
    region: ISO 3166 alpha-2 of the member, the last resort for phone numbers.
    language: "en", "nl" or "de", the member's; the text may be in another one.
    fair_country: ISO 3166 alpha-2 of the running event, where there is one.
    """

    moment: datetime
    zone: ZoneInfo
    region: str = "NL"
    language: str = "en"
    fair_country: str | None = None
    gazetteer: Gazetteer = field(default_factory=Gazetteer)


@dataclass(frozen=True, slots=True)
class Phone:
    """e164: "+31612345678". written: as typed. country: ISO alpha-2 that was taken.

    others: countries where the same digits are a valid number too, likeliest first; empty where nothing was guessed.
    """

    e164: str
    written: str
    country: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """A local day, and a local wall time where one was said. written: the words it was read from."""

    day: date
    clock: time | None
    written: str


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    title: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftLead:
    """What one message says of one lead. Every character typed stands in a field or in `note`.

    next_action: what is to be done next in the writer's words ("call him about the quote"), without the date words;
    None where nothing was asked for. note: everything that went into no other field, in the order typed.
    others: further people in the message.
    """

    name: str | None = None
    title: str | None = None
    organisation: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    website: str | None = None
    source: str | None = None
    value: Money | None = None
    next_action: str | None = None
    due: Due | None = None
    hot: bool = False
    supplier: bool = False
    note: str = ""
    others: tuple[Person, ...] = ()
    is_lead: bool = False


class ActivityKind(StrEnum):
    CAPTURE = "capture"
    NOTE = "note"
    CALL = "call"
    EMAIL = "email"
    MESSAGE = "message"
    VISIT = "visit"
    MEETING = "meeting"
    QUOTE = "quote"
    CONTRACT = "contract"
    STATUS = "status"
    STAGE = "stage"
    CONVERSION = "conversion"


class Direction(StrEnum):
    """OUT: we went to them. IN: they came to us."""

    OUT = "out"
    IN = "in"


class Outcome(StrEnum):
    SPOKE = "spoke"
    NO_ANSWER = "no-answer"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong-number"


class FormalKind(StrEnum):
    """What makes a relation formal. ORDERED: they did. WE_ORDERED: we did, from a supplier, or they confirmed it."""

    QUOTE_SENT = "quote-sent"
    QUOTE_RECEIVED = "quote-received"
    CONTRACT_SIGNED = "contract-signed"
    ORDERED = "ordered"
    WE_ORDERED = "we-ordered"


@dataclass(frozen=True, slots=True)
class FormalStep:
    """A formal step that was told as done. value: its amount, None where none was said. valid_until: of a quote, local."""

    kind: FormalKind
    value: Money | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class LogDraft:
    """A log in words. about: whom it names, as typed ("Jansen", "Philips"), None where nobody is named.

    outcome only for calls. text: the whole message as typed. next_action/due: the follow-up that it asks for.
    formal: the quote, contract or order that it tells of, for kinds QUOTE and CONTRACT.
    """

    kind: ActivityKind
    direction: Direction
    outcome: Outcome | None
    about: str | None
    text: str
    next_action: str | None = None
    due: Due | None = None
    value: Money | None = None
    formal: FormalStep | None = None


class EndingKind(StrEnum):
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a deal ended. value: what it was won for, None where that was not said. words: what was said besides, as typed.

    reasons: standard reasons for losing (crm/rules/stages.py) that the words may mean, in the order said.
    next_action/due: the follow-up that is asked for.
    """

    kind: EndingKind
    value: Money | None = None
    words: str = ""
    reasons: tuple[str, ...] = ()
    next_action: str | None = None
    due: Due | None = None


class QuestionKind(StrEnum):
    TODAY = "today"
    ABOUT = "about"
    NOT_FOLLOWED_UP = "not-followed-up"


@dataclass(frozen=True, slots=True)
class Question:
    """about: whom it names, for QuestionKind.ABOUT ("what did I agree with Philips?")."""

    kind: QuestionKind
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """ "Jan: call Bosch tomorrow": a follow-up for another member. member: as in Gazetteer.members."""

    member: str
    about: str | None
    action: str
    due: Due | None


class Intent(StrEnum):
    QUESTION = "question"
    ASSIGNMENT = "assignment"
    ENDING = "ending"
    LOG = "log"
    CONTINUATION = "continuation"
    CAPTURE = "capture"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a message in the chat is. `draft` is always filled; of the others, the one that `intent` names.

    formal: a quote, contract or order told as done, whatever the intent: a capture may tell of one too.
    tags: of a continuation that is nothing else. stranger: of what is unclear, who is spoken to as a colleague and is none.
    """

    intent: Intent
    draft: DraftLead
    question: Question | None = None
    ending: Ending | None = None
    log: LogDraft | None = None
    assignment: Assignment | None = None
    formal: FormalStep | None = None
    tags: tuple[str, ...] = ()
    stranger: str | None = None


class ReplyIntent(StrEnum):
    ENDING = "ending"
    LOG = "log"
    CORRECTION = "correction"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Correction:
    """One field and its new value; exactly one of the value fields is set.

    field: "email", "phone", "value", "due", "name", "organisation", "title". denied: what "not X, Y" denied, as typed;
    denied_due, denied_value: the moment or amount that it is, None where it is none.
    """

    field: str
    text: str | None = None
    phone: Phone | None = None
    value: Money | None = None
    due: Due | None = None
    denied: str | None = None
    denied_due: Due | None = None
    denied_value: Money | None = None


@dataclass(frozen=True, slots=True)
class ReplyUnderstanding:
    """What a reply to a card is. short: four words or fewer, so it may be a name or an organisation."""

    intent: ReplyIntent
    draft: DraftLead
    ending: Ending | None = None
    log: LogDraft | None = None
    correction: Correction | None = None
    short: bool = False
