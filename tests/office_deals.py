"""Accounts, contacts and deals in the office of conversation tests, as a conversion makes them."""

from typing import Any

from sqlalchemy import select

from crm.models import Account, Member, Opportunity, Workspace
from crm.money import Money
from crm.store.leads import reaches_of
from crm.store.members import Who
from crm.store.work import Work, start_work
from crm.usecases.convert_lead import Converted, convert_lead
from crm.usecases.open_opportunity import open_opportunity
from crm.usecases.reindex import reindex
from tests.chat_client import Chat, Office
from tests.factories import add_lead

EURO_12400 = Money(1_240_000, "EUR")


def who_is_chatting(session: Any, chat: Chat) -> Who:
    member = session.scalars(select(Member).where(Member.user_id == chat.user_id)).one()
    return Who(member, session.get(Workspace, member.workspace_id))


def a_turn(session: Any, office: Office, who: Who) -> Work:
    return start_work(session, office.clock(), office.ids, office.ids(), who.member.id)


def an_account(
    chat: Chat,
    name: str | None = "Klaus Berger",
    organisation: str | None = "Bosch Rexroth",
    *,
    email: str = "klaus@bosch.com",
    phone: str = "+49402345678",
    value: Money | None = EURO_12400,
    deal: str = "Sensors",
    **fields: Any,
) -> Converted:
    """A lead of this person that has converted, with a deal where it has a value; its rows are detached copies."""
    office = chat.office
    with office.database.begin() as session:
        who = who_is_chatting(session, chat)
        session.info.pop("work", None)
        lead = add_lead(
            session,
            who.member,
            name,
            organisation,
            id=office.ids(),
            note=deal,
            emails=[email] if email else [],
            phones=[phone] if phone else [],
            value_minor=value.minor if value else None,
            currency=value.currency if value else None,
            created_at=office.clock(),
            **fields,
        )
        work = a_turn(session, office, who)
        reindex(work, lead)
        assert reaches_of(session, lead) or not (email or phone)
        return convert_lead(work, who, lead)


def a_deal(chat: Chat, account_id: int, name: str, value: Money | None = None) -> Opportunity:
    """A further deal of an account."""
    with chat.office.database.begin() as session:
        who = who_is_chatting(session, chat)
        account = session.get_one(Account, (who.workspace.id, account_id))
        return open_opportunity(a_turn(session, chat.office, who), who, account, name=name, value=value)


def rows_of(office: Office, kind: type[Any]) -> list[Any]:
    """What is there, deleted rows left out."""
    with office.database.begin() as session:
        return list(session.scalars(select(kind).where(kind.deleted_at.is_(None)).order_by(kind.id)))
