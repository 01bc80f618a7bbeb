""" "Tom: call Bosch tomorrow": a manager or owner makes that member's follow-up, and the member is told."""

from bot.callback import Tap, encode, id_in
from bot.cards.lead import next_step
from bot.cards.subject import subject_card
from bot.cards.titles import title_of, titles_of
from bot.chat import About, Bold, Button, Priority, Reply, t
from bot.context import Context
from bot.replies import put_out
from bot.room import Replies, Room
from bot.whom import bearing, found_by_letters
from crm.capture.draft import Assignment, DraftLead
from crm.capture.read import read_lead, read_message
from crm.errors import Refused
from crm.ids import to_base36
from crm.store.blocks import Subject
from crm.store.conversion import find_current, get_current
from crm.store.members import Who, team, who_is
from crm.usecases.assign_follow_up import (
    Assigned,
    assign_follow_up,
    check_may_assign,
    was_assigned,
)

_TO, _FOR_ME = "assign-to", "assign-me"


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
        subject = find_current(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
        if subject is None:
            return [Reply((t("assign-about-whom"),))]
        return _assign(ctx, whose, subject, assignment)
    found = found_by_letters(ctx, assignment.about)
    if not found:
        return _assign(ctx, whose, None, assignment)
    sure = _the_one(ctx, found, assignment.about, whose)
    return _assign(ctx, whose, sure, assignment) if sure else [_which(ctx, found, assignment)]


def _the_one(ctx: Context, found: list[Subject], about: str, whose: Who) -> Subject | None:
    """The only one that bears all the words; of several the only one that the member holds."""
    named = bearing(ctx, found, about)
    held = [subject for subject in named if subject.holder_id == whose.member.id]
    return next((rows[0] for rows in (named, held) if len(rows) == 1), None)


def _which(ctx: Context, found: list[Subject], assignment: Assignment) -> Reply:
    turn = to_base36(ctx.work.turn_id)
    titles = titles_of(ctx.work.session, found)
    rows = tuple(
        (Button(title, encode(_TO, row.id, arg=turn)),) for title, row in zip(titles, found, strict=True)
    )
    new = Button(t("button-new-lead"), encode(_TO, 0, arg=turn))
    ignore = Button(t("button-ignore"), encode("ignore", ctx.work.turn_id))
    return Reply((t("assign-which", query=assignment.about),), (*rows, (new, ignore)))


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """Whom was meant, or a new one (id 0); arg: the turn of the message."""
    subject = get_current(ctx.work.session, ctx.access, tap.id) if tap.id else None
    return _from_message(ctx, id_in(tap.arg), subject, for_me=False)


def _on_for_me(ctx: Context, tap: Tap) -> Replies:
    return _from_message(ctx, tap.id, None, for_me=True)


def _from_message(ctx: Context, turn_id: int, subject: Subject | None, *, for_me: bool) -> Replies:
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
    replies = (
        _find_and_assign(said, whose, assignment) if for_me else _assign(said, whose, subject, assignment)
    )
    ctx.toast = said.toast
    return [Reply(r.lines, r.buttons, about=r.about, edits=ctx.incoming.message_id) for r in replies]


def _assign(ctx: Context, whose: Who, subject: Subject | None, assignment: Assignment) -> Replies:
    name, organisation = (None, None) if subject else _named(ctx, assignment.about or "")
    done = assign_follow_up(
        ctx.work,
        ctx.who,
        whose,
        subject,
        assignment,
        name=name,
        organisation=organisation,
        text=ctx.incoming.text,
        written_at=ctx.incoming.written_at,
    )
    told = _tell(ctx, whose, done)
    key = "assigned-me" if whose.member.id == ctx.member.id else "assigned" if told else "assigned-untold"
    return [
        subject_card(
            ctx,
            done.subject,
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
            Bold(title_of(ctx.work.session, done.subject)),
            t("lead-next", step=next_step(done.planned.follow_up)),
        ),
        buttons=((Button(t("button-to-card"), encode("open", done.subject.id)),),),
        about=(About(done.subject.__tablename__, done.subject.id),),
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
