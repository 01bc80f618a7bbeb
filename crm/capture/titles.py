"""Job titles: a head ("manager", "Leiterin", "inkoper") with what belongs to it on either side."""

from crm.capture.found import OrganisationFound, TitleFound
from crm.capture.known import find_known
from crm.capture.lexicon import (
    ASKS,
    COMMON,
    FIELD_ENDINGS,
    HONORIFICS,
    LEGAL,
    PARTICLES,
    TITLE_LINKS,
    TITLE_OPENERS,
    TITLE_PARTS,
    TO_ORGANISATION,
    is_first_name,
    is_organisation_word,
    is_title,
    merged,
)
from crm.capture.pieces import Piece
from crm.capture.scene import SURNAMES, Scene, matched_by_label
from crm.capture.text import Word, fold

_ARTICLES = merged("articles") | {"their", "is", "ist", "as", "als"}
_BEFORE = TITLE_PARTS | _ARTICLES
_AT_FIRM = TO_ORGANISATION - PARTICLES
_LONGEST_FIELD = 2
_NO_START = TITLE_LINKS | {"&", "-"}
_TAKES_ANYTHING, _NEEDS_COMPANY, _ALONE = merged("takes_anything"), merged("needs_company"), merged("alone")


def find_titles(scene: Scene) -> list[TitleFound]:
    """Every title, in order: those that the workspace has taught as they are, others by their head."""
    found: list[TitleFound] = []
    for piece in scene.pieces:
        taught = _taught(scene, piece)
        at = 0
        while at < len(piece.words):
            head = _is_head(scene, piece, at)
            if head or at in taught:
                first, last = _extent(scene, piece, at) if head else (at, at)
                last = max(last, taught.get(at, last))
                words = piece.words[first : last + 1]
                found.append(TitleFound(piece.index, tuple(words), words[0].start, words[-1].end))
                at = last + 1
            else:
                at += 1
    return found


def with_field(
    scene: Scene, title: TitleFound, organisation: OrganisationFound, people: frozenset[int]
) -> TitleFound:
    """ "Projektleiterin Neubau", "VP Payments": where the organisation stands elsewhere, the rest of the piece is the field."""
    words = scene.pieces[title.piece].words
    rest = [word for word in words if word.start >= title.end]
    theirs = people | {word.index for word in organisation.words}
    field = (
        0 < len(rest) <= _LONGEST_FIELD
        and scene.cased
        and organisation.piece != title.piece
        and all(
            word.capital
            and not word.digits
            and word.low not in COMMON | HONORIFICS | SURNAMES
            and not is_first_name(word.low)
            and word.index not in theirs
            for word in rest
        )
    )
    if not field or scene.sheet.flat[title.end : rest[0].start] != " ":
        return title
    return TitleFound(title.piece, (*title.words, *rest), title.start, rest[-1].end)


def _taught(scene: Scene, piece: Piece) -> dict[int, int]:
    """First to last word of the titles that the workspace uses, everyday words aside."""
    spans = find_known(piece.words, scene.around.gazetteer.titles)
    return {
        first: last
        for first, last in spans
        if any(word.low not in COMMON for word in piece.words[first : last + 1])
    }


def _is_head(scene: Scene, piece: Piece, at: int) -> bool:
    words = piece.words
    low = words[at].low
    if not is_title(low):
        return low in TITLE_OPENERS and at + 1 < len(words) and words[at + 1].low in ("of",)
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].dot and low in HONORIFICS:
        return False
    if (
        before is not None
        and scene.cased
        and words[at].capital
        and is_first_name(before.low)
        and before.capital
        and low in SURNAMES
    ):
        return False
    if before is not None and not scene.cased and low in SURNAMES and is_first_name(before.low) and at == 1:
        return False
    if before is not None and before.low in HONORIFICS and words[at].capital and low not in ("direktor",):
        return False
    if before is not None and before.digits:
        return False
    if piece.words[0].low in ASKS and at and not (before is not None and before.low in _BEFORE):
        return False
    if low in _NEEDS_COMPANY:
        beside = (before is not None and before.low in TITLE_PARTS and before.low not in TITLE_LINKS) or (
            after is not None
            and (
                after.low in ("of", "&")
                or (
                    low in TITLE_OPENERS
                    and after.low in TITLE_PARTS
                    and after.low not in ("-", "for", "en", "und", "and")
                )
            )
        )
        alone = low in _ALONE and len(words) == 1 and piece.index > 0
        article = low in _ALONE and before is not None and before.low in _ARTICLES
        return (
            beside
            or alone
            or article
            or (low in TITLE_OPENERS and after is not None and _is_abbreviation(after) and len(words) == 2)
            or (low in TITLE_PARTS and len(words) == 1 and piece.index > 0)
            or (after is not None and after.low in _AT_FIRM and low != "lead" and low in _ALONE)
        )
    return True


