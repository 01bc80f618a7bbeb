"""A reply that is nothing but a website, an event or a priority: which field of the lead it corrects."""

from crm.capture.draft import Correction, DraftLead
from crm.rules.folding import words

_LABELS = frozenset(
    "event source website site web priority bron beurs evenement prioriteit quelle messe veranstaltung prioritat".split()
)
_NOT = frozenset("not no niet geen nicht kein keine".split())


def bare_field(draft: DraftLead) -> Correction | None:
    """draft: the reply read as a lead. field "hot" has text "" for a lead that is not.

    None where it says more, or something else.
    """
    if draft.name or draft.organisation or draft.title or draft.emails or draft.phones or draft.value:
        return None
    if draft.due or draft.next_action or draft.supplier or draft.others:
        return None
    rest = set(words(draft.note))
    if not rest <= _LABELS | _NOT or (rest & _NOT and not draft.hot):
        return None
    hot = ("" if rest & _NOT else "hot") if draft.hot else None
    said = {"website": draft.website, "source": draft.source, "hot": hot}
    fields = [Correction(field, text=text) for field, text in said.items() if text is not None]
    return fields[0] if len(fields) == 1 else None
