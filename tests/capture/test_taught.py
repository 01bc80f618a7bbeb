"""What a workspace has taught helps to read its messages: its organisations, titles and events."""

from dataclasses import replace

import pytest

from crm.capture.draft import Gazetteer, Surroundings
from crm.capture.lexicon import known_fairs
from crm.capture.read import read_lead
from tests.capture.surroundings import around


def _knowing(**names: tuple[str, ...]) -> Surroundings:
    return replace(around("nl"), gazetteer=Gazetteer(**names))


def test_a_title_that_no_list_knows_is_read_once_it_was_taught() -> None:
    text = "Joris Blankert, gangmaker, Orkestra Noord, wil 3 podia"
    before = read_lead(text, around("nl"))
    after = read_lead(text, _knowing(titles=("Gangmaker",)))
    assert before.title is None
    assert (after.name, after.title, after.organisation) == ("Joris Blankert", "gangmaker", "Orkestra Noord")


def test_a_taught_title_of_several_words_is_read_whole() -> None:
    draft = read_lead(
        "joris blankert kwartiermaker nieuwe markten orkestra noord",
        _knowing(titles=("Kwartiermaker nieuwe markten",)),
    )
    assert (draft.name, draft.title) == ("Joris Blankert", "kwartiermaker nieuwe markten")


def test_a_longer_title_is_not_cut_down_to_the_taught_one() -> None:
    draft = read_lead("Joris Blankert, technical manager, Orkestra Noord", _knowing(titles=("manager",)))
    assert draft.title == "technical manager"


def test_an_everyday_word_taught_by_mistake_is_no_title() -> None:
    draft = read_lead("contact Joris Blankert van Orkestra Noord, wil demo", _knowing(titles=("contact",)))
    assert (draft.name, draft.title) == ("Joris Blankert", None)


def test_an_organisation_that_was_taught_is_read_without_any_mark() -> None:
    text = "joris zanzibar wil er 5 extra"
    assert read_lead(text, _knowing(organisations=("Zanzibar",))).organisation == "Zanzibar"


OWN = ("SPS 2026", "Hannover Messe 2026", "Provada")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Joris Blankert, Orkestra, hannovermesse, wil demo", "Hannover Messe 2026"),
        ("Joris Blankert, Orkestra, Hannover-Messe, wil demo", "Hannover Messe 2026"),
        ("Joris Blankert, Orkestra, hannover messe 26, wil demo", "Hannover Messe 2026"),
        ("Joris Blankert, Orkestra, Hanover Fair, wil demo", "Hannover Messe 2026"),
        ("Joris Blankert, Orkestra, HM26, wil demo", "Hannover Messe 2026"),
        ("joris blankert orkestra hm 2026 wil demo", "Hannover Messe 2026"),
        ("Joris Blankert, Orkestra, SPS, wil demo", "SPS 2026"),
        ("joris blankert, orkestra, provada, wil demo", "Provada"),
    ],
)
def test_an_event_of_the_workspace_is_one_in_every_spelling(text: str, source: str) -> None:
    assert read_lead(text, _knowing(fairs=OWN)).source == source


@pytest.mark.parametrize(
    "text",
    [
        "Joris Blankert, Orkestra, 40 hm kabel, wil demo",
        "Joris Blankert, Orkestra, HM, wil demo",
        "Joris Blankert, Orkestra, HM25, wil demo",
        "Joris Blankert, Orkestra, provadavloer, wil demo",
    ],
)
def test_what_only_looks_like_an_event_of_the_workspace_is_none(text: str) -> None:
    assert read_lead(text, _knowing(fairs=OWN)).source is None


def test_an_abbreviation_with_a_year_is_nothing_where_the_workspace_has_no_such_event() -> None:
    assert read_lead("Joris Blankert, Orkestra, HM26, wil demo", around("nl")).source is None


def test_of_two_years_the_one_that_is_said_is_meant_and_the_newest_where_none_is() -> None:
    both = _knowing(fairs=("Hannover Messe 2026", "Hannover Messe 2025"))
    assert read_lead("Joris Blankert, Orkestra, HM25", both).source == "Hannover Messe 2025"
    assert read_lead("Joris Blankert, Orkestra, hannover messe 2025", both).source == "Hannover Messe 2025"
    assert read_lead("Joris Blankert, Orkestra, hannover messe", both).source == "Hannover Messe 2026"


def test_big_european_fairs_are_known_without_being_taught() -> None:
    named = [fair.name for fair in known_fairs().values()]
    assert len(set(named)) >= 250
    for text, name in (
        ("op de Horecava", "Horecava"),
        ("auf der bauma", "bauma"),
        ("at hannovermesse", "Hannover Messe"),
    ):
        assert read_lead(f"Joris Blankert, Orkestra, {text}, demo", around("nl")).source == name
