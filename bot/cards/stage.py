"""How a stage and a reason for losing are named: by the company's own word, else in the reader's language."""

from bot.chat import Value, t
from crm.models import LostReason, Stage


def stage_name(stage: Stage) -> Value:
    """ "Negotiation"."""
    return stage.name or t(f"stage-{stage.standard}")


def stage_with_probability(stage: Stage) -> Value:
    """ "Negotiation 70 %"."""
    return t("stage-with-probability", name=stage_name(stage), percent=stage.probability)


def reason_name(reason: LostReason) -> Value:
    return reason.name or t(f"lost-{reason.standard}")
