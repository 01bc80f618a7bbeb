"""What a row is found by: folded words, and keys for what is exact (e-mail, phone, person at an organisation).

A key has a prefix with a colon, which no folded word contains.
"""

from crm.models import ReachKind
from crm.models.search import TERM_LENGTH, WORD_LENGTH
from crm.rules.email_domains import email_domain, email_key, is_freemail
from crm.rules.folding import phone_digits, words
from crm.rules.names import name_in_order, organisation_key
from crm.store.search.findable import Findable

_MOST_WORDS = 40


def terms_of(findable: Findable) -> set[str]:
    return _words_of(findable) | _keys_of(findable)


def _words_of(findable: Findable) -> set[str]:
    """Words of what is said of it, and of the part of e-mail addresses before the @."""
    said = [*findable.said]
    said += [r.value.partition("@")[0] for r in findable.reaches if r.kind is ReachKind.EMAIL]
    found = dict.fromkeys(word[:WORD_LENGTH] for text in said if text for word in words(text))
    return set(list(found)[:_MOST_WORDS])


def _keys_of(findable: Findable) -> set[str]:
    keys: set[str] = set()
    for reach in findable.reaches:
        if reach.kind is ReachKind.PHONE:
            keys.add(phone_key(reach.value))
            continue
        keys.add(address_key(reach.value))
        domain = email_domain(reach.value)
        if domain and not is_freemail(domain):
            keys.add(domain_key(domain))
    return keys | (person_keys(*findable.person) if findable.person else set())


def address_key(email: str) -> str:
    return f"e:{email_key(email)}"[:TERM_LENGTH]


def domain_key(domain: str) -> str:
    return f"d:{domain.casefold()}"[:TERM_LENGTH]


def phone_key(number: str) -> str:
    """Digits from the last to the first, so that a number's end is the key's beginning."""
    return f"p:{phone_digits(number)[::-1]}"[:TERM_LENGTH]


def person_keys(name: str | None, organisation: str | None) -> set[str]:
    """Of a person at an organisation: the first and the last word of the name, each at its first word.

    So "Anna from Philips" finds Anna de Vries of Philips Lighting; rules/similar.py says whether it is she.
    """
    said = name_in_order(name or "")
    where = organisation_key(organisation or "").split()
    if not said or not where:
        return set()
    return {f"n:{word}|{where[0]}"[:TERM_LENGTH] for word in (said[0], said[-1])}


def is_word(term: str) -> bool:
    return ":" not in term
