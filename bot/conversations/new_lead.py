"""/lead: guided, for who likes questions. Asks only for what is missing; every step can be skipped."""

from dataclasses import dataclass, replace

from bot.callback import Tap
from bot.cards.lead import lead_card
from bot.chat import t
from bot.commanded import commanded
from bot.context import Context
from bot.dialogue import Ask, Conversation, NotUnderstoodError
from bot.questions import start
from bot.room import Replies, Room
from crm.capture.draft import DraftLead
from crm.capture.read import read_due, read_email, read_lead, read_phone
from crm.usecases.capture_lead import capture_lead


@dataclass(frozen=True, slots=True)
class NewLeadDraft:
    """said: what followed the command, as typed. The others as typed, too; they are read when all is known."""

    said: str = ""
    name: str | None = None
    organisation: str | None = None
    phone: str | None = None
    email: str | None = None
    step: str | None = None
    note: str | None = None


def _as_typed(ctx: Context, text: str) -> str:
    return text


def _phone(ctx: Context, text: str) -> str:
    if read_phone(text, ctx.surroundings) is None:
        raise NotUnderstoodError("not-a-phone")
    return text


def _email(ctx: Context, text: str) -> str:
    if read_email(text) is None:
        raise NotUnderstoodError("not-an-email")
    return text


def _step(ctx: Context, text: str) -> str:
    if read_lead(text, ctx.surroundings).due is None and read_due(text, ctx.surroundings) is None:
        raise NotUnderstoodError("not-a-time")
    return text


def _finish(ctx: Context, draft: NewLeadDraft) -> Replies:
    made = _draft_lead(ctx, draft)
    text = "\n".join(part for part in (draft.said, *_answers(draft)) if part)
    done = capture_lead(
        ctx.work, ctx.who, made, text=text, written_at=ctx.incoming.written_at, fair=ctx.fair, always_new=True
    )
    return [lead_card(ctx, done.lead, turn_id=ctx.work.turn_id, moved_from=done.moved_from)]


NEW_LEAD = Conversation(
    name="new-lead",
    version=1,
    draft=NewLeadDraft,
    asks=(
        Ask("name", "lead-ask-name", _as_typed),
        Ask("organisation", "lead-ask-organisation", _as_typed),
        Ask("phone", "lead-ask-phone", _phone),
        Ask("email", "lead-ask-email", _email),
        Ask("step", "lead-ask-step", _step),
        Ask("note", "lead-ask-note", _as_typed),
    ),
    finish=_finish,
)


def _on_lead(ctx: Context) -> Replies:
    """ "/lead Boris": what follows the command is not asked again."""
    said = ctx.said
    known = read_lead(said, ctx.surroundings) if said else DraftLead()
    draft = NewLeadDraft(
        said=said,
        name=known.name or (said if said and not known.is_lead else None),
        organisation=known.organisation,
        phone=known.phones[0].written if known.phones else None,
        email=known.emails[0] if known.emails else None,
        step=said if known.due else None,
    )
    return start(ctx, NEW_LEAD, draft)


def _on_new(ctx: Context, tap: Tap) -> Replies:
    """[New lead] where nobody was found. tap.id: the turn of the message that named them."""
    message = ctx.recall(tap.id)
    if message is None:
        ctx.toast = t("passed")
        return []
    ctx.said = commanded(message.text)[1]
    return _on_lead(ctx)


def _draft_lead(ctx: Context, draft: NewLeadDraft) -> DraftLead:
    """What the command line said, with the answers on top."""
    around = ctx.surroundings
    made = read_lead(draft.said, around) if draft.said else DraftLead()
    asked_step = draft.step if draft.step and draft.step != draft.said else None
    step = read_lead(asked_step, around) if asked_step else made
    phone = read_phone(draft.phone, around) if draft.phone else None
    email = read_email(draft.email) if draft.email else None
    note = [made.note if made.name or made.organisation else "", draft.note or ""]
    return replace(
        made,
        name=draft.name,
        organisation=draft.organisation,
        phones=made.phones or ((phone,) if phone else ()),
        emails=made.emails or ((email,) if email else ()),
        due=step.due or (read_due(asked_step, around) if asked_step else None),
        next_action=step.next_action,
        note="\n".join(part for part in note if part),
        is_lead=True,
    )


def _answers(draft: NewLeadDraft) -> list[str]:
    typed = (draft.name, draft.organisation, draft.phone, draft.email, draft.step, draft.note)
    return [part for part in typed if part and part not in draft.said]


ROOM = Room(commands={"lead": _on_lead}, taps={"new-lead": _on_new}, conversations=(NEW_LEAD,))
