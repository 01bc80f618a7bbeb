"""Correcting a word of a query against the words that the workspace knows."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.models.search import Word, WordVariant
from crm.rules.folding import one_letter_deletions
from crm.rules.typos import is_one_typo

EXACT, PREFIX, TYPO = 0, 1, 2
_SHORTEST_TO_CORRECT = 4
MOST_ALTERNATIVES = 12


def alternatives(
    session: Session, workspace_id: int, word: str, *, unfinished: bool, doubted: bool = False
) -> dict[str, int]:
    """Known words for a typed one -> what they cost: 0 as typed, 1 begins so, 2 a typo away. At most a dozen.

    unfinished: the member may still be typing it. doubted: it may be a typo although the workspace knows it.
    """
    found: dict[str, int] = {}
    known = select(Word.text).where(Word.workspace_id == workspace_id)
    if session.scalar(known.where(Word.text == word)) is not None:
        found[word] = EXACT
    if unfinished and len(word) > 1:
        begins = (
            known.where(Word.text > word, Word.text < word + "\U0010ffff")
            .order_by(Word.text)
            .limit(MOST_ALTERNATIVES)
        )
        for text in session.scalars(begins):
            found.setdefault(text, PREFIX)
    if len(word) >= _SHORTEST_TO_CORRECT and (doubted or EXACT not in found.values()):
        for text in _a_typo_away(session, workspace_id, word):
            found.setdefault(text, TYPO)
    return dict(sorted(found.items(), key=lambda item: item[1])[:MOST_ALTERNATIVES])


def _a_typo_away(session: Session, workspace_id: int, word: str) -> list[str]:
    shorter = sorted(one_letter_deletions(word))
    missing_one = select(WordVariant.word).where(
        WordVariant.workspace_id == workspace_id, WordVariant.variant.in_([word, *shorter])
    )
    too_many = select(Word.text).where(Word.workspace_id == workspace_id, Word.text.in_(shorter))
    near = {*session.scalars(missing_one.limit(400)), *session.scalars(too_many)}
    return sorted(text for text in near if text != word and is_one_typo(word, text))
