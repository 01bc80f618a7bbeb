"""How a stage and a reason for losing are named: by the company's own word, else in the reader's language."""

from bot.chat import Joined, Value, t
from crm.models import LostReason, Stage
from crm.usecases.move_stage import StageLabel, read_move


def stage_name(stage: Stage) -> Value:
    """ "Negotiation"."""
    return stage.name or t(f"stage-{stage.standard}")


def stage_with_probability(stage: Stage) -> Value:
    """ "Negotiation 70 %"."""
    return t("stage-with-probability", name=stage_name(stage), percent=stage.probability)


def reason_name(reason: LostReason) -> Value:
    return reason.name or t(f"lost-{reason.standard}")


def move_shown(text: str) -> Value:
    """ "Quote sent → Negotiation", of the text of ActivityKind.STAGE."""
    before, after = read_move(text)
    return Joined((_label_shown(before), _label_shown(after)), " → ")


def _label_shown(label: StageLabel) -> Value:
    return t(f"stage-{label.standard}") if label.standard else label.name
