"""Correcting a lead by one tap and one word: its fields, its priority, the country of a number."""

from dataclasses import dataclass

from bot.callback import Tap, encode
from bot.cards.lead import lead_card
from bot.chat import Button, Value, t
from bot.context import Context
from bot.dialogue import Ask, Choice, Conversation, NotUnderstoodError
from bot.questions import start
from bot.room import Replies, Room
from crm.capture.read import read_email, read_money, read_phone
from crm.models import Lead, Reach
from crm.money import Money, currency_of
from crm.store.leads import get_lead
from crm.usecases.edit_lead import edit_lead, set_email, set_hot, set_phone, set_phone_country

_FIELDS = ("name", "organisation", "title", "phone", "email", "value", "source", "website", "note")
_CLEAR = ""


@dataclass(frozen=True, slots=True)
class EditDraft:
    """lead: its id as text. rev: of the lead when the question was asked."""

    lead: str
    rev: int
    field: str
    value: str | None = None


def _parse(ctx: Context, text: str) -> str:
    """Checks what can be checked; the use case gets the member's own words."""
    state = ctx.open
    assert state is not None
    match state.draft.field:
        case "phone":
            if read_phone(text, ctx.surroundings) is None:
                raise NotUnderstoodError("not-a-phone")
        case "email":
            if read_email(text) is None:
                raise NotUnderstoodError("not-an-email")
        case "value":
            if read_money(text) is None:
                raise NotUnderstoodError("not-an-amount")
    return text


def _choices(ctx: Context, draft: EditDraft) -> tuple[Choice, ...]:
    return () if draft.field in ("phone", "email") else (Choice(t("button-clear"), _CLEAR),)


def _question_args(ctx: Context, draft: EditDraft) -> dict[str, Value]:
    return {"field": t(f"field-{draft.field}")}


def _finish(ctx: Context, draft: EditDraft) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, int(draft.lead))
    _set(ctx, lead, draft.field, draft.value or "", rev=draft.rev)
    return [lead_card(ctx, lead, turn_id=ctx.work.turn_id)]


EDIT = Conversation(
    name="edit-lead",
    version=1,
    draft=EditDraft,
    asks=(Ask("value", "ask-field", _parse, optional=False, choices=_choices, args=_question_args),),
    finish=_finish,
    takes_any_text=True,
)


def _set(ctx: Context, lead: Lead, field: str, text: str, *, rev: int) -> None:
    phone = read_phone(text, ctx.surroundings) if field == "phone" else None
    email = read_email(text) if field == "email" else None
    if phone is not None:
        set_phone(ctx.work, ctx.access, lead, phone)
    elif email is not None:
        set_email(ctx.work, ctx.access, lead, email)
    elif field == "value":
        money = read_money(text) if text else None
        value = (
            Money(money.minor, money.currency or lead.currency or currency_of(ctx.who.country))
            if money
            else None
        )
        edit_lead(ctx.work, ctx.access, lead, rev=rev, value=value)
    else:
        edit_lead(ctx.work, ctx.access, lead, rev=rev, **{field: text or None})


def _on_edit(ctx: Context, tap: Tap) -> Replies:
    """The card stays, its buttons become the fields."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    fields = [Button(t(f"field-{name}"), encode("field", lead.id, arg=name)) for name in _FIELDS]
    rows = tuple(tuple(fields[i : i + 3]) for i in range(0, len(fields), 3))
    more = (
        Button(t("button-status"), encode("status", lead.id)),
        Button(t("button-give"), encode("give", lead.id)),
        Button(t("button-back"), encode("card", lead.id)),
    )
    return [lead_card(ctx, lead, buttons=(*rows, more), edits=ctx.incoming.message_id)]


def _on_field(ctx: Context, tap: Tap) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    if tap.arg not in _FIELDS:
        ctx.toast = t("passed")
        return []
    return start(ctx, EDIT, EditDraft(str(lead.id), lead.rev, tap.arg))


def _on_card(ctx: Context, tap: Tap) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    return [lead_card(ctx, lead, edits=ctx.incoming.message_id)]


def _on_hot(ctx: Context, tap: Tap) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    set_hot(ctx.work, ctx.access, lead, tap.arg == "1")
    return [lead_card(ctx, lead, turn_id=ctx.work.turn_id, edits=ctx.incoming.message_id)]


def _on_country(ctx: Context, tap: Tap) -> Replies:
    """[It's NL]: the digits as typed, read as a number of that country."""
    reach = ctx.work.session.get(Reach, (ctx.access.workspace_id, tap.id))
    lead = get_lead(ctx.work.session, ctx.access, reach.lead_id if reach else 0)
    set_phone_country(ctx.work, ctx.access, lead, tap.id, tap.arg)
    return [lead_card(ctx, lead, turn_id=ctx.work.turn_id, edits=ctx.incoming.message_id)]


ROOM = Room(
    taps={"edit": _on_edit, "field": _on_field, "card": _on_card, "hot": _on_hot, "country": _on_country},
    conversations=(EDIT,),
)
