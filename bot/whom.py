"""Whom a command is about: the card that it replies to, the name in its words, or whoever was shown last."""

from collections.abc import Sequence

from bot.context import Context
from bot.spoken_of import place_replied_to, subject_at
from crm.models import Account, Block, Contact, Lead, Opportunity
from crm.rules.folding import words
from crm.store.accounts import organisations_of
from crm.store.blocks import Subject, find_subject
from crm.store.conversion import become
from crm.store.search.find import find_in

_ORDER = (Block.CONTACT, Block.LEAD, Block.ACCOUNT, Block.OPPORTUNITY)
_EACH = 6
_QUERY_LIMIT = 100


def whom(ctx: Context, said: str = "") -> Subject | None:
    """said: what of the command's words may name somebody. A lead that has converted is what it became.

    None: it has to be asked.
    """
    found = (
        _replied_to(ctx)
        or _named(ctx, said)
        or find_subject(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    )
    return become(ctx.work.session, ctx.access, found) if found is not None else None


def whom_surely(ctx: Context, said: str) -> Subject | None:
    """As `whom`, for what has consequences: a name that fits several, or only a part of a deal's, is asked about, unless it
    fits whoever was shown last."""
    replied = _replied_to(ctx)
    if replied is not None or not words(said):
        return whom(ctx, said)
    found = found_by_letters(ctx, said)
    sure = the_one(ctx, found, said)
    if sure is not None and not (isinstance(sure, Opportunity) and set(words(said)) < set(words(sure.name))):
        return sure
    shown = find_subject(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    shown = become(ctx.work.session, ctx.access, shown) if shown is not None else None
    return shown if not found or shown in found else None


def found_by_letters(ctx: Context, query: str) -> list[Subject]:
    """Whom typed letters may mean, each once: people by how well the letters fit, then organisations and deals."""
    session, access, region = ctx.work.session, ctx.access, ctx.surroundings.region
    found: dict[int, Subject] = {}
    for block in _ORDER:
        for id in find_in(session, access, block, query[:_QUERY_LIMIT], region=region, limit=_EACH):
            row = find_subject(session, access, id)
            if row is not None:
                row = become(session, access, row)
                found.setdefault(row.id, row)
    return sorted(found.values(), key=lambda row: _rank(row, query))[:_EACH]


def _rank(row: Subject, query: str) -> int:
    """Whose own name begins with the letters comes first, then who bears them, then people of such an organisation."""
    letters = " ".join(words(query))
    name = words(row.name or "")
    if not letters or not isinstance(row, Lead | Contact):
        return 3
    if " ".join(name).startswith(letters):
        return 0
    return 1 if any(word.startswith(letters) for word in name) else 2


def the_one(ctx: Context, found: Sequence[Subject], said: str) -> Subject | None:
    """The only one of `bearing`; None where it has to be asked."""
    named = bearing(ctx, found, said)
    return named[0] if len(named) == 1 else None


def bearing(ctx: Context, found: Sequence[Subject], said: str) -> list[Subject]:
    """Those that bear all the words: people by name, else organisations and people of them, else deals."""
    asked = set(words(said))
    if not asked:
        return []
    organisations = organisations_of(ctx.work.session, found)

    def bears(row: Subject, *, there: bool) -> bool:
        """there: the organisation's name counts too; of a contact only next to a word of their own."""
        own = set(words(row.name or ""))
        more = row.organisation or (organisations.get(row.id) if asked & own else None)
        return asked <= (own | set(words(more or "")) if there else own)

    people = [row for row in found if isinstance(row, Lead | Contact)]
    accounts = [row for row in found if isinstance(row, Account)]
    deals = [row for row in found if isinstance(row, Opportunity)]
    groups: tuple[list[Subject], ...] = (
        [row for row in people if bears(row, there=False)],
        [row for row in (*people, *accounts) if bears(row, there=True)],
        [row for row in deals if bears(row, there=True)],
    )
    return next((group for group in groups if group), [])


def _replied_to(ctx: Context) -> Subject | None:
    place = place_replied_to(ctx, ctx.incoming)
    return subject_at(ctx, place) if place is not None else None


def _named(ctx: Context, said: str) -> Subject | None:
    return the_one(ctx, found_by_letters(ctx, said), said) if words(said) else None
