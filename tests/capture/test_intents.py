"""What a message is: examples of each intent and what looks like it and is not, in three languages."""

import pytest

from crm.capture.draft import ActivityKind, Direction, Intent, Outcome, QuestionKind
from crm.capture.read import read_message
from tests.capture.surroundings import around

TODAY, ABOUT, NEGLECTED = QuestionKind.TODAY, QuestionKind.ABOUT, QuestionKind.NOT_FOLLOWED_UP

QUESTIONS = [
    ("en", "who should I call today?", TODAY, None),
    ("en", "what's on my agenda", TODAY, None),
    ("en", "when is my next appointment", TODAY, None),
    ("en", "who have I not followed up?", NEGLECTED, None),
    ("en", "who is not followed up?", NEGLECTED, None),
    ("en", "who haven't I followed up?", NEGLECTED, None),
    ("en", "who did I not follow up yet", NEGLECTED, None),
    ("en", "which leads slipped through?", NEGLECTED, None),
    ("en", "what did I agree with Philips?", ABOUT, "Philips"),
    ("en", "what do we know about klaus berger?", ABOUT, "klaus berger"),
    ("en", "did I call Jansen?", ABOUT, "Jansen"),
    ("nl", "wie moet ik bellen", TODAY, None),
    ("nl", "wat staat er vandaag op de agenda?", TODAY, None),
    ("nl", "wie is nog niet opgevolgd?", NEGLECTED, None),
    ("nl", "wie moet ik nog opvolgen", NEGLECTED, None),
    ("nl", "welke leads zijn blijven liggen?", NEGLECTED, None),
    ("nl", "wat heb ik met Philips afgesproken?", ABOUT, "Philips"),
    ("nl", "wat hebben we afgesproken met van dijk loonwerk?", ABOUT, "van dijk loonwerk"),
    ("nl", "wie is Lotte Prins?", ABOUT, "Lotte Prins"),
    ("de", "wen soll ich heute anrufen?", TODAY, None),
    ("de", "was steht morgen an", TODAY, None),
    ("de", "wen habe ich noch nicht nachgefasst?", NEGLECTED, None),
    ("de", "welche leads sind liegengeblieben?", NEGLECTED, None),
    ("de", "bei wem muss ich noch nachfassen?", NEGLECTED, None),
    ("de", "was habe ich mit Bosch vereinbart?", ABOUT, "Bosch"),
    ("de", "Stand bei Weber?", ABOUT, "Weber"),
]

NO_QUESTIONS = [
    ("en", "Jan Smit, Philips, asks who should deliver, jan@philips.com"),
    ("en", "called Jansen, asked what did we agree"),
    ("nl", "Jan Smit van Philips vraagt wat een demo kost, 06 12345678"),
    ("de", "Herr Weber, Bosch, fragt wann wir liefern, 0170 1234567"),
]

CALL, EMAIL, MESSAGE = ActivityKind.CALL, ActivityKind.EMAIL, ActivityKind.MESSAGE
VISIT, MEETING, QUOTE = ActivityKind.VISIT, ActivityKind.MEETING, ActivityKind.QUOTE
OUT, IN = Direction.OUT, Direction.IN

LOGS = [
    ("en", "called Jansen, no answer", CALL, OUT, Outcome.NO_ANSWER, "Jansen"),
    ("en", "called jansen, no answer", CALL, OUT, Outcome.NO_ANSWER, "jansen"),
    ("en", "spoke to Anna, wants a quote by Friday", CALL, OUT, Outcome.SPOKE, "Anna"),
    ("en", "left a voicemail for Klaus Berger", CALL, OUT, Outcome.VOICEMAIL, "Klaus Berger"),
    ("en", "called Weber, wrong number", CALL, OUT, Outcome.WRONG_NUMBER, "Weber"),
    ("en", "emailed Philips", EMAIL, OUT, None, "Philips"),
    ("en", "visited Bosch, call again Monday", VISIT, OUT, None, "Bosch"),
    ("en", "quote sent 12.4k", QUOTE, OUT, None, None),
    ("en", "sent the quote to Mulder", QUOTE, OUT, None, "Mulder"),
    ("en", "Jansen called back, wants demo tuesday", CALL, IN, Outcome.SPOKE, "Jansen"),
    ("nl", "gemaild met Philips", EMAIL, OUT, None, "Philips"),
    ("nl", "Jansen gebeld, geen gehoor", CALL, OUT, Outcome.NO_ANSWER, "Jansen"),
    ("nl", "ik heb jansen gebeld, voicemail", CALL, OUT, Outcome.VOICEMAIL, "jansen"),
    ("nl", "gebeld met Van Dijk, wil volgende week een offerte", CALL, OUT, Outcome.SPOKE, "Van Dijk"),
    ("nl", "offerte gestuurd naar Mulder", QUOTE, OUT, None, "Mulder"),
    ("nl", "Lotte geappt", MESSAGE, OUT, None, "Lotte"),
    ("nl", "langs geweest bij Hoekstra", VISIT, OUT, None, "Hoekstra"),
    ("nl", "Jansen belde terug, wil demo", CALL, IN, Outcome.SPOKE, "Jansen"),
    ("de", "mit Weber telefoniert, will Angebot bis Freitag", CALL, OUT, Outcome.SPOKE, "Weber"),
    ("de", "Berger angerufen, nicht erreicht", CALL, OUT, Outcome.NO_ANSWER, "Berger"),
    ("de", "Berger auf die Mailbox gesprochen", CALL, OUT, Outcome.VOICEMAIL, "Berger"),
    ("de", "Angebot geschickt an Thiel", QUOTE, OUT, None, "Thiel"),
    ("de", "Kollege von Thiel angerufen, falsche Nummer", CALL, OUT, Outcome.WRONG_NUMBER, "Thiel"),
    ("de", "Bosch besucht", VISIT, OUT, None, "Bosch"),
    ("de", "Weber hat zurückgerufen, möchte Termin", CALL, IN, Outcome.SPOKE, "Weber"),
]

