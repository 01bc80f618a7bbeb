"""Where a quote takes a deal when the company has no stage "Quote sent" any more."""

from collections.abc import Callable

import pytest

from bot.catalogue import text_of
from crm.models import Member, Opportunity
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import OWNER
from tests.conversations.test_move import stage
from tests.conversations.test_quote import KLAUS, rows

Person = Callable[..., Chat]


def removes(owner: Chat, *labels: str) -> None:
    for label in labels:
        owner.says("/stages")
        owner.taps(label)
        owner.taps("Remove…")


def quoted(chat: Chat, office: Office) -> Opportunity:
    chat.says(KLAUS)
    chat.says("/quote 12.4k")
    (deal,) = rows(office, Opportunity)
    assert isinstance(deal, Opportunity)
    return deal


def test_the_next_stage_as_likely_stands_for_it_and_it_is_said(
    chat: Chat, person: Person, office: Office
) -> None:
    owner = person(OWNER)
    removes(owner, "Quote sent 50 %")
    assert owner.last.lines[0] == "A quote now takes a deal to Negotiation 70 %."
    assert quoted(chat, office).stage_id == stage(office, "negotiation").id
    assert "Deal €12,400, Negotiation 70 %" in chat.last.text


def test_where_none_is_as_likely_it_is_the_last_that_is_open(
    chat: Chat, person: Person, office: Office
) -> None:
    owner = person(OWNER)
    removes(owner, "Quote sent 50 %", "Negotiation 70 %", "Verbal yes 90 %")
    assert owner.last.lines[0] == "A quote now takes a deal to Qualified 25 %."
    assert quoted(chat, office).stage_id == stage(office, "qualified").id


def test_another_stage_goes_without_a_word_and_undo_brings_quote_sent_back(
    chat: Chat, person: Person, office: Office
) -> None:
    owner = person(OWNER)
    removes(owner, "Qualified 25 %")
    assert owner.last.lines[0] == "Stages"
    removes(owner, "Quote sent 50 %")
    owner.taps("Undo")
    assert quoted(chat, office).stage_id == stage(office, "quote-sent").id


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "Een offerte brengt een deal nu naar Onderhandeling 70 %."),
        ("de", "Ein Angebot bringt einen Deal jetzt zu Verhandlung 70 %."),
    ],
)
def test_in_their_language(person: Person, office: Office, language: str, line: str) -> None:
    with office.database.begin() as session:
        session.query(Member).filter_by(user_id=OWNER).one().language = language
    owner = person(OWNER, "Olga", language)
    owner.says("/stages")
    owner.taps(
        next(
            label
            for label in owner.last.buttons
            if label.startswith(text_of(language, "stage-quote-sent", {}))
        )
    )
    owner.taps(text_of(language, "button-remove", {}))
    assert owner.last.lines[0].replace("\u00a0", " ") == line
