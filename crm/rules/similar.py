"""Whether two people on record are one: what is the same about them, and how much that says."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from crm.rules.email_domains import email_key, is_shared_mailbox
from crm.rules.names import name_key, names_agree, organisation_key


class Strength(IntEnum):
    """SAME: take it for one person. LIKELY: say so and offer the other. POSSIBLE: only ask."""

    POSSIBLE = 1
    LIKELY = 2
    SAME = 3


class SameBy(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    NAME_AND_ORGANISATION = "name-and-organisation"


@dataclass(frozen=True, slots=True)
class Identity:
    """What identifies a person. phones: E.164."""

    name: str | None = None
    organisation: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Similarity:
    strength: Strength
    reason: SameBy


def similarity(one: Identity, other: Identity) -> Similarity | None:
    """The strongest thing that two people have in common, None where nothing says that they are one. Symmetric.

    A personal e-mail address is one person's. A phone may be a switchboard, and info@ a whole office: with names that
    cannot be one person's they are only possible. Two names of one word ("Jan", both at Philips) as well.
    """
    found = (_by_email(one, other), _by_phone(one, other), _by_name(one, other))
    return max((similar for similar in found if similar), key=lambda similar: similar.strength, default=None)


def _by_email(one: Identity, other: Identity) -> Similarity | None:
    common = {email_key(email) for email in one.emails} & {email_key(email) for email in other.emails}
    if not common:
        return None
    if not all(is_shared_mailbox(email) for email in common):
        return Similarity(Strength.SAME, SameBy.EMAIL)
    return Similarity(_as_names_say(one, other), SameBy.EMAIL)


def _by_phone(one: Identity, other: Identity) -> Similarity | None:
    if not set(one.phones) & set(other.phones):
        return None
    return Similarity(_as_names_say(one, other), SameBy.PHONE)


def _by_name(one: Identity, other: Identity) -> Similarity | None:
    name = name_key(one.name or "")
    organisation = organisation_key(one.organisation or "")
    if not name or not organisation:
        return None
    if name != name_key(other.name or "") or organisation != organisation_key(other.organisation or ""):
        return None
    strength = Strength.LIKELY if " " in name else Strength.POSSIBLE
    return Similarity(strength, SameBy.NAME_AND_ORGANISATION)


def _as_names_say(one: Identity, other: Identity) -> Strength:
    """What something that colleagues may share is worth."""
    if not one.name or not other.name:
        return Strength.LIKELY
    if name_key(one.name) == name_key(other.name):
        return Strength.SAME
    return Strength.LIKELY if names_agree(one.name, other.name) else Strength.POSSIBLE
