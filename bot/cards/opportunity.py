"""The card of an opportunity: amount, stage, when it should close, who takes part, what comes next."""

from datetime import date

from bot.callback import encode
from bot.cards.face import Face, first_few, past_line, planned_line
from bot.cards.lead import short_name
from bot.cards.stage import reason_name, stage_name, stage_with_probability
from bot.cards.titles import title_of, with_role
from bot.chat import Bold, Button, Day, Joined, Value, t
from bot.context import Context
from crm.ids import to_base36
from crm.models import Lead, LostReason, Opportunity, Stage
from crm.store.blocks import find_subject
from crm.store.opportunities import contacts_of
from crm.store.stages import next_stage, stages_of
from crm.store.value_of import value_of


def opportunity_face(ctx: Context, opportunity: Opportunity, moved_from: date | None = None) -> Face:
    session = ctx.work.session
    people = contacts_of(session, opportunity)
    lead = _its_lead(ctx, opportunity)
    is_open = opportunity.closed_at is None
    return Face(
        (
            Bold(title_of(session, opportunity)),
            Joined(
                (
                    value_of(opportunity) or t("deal-no-amount"),
                    _stage(ctx, opportunity),
                    _closing(opportunity, ctx),
                )
            ),
            short_name(lead)
            if lead is not None
            else first_few([with_role(short_name(contact), part.role) for contact, part in people]),
            planned_line(ctx, opportunity, moved_from) or (t("deal-no-step") if is_open else None),
            Joined((past_line(ctx, opportunity), opportunity.source)),
        ),
        (
            _moves(ctx, opportunity),
            (
                Button(t("button-lead"), encode("open", lead.id))
                if lead is not None
                else Button(t("button-people", count=len(people)), encode("people", opportunity.id)),
            ),
        ),
    )


def _its_lead(ctx: Context, opportunity: Opportunity) -> Lead | None:
    """The one that it stands on until that converts: nobody else takes part yet."""
    if opportunity.account_id is not None or opportunity.lead_id is None:
        return None
    lead = find_subject(ctx.work.session, ctx.access, opportunity.lead_id)
    return lead if isinstance(lead, Lead) else None


def _stage(ctx: Context, opportunity: Opportunity) -> Value:
    """ "Negotiation 70 %"; of a closed one "Lost: Price"."""
    session, workspace_id = ctx.work.session, opportunity.workspace_id
    stage = session.get(Stage, (workspace_id, opportunity.stage_id))
    if stage is None:
        return None
    if opportunity.closed_at is None:
        return t("stage-with-probability", name=stage_name(stage), percent=opportunity.probability)
    reason = session.get(LostReason, (workspace_id, opportunity.lost_reason_id or 0))
    why = opportunity.lost_words or (reason_name(reason) if reason is not None else None)
    return Joined((stage_name(stage), why), ": ")


def _closing(opportunity: Opportunity, ctx: Context) -> Value:
    """ "closes Fri 22 May (guess)", with a warning where that day has passed; of a closed one the day on which it closed."""
    day = Day(opportunity.close_day, year=opportunity.close_day.year != ctx.today.year)
    if opportunity.closed_at is not None:
        return day
    if opportunity.close_day < ctx.today:
        return t("deal-was-to-close", day=day)
    return t("deal-closes-guess" if opportunity.close_guessed else "deal-closes", day=day)


def _moves(ctx: Context, opportunity: Opportunity) -> tuple[Button, ...]:
    """On to the next stage by one tap, or to any other."""
    stages = stages_of(ctx.work.session, opportunity.workspace_id)
    current = next((stage for stage in stages if stage.id == opportunity.stage_id), None)
    after = next_stage(stages, current) if current is not None else None
    any_stage = Button(t("button-stage"), encode("move", opportunity.id, opportunity.rev))
    if after is None:
        return (any_stage,)
    label = t("button-stage-next", stage=stage_with_probability(after))
    return Button(label, encode("move", opportunity.id, opportunity.rev, to_base36(after.id))), any_stage
