"""How many messages a member gets that nobody asked for.

Answers and own times are asked for and always come. Unasked are the digest, the end of a fair, the lines to a manager,
that a colleague met somebody of one's account, and the weekly line. What goes over the budget is no message of its own but a section of the next digest, so nothing is
lost; the digest's own place is therefore always kept. Alarms always pass and do not count.
"""

from collections.abc import Collection
from enum import StrEnum

from crm.access import Role


class Unasked(StrEnum):
    """In order of importance."""

    ALARM = "alarm"
    DIGEST = "digest"
    FAIR_END = "fair-end"
    ESCALATION = "escalation"
    ACCOUNT = "account"
    WEEKLY = "weekly"


def allowance(role: Role, sells: bool) -> int:
    """Unasked messages a day, alarms apart. sells: holds leads; an owner who does is treated as a rep."""
    match role:
        case Role.REP:
            return 3
        case Role.MANAGER:
            return 2
        case Role.OWNER:
            return 3 if sells else 0


def may_send(kind: Unasked, role: Role, sells: bool, sent_today: Collection[Unasked]) -> bool:
    """Whether one more unasked message may go out on the member's local day, given those already sent on it."""
    if kind is Unasked.ALARM:
        return True
    counted = [sent for sent in sent_today if sent is not Unasked.ALARM]
    digest_sent = Unasked.DIGEST in counted
    if kind is Unasked.DIGEST:
        return not digest_sent and len(counted) < allowance(role, sells)
    kept_for_the_digest = 0 if digest_sent else 1
    return len(counted) + kept_for_the_digest < allowance(role, sells)
