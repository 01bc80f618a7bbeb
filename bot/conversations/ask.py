"""Questions in words: whom do I call today, who is waiting, what did we agree. Answering stores nothing."""

from bot.callback import Tap, encode
from bot.cards.digest import digest_card
from bot.cards.entry import names_of
from bot.cards.lead import next_step, phone_shown, short_name
from bot.cards.row_list import PAGE, row_list
from bot.cards.timeline import activity_line
from bot.cards.titles import title_of, titles_of
from bot.chat import About, Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from bot.room import Replies
from bot.whom import found_by_letters, the_one
from crm.capture.draft import Question, QuestionKind
from crm.models import Block, ReachKind
from crm.store.agenda import agenda_of
from crm.store.block_lists import RowFilter, page_of_rows
from crm.store.blocks import Subject
from crm.store.leads import open_follow_ups
from crm.store.subjects import reaches_of_all
from crm.store.timeline import entries

_LAST = 3
"""How many activities answer "what did we agree": with who it is, a number and the next step, six lines."""
_SEVERAL = 5


def answered(ctx: Context, question: Question) -> Replies:
    match question.kind:
        case QuestionKind.TODAY:
            return [digest_card(agenda_of(ctx.work.session, ctx.who, ctx.work.now), asked=True)]
        case QuestionKind.NOT_FOLLOWED_UP:
            return [_not_followed_up(ctx)]
        case QuestionKind.ABOUT:
            return [_about(ctx, question.about or "")]


def _not_followed_up(ctx: Context) -> Reply:
    session, access = ctx.work.session, ctx.access
    which = RowFilter(ctx.member.id, owed_on=ctx.today)
    page = page_of_rows(session, access, Block.LEAD, which, limit=PAGE)
    if not page.rows:
        return Reply((t("leads-none-owed"),))
    start = Button(t("button-start"), encode("walk-start", arg="n"))
    return row_list(
        (t("digest-owed", count=page.count, hot=page.hot),),
        page.rows,
        here=Tap("leads", arg="m.o.0"),
        more=((start,),),
    )


def _about(ctx: Context, whom: str) -> Reply:
    found = found_by_letters(ctx, whom)[:_SEVERAL]
    if not found:
        return Reply((t("find-none", query=whom), t("find-none-hint")))
    sure = found[0] if len(found) == 1 else the_one(ctx, found, whom)
    if sure is not None:
        return _said_with(ctx, sure)
    names = names_of(ctx)
    lines = [_last_said(ctx, row, names) for row in found]
    labels = titles_of(ctx.work.session, found)
    return row_list((Bold(t("ask-several", query=whom)), *lines), found, labels=labels)


def _said_with(ctx: Context, subject: Subject) -> Reply:
    """How to reach them, the next step, and what happened last."""
    session = ctx.work.session
    names = names_of(ctx)
    lines = [activity_line(a, ctx.zone, ctx.today, names) for a in entries(session, subject, limit=_LAST)]
    ctx.shows(subject)
    more = (
        Button(t("button-to-card"), encode("open", subject.id)),
        Button(t("button-timeline"), encode("timeline", subject.id, arg="0~")),
    )
    return Reply(
        (Bold(title_of(session, subject)), _reach_line(ctx, subject), _next_line(ctx, subject), *lines),
        (more,),
        about=(About(subject.__tablename__, subject.id),),
    )


def _last_said(ctx: Context, subject: Subject, names: dict[int, str]) -> Value:
    """ "Jan Smit: Mon 9 Mar 10:06 · Called, spoke: wants a demo"."""
    last = [activity_line(a, ctx.zone, ctx.today, names) for a in entries(ctx.work.session, subject, limit=1)]
    return Joined((short_name(subject), *(last or [t("timeline-empty")])), ": ")


def _reach_line(ctx: Context, subject: Subject) -> Value:
    reaches = reaches_of_all(ctx.work.session, [subject]).get(subject.id, [])
    return Joined(
        tuple(
            t("lead-phone", phone=phone_shown(reach)) if reach.kind is ReachKind.PHONE else reach.value
            for reach in reaches[:_LAST]
        )
    )


def _next_line(ctx: Context, subject: Subject) -> Value:
    steps = open_follow_ups(ctx.work.session, subject)
    return t("lead-next", step=next_step(steps[0])) if steps else t("ask-no-next-step")
