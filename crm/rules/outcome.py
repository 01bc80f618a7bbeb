"""Whether the words of a logged call say how it ended: "called Jansen" does not."""

from crm.capture.draft import ActivityKind, Direction, LogDraft, Outcome
from crm.rules.folding import words

_SPOKEN = frozenset(
    words(
        "spoke spoken speaking talked talk reached discussed agreed told says said wants asked"
        " gesproken gesprek sprak bereikt besproken afgesproken zei zegt wil vroeg"
        " gesprochen gesprach sprach erreicht besprochen vereinbart sagte sagt will mochte fragte"
    )
)
_FEW = 6


def leaves_outcome_open(log: LogDraft) -> bool:
    """For a call of ours that was taken as spoken because nothing else was said, in a few words."""
    taken = (log.kind, log.direction, log.outcome) == (ActivityKind.CALL, Direction.OUT, Outcome.SPOKE)
    if not taken or log.due is not None or log.next_action or log.value is not None:
        return False
    said = set(words(log.text)) - set(words(log.about or ""))
    return len(said) <= _FEW and said.isdisjoint(_SPOKEN)
