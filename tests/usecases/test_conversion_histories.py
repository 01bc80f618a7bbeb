"""Random histories of leads that are captured, worked on, quoted, converted and undone: nothing is ever lost."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.access import Role
from crm.capture.draft import ActivityKind, Direction, DraftLead, Due, Outcome
from crm.errors import Refused
from crm.models import (
    Activity,
    Block,
    Change,
    ContactRole,
    CustomField,
    CustomValue,
    FieldKind,
    File,
    FollowUp,
    Lead,
    Tag,
    Tagging,
    Turn,
)
from crm.models.base import Base, Journaled
from crm.money import Money
from crm.store.blocks import MODELS, Subject
from crm.store.conversion import become, matches_of, quotes_of
from crm.store.database import Database
from crm.store.leads import reaches_of
from crm.store.members import Who, who_is
from crm.store.recorder import CREATED
from crm.store.stages import pipeline
from crm.store.turns import note_turn
from crm.store.work import Work, nothing_left_if_refused, start_work
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.after_conversion import not_now, open_for_converted, set_role
from crm.usecases.capture_lead import capture_lead
from crm.usecases.convert_lead import convert_lead
from crm.usecases.keep_file import NewFile, keep_file
from crm.usecases.log_activity import log_activity
from crm.usecases.log_quote import log_quote
from crm.usecases.part_of_turn import part_of_turn, turn_of_quote
from crm.usecases.preview_conversion import contact_for
from crm.usecases.undo_turn import UNDONE, undo_turn
from tests.clock import START
from tests.deal_desk import picture
from tests.factories import add_member, add_workspace, next_id

PEOPLE = (
    DraftLead(name="Klaus Berger", organisation="Bosch GmbH", emails=("klaus@bosch.com",), note="40 sensors"),
    DraftLead(name="Mia Kurz", organisation="BOSCH", title="Einkauf", source="Hannover", hot=True),
    DraftLead(name="Klaus Berger", organisation="Bosch", emails=("klaus@bosch.com",), title="CTO"),
    DraftLead(name="Piet Bos", emails=("piet@gmail.com",), value=Money(1_200_000, "EUR")),
    DraftLead(organisation="Philips", website="philips.com", supplier=True),
)
OF_A_LEAD = ("name", "title", "organisation", "website", "source", "note", "hot")
WORKED = (Activity, FollowUp, File)

BEGINNING = (("capture", 0, True), ("capture", 1, True), ("tag", 0, True), ("field", 0, True))
STEPS = (
    *("capture", "note", "call", "follow-up", "file", "tag", "field", "quote", "contract", "convert"),
    *("convert", "answer", "answer", "role", "open", "not-now", "undo", "undo", "undo-any"),
)
steps = st.lists(
    st.tuples(
        st.sampled_from(STEPS),
        st.integers(0, 9),
        st.booleans(),
    ),
    min_size=1,
    max_size=10,
)


class _Over(Exception):  # noqa: N818 (nothing is wrong)
    """Rolls the history back."""


@dataclass
class History:
    """before: what was there before each turn, by its id. said: of each lead, what its fields said when it was captured."""

    session: Session
    workspace_id: int
    member_id: int
    before: dict[int, dict[str, Any]] = field(default_factory=dict)
    said: dict[int, dict[str, Any]] = field(default_factory=dict)

    def take(self, step: str, number: int, choice: bool) -> None:
        """One turn, as the bot takes it; what is refused leaves nothing."""
        work = start_work(self.session, START, next_id, next_id(), self.member_id)
        before = picture(self.session)
        with suppress(Refused), nothing_left_if_refused(self.session):
            DO[step](self, work, number, choice)
            self.session.flush()
        if work.turn is not None and work.turn.what != UNDONE:
            self.before[work.turn_id] = before

    def who(self) -> Who:
        who = who_is(self.session, self.workspace_id, self.member_id)
        assert who is not None
        return who

    def lead(self, number: int) -> Lead:
        """One that is there. Raises Refused where none is."""
        query = select(Lead).where(Lead.workspace_id == self.workspace_id, Lead.deleted_at.is_(None))
        leads = list(self.session.scalars(query.order_by(Lead.id)))
        if not leads:
            raise Refused("passed")
        return leads[number % len(leads)]

    def subject(self, number: int, as_lead: bool) -> Subject:
        """The lead itself, or what it has become."""
        lead = self.lead(number)
        return lead if as_lead else become(self.session, self.who().access, lead)

    def standing(self) -> list[Turn]:
        query = select(Turn).where(
            Turn.workspace_id == self.workspace_id, Turn.undone_by.is_(None), Turn.what != UNDONE
        )
        return list(self.session.scalars(query.order_by(Turn.id)))


def _capture(history: History, work: Work, number: int, choice: bool) -> None:
    draft = PEOPLE[number % len(PEOPLE)]
    done = capture_lead(work, history.who(), draft, text="met", written_at=START, fair=None, always_new=True)
    history.said[done.lead.id] = {name: getattr(done.lead, name) for name in OF_A_LEAD}


def _note(history: History, work: Work, number: int, choice: bool) -> None:
    subject = history.subject(number, choice)
    log_activity(work, history.who().access, subject, ActivityKind.NOTE, happened_at=START, text="note")


def _call(history: History, work: Work, number: int, choice: bool) -> None:
    log_activity(
        work,
        history.who().access,
        history.subject(number, choice),
        ActivityKind.CALL,
        happened_at=START,
        direction=Direction.OUT,
        outcome=Outcome.SPOKE if number % 2 else Outcome.NO_ANSWER,
    )


def _follow_up(history: History, work: Work, number: int, choice: bool) -> None:
    who = history.who()
    due = Due(START.date(), None, "")
    add_follow_up(work, who.access, history.subject(number, choice), who, due, action="call", reason="")


def _file(history: History, work: Work, number: int, choice: bool) -> None:
    new = NewFile("document", 1, f"F{number}", f"U{number}")
    keep_file(work, history.who().access, history.subject(number, choice), new)


def _tag(history: History, work: Work, number: int, choice: bool) -> None:
    lead = history.lead(number)
    tag = history.session.scalars(select(Tag).where(Tag.workspace_id == history.workspace_id)).one()
    query = select(Tagging.id).where(Tagging.entity_id == lead.id, Tagging.deleted_at.is_(None))
    if lead.converted_at is not None or history.session.scalar(query) is not None:
        raise Refused("passed")
    note_turn(work, history.who().access, "turn-edited", lead.id)
    shared = {"workspace_id": history.workspace_id, "id": next_id()}
    work.session.add(Tagging(tag_id=tag.id, block=Block.LEAD, entity_id=lead.id, **shared))


def _field(history: History, work: Work, number: int, choice: bool) -> None:
    lead = history.lead(number)
    of_leads = (CustomField.workspace_id == history.workspace_id, CustomField.block == Block.LEAD)
    own = history.session.scalars(select(CustomField).where(*of_leads)).one()
    query = select(CustomValue.id).where(CustomValue.entity_id == lead.id)
    if lead.converted_at is not None or history.session.scalar(query) is not None:
        raise Refused("passed")
    note_turn(work, history.who().access, "turn-edited", lead.id)
    value = CustomValue(workspace_id=history.workspace_id, id=next_id(), field_id=own.id, entity_id=lead.id)
    value.value = f"size {number % 2}"
    work.session.add(value)


def _quote(history: History, work: Work, number: int, choice: bool) -> None:
    value = Money(100_000 * (number + 1), "EUR") if choice else None
    subject = history.subject(number, choice)
    log_quote(work, history.who(), subject, ActivityKind.QUOTE, happened_at=START, value=value)


def _contract(history: History, work: Work, number: int, choice: bool) -> None:
    subject = history.subject(number, choice)
    log_quote(work, history.who(), subject, ActivityKind.CONTRACT, happened_at=START)


def _convert(history: History, work: Work, number: int, choice: bool) -> None:
    """choice: to the account that matches, if any does."""
    lead, who, session = history.lead(number), history.who(), history.session
    found = matches_of(session, who.access, lead, reaches_of(session, lead)).accounts
    account = found[0].account if choice and found else None
    quote = next(iter(quotes_of(session, lead)), None)
    contact = contact_for(session, who, lead, account)
    convert_lead(work, who, lead, account=account, contact=contact, quote=quote)


def _answer(history: History, work: Work, number: int, choice: bool) -> None:
    """The question under a quote: the conversion is a part of its turn, as far as it can be."""
    quote = next(iter(quotes_of(history.session, history.lead(number))), None)
    turn = turn_of_quote(work, history.who().access, quote) if quote is not None else None
    with part_of_turn(work, turn):
        _convert(history, work, number, choice)
    if turn is not None:
        history.before = {id: before for id, before in history.before.items() if id <= turn.id}


def _role(history: History, work: Work, number: int, choice: bool) -> None:
    set_role(work, history.who().access, history.lead(number), list(ContactRole)[number % len(ContactRole)])


def _open(history: History, work: Work, number: int, choice: bool) -> None:
    open_for_converted(work, history.who(), history.lead(number))


def _not_now(history: History, work: Work, number: int, choice: bool) -> None:
    not_now(work, history.who().access, history.lead(number))


def _undo(history: History, work: Work, number: int, choice: bool) -> None:
    """The latest turn that stands: everything is exactly as it was before it."""
    turns = history.standing()
    if turns:
        undo_turn(work, history.who().access, turns[-1].id)
        before = history.before.get(turns[-1].id)
        assert before is None or picture(history.session) == before


def _undo_any(history: History, work: Work, number: int, choice: bool) -> None:
    """One in between: what was before later ones is then no longer what their undo restores."""
    turns = history.standing()
    if turns:
        undo_turn(work, history.who().access, turns[number % len(turns)].id)
        history.before.clear()


DO: dict[str, Callable[[History, Work, int, bool], None]] = {
    "capture": _capture,
    "note": _note,
    "call": _call,
    "follow-up": _follow_up,
    "file": _file,
    "tag": _tag,
    "field": _field,
    "quote": _quote,
    "contract": _contract,
    "convert": _convert,
    "answer": _answer,
    "role": _role,
    "open": _open,
    "not-now": _not_now,
    "undo": _undo,
    "undo-any": _undo_any,
}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=steps)
def test_nothing_is_ever_lost_and_undo_restores_exactly(
    sqlite_database: Database, taken: list[tuple[str, int, bool]]
) -> None:
    with suppress(_Over), sqlite_database.begin() as session:
        history = _begin(session)
        for step in (*BEGINNING, *taken):
            history.take(*step)
            _check(history)
        while turns := history.standing():
            history.take("undo", 0, True)
            assert len(history.standing()) < len(turns), f"{turns[-1].what} could not be undone"
            _check(history)
        raise _Over


def _begin(session: Session) -> History:
    workspace = add_workspace(session)
    boss = add_member(session, workspace, name="Ann", role=Role.OWNER)
    pipeline(start_work(session, START, next_id, next_id()), workspace.id)
    session.info.pop("work")
    session.add(Tag(workspace_id=workspace.id, id=next_id(), name="VIP", key="vip", created_at=START))
    for position, block in enumerate((Block.LEAD, Block.ACCOUNT, Block.CONTACT)):
        session.add(
            CustomField(
                workspace_id=workspace.id,
                id=next_id(),
                block=block,
                name="Size",
                key="size",
                kind=FieldKind.TEXT,
                position=position,
                created_at=START,
            )
        )
    session.flush()
    return History(session, workspace.id, boss.id)


def _check(history: History) -> None:
    history.session.expire_all()
    _all_made_is_there(history)
    _all_is_seen(history)
    _leads_say_what_they_said(history)


def _all_made_is_there(history: History) -> None:
    """Whatever a turn that stands has made is not deleted."""
    made = select(Change.entity, Change.entity_id).join(
        Turn, (Turn.workspace_id == Change.workspace_id) & (Turn.id == Change.turn_id)
    )
    made = made.where(Change.field == CREATED, Turn.undone_by.is_(None), Turn.what != UNDONE)
    kinds = {m.local_table.name: m.class_ for m in Base.registry.mappers if issubclass(m.class_, Journaled)}  # type: ignore[attr-defined]
    for entity, entity_id in history.session.execute(made):
        row = history.session.get(kinds[entity], (history.workspace_id, entity_id))
        assert row is not None and row.deleted_at is None, f"a {entity} is lost"


def _all_is_seen(history: History) -> None:
    """What was done and planned stands on something that is there; a lead's also on all that the lead became."""
    for row in _worked(history):
        shown = history.session.get(MODELS[row.block], (history.workspace_id, row.block_id))
        assert shown is not None and shown.deleted_at is None
        if row.lead_id is None:
            continue
        lead = history.session.get_one(Lead, (history.workspace_id, row.lead_id))
        converted = lead.converted_at is not None
        assert (row.account_id, row.contact_id, row.opportunity_id) == (
            lead.account_id if converted else None,
            lead.contact_id if converted else None,
            lead.opportunity_id,
        )