NO_LOGS = [
    ("en", "call him Friday"),
    ("en", "Anna from Philips wants a quote"),
    ("en", "quote needs to be sent to Mulder"),
    ("en", "Klaus Berger, Bosch, wants to be called on Friday"),
    ("en", "Spoke to Dave Miller, buyer at Brightwater Plumbing, 10 boilers, dave@brightwater.co.uk"),
    ("nl", "bel Jansen vrijdag"),
    ("nl", "Jansen van Philips wil een offerte"),
    ("nl", "offerte moet nog gestuurd worden"),
    ("nl", "Jan Smit (Philips) wil gebeld worden, 06 12345678"),
    ("de", "ruf Weber am Freitag an"),
    ("de", "Weber von Bosch will ein Angebot"),
    ("de", "Angebot muss geschickt werden"),
    ("de", "Telefonat mit Weber von Bosch morgen um 10 Uhr"),
]

CONTINUATIONS = [
    ("en", "and a demo too"),
    ("en", "jan@philips.com"),
    ("en", "06 12345678"),
    ("en", "12k"),
    ("en", "also wants 40 sensors"),
    ("en", "call him friday 10:00"),
    ("en", "his direct line is 040 2345678"),
    ("en", "office line is 040 2345678"),
    ("nl", "en ook een demo"),
    ("nl", "lotte@studioprins.nl"),
    ("nl", "hij wil 40 sensoren"),
    ("nl", "budget 12.000 euro"),
    ("nl", "morgen bellen"),
    ("de", "und auch eine Demo"),
    ("de", "0170 1234567"),
    ("de", "will 40 Sensoren"),
    ("de", "Budget 12.000 €"),
    ("en", "office 040 2345678"),
    ("en", "wants 40 valves, 06 12345678"),
    ("nl", "kantoor 040 2345678"),
    ("nl", "zijn nummer 06 12345678"),
    ("nl", "privé 06 12345678"),
    ("de", "Büro 040 2345678"),
    ("de", "seine Durchwahl: 040 2345678"),
    ("de", "privat 0170 1234567"),
    ("de", "Zentrale 040 2345678"),
    ("en", "hot"),
    ("en", "🔥"),
    ("nl", "heet"),
    ("de", "heiß!"),
]

NO_CONTINUATIONS = [
    ("en", "Anna Peters from Signify wants a demo", Intent.CAPTURE),
    ("en", "thanks!", Intent.UNCLEAR),
    ("en", "ok great", Intent.UNCLEAR),
    ("nl", "Lotte Prins van Studio Prins wil een demo", Intent.CAPTURE),
    ("nl", "top, dank je", Intent.UNCLEAR),
    ("de", "Frau Keller von Keller Elektro will ein Angebot", Intent.CAPTURE),
    ("de", "alles klar, danke", Intent.UNCLEAR),
    ("en", "محمد علي شركة النيل +20 2 27354444 اتصل به غدا", Intent.CAPTURE),
    ("nl", "Иван Петров, завод, +7 495 123 45 67", Intent.CAPTURE),
    ("de", "Γιώργος Παππάς +30 21 0123 4567, morgen anrufen", Intent.CAPTURE),
    ("en", "王伟 tomorrow", Intent.UNCLEAR),
    ("en", "Zaxoyi 0613456789", Intent.CAPTURE),
    ("nl", "zaxoyi dilbrin@zaxoyi.nl", Intent.CAPTURE),
]

CAPTURES = [
    ("en", "klaus berger bosch rexroth 040 2345678 hot 40 sensors 12k mail him fri"),
    ("en", "Anna from Philips wants 60 now"),
    ("en", "+49 171 3920011 wants a call back"),
    ("nl", "jan smit philips jan.smit@philips.com wil demo dinsdag"),
    ("nl", "Gesprek dhr. Van Dijk (Van Dijk Loonwerk), 2 maaiers"),
    ("nl", "info@bakkerijvermeulen.be vraagt prijs"),
    ("de", "sonja reiter, reiter catering, 50 chafing dishes, 4,5k"),
    ("de", "Frau Dr. Yildiz, Klinikum Westend, 6 Ultraschallgeräte"),
    ("de", "Rückruf für 030 23125 777, Rauchmelder"),
]

