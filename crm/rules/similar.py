"""Whether two people on record are one: what is the same about them, and how much that says."""

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from crm.rules.email_domains import email_key, is_shared_mailbox
from crm.rules.names import name_key, names_agree, organisation_key


class Strength(IntEnum):
    """SAME: take it for one person. LIKELY: say so and offer the other. POSSIBLE: only ask.

    IF_ALONE: as LIKELY where nobody else on record is as similar, else as POSSIBLE.
    """

    POSSIBLE = 1
    IF_ALONE = 2
    LIKELY = 3
    SAME = 4


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


_FROM = frozenset("van von vom from at bij bei of".split())


def or_from_there(said: Identity) -> Identity | None:
    """ "Anna van Philips" may be a name, or Anna of Philips: the second way to read it, None where there is none."""
    parts = (said.name or "").split()
    at = next(
        (i for i, part in enumerate(parts) if part.casefold() in _FROM and 0 < i < len(parts) - 1), None
    )
    if said.organisation or at is None:
        return None
    return replace(said, name=" ".join(parts[:at]), organisation=" ".join(parts[at + 1 :]))


def similarity(one: Identity, other: Identity) -> Similarity | None:
    """The strongest thing that two people have in common, None where nothing says that they are one. Symmetric.

    A personal e-mail address is one person's. A phone may be a switchboard, and info@ a whole office: with names that
    cannot be one person's they are only possible. Part of a name at part of an organisation ("Jan, Philips" and
    "Jan Smit, Philips Lighting") is enough for the only one there, and is not where their addresses are others.
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
    if not _same_place(one, other) or not _share_a_name(one, other):
        return None
    name = name_key(one.name or "")
    if (
        " " in name
        and name == name_key(other.name or "")
        and organisation_key(one.organisation or "") == organisation_key(other.organisation or "")
    ):
        strength = Strength.LIKELY
    else:
        strength = Strength.POSSIBLE if _have_other_addresses(one, other) else Strength.IF_ALONE
    return Similarity(strength, SameBy.NAME_AND_ORGANISATION)


def _same_place(one: Identity, other: Identity) -> bool:
    """The same organisation, or one's name is how the other's begins: "Bosch" and "Bosch Rexroth"."""
    shorter, longer = sorted(
        (organisation_key(who.organisation or "").split() for who in (one, other)), key=len
    )
    return bool(shorter) and longer[: len(shorter)] == shorter


def _share_a_name(one: Identity, other: Identity) -> bool:
    """The names can be one person's, and a whole word of them is the same."""
    first, second = (name_key(who.name or "").split() for who in (one, other))
    if first == second:
        return bool(first)
    in_both = any(len(word) > 1 for word in set(first) & set(second))
    return in_both and names_agree(one.name or "", other.name or "")


def _have_other_addresses(one: Identity, other: Identity) -> bool:
    """Both can be reached, and in no common way: rather two people of one name."""
    mine, theirs = ({email_key(email) for email in who.emails} for who in (one, other))
    return bool((mine and theirs and not mine & theirs) or _have_other_phones(one, other))


def _have_other_phones(one: Identity, other: Identity) -> bool:
    return bool(one.phones and other.phones and not set(one.phones) & set(other.phones))


def _as_names_say(one: Identity, other: Identity) -> Strength:
    """What something that colleagues may share is worth."""
    if not one.name or not other.name:
        return Strength.LIKELY
    if name_key(one.name) == name_key(other.name):
        return Strength.SAME
    return Strength.LIKELY if names_agree(one.name, other.name) else Strength.POSSIBLE