def _extent(scene: Scene, piece: Piece, at: int) -> tuple[int, int]:
    words = piece.words
    first = at
    while first > 0 and _belongs_left(scene, piece, first - 1, at):
        first -= 1
    while first < at and words[first].low in _NO_START:
        first += 1
    last = at
    while last + 1 < len(words) and (
        is_title(words[last + 1].low)
        and words[last + 1].low not in SURNAMES
        and _same_writing(words[last], words[last + 1])
    ):
        last += 1
    if words[last].low in TITLE_OPENERS or words[at].low in TITLE_OPENERS or _links(words, last):
        last = _right(scene, piece, last)
    elif last + 2 == len(words) and _is_field(scene, words[last + 1]):
        last += 1
    return first, last


def _is_field(scene: Scene, word: Word) -> bool:
    """ "Projectleider Infra", "Chefarzt Kardiologie": a field of work, the last word of its piece."""
    if any(matched_by_label([word], label) for label in scene.labels):
        return False
    return word.low in TITLE_PARTS or word.low.endswith(FIELD_ENDINGS) or _is_abbreviation(word)


def _is_abbreviation(word: Word) -> bool:
    """ "hoofd TD", "Leiter AV": two capitals behind a head are a department."""
    return len(word.text) == 2 and word.text.isalpha() and word.text.isupper()


def _same_writing(left: Word, right: Word) -> bool:
    return left.capital == right.capital


def _links(words: list[Word], last: int) -> bool:
    """ "Director of Sales", "Leiter für Einkauf", "chef de cuisine", "CEO & founder"."""
    if last + 2 >= len(words):
        return False
    link, following = words[last + 1].low, words[last + 2]
    if link in ("&", "and", "und", "en", "/"):
        return is_title(following.low) or following.low in TITLE_PARTS
    if link in ("of", "for", "für"):
        return following.low in TITLE_PARTS or following.low == "the"
    return False


def _belongs_left(scene: Scene, piece: Piece, at: int, head: int) -> bool:
    word, low = piece.words[at], piece.words[at].low
    if low == "hr":
        return at + 1 == head
    if word.digits or low in HONORIFICS or LEGAL.fullmatch(low):
        return False
    if low in ("&", "and", "und", "en", "-", "/"):
        return at > 0 and (
            piece.words[at - 1].low in TITLE_PARTS
            or (scene.cased and piece.words[at - 1].capital and piece.before == "\n")
        )
    if low in TITLE_LINKS or low in ("the", "of", "a"):
        return False
    if low in TITLE_PARTS or is_title(low):
        return not (is_first_name(low) and word.capital and at == 0 and low not in TITLE_PARTS)
    if low in COMMON or is_first_name(low) or is_organisation_word(low):
        return False
    # an unknown word may belong to it where the piece is nothing but a title: "Ausbildung Manager", "spiral mixer buyer"
    whole_piece = head == len(piece.words) - 1 and head <= 3 and piece.index > 0
    return (
        whole_piece
        and (word.capital == piece.words[head].capital)
        and all(
            not is_first_name(other.low) and other.low not in COMMON and not is_organisation_word(other.low)
            for other in piece.words[:head]
        )
        and not _surname_of_known(scene, word)
    )


def _surname_of_known(scene: Scene, word: Word) -> bool:
    return any(fold(word.low) in local for local, _ in scene.locals)


def _right(scene: Scene, piece: Piece, last: int) -> int:
    words = piece.words
    own_line = piece.before in ("\n",) and piece.after == "\n"
    end = last
    at = last + 1
    while at < len(words):
        low = words[at].low
        if low == "hr" and (words[at].dot or at + 1 < len(words)):
            break
        if (_is_abbreviation(words[at]) and not LEGAL.fullmatch(low)) or (
            low in TITLE_PARTS and low not in ("&", "and", "of", "for", "für", "en", "und", "-")
        ):
            end = at
        elif low in TITLE_LINKS or low in ("&", "and", "of", "for", "für", "en", "und", "de", "the"):
            if at + 1 >= len(words) or not (
                words[at + 1].low in TITLE_PARTS
                or own_line
                or (
                    low in ("of", "für")
                    and scene.cased
                    and words[at + 1].capital
                    and (at + 2 == len(words) or not is_organisation_word(words[at + 1].low))
                )
            ):
                break
            if low in ("of", "für", "for") and words[at + 1].low not in TITLE_PARTS and not own_line:
                if words[last].low in _TAKES_ANYTHING:
                    end = at + 1
                break
        elif (
            own_line
            and (words[at].capital or not scene.cased)
            and low not in COMMON
            and not LEGAL.fullmatch(low)
        ):
            end = at
        else:
            break
        at += 1
    return end
