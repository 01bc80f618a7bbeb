"""Questions in words: whom do I call today, who is waiting, what did we agree. Answering stores nothing."""

from bot.callback import Tap, encode
from bot.cards.digest import digest_card
from bot.cards.lead import next_step, phone_shown, short_name, title_line
from bot.cards.lead_list import PAGE, lead_list
from bot.cards.timeline import activity_line
from bot.chat import About, Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from bot.room import Replies
from crm.capture.draft import Question, QuestionKind
from crm.models import Lead, ReachKind
from crm.store.agenda import agenda_of
from crm.store.lead_lists import LeadFilter, page_of_leads
from crm.store.leads import leads_by_id, open_follow_ups, reaches_of
from crm.store.members import team
from crm.store.search.find import find_leads
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
    page = page_of_leads(session, access, LeadFilter(ctx.member.id, owed=True), limit=PAGE)
    if not page.leads:
        return Reply((t("leads-none-owed"),))
    start = Button(t("button-start"), encode("walk-start", arg="n"))
    return lead_list(
        (t("digest-owed", count=page.count, hot=page.hot),),
        page.leads,
        here=Tap("leads", arg="m.o.0"),
        more=((start,),),
    )


def _about(ctx: Context, whom: str) -> Reply:
    ids = find_leads(
        ctx.work.session, ctx.access, whom, region=ctx.surroundings.region, limit=_SEVERAL, offset=0
    )
    found = leads_by_id(ctx.work.session, ctx.access, ids)
    if not found:
        return Reply((t("find-none", query=whom), t("find-none-hint")))
    if len(found) == 1:
        return _said_with(ctx, found[0])
    names = _names(ctx)
    lines = [_last_said(ctx, lead, names) for lead in found]
    return lead_list((Bold(t("ask-several", query=whom)), *lines), found)


def _said_with(ctx: Context, lead: Lead) -> Reply:
    """How to reach them, the next step, and what happened last."""
    session = ctx.work.session
    names = _names(ctx)
    lines = [activity_line(a, ctx.zone, ctx.today, names) for a in entries(session, lead, limit=_LAST)]
    ctx.shows(lead)
    more = (
        Button(t("button-to-card"), encode("open", lead.id)),
        Button(t("button-timeline"), encode("timeline", lead.id, arg="0~")),
    )
    return Reply(
        (Bold(title_line(lead)), _reach_line(ctx, lead), _next_line(ctx, lead), *lines),
        (more,),
        about=(About("lead", lead.id),),
    )


def _last_said(ctx: Context, lead: Lead, names: dict[int, str]) -> Value:
    """ "Jan Smit: Mon 9 Mar 10:06 · Called, spoke: wants a demo"."""
    last = [activity_line(a, ctx.zone, ctx.today, names) for a in entries(ctx.work.session, lead, limit=1)]
    return Joined((short_name(lead), *(last or [t("timeline-empty")])), ": ")


def _names(ctx: Context) -> dict[int, str]:
    """Of colleagues; one's own name goes without saying."""
    return {member.id: member.name for member in team(ctx.work.session, ctx.access)} | {ctx.member.id: ""}


def _reach_line(ctx: Context, lead: Lead) -> Value:
    reaches = reaches_of(ctx.work.session, lead)
    return Joined(
        tuple(
            t("lead-phone", phone=phone_shown(reach)) if reach.kind is ReachKind.PHONE else reach.value
            for reach in reaches[:_LAST]
        )
    )


def _next_line(ctx: Context, lead: Lead) -> Value:
    steps = open_follow_ups(ctx.work.session, lead)
    return t("lead-next", step=next_step(steps[0])) if steps else t("ask-no-next-step")
