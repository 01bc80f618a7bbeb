"""What a workspace has taught helps to read its messages: its organisations, titles and events."""

from dataclasses import replace

from crm.capture.draft import Gazetteer, Surroundings
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
