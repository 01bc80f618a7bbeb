"""Correcting a row of any block by one tap and one word: its fields, its priority, the country of a number."""

from dataclasses import dataclass

from bot.callback import Tap, encode
from bot.cards.account import relation_name
from bot.cards.buttons import in_rows
from bot.cards.kept import back_button
from bot.cards.lead import hot_button
from bot.cards.subject import subject_card
from bot.chat import Button, Value, t
from bot.context import Context
from bot.dialogue import Ask, Choice, Conversation, NotUnderstoodError
from bot.questions import start
from bot.room import Replies, Room
from crm.capture.read import read_due, read_email, read_lead, read_money, read_phone
from crm.models import Account, Contact, Lead, Opportunity
from crm.money import Money
from crm.store.accounts import get_account
from crm.store.blocks import Subject, block_of, get_subject
from crm.usecases.edit_account import set_relation
from crm.usecases.edit_contact import set_contact_hot
from crm.usecases.edit_field import FIELDS, NEEDED, Said, edit_field
from crm.usecases.edit_lead import set_hot
from crm.usecases.set_phone_country import set_phone_country

_CLEAR = ""
_NOT_UNDERSTOOD = {
    "phone": "not-a-phone",
    "email": "not-an-email",
    "value": "not-an-amount",
    "close_day": "not-a-time",
    "website": "not-a-website",
}
_RELATIONS = {"c": (True, False), "s": (False, True), "b": (True, True)}
"""Letter in a button -> customer, supplier."""


@dataclass(frozen=True, slots=True)
class EditDraft:
    """subject: its id as text. rev: of the row when the question was asked."""

    subject: str
    rev: int
    field: str
    value: str | None = None


def _parse(ctx: Context, text: str) -> str:
    """Checks what can be checked; what was typed is read again when it is set."""
    state = ctx.open
    assert state is not None
    if _read(ctx, state.draft.field, text) is None:
        raise NotUnderstoodError(_NOT_UNDERSTOOD[state.draft.field])
    return text


def _read(ctx: Context, field: str, text: str) -> Said:
    """None where the text is not what the field holds, or empty."""
    match field:
        case "phone":
            return read_phone(text, ctx.surroundings)
        case "email":
            return read_email(text)
        case "value":
            return read_money(text)
        case "close_day":
            due = read_due(text, ctx.surroundings)
            return due.day if due is not None else None
        case "website":
            return read_lead(text, ctx.surroundings).website
        case _:
            return text or None


def _choices(ctx: Context, draft: EditDraft) -> tuple[Choice, ...]:
    subject = get_subject(ctx.work.session, ctx.access, int(draft.subject))
    if draft.field in ("phone", "email") or (block_of(subject), draft.field) in NEEDED:
        return ()
    return (Choice(t("button-clear"), _CLEAR),)


def _question_args(ctx: Context, draft: EditDraft) -> dict[str, Value]:
    return {"field": t(f"field-{draft.field.replace('_', '-')}")}


def _finish(ctx: Context, draft: EditDraft) -> Replies:
    subject = get_subject(ctx.work.session, ctx.access, int(draft.subject))
    value = _read(ctx, draft.field, draft.value or "")
    if isinstance(value, Money) and isinstance(subject, Lead | Opportunity):
        value = value.or_in(subject.currency or ctx.who.currency)
    edit_field(ctx.work, ctx.access, subject, draft.field, value, rev=draft.rev)
    return [subject_card(ctx, subject, turn_id=ctx.work.turn_id)]


EDIT = Conversation(
    name="edit",
    version=1,
    draft=EditDraft,
    asks=(Ask("value", "ask-field", _parse, optional=False, choices=_choices, args=_question_args),),
    finish=_finish,
)


def _on_edit(ctx: Context, tap: Tap) -> Replies:
    """The card stays, its buttons become the fields."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    fields = [
        Button(t(f"field-{name.replace('_', '-')}"), encode("field", subject.id, arg=name))
        for name in FIELDS[block_of(subject)]
    ]
    if isinstance(subject, Lead):
        fields += [Button(t("field-due"), encode("when", subject.id)), hot_button(subject)]
    rows = in_rows(fields, 3)
    last = (
        *_own_buttons(subject),
        Button(t("button-give"), encode("give", subject.id)),
        back_button(ctx, subject),
    )
    return [subject_card(ctx, subject, buttons=(*rows, last), edits=ctx.incoming.message_id)]


def _own_buttons(subject: Subject) -> tuple[Button, ...]:
    """What only a lead or an account has to be changed by a tap."""
    if isinstance(subject, Lead):
        return (Button(t("button-status"), encode("status", subject.id)),)
    return (
        (Button(relation_name(subject), encode("relation", subject.id)),)
        if isinstance(subject, Account)
        else ()
    )


def _on_field(ctx: Context, tap: Tap) -> Replies:
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    if tap.arg not in FIELDS[block_of(subject)]:
        ctx.toast = t("passed")
        return []
    return start(ctx, EDIT, EditDraft(str(subject.id), subject.rev, tap.arg))


def _on_card(ctx: Context, tap: Tap) -> Replies:
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    return [subject_card(ctx, subject, edits=ctx.incoming.message_id)]


def _on_hot(ctx: Context, tap: Tap) -> Replies:
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    match subject:
        case Lead():
            set_hot(ctx.work, ctx.access, subject, tap.arg == "1")
        case Contact():
            set_contact_hot(ctx.work, ctx.access, subject, tap.arg == "1")
        case _:
            ctx.toast = t("passed")
            return []
    return [subject_card(ctx, subject, turn_id=ctx.work.turn_id, edits=ctx.incoming.message_id)]


def _on_relation(ctx: Context, tap: Tap) -> Replies:
    """Without an argument the choices; with one it is that."""
    account = get_account(ctx.work.session, ctx.access, tap.id)
    here = ctx.incoming.message_id
    if tap.arg not in _RELATIONS:
        keys = {"c": "relation-customer", "s": "relation-supplier", "b": "relation-both"}
        buttons = [
            Button(t(key), encode("relation", account.id, account.rev, letter))
            for letter, key in keys.items()
        ]
        back = Button(t("button-back"), encode("edit", account.id))
        return [subject_card(ctx, account, buttons=(tuple(buttons), (back,)), edits=here)]
    customer, supplier = _RELATIONS[tap.arg]
    if (account.customer, account.supplier) == (customer, supplier):
        ctx.toast = t("passed")
        return []
    set_relation(ctx.work, ctx.access, account, customer=customer, supplier=supplier, rev=tap.rev)
    return [subject_card(ctx, account, turn_id=ctx.work.turn_id, edits=here)]


def _on_country(ctx: Context, tap: Tap) -> Replies:
    """[It's NL]: the digits as typed, read as a number of that country."""
    subject = set_phone_country(ctx.work, ctx.access, tap.id, tap.arg)
    return [subject_card(ctx, subject, turn_id=ctx.work.turn_id, edits=ctx.incoming.message_id)]


ROOM = Room(
    taps={
        "edit": _on_edit,
        "field": _on_field,
        "card": _on_card,
        "hot": _on_hot,
        "relation": _on_relation,
        "country": _on_country,
    },
    conversations=(EDIT,),
)
