"""Why a lead was disqualified: a known reason in the reader's language, own words as typed."""

from bot.chat import Value, t
from crm.usecases.change_status import REASONS


def reason_shown(reason: str) -> Value:
    return t(f"reason-{reason}") if reason in REASONS else reason
