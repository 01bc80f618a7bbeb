"""A card opened from a list, its timeline, and the way back."""

from bot.callback import Tap, encode
from bot.cards.lead_list import read_page, read_way_back
from bot.cards.opened import opened_card
from bot.cards.timeline import PAGE, activity_line
from bot.cards.titles import title_of
from bot.chat import About, Bold, Button, Reply, t
from bot.context import Context
from bot.room import Replies, Room
from crm.store.blocks import Subject, get_subject
from crm.store.leads import timeline
from crm.store.members import team


def _on_open(ctx: Context, tap: Tap) -> Replies:
    """tap.arg: the list to go back to, "" for none."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    return [opened_card(ctx, subject, back=tap.arg, edits=ctx.incoming.message_id)]


def _on_timeline(ctx: Context, tap: Tap) -> Replies:
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    page, _, back = tap.arg.partition("~")
    ctx.shows(subject)
    return [_timeline(ctx, subject, read_page(page), back if read_way_back(back) else "")]


def _timeline(ctx: Context, subject: Subject, page: int, back: str) -> Reply:
    session = ctx.work.session
    found = timeline(session, subject, limit=PAGE + 1, offset=page * PAGE)
    names = {member.id: member.name for member in team(session, ctx.access)} | {ctx.member.id: ""}
    lines = [activity_line(activity, ctx.zone, ctx.today, names) for activity in found[:PAGE]]
    buttons = []
    if page:
        buttons.append(
            Button(t("button-page-before"), encode("timeline", subject.id, arg=f"{page - 1}~{back}"))
        )
    buttons.append(Button(t("button-to-card"), encode("open", subject.id, arg=back)))
    if len(found) > PAGE:
        buttons.append(
            Button(t("button-page-after"), encode("timeline", subject.id, arg=f"{page + 1}~{back}"))
        )
    return Reply(
        (Bold(title_of(session, subject)), *(lines or [t("timeline-empty")])),
        (tuple(buttons),),
        about=(About(subject.__tablename__, subject.id),),
        edits=ctx.incoming.message_id,
    )


ROOM = Room(taps={"open": _on_open, "timeline": _on_timeline})
