"""A card opened from a list, its timeline with what of it is wanted, one entry in full, and the way back."""

from dataclasses import dataclass, replace

from bot.callback import Tap
from bot.cards.entry import entry_card
from bot.cards.opened import opened_card
from bot.cards.timeline_page import KINDS, PAGE, Place, read_place, timeline_page
from bot.chat import Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from crm.store.blocks import get_subject
from crm.store.files import count_files, files_of_entry
from crm.store.timeline import entries, get_entry

_WORDS_LIMIT = 100


def _on_open(ctx: Context, tap: Tap) -> Replies:
    """tap.arg: the list to go back to, "" for none."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    return [opened_card(ctx, subject, back=tap.arg, edits=ctx.incoming.message_id)]


def _on_timeline(ctx: Context, tap: Tap) -> Replies:
    """tap.rev: the turn in which words to look for were typed; they stand in the member's own message."""
    words = ""
    if tap.rev:
        message = ctx.recall(tap.rev)
        if message is None:
            ctx.toast = t("passed")
            return []
        words = message.text.strip()
    return [_page(ctx, read_place(tap), words)]


def _page(ctx: Context, place: Place, words: str) -> Reply:
    session = ctx.work.session
    subject = get_subject(session, ctx.access, place.subject_id)
    ctx.shows(subject)
    words = words[:_WORDS_LIMIT]
    found = entries(
        session, subject, kinds=KINDS[place.show], words=words, limit=PAGE + 1, offset=place.page * PAGE
    )
    return timeline_page(ctx, subject, place, found, words=words, files=count_files(session, subject))


@dataclass(frozen=True, slots=True)
class SearchDraft:
    """subject: its id as text."""

    subject: str
    words: str | None = None


def _on_search(ctx: Context, tap: Tap) -> Replies:
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    return start(ctx, SEARCH, SearchDraft(str(subject.id)))


def _finish(ctx: Context, draft: SearchDraft) -> Replies:
    place = Place(int(draft.subject), words_turn=ctx.work.turn_id)
    return [replace(_page(ctx, place, draft.words or ""), edits=None)]


SEARCH = Conversation(
    name="timeline-search",
    version=1,
    draft=SearchDraft,
    asks=(Ask("words", "ask-timeline-words", lambda ctx, text: text, optional=False),),
    finish=_finish,
)


def _on_entry(ctx: Context, tap: Tap) -> Replies:
    entry, subject = get_entry(ctx.work.session, ctx.access, tap.id)
    ctx.shows(subject)
    return entry_card(ctx, subject, entry, files_of_entry(ctx.work.session, entry))


ROOM = Room(
    taps={"open": _on_open, "timeline": _on_timeline, "entry": _on_entry, "search-in": _on_search},
    conversations=(SEARCH,),
)
