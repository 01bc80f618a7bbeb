""" "Tom: call Bosch tomorrow": a manager or owner makes that member's follow-up, and the member is told."""

from bot.callback import Tap, encode
from bot.cards.lead import lead_card, next_step, title_line
from bot.chat import About, Bold, Button, Joined, Priority, Reply, t
from bot.context import Context
from bot.replies import put_out
from bot.room import Replies, Room
from crm.capture.draft import Assignment, DraftLead
from crm.capture.read import read_lead, read_message
from crm.errors import Refused
from crm.ids import from_base36, to_base36
from crm.models import Lead
from crm.rules.folding import words
from crm.store.leads import find_lead, get_lead, leads_by_id
from crm.store.members import Who, team, who_is
from crm.store.search.find import find_leads
from crm.usecases.assign_follow_up import (
    Assigned,
    assign_follow_up,
    check_may_assign,
    was_assigned,
)

_TO, _FOR_ME = "assign-to", "assign-me"
_SEVERAL = 6


def assigned(ctx: Context, assignment: Assignment) -> Replies:
    whose = _member(ctx, assignment.member)
    if whose is None:
        return [Reply((t("assign-nobody", name=assignment.member),))]
    try:
        check_may_assign(ctx.who, whose)
    except Refused:
        for_me = Button(t("button-for-me"), encode(_FOR_ME, ctx.work.turn_id))
        ignore = Button(t("button-ignore"), encode("ignore", ctx.work.turn_id))
        return [Reply((t("assign-managers-only", name=whose.member.name),), ((for_me, ignore),))]
    return _find_and_assign(ctx, whose, assignment)


def _find_and_assign(ctx: Context, whose: Who, assignment: Assignment) -> Replies:
    if assignment.about is None:
        lead = find_lead(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
        if lead is None:
            return [Reply((t("assign-about-whom"),))]
        return _assign(ctx, whose, lead, assignment)
    found = leads_by_id(
        ctx.work.session,
        ctx.access,
        find_leads(
            ctx.work.session, ctx.access, assignment.about, region=ctx.surroundings.region, limit=_SEVERAL
        ),
    )
    if not found:
        return _assign(ctx, whose, None, assignment)
    sure = _the_one(found, assignment.about, whose)
    return _assign(ctx, whose, sure, assignment) if sure else [_which(ctx, found, assignment)]


def _the_one(found: list[Lead], about: str, whose: Who) -> Lead | None:
    """The only one that bears all the words; of several the only one that the member holds."""
    asked = set(words(about))
    named = [lead for lead in found if asked <= set(words(f"{lead.name or ''} {lead.organisation or ''}"))]
    if len(named) == 1:
        return named[0]
    held = [lead for lead in named if lead.holder_id == whose.member.id]
    return held[0] if len(held) == 1 else None


def _which(ctx: Context, found: list[Lead], assignment: Assignment) -> Reply:
    turn = to_base36(ctx.work.turn_id)
    buttons = [
        Button(Joined((lead.name, lead.organisation)), encode(_TO, lead.id, arg=turn)) for lead in found
    ]
    rows = tuple((button,) for button in buttons)
    new = Button(t("button-new-lead"), encode(_TO, 0, arg=turn))
    ignore = Button(t("button-ignore"), encode("ignore", ctx.work.turn_id))
    return Reply((t("assign-which", query=assignment.about),), (*rows, (new, ignore)))


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """The lead that was meant, or a new one (id 0); arg: the turn of the message."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id) if tap.id else None
    try:
        turn_id = from_base36(tap.arg)
    except ValueError:
        turn_id = 0
    return _from_message(ctx, turn_id, lead, for_me=False)


def _on_for_me(ctx: Context, tap: Tap) -> Replies:
    return _from_message(ctx, tap.id, None, for_me=True)


def _from_message(ctx: Context, turn_id: int, lead: Lead | None, *, for_me: bool) -> Replies:
    """Reads the message once more, as of when it was written. The tapped message becomes the answer."""
    message = ctx.recall(turn_id)
    said = ctx.earlier(message) if message is not None else None
    assignment = (
        read_message(said.said, said.surroundings, after_card=False).assignment if said is not None else None
    )
    whose = ctx.who if for_me else _member(ctx, assignment.member) if assignment is not None else None
    if message is None or said is None or assignment is None or whose is None:
        ctx.toast = t("passed")
        return []
    if was_assigned(ctx.work, ctx.who, whose, message.text, message.written_at):
        ctx.toast = t("passed")
        return []
    replies = _find_and_assign(said, whose, assignment) if for_me else _assign(said, whose, lead, assignment)
    ctx.toast = said.toast
    return [Reply(r.lines, r.buttons, about=r.about, edits=ctx.incoming.message_id) for r in replies]


def _assign(ctx: Context, whose: Who, lead: Lead | None, assignment: Assignment) -> Replies:
    name, organisation = (None, None) if lead else _named(ctx, assignment.about or "")
    done = assign_follow_up(
        ctx.work,
        ctx.who,
        whose,
        lead,
        assignment,
        name=name,
        organisation=organisation,
        text=ctx.incoming.text,
        written_at=ctx.incoming.written_at,
    )
    told = _tell(ctx, whose, done)
    key = "assigned-me" if whose.member.id == ctx.member.id else "assigned" if told else "assigned-untold"
    return [
        lead_card(
            ctx,
            done.lead,
            turn_id=ctx.work.turn_id,
            lead_in=t(key, name=whose.member.name),
            moved_from=done.planned.moved_from,
        )
    ]


def _named(ctx: Context, about: str) -> tuple[str | None, str | None]:
    """What nobody knows yet is taken for an organisation, unless it reads as a person."""
    draft: DraftLead = read_lead(about, ctx.surroundings)
    return (draft.name, draft.organisation) if draft.name else (None, about[:300])


def _tell(ctx: Context, whose: Who, done: Assigned) -> bool:
    """One message, which sounds: a colleague asks for something. False: nobody to be told."""
    member = whose.member
    if member.id == ctx.member.id or member.chat_id is None:
        return False
    message = Reply(
        lines=(
            t("assigned-to-you", name=ctx.member.name),
            Bold(title_line(done.lead)),
            t("lead-next", step=next_step(done.planned.follow_up)),
        ),
        buttons=((Button(t("button-to-card"), encode("open", done.lead.id)),),),
        about=(About("lead", done.lead.id),),
        sounds=True,
        priority=Priority.REMINDER,
        key=f"{ctx.work.turn_id}-assigned",
    )
    put_out(ctx.work, ctx.incoming.bot_id, member.chat_id, ctx.workspace.id, member.language, [message])
    return True


def _member(ctx: Context, name: str) -> Who | None:
    for member in team(ctx.work.session, ctx.access):
        if member.name == name:
            return who_is(ctx.work.session, ctx.access.workspace_id, member.id)
    return None


ROOM = Room(taps={_TO: _on_to, _FOR_ME: _on_for_me})
