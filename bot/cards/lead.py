"""The lead card: what was understood, then the next tap."""

from collections.abc import Sequence
from datetime import date

from babel import Locale
from phonenumbers import PhoneNumberFormat, format_number, parse

from bot.callback import encode
from bot.cards.buttons import undo_button
from bot.cards.reason import reason_shown
from bot.cards.stage import stage_name
from bot.chat import About, Bold, Button, Day, Joined, Reply, T, Value, t
from bot.context import Context
from crm.models import FollowUp, Lead, Opportunity, Reach, ReachKind, Stage, Status
from crm.store.blocks import Subject, find_subject
from crm.store.leads import open_follow_ups, reaches_of
from crm.store.members import who_is
from crm.store.value_of import value_of

_LINE = 40
"""Characters that a phone shows on a line."""
_WHOLE_NOTE = 2 * _LINE
_REACHES = 3


def lead_card(
    ctx: Context,
    lead: Lead,
    *,
    turn_id: int | None = None,
    lead_in: Value = None,
    moved_from: date | None = None,
    buttons: tuple[tuple[Button, ...], ...] | None = None,
    edits: int | None = None,
    reaches: Sequence[Reach] | None = None,
    follow_ups: Sequence[FollowUp] | None = None,
) -> Reply:
    """turn_id: the turn that the card tells of; its Undo undoes that. lead_in: a line before it.

    moved_from: the day asked for, where the next step rings on another. buttons: instead of the usual ones.
    edits: the message to change, None for a new one. reaches, follow_ups: where the caller has them; else read.
    """
    session = ctx.work.session
    if reaches is None or follow_ups is None:
        session.flush()
        reaches = reaches_of(session, lead)
        follow_ups = open_follow_ups(session, lead)
    ctx.shows(lead)
    lines = (
        lead_in,
        Bold(title_line(lead)),
        _reach_line(ctx, reaches),
        _facts_line(lead),
        next_line(follow_ups, moved_from),
        _state_line(ctx, lead),
    )
    return Reply(
        lines=lines,
        buttons=buttons if buttons is not None else card_buttons(ctx, lead, reaches, turn_id),
        about=(About("lead", lead.id, turn_id),),
        edits=edits,
    )


def title_line(subject: Subject) -> Value:
    """ "🔥 Klaus Berger · Bosch Rexroth": how a row of any block is named everywhere."""
    name = Joined((subject.name, subject.organisation))
    shown: Value = name if subject.name or subject.organisation else t("lead-nameless")
    return t("lead-hot", name=shown) if subject.hot else shown


def short_name(subject: Subject) -> Value:
    """ "Klaus Berger": for sentences and buttons."""
    return subject.name or subject.organisation or t("lead-nameless")


def card_buttons(
    ctx: Context, lead: Lead, reaches: Sequence[Reach], turn_id: int | None
) -> tuple[tuple[Button, ...], ...]:
    undo = (undo_button(turn_id),) if turn_id else ()
    log = (
        Button(t("button-note"), encode("note", lead.id)),
        Button(t("button-log"), encode("log", lead.id)),
        Button(t("button-when"), encode("when", lead.id)),
        *undo,
    )
    if lead.converted_at is not None:
        became = lead.contact_id or lead.account_id or 0
        return log, (Button(t("button-became"), encode("open", became)),)
    main = (Button(t("button-edit"), encode("edit", lead.id)), *log)
    deal = _standing_deal(ctx, lead)
    to_deal = (Button(t("button-deal"), encode("open", deal.id)),) if deal is not None else ()
    return main, (hot_button(lead), *to_deal, *country_buttons(reaches))


def hot_button(lead: Lead) -> Button:
    """Turns a lead's priority over."""
    label = t("button-not-hot" if lead.hot else "button-hot")
    return Button(label, encode("hot", lead.id, arg="0" if lead.hot else "1"))


def phone_shown(reach: Reach) -> str:
    return number_shown(reach.value)


def number_shown(e164: str) -> str:
    return format_number(parse(e164), PhoneNumberFormat.INTERNATIONAL)


def country_name(code: str, language: str) -> str:
    """A country (ISO 3166 alpha-2) in the member's language."""
    return str(Locale(language).territories.get(code, code))


