"""Who is meant: initials, old particles, the one to act on of two, the field of a title, names of firms."""

import pytest

from crm.capture.read import read_lead
from tests.capture.surroundings import around


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("A. de Vries from Philips, wants 40 sensors", "en", "A. de Vries"),
        ("A. de Ridder, hoofd TD, Suikerfabriek Volkerak, koppelingen", "nl", "A. de Ridder"),
        ("Jurriaan op den Kelder - Eigenaar - Op den Kelder Wijnimport - 17,5 mille", "nl", "Jurriaan op den Kelder"),
        ("hatte gerade frau doktor melchior von der augenklinik dreiflüsse, zwei mikroskope", "de", "Melchior"),
        ("meneer huxmar okwuneme van de gemeente hardenveld wil twintig laadpalen", "nl", "Huxmar Okwuneme"),
        ("Line Holm, Holm AS, 040 2345678", "en", "Line Holm"),
        ("Huxmar from Copperfield & Daughters said yes to a trial: 3 kegs", "en", "Huxmar"),
        ("[3-11 09:12] Huxmar Zielstra: goedemorgen, die zaaglijn, wat kost die?\n[3-11 09:14] Huxmar Zielstra: bel me 0613578642", "nl", "Huxmar Zielstra"),
    ],
)  # fmt: skip
def test_a_name(text: str, language: str, name: str) -> None:
    assert read_lead(text, around(language)).name == name


@pytest.mark.parametrize(
    ("text", "language", "name", "other"),
    [
        ("Klaus Berger en Piet Bos van Bosch Rexroth, bel Klaus vrijdag, Piet doet inkoop", "nl", "Klaus Berger", "Piet Bos"),
        ("Klaus Berger en Piet Bos van Bosch Rexroth, bel Piet vrijdag, Klaus doet inkoop", "nl", "Piet Bos", "Klaus Berger"),
        ("Klaus Berger und Piet Bos von Bosch Rexroth, Klaus am Freitag anrufen, Piet macht Einkauf", "de", "Klaus Berger", "Piet Bos"),
        ("Klaus Berger and Piet Bos from Bosch Rexroth, call Klaus Friday, Piet does procurement", "en", "Klaus Berger", "Piet Bos"),
        ("Lars Hoffmann und Ayşe Kaya von Sensorik Nord. Lars ist CTO. Ayşe am Freitag anrufen", "de", "Ayşe Kaya", "Lars Hoffmann"),
    ],
)  # fmt: skip
def test_of_two_the_one_to_act_on_is_the_lead(text: str, language: str, name: str, other: str) -> None:
    draft = read_lead(text, around(language))
    assert draft.name == name
    assert [person.name for person in draft.others] == [other]


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        ("Roswitha Quandt\nProjektleiterin Neubau\nStadtwerke Mühlhain\nroswitha.quandt@sw-muehlhain.de", "de", "Projektleiterin Neubau"),
        ("Leopold Achterberg, VP Payments, Kasse & Konto SE, call Friday", "en", "VP Payments"),
        ("Bauleiter Kowalski, Hochtief Projekt Nord, Tel. 0172 3344556, Mo früh anrufen", "de", "Bauleiter"),
        ("Anna Paz, CEO Fjordpack, wants 4 sealers", "en", "CEO"),
    ],
)  # fmt: skip
def test_a_title_with_its_field(text: str, language: str, title: str) -> None:
    assert read_lead(text, around(language)).title == title


@pytest.mark.parametrize(
    ("text", "language", "organisation"),
    [
        ("Gijs van Raalte, bedrijfsleider Van Raalte Verpakkingen, 3 wikkelaars", "nl", "Van Raalte Verpakkingen"),
        ("gijs van raalte, bedrijfsleider van raalte verpakkingen, 3 wikkelaars", "nl", "Van Raalte Verpakkingen"),
        ("merel vd veen van kaasmakerij de groene koe wil stremsel, merel@groenekoe.nl", "nl", "Kaasmakerij de Groene Koe"),
        ("Leo Marsh, buyer, Kasse & Konto SE. Licence deal, call Friday", "en", "Kasse & Konto SE"),
    ],
)  # fmt: skip
def test_an_organisation(text: str, language: str, organisation: str) -> None:
    found = read_lead(text, around(language)).organisation
    assert found is not None
    assert found.casefold() == organisation.casefold()


@pytest.mark.parametrize(
    ("text", "language", "organisation"),
    [
        ("Yasmina Ouahbi van Stadslogistiek 010, wil 25 bakfietsen", "nl", "Stadslogistiek 010"),
        ("Anna Paz van Philips 2026, wil 40 sensoren", "nl", "Philips"),
        ("Termin bei Zerspanung Öhlschläger, Hr. Öhlschläger, CNC-Retrofit", "de", "Zerspanung Öhlschläger"),
    ],
)
def test_a_number_or_a_namesake_belongs_to_the_firm(text: str, language: str, organisation: str) -> None:
    assert read_lead(text, around(language)).organisation == organisation


def test_an_emoji_between_title_and_surname_hides_nobody() -> None:
    assert read_lead("Bauleiter 👍 Kowalski, Hochtief Projekt Nord, anrufen", around("de")).name == "Kowalski"


@pytest.mark.parametrize(
    ("text", "language", "name", "organisation"),
    [
        ("Hans Muster, Muster AG, 030 1234567, anrufen morgen", "de", "Hans Muster", "Muster AG"),
        ("Anna Order, Order BV, 06 12345678, bel morgen", "nl", "Anna Order", "Order BV"),
        ("Peter Price, Price Ltd, 07700 900412", "en", "Peter Price", "Price Ltd"),
        ("Nina Novak, Novak doo", "nl", "Nina Novak", "Novak doo"),
        ("Nina Novak, Novak d.o.o., 06 12345678", "en", "Nina Novak", "Novak d.o.o."),
    ],
)
def test_a_surname_that_is_a_word_is_one_where_the_firm_has_it(
    text: str, language: str, name: str, organisation: str
) -> None:
    draft = read_lead(text, around(language))
    assert (draft.name, draft.organisation) == (name, organisation)


def test_a_bracket_stays_where_its_other_half_does() -> None:
    draft = read_lead("Ahmed <b>Ali</b> & Sons *bold* _x_ 050 1234567", around("nl"))
    assert draft.note == "<b>Ali</b> & Sons *bold* _x_"


@pytest.mark.parametrize(
    ("text", "hot", "step"),
    [
        ("Anna Vis, Vis BV, 06 12345678, heet demo vrijdag 10:00", True, "demo"),
        ("Anna Vis, Vis BV, 06 12345678, heet, demo vrijdag 10:00", True, "demo"),
        ("Zijn hond heet Bello, Anna Vis, Vis BV, 06 12345678", False, None),
        ("Anna Vis, Vis BV, 06 12345678, wil heet water", False, None),
    ],
)
def test_heet_is_hot_before_what_is_wanted_and_no_name(text: str, hot: bool, step: str | None) -> None:
    draft = read_lead(text, around("nl"))
    assert (draft.hot, draft.next_action) == (hot, step)