def _worked(history: History) -> Iterator[Any]:
    for kind in WORKED:
        query = select(kind).where(kind.workspace_id == history.workspace_id, kind.deleted_at.is_(None))
        yield from history.session.scalars(query)


def _leads_say_what_they_said(history: History) -> None:
    """And what they became says it too, or something else that was there before; tags and own fields are carried."""
    query = select(Lead).where(Lead.workspace_id == history.workspace_id, Lead.deleted_at.is_(None))
    for lead in history.session.scalars(query):
        assert {name: getattr(lead, name) for name in OF_A_LEAD} == history.said[lead.id]
        if lead.converted_at is None:
            continue
        became = [
            history.session.get(MODELS[block], (history.workspace_id, id))
            for block, id in ((Block.ACCOUNT, lead.account_id), (Block.CONTACT, lead.contact_id))
            if id is not None
        ]
        for row in became:
            assert row is not None and row.deleted_at is None
            assert _tags_of(history, lead.id) <= _tags_of(history, row.id)
            assert _fields_of(history, lead.id) == 0 or _fields_of(history, row.id) == 1
        for name in ("name", "title", "source"):
            assert getattr(lead, name) is None or any(getattr(row, name, None) for row in became)


def _tags_of(history: History, entity_id: int) -> set[int]:
    query = select(Tagging.tag_id).where(Tagging.entity_id == entity_id, Tagging.deleted_at.is_(None))
    return set(history.session.scalars(query))


def _fields_of(history: History, entity_id: int) -> int:
    query = select(CustomValue.id).where(CustomValue.entity_id == entity_id, CustomValue.deleted_at.is_(None))
    return len(list(history.session.scalars(query)))