SMALL_TALK = [
    ("en", "hello"),
    ("en", "great show everyone, beers at 6pm in the lobby 🍻"),
    ("en", "Peter is late again"),
    ("en", "Hi Tom, can you take the stand at 3?"),
    ("en", "ok"),
    ("nl", "goedemorgen allemaal, succes vandaag! 💪"),
    ("nl", "de koffie is op"),
    ("nl", "Lisa heeft de sleutel"),
    ("nl", "ben zo terug"),
    ("de", "Treffpunkt 18 Uhr Halle 3 Eingang West"),
    ("de", "Der Beamer geht nicht"),
    ("de", "Thomas hat heute Geburtstag"),
    ("de", "bin gleich da"),
]


@pytest.mark.parametrize(("language", "text", "kind", "about"), QUESTIONS)
def test_a_question_is_told_with_its_kind(
    language: str, text: str, kind: QuestionKind, about: str | None
) -> None:
    understood = read_message(text, around(language), after_card=False)
    assert understood.intent is Intent.QUESTION
    assert understood.question is not None
    assert (understood.question.kind, understood.question.about) == (kind, about)


@pytest.mark.parametrize(("language", "text"), NO_QUESTIONS)
def test_a_lead_with_question_words_is_no_question(language: str, text: str) -> None:
    assert read_message(text, around(language), after_card=False).intent is not Intent.QUESTION


@pytest.mark.parametrize(("language", "text", "kind", "direction", "outcome", "about"), LOGS)
def test_something_done_is_a_log(
    language: str,
    text: str,
    kind: ActivityKind,
    direction: Direction,
    outcome: Outcome | None,
    about: str | None,
) -> None:
    understood = read_message(text, around(language), after_card=False)
    assert understood.intent is Intent.LOG
    assert understood.log is not None
    log = understood.log
    assert (log.kind, log.direction, log.outcome, log.about) == (kind, direction, outcome, about)
    assert log.text == text


@pytest.mark.parametrize(("language", "text"), NO_LOGS)
def test_something_to_be_done_is_no_log(language: str, text: str) -> None:
    assert read_message(text, around(language), after_card=False).intent is not Intent.LOG


@pytest.mark.parametrize(("language", "text"), CONTINUATIONS)
def test_what_names_nobody_new_after_a_card_continues_it(language: str, text: str) -> None:
    assert read_message(text, around(language), after_card=True).intent is Intent.CONTINUATION


@pytest.mark.parametrize(("language", "text"), CONTINUATIONS)
def test_without_a_card_nothing_is_continued(language: str, text: str) -> None:
    assert read_message(text, around(language), after_card=False).intent is not Intent.CONTINUATION


@pytest.mark.parametrize(("language", "text", "intent"), NO_CONTINUATIONS)
def test_somebody_new_or_small_talk_after_a_card_is_no_continuation(
    language: str, text: str, intent: Intent
) -> None:
    assert read_message(text, around(language), after_card=True).intent is intent


@pytest.mark.parametrize(("language", "text"), CAPTURES)
def test_a_person_or_a_way_to_reach_one_is_a_capture(language: str, text: str) -> None:
    assert read_message(text, around(language), after_card=False).intent is Intent.CAPTURE


@pytest.mark.parametrize(("language", "text"), SMALL_TALK)
def test_small_talk_is_left_unclear(language: str, text: str) -> None:
    understood = read_message(text, around(language), after_card=False)
    assert understood.intent is Intent.UNCLEAR
    assert not understood.draft.is_lead


@pytest.mark.parametrize(
    ("language", "text", "member", "about"),
    [
        ("en", "Tom: call Bosch tomorrow", "Tom Hughes", "Bosch"),
        ("nl", "Sanne: bel Philips morgen over de offerte", "Sanne Vos", "Philips"),
        ("nl", "@Sanne mail Mulder vrijdag", "Sanne Vos", "Mulder"),
        ("de", "Sanne Vos: ruf Weber übermorgen an", "Sanne Vos", "Weber"),
    ],
)
def test_a_member_and_something_to_do_is_an_assignment(
    language: str, text: str, member: str, about: str
) -> None:
    understood = read_message(text, around(language), after_card=False)
    assert understood.intent is Intent.ASSIGNMENT
    assert understood.assignment is not None
    assert (understood.assignment.member, understood.assignment.about) == (member, about)
    assert understood.assignment.due is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Jan: call Bosch tomorrow"),  # two members are called Jan
        ("en", "Klaus: call Bosch tomorrow"),
        ("en", "Tom Hughes, Hughes Ltd, call tomorrow, tom@hughes.co.uk"),
        ("nl", "Sanne: top!"),
    ],
)
def test_without_one_certain_member_there_is_no_assignment(language: str, text: str) -> None:
    assert read_message(text, around(language), after_card=False).intent is not Intent.ASSIGNMENT
