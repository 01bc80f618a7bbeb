""" "Tom: call Bosch tomorrow": a manager or owner makes that member's follow-up, and the member is told."""

from collections.abc import Callable

from bot.callback import Tap, encode, id_in
from bot.cards.lead import next_step
from bot.cards.subject import subject_card
from bot.cards.titles import title_of, titles_of
from bot.chat import About, Bold, Button, Joined, Priority, Reply, Value, t
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
from crm.store.leads import open_follow_ups
from crm.store.members import Who, team, who_is
from crm.usecases.assign_follow_up import (
    Assigned,
    assign_follow_up,
    check_may_assign,
    was_assigned,
)

_TO, _FOR_ME = "assign-to", "assign-me"
_MINE = "."
"""Ends the argument of a choice that is for whoever taps."""


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
    return _find_and_assign(ctx, whose, assignment, ctx.work.turn_id)


def _find_and_assign(ctx: Context, whose: Who, assignment: Assignment, turn_id: int) -> Replies:
    """turn_id: of the message."""
    if assignment.about is None:
        subject = find_current(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
        if subject is None:
            return [Reply((t("assign-about-whom"),))]
        return _assign(ctx, whose, subject, assignment)
    found = found_by_letters(ctx, assignment.about)
    sure = _the_one(ctx, found, assignment.about, whose)
    return _assign(ctx, whose, sure, assignment) if sure else [_which(ctx, whose, found, assignment, turn_id)]


def _the_one(ctx: Context, found: list[Subject], about: str, whose: Who) -> Subject | None:
    """The only one that bears all the words; of several the only one that the member holds."""
    named = bearing(ctx, found, about)
    held = [subject for subject in named if subject.holder_id == whose.member.id]
    return next((rows[0] for rows in (named, held) if len(rows) == 1), None)


def _which(ctx: Context, whose: Who, found: list[Subject], assignment: Assignment, turn_id: int) -> Reply:
    """Where nobody is known a lead of that name would be made, and the member told of it: that is asked too."""
    turn = to_base36(turn_id) + (_MINE if whose.member.id == ctx.member.id else "")
    titles = titles_of(ctx.work.session, found)
    rows = tuple(
        (Button(title, encode(_TO, row.id, arg=turn)),) for title, row in zip(titles, found, strict=True)
    )
    new = Button(t("button-new-lead"), encode(_TO, 0, arg=turn))
    ignore = Button(t("button-ignore"), encode("ignore", turn_id))
    line = t("assign-which", query=assignment.about)
    if not found:
        line = t("assign-unknown", query=assignment.about, name=whose.member.name)
    return Reply((line,), (*rows, (new, ignore)))


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """Whom was meant, or a new one (id 0); arg: the turn of the message, and whether it is for whoever taps."""
    subject = get_current(ctx.work.session, ctx.access, tap.id) if tap.id else None
    turn, mine, _ = tap.arg.partition(_MINE)

    def assign(said: Context, whose: Who, assignment: Assignment) -> Replies:
        return _assign(said, whose, subject, assignment)

    return _from_message(ctx, id_in(turn), assign, for_me=bool(mine))


def _on_for_me(ctx: Context, tap: Tap) -> Replies:
    def assign(said: Context, whose: Who, assignment: Assignment) -> Replies:
        return _find_and_assign(said, whose, assignment, tap.id)

    return _from_message(ctx, tap.id, assign, for_me=True)


def _from_message(
    ctx: Context, turn_id: int, assign: Callable[[Context, Who, Assignment], Replies], *, for_me: bool
) -> Replies:
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
    replies = assign(said, whose, assignment)
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
            lead_in=Joined((t(key, name=whose.member.name), _beside(ctx, done)), ": "),
            moved_from=done.planned.moved_from,
        )
    ]


def _beside(ctx: Context, done: Assigned) -> Value:
    """The step that was made, where others are open there too: the card shows the first of them."""
    ctx.work.session.flush()
    count = len(open_follow_ups(ctx.work.session, done.subject))
    step = next_step(done.planned.follow_up)
    return Joined((step, t("assigned-beside", count=count))) if count > 1 else None


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
