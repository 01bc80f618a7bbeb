"""Changing what is known of an opportunity: its name, its source, its amount, the day on which it is to close."""

from datetime import date

from crm.access import Access
from crm.errors import Refused
from crm.models import Opportunity, Stage, StageKind
from crm.money import Money
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.reindex import reindex


def edit_opportunity(
    work: Work,
    access: Access,
    opportunity: Opportunity,
    *,
    rev: int = 0,
    **fields: str | Money | date | None,
) -> None:
    """Sets name, source, value (Money or None) and close_day, which then is a guess no longer.

    Raises as `check_may_edit`; Refused("name-needed"), Refused("amount-needed") where a won one would lose its amount,
    Refused("close-day-needed").
    """
    check_may_edit(access, opportunity, rev=rev)
    for name, value in fields.items():
        _set(work, opportunity, name, value)
    note_turn(work, access, "turn-edited", opportunity.id)
    reindex(work, opportunity)


def _set(work: Work, opportunity: Opportunity, name: str, value: str | Money | date | None) -> None:
    match name, value:
        case "name", str():
            if not value:
                raise Refused("name-needed")
            opportunity.name = value
        case "name", None:
            raise Refused("name-needed")
        case "source", str() | None:
            opportunity.source = value
        case "value", Money():
            opportunity.value_minor, opportunity.currency = value.minor, value.currency
        case "value", None:
            if _is_won(work, opportunity):
                raise Refused("amount-needed")
            opportunity.value_minor = opportunity.currency = None
        case "close_day", date():
            opportunity.close_day, opportunity.close_guessed = value, False
        case "close_day", None:
            raise Refused("close-day-needed")
        case _:
            raise ValueError(f"not a field of an opportunity: {name}")


def _is_won(work: Work, opportunity: Opportunity) -> bool:
    stage = work.session.get(Stage, (opportunity.workspace_id, opportunity.stage_id))
    return stage is not None and stage.kind is StageKind.WON
