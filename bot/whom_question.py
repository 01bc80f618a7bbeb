"""Whom something is about, asked: letters of a name, then one tap, or a new search; at once where only one can be meant."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.cards.choose import choose_card
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.room import Replies
from bot.whom import found_by_letters, the_one
from crm.store.blocks import Subject


@dataclass(frozen=True, slots=True)
class WhomDraft:
    """of: what is done with whoever is chosen, as the room that asks writes it in its buttons."""

    of: str = ""
    query: str | None = None


def whom_question(
    name: str,
    key: str,
    *,
    data_of: Callable[[Subject, str], str],
    again: Callable[[str], str],
    at_once: Callable[[Context, Subject, str], Replies] | None = None,
    may_be: Callable[[Subject], bool] = lambda subject: True,
) -> Conversation:
    """key: of the question's text. data_of: the callback data that chooses a row; again: that asks anew; both get `of`.

    at_once: what is done where only one can be meant; None, for what has consequences, to have every choice tapped.
    may_be: what can be meant at all.
    """

    def finish(ctx: Context, draft: WhomDraft) -> Replies:
        query = draft.query or ""
        found = [row for row in found_by_letters(ctx, query) if may_be(row)]
        if at_once is not None:
            sure = found[0] if len(found) == 1 else the_one(ctx, found, query)
            if sure is not None:
                return at_once(ctx, sure, draft.of)
        card = choose_card(ctx, query, found, lambda row: data_of(row, draft.of), again=again(draft.of))
        return [card]

    return Conversation(
        name=name,
        version=1,
        draft=WhomDraft,
        asks=(Ask("query", key, lambda ctx, text: text, optional=False),),
        finish=finish,
    )