def next_step(follow_up: FollowUp) -> Value:
    """ "mail, Fri 24 Apr": what and when."""
    when = Day(follow_up.day, follow_up.clock)
    return Joined((what_to_do(follow_up), when), ", ")


def what_to_do(follow_up: FollowUp) -> Value:
    """Of a step that only a day was said of: to get back to them."""
    return follow_up.action or t("step-follow-up")


def country_buttons(reaches: Sequence[Reach]) -> tuple[Button, ...]:
    return tuple(
        Button(t("button-country", country=country), encode("country", reach.id, arg=country))
        for reach in reaches
        for country in reach.guesses.split()[:2]
    )[:3]


def reach_shown(reach: Reach, language: str) -> Value:
    """An address or a number; of a number that fits several countries, the one that was guessed."""
    if reach.kind is ReachKind.EMAIL:
        return reach.value
    return t("lead-phone", phone=number_said(reach, language))


def number_said(reach: Reach, language: str) -> Value:
    """ "+49 40 2345678 (Germany?)"."""
    if reach.guesses and reach.country:
        return t("phone-guessed", phone=phone_shown(reach), country=country_name(reach.country, language))
    return phone_shown(reach)


def reaches_line(reaches: Sequence[Reach], language: str, *, limit: int) -> Value:
    """The first of them; those that have no room are counted."""
    more = len(reaches) - limit
    shown = [reach_shown(reach, language) for reach in reaches[:limit]]
    return Joined((*shown, t("lead-reaches-more", count=more) if more > 0 else None))


def _reach_line(ctx: Context, reaches: Sequence[Reach]) -> Value:
    return reaches_line(reaches, ctx.language, limit=_REACHES)


def _facts_line(lead: Lead) -> Value:
    value = value_of(lead)
    return Joined((lead.title, value, shortened(lead.note), lead.website, lead.source))


def shortened(note: str) -> str:
    """Whole where two lines hold it, else one line of it: the timeline has all."""
    line = " ".join(note.split())
    return line if len(line) <= _WHOLE_NOTE else line[: _LINE - 1].rstrip() + "…"


def next_line(follow_ups: Sequence[FollowUp], moved_from: date | None) -> Value:
    """The first of them, with the day that was asked for where it rings on another; None where there is none."""
    if not follow_ups:
        return None
    first = follow_ups[0]
    when: Value = Day(first.day, first.clock)
    if moved_from is not None:
        when = t("lead-next-moved", asked=Day(moved_from), real=when)
    return t("lead-next", step=Joined((what_to_do(first), when), ", "))


def _standing_deal(ctx: Context, lead: Lead) -> Opportunity | None:
    """The one that stands on it until it converts, where deals open at the first contact."""
    if lead.opportunity_id is None or lead.converted_at is not None:
        return None
    deal = find_subject(ctx.work.session, ctx.access, lead.opportunity_id)
    return deal if isinstance(deal, Opportunity) else None


def _deal_line(ctx: Context, deal: Opportunity) -> Value:
    """ "Deal €12,000, New 10 %"."""
    stage = ctx.work.session.get_one(Stage, (deal.workspace_id, deal.stage_id))
    at = t("stage-with-probability", name=stage_name(stage), percent=deal.probability)
    value = value_of(deal)
    return t("lead-deal", what=Joined((value, at), ", "))


def _state_line(ctx: Context, lead: Lead) -> Value:
    """What is not as usual: a supplier, a deal already, a status, somebody else's."""
    parts: list[Value] = []
    deal = _standing_deal(ctx, lead)
    if deal is not None:
        parts.append(_deal_line(ctx, deal))
    if lead.supplier:
        parts.append(t("lead-supplier"))
    if lead.status is not Status.NEW:
        parts.append(status_name(lead))
    if lead.account_id is not None:
        account = find_subject(ctx.work.session, ctx.access, lead.account_id)
        parts.append(t("lead-at-account", account=account.name) if account is not None else None)
    if lead.holder_id != ctx.member.id:
        holder = who_is(ctx.work.session, lead.workspace_id, lead.holder_id)
        parts.append(t("lead-holder", name=holder.member.name if holder else "–"))
    return Joined(tuple(parts))


def status_name(lead: Lead) -> T:
    name = t(f"status-{lead.status.value}")
    return t("status-with-reason", status=name, reason=reason_shown(lead.reason)) if lead.reason else name
