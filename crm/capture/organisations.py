"""Organisations: by legal form, by the domain of an address, by their telling words, by what stands before them."""

from crm.capture.found import OrganisationFound
from crm.capture.lexicon import merged
from crm.capture.organisation_marks import by_domain, by_first_word, by_legal_form, by_word, known
from crm.capture.organisation_span import all_names
from crm.capture.scene import (
    Scene,
)


def find_strong(scene: Scene, protected: frozenset[int]) -> list[OrganisationFound]:
    """Those with a mark of their own. protected: words of people, not to be swallowed."""
    found: list[OrganisationFound] = []
    taken: set[int] = set()
    for piece in scene.pieces:
        for reading in (known, by_domain, by_legal_form, by_first_word, by_word):
            for first, last, score in reading(scene, piece, protected):
                if 1 < len(piece.words) <= 6 and all_names(scene, piece.words, protected):
                    first, last = 0, len(piece.words) - 1
                words = piece.words[first : last + 1]
                while len(words) > 1 and words[0].low in _MERE_KIND:
                    words = words[1:]
                if taken.isdisjoint(word.index for word in words):
                    taken.update(word.index for word in words)
                    found.append(OrganisationFound(piece.index, tuple(words), score))
    return [one for one in found if not any(_is_bearer(one, other) for other in found)]


def _is_bearer(one: OrganisationFound, other: OrganisationFound) -> bool:
    """ "Kim Vos, Vos Dachbau": the name that ends as the other begins is that of a person."""
    ends, begins = one.words[-1], other.words[0]
    return one.piece < other.piece and len(one.words) == 2 and len(other.words) > 1 and ends.low == begins.low


_MERE_KIND = merged("mere_kind")
