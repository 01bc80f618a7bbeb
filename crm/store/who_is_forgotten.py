"""By what a person who is forgotten is known in texts: name, ways to reach them, and whether the surname tells them alone."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.capture.lexicon import first_names
from crm.capture.ordinary import no_telling_surnames, ordinary_words
from crm.models import Contact, Lead, Member, Posting, Reach
from crm.rules.folding import fold, words
from crm.rules.name_forms import key_of
from crm.rules.person_traces import Person
from crm.store.forgotten import Forgotten


def person_of(session: Session, who: Lead | Contact, gone: Forgotten) -> Person:
    """Deleted ways to reach them count too."""
    reaches = session.scalars(select(Reach).where(gone.theirs(Reach))).all()
    emails = {text for reach in reaches if reach.kind == "email" for text in (reach.value, reach.written)}
    phones = {text for reach in reaches if reach.kind == "phone" for text in (reach.value, reach.written)}
    name = who.name or who.organisation or ""
    return Person(
        name,
        tuple(sorted(emails)),
        tuple(sorted(phones)),
        is_organisation=not who.name,
        only_one=_is_only_one(session, gone, Person(name).surname),
        ordinary=ordinary_words(),
        first_names=first_names(),
    )


def _is_only_one(session: Session, gone: Forgotten, surname: str) -> bool:
    """Whether the surname is no ordinary word, and stands in no other row's name and no member's."""
    if not surname or surname.lower() in no_telling_surnames():
        return False
    said = _spellings(surname)
    others = select(Posting.entity_id).where(
        Posting.workspace_id == gone.workspace_id,
        Posting.term.in_(said),
        Posting.entity_id.not_in(gone.all_ids),
    )
    if session.scalar(others.limit(1)) is not None:
        return False
    members = session.scalars(select(Member.name).where(Member.workspace_id == gone.workspace_id))
    return not any(said & set(words(name)) for name in members)


def _spellings(surname: str) -> set[str]:
    """Its words as the index has them, also with an umlaut spelled out."""
    parts: Iterable[str] = (fold(surname), key_of(surname))
    said = {word for part in parts for word in part.split()}
    spelled_out = {
        f"{word[: at + 1]}e{word[at + 1 :]}"
        for word in said
        for at, letter in enumerate(word)
        if letter in "aou"
    }
    return said | spelled_out
