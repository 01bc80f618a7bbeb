"""How far the name of a person reaches: where it may start, what may follow, and where "van" or "von" links to a firm."""

import re
from itertools import pairwise

from crm.capture.lexicon import (
    ASKS,
    COMMON,
    HONORIFICS,
    LEGAL,
    MEET,
    ORG_FIRST,
    PARTICLES,
    TO_ORGANISATION,
    is_first_name,
    is_organisation_word,
    is_title,
    merged,
)
from crm.capture.name_address import ROLES, local_has, part_of_local
from crm.capture.scene import NO_NAMES, SURNAMES, Scene
from crm.capture.text import Word, fold

_WEAK_NAMES = merged("weak_names")
_DOES = ASKS | merged("does")
_SURNAME_ENDINGS = tuple(merged("surname_endings"))
_LINKING = TO_ORGANISATION - merged("articles")
_ARTICLES = merged("articles")
_BEFORE_ARTICLE = merged("before_article")
_OLD_ARTICLES = merged("old_articles")
_INTRODUCERS = frozenset(phrase for phrase in merged("introduced") if " " not in phrase)
_INTRODUCERS -= TO_ORGANISATION | merged("here")
_NEAR = 7
_INITIALS = re.compile(r"(?:[^\W\d_]\.?){1,3}")


def name_end(scene: Scene, words: list[Word], at: int, honoured: bool, in_title: set[int]) -> int:
    """One past the last word of the name that starts at `at`; `at` where none does."""
    first = words[at]
    if first.index in in_title or first.digits:
        return at
    known = is_first_name(first.low)
    if not known and not honoured and _first_name_follows(scene, words, at):
        return at
    if honoured:
        if first.low in NO_NAMES and first.low not in PARTICLES and not first.capital and not known:
            return at
    elif not _may_start(scene, words, at, known):
        return at
    end = at + 1
    names = 0 if (first.low in PARTICLES and not known) or initials(scene, first) else 1
    while end < len(words) and names < 5:
        word = words[end]
        low = word.low
        if (
            word.index in in_title
            or word.digits
            or (LEGAL.fullmatch(low) and low not in PARTICLES and (low != "as"))
        ):
            break
        if low in PARTICLES and not (low in HONORIFICS and low == "di"):
            if _is_link(scene, words, end, names):
                break
            end += 1
            continue
        if len(word.text) == 1 and word.capital and word.dot:
            end += 1
            continue
        if names == 1 and _is_lasting_particle(scene, words, end):
            end += 2
            continue
        if not _may_follow(scene, words, at, end, names, honoured):
            break
        end += 1
        names += 1
    while (
        end > at
        and words[end - 1].low in PARTICLES
        and not (end - 1 > at and words[end - 1].capital and words[end - 1].low in SURNAMES)
    ):
        end -= 1
    if names == 0:
        return at
    return end


def _first_name_follows(scene: Scene, words: list[Word], at: int) -> bool:
    """ "Beursbezoeker Anne Delvaux": an unknown word, then a first name and a surname: the name starts later."""
    if at + 2 >= len(words) or initials(scene, words[at]):
        return False
    first, last = words[at + 1], words[at + 2]
    named = is_first_name(first.low) and first.low not in COMMON and scene.name_like(first)
    return named and scene.name_like(last) and last.low not in NO_NAMES and last.low not in PARTICLES


def _may_start(scene: Scene, words: list[Word], at: int, known: bool) -> bool:
    word = words[at]
    low = word.low
    if initials(scene, word):
        if at and words[at - 1].low in ("i", "p", "ppa"):
            return False
        surname = next((other for other in words[at + 1 : at + 4] if other.low not in PARTICLES), None)
        return surname is not None and scene.name_like(surname) and surname.low not in NO_NAMES
    if len(word.text) < 2 or low in HONORIFICS:
        return False
    if low == "max" and at + 1 < len(words) and words[at + 1].digits:
        return False
    if known:
        if low in COMMON or is_title(low) or is_organisation_word(low):
            if (
                at + 1 < len(words)
                and not scene.cased
                and at == 0
                and low in _WEAK_NAMES
                and words[at + 1].low not in COMMON
            ):
                return True
            if not word.capital or at + 1 >= len(words):
                return False
            after, beyond = words[at + 1], words[at + 2] if at + 2 < len(words) else None
            linked = after.low in TO_ORGANISATION and beyond is not None and beyond.capital
            return linked or (after.capital and after.low not in NO_NAMES)
        return (
            word.capital
            or not scene.cased
            or (scene.around is not None and _lower_name_fits(scene, words, at))
        )
    if low in PARTICLES:
        return False
    if low in COMMON or is_title(low) or is_organisation_word(low) or low in TO_ORGANISATION:
        return (
            any(low == local.split(".")[0] for local, _ in scene.locals) and low not in ROLES and word.capital
        )
    if scene.cased:
        return word.capital
    return any(part_of_local(word, local) for local, _ in scene.locals) or (
        scene.plain(word) and (at == 0 or words[at - 1].low in MEET | _INTRODUCERS)
    )


def initials(scene: Scene, word: Word) -> bool:
    """ "J." or "P.J." before a surname."""
    return (
        (word.text.isupper() or not scene.cased)
        and (word.dot or "." in word.text)
        and _INITIALS.fullmatch(word.text) is not None
        and word.low not in HONORIFICS
    )


def _lower_name_fits(scene: Scene, words: list[Word], at: int) -> bool:
    """A first name in lower case within a message that has capitals elsewhere: only beside telling words."""
    after = words[at + 1].low if at + 1 < len(words) else ""
    before = words[at - 1].low if at else ""
    return after in TO_ORGANISATION or before in MEET or at == 0


def _is_link(scene: Scene, words: list[Word], end: int, names: int) -> bool:
    """ "van" and "von" link to an organisation where what follows looks like one, or where the surname is there."""
    low = words[end].low
    ahead = [word.low for word in words[end + 1 : end + 5]]
    if not ahead:
        return True
    if low in ("y", "e", "af", "av", "st", "mc"):
        return not (scene.cased and end + 1 < len(words) and words[end + 1].capital)
    telling = any(
        is_organisation_word(other) or other in ORG_FIRST for other in ahead[:3] if other not in PARTICLES
    ) or any(LEGAL.fullmatch(other) for other in ahead[1:3])
    if low in ("de", "het", "der", "den", "la", "le", "du", "das") and names >= 2:
        return True
    if low in ("van", "von", "vom", "zu", "zum", "zur", "v", "te", "ter", "ten", "op", "af"):
        if (
            names >= 2
            or telling
            or words[end + 1].low in HONORIFICS
            or (end + 1 < len(words) and words[end + 1].digits)
        ):
            return True
        # "Tjeerd van der Ploeg van Ploeg Tuinmachines": the second one links
        again = any(word.low in _LINKING for word in words[end + 1 : end + 6])
        behind = [word for word in words[end + 1 : end + 5] if not again and word.low not in PARTICLES]
        pair = [word for word in behind[:2] if word.capital and word.low not in COMMON]
        if scene.cased and len(pair) == 2:
            return True
        if names == 1 and _asks_behind(words, end):
            return True
        joined = fold("".join(ahead[:2])), fold("".join(ahead[:1])), fold("".join(ahead[:3]))
        if any(label.replace("-", "") in joined for label in scene.labels):
            return True
        if any(
            len(word.low) > 3 and fold(word.low) in label for word in behind[:3] for label in scene.labels
        ):
            return True
        if any(name.lower().startswith(ahead[0]) for name in scene.around.gazetteer.organisations):
            return True
        following = next((word for word in words[end + 1 :] if word.low not in PARTICLES), None)
        if scene.cased and words[end - 1].capital and following is not None and not following.capital:
            return True
        return following is None or (following.low in NO_NAMES and not (scene.cased and following.capital))
    if telling and low in ("de", "het") and names >= 1:
        return True
    following = next((word for word in words[end + 1 :] if word.low not in PARTICLES), None)
    if scene.cased and following is not None and following.capital:
        return False
    return (
        following is None
        or (scene.cased and not following.capital)
        or (following.low in COMMON and following.low not in SURNAMES)
    )


def _is_lasting_particle(scene: Scene, words: list[Word], at: int) -> bool:
    """ "Jurriaan op den Kelder", "Wim in 't Veld": "op" and "in" with an old article, or at the end with a new one."""
    if at + 2 >= len(words) or words[at].low not in _BEFORE_ARTICLE:
        return False
    old = words[at + 1].low in _OLD_ARTICLES
    if not scene.cased:
        return old and at + 3 == len(words) and scene.plain(words[at + 2])
    last = words[at + 1].low in _ARTICLES and at + 3 == len(words)
    return (old or last) and words[at + 2].capital and words[at + 2].low not in COMMON


def _asks_behind(words: list[Word], link: int) -> bool:
    """ "Anna van Philips wil …": one word between "van" and what is wanted, and not such as surnames come from."""
    if link + 2 >= len(words) or words[link + 2].low not in _DOES:
        return False
    low = words[link + 1].low
    return low not in PARTICLES and low not in SURNAMES and not low.endswith(_SURNAME_ENDINGS)


def _names_the_firm(scene: Scene, word: Word) -> bool:
    """ "Hans Muster, Muster AG": a word of the language, but the firm that is named next has it as its name."""
    behind = scene.sheet.words[word.index + 1 : word.index + _NEAR]
    return word.capital and any(
        firm.low == word.low and firm.capital and LEGAL.fullmatch(form.low) for firm, form in pairwise(behind)
    )


def _may_follow(scene: Scene, words: list[Word], at: int, end: int, names: int, honoured: bool) -> bool:
    word = words[end]
    low = word.low
    if any(low == other.low for other in words[at:end]) and names >= 2:
        return False
    if low in TO_ORGANISATION and low not in PARTICLES:
        return False
    if names == 1 and words[at].capital and _names_the_firm(scene, word):
        return True
    if scene.cased and words[at].capital:
        if not word.capital:
            return False
        if low in SURNAMES:
            return names < 3
        if low in COMMON or is_title(low):
            return False
        if is_organisation_word(low):
            return False
        return names < 4
    if low in SURNAMES and names == 1:
        return True
    if names == 0:
        return scene.plain(word) or low in SURNAMES or (honoured and words[at].low in PARTICLES)
    if not scene.plain(word) or is_organisation_word(low):
        return False
    if names == 1 and not honoured:
        return True
    if honoured and names == 1:
        behind = words[end + 1] if end + 1 < len(words) else None
        closed = behind is None or behind.low in TO_ORGANISATION
        return closed or is_first_name(words[at].low) or words[end - 1].low in PARTICLES
    previous = words[end - 1]
    return (
        names == 2
        and is_first_name(previous.low)
        and is_first_name(words[at].low)
        and previous.low not in PARTICLES
        and (local_has(scene, word) or any(label.startswith(fold(word.low)) for label in scene.labels))
    )
