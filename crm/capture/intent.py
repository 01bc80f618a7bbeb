"""What kind of message it is: a question, an assignment, a log in words."""

import re

from crm.capture.draft import (
    ActivityKind,
    Assignment,
    Direction,
    LogDraft,
    Outcome,
    Question,
    QuestionKind,
    Surroundings,
)
from crm.capture.due import ACTION_WORD
from crm.capture.lead import Reading
from crm.capture.lexicon import (
    ACTIONS,
    COMMON,
    HONORIFICS,
    PARTICLES,
    TO_ORGANISATION,
    alternation,
    is_first_name,
    is_title,
    merged,
    merged_table,
    whole,
)
from crm.capture.scene import SURNAMES
from crm.capture.text import Sheet, Word
from crm.capture.worth import is_question

_TODAY = whole(frozenset(merged("question_today")))
_NEGLECTED = whole(frozenset(merged("question_neglected")))
_ABOUT = re.compile(
    rf"^[\W_]*(?:(?:hi|hey|hoi|hallo|en|and|und|so|zo)[ ,]+)?(?:{alternation(frozenset(merged('question_about')))})(?![^\W_])"
)
_LOGS = merged_table("logs")
_LOG = whole(_LOGS)
_NO_ANSWER = whole(frozenset(merged("no_answer")))
_VOICEMAIL = whole(frozenset(merged("voicemail")))
_WRONG_NUMBER = whole(frozenset(merged("wrong_number")))
_INCOMING = whole(frozenset(merged("incoming")))
_ALSO = re.compile(rf"^[\W_]*(?:{alternation(frozenset(merged('also')))})(?![^\W_])|^\s*\+\s")
_TRIED = whole(
    frozenset(
        {"tried", "tried calling", "geprobeerd te bellen", "geprobeerd", "versucht anzurufen", "versucht"}
    )
)
_MODAL_BEFORE = re.compile(
    r"(?<![^\W_])(?:to be|be|needs|need|should|must|want|wants|would like|wil|willen|moet|moeten|zal|zullen|graag|soll|sollen|muss|müssen|möchte|möchten|will|wollen|wird|werden|worden|wordt|kan|can|could|if|als|wenn|has to|have to|hat gebeten|not yet|never|nog niet|noch nicht|nie)(?![^\W_])"
)
_PASSIVE_AFTER = re.compile(
    r"^ (?:moet |te |zu )?(?:worden|wordt|werden|wird)(?![^\W_])|^ (?:moet|muss|soll|moeten|sollen)(?![^\W_])"
)
_TALK = whole(
    frozenset(
        "met spoke talked saw gesproken sprak ontmoet gesprochen getroffen kennengelernt geredet kennisgemaakt spoken".split()
    )
)
_NOUN_FORMS = whole(
    frozenset(
        "call with|meeting with|visit to|telefonat mit|anruf bei|besuch bei|meeting mit|besprechung mit|essen mit|bezoek aan|bezoek bij|mail an|telefontermin mit".split(
            "|"
        )
    )
)
_SELF = re.compile(r"(?<![^\W_])(?:i|i've|we|we've|ik|wij|ich|wir|habe|hab|haben|heb|hebben)(?![^\W_])")
_THEY_CALLED = re.compile(
    r"(?:called|rang|phoned|mailed|emailed|e-mailed|texted|messaged|whatsapped|visited|belde|mailde|appte|replied|wrote|reached)$"
)
_BREAKS = re.compile(r"[,;:.!?\n(]|\s[-–]\s")
_FILL = frozenset(
    """no answer reply response gehoor antwoord reactie voicemail mailbox ab auf die der den dem das the a an een ein eine quote offer proposal offerte
    angebot to for naar aan an für voor bij bei mit met with from von van about over über re regarding""".split()
)


# outcomes that alone, without a verb, say too little to log a call
_ALSO_IDLE = frozenset(
    "unavailable|busy|bezet|besetzt|afwezig|n/a|not available|was out|in gesprek|vm|not in|im urlaub|im meeting".split(
        "|"
    )
)


def read_question(sheet: Sheet) -> Question | None:
    """A question that we can answer, or None. Phrases must open it or make most of it."""
    low = sheet.low.strip()
    asked = is_question(low)
    words = len(sheet.words)
    if _NEGLECTED.search(low) and (asked or words <= 5):
        return Question(QuestionKind.NOT_FOLLOWED_UP)
    if _TODAY.search(low) and (asked or words <= 4):
        return Question(QuestionKind.TODAY)
    match = _ABOUT.match(low)
    if match is not None and words <= 16:
        offset = len(sheet.low) - len(sheet.low.lstrip())
        about = _named(sheet, match.end() + offset, len(sheet.low))
        if about is not None:
            return Question(QuestionKind.ABOUT, about)
    if asked and low.strip(" ?") in ("agenda", "today", "vandaag", "heute", "todo"):
        return Question(QuestionKind.TODAY)
    return None


def read_assignment(reading: Reading, around: Surroundings) -> Assignment | None:
    """ "Jan: call Bosch tomorrow", "@Jan bel Bosch", with Jan a member and something to do."""
    low = reading.sheet.low
    match = re.match(r"\s*(?:for |voor |für )?(@?)([^\n:@]{2,40}?)\s*(:| - |, | (?=\S))", low)
    if match is None:
        return None
    for member in around.gazetteer.members:
        full = member.lower()
        names = {full, full.split(" ")[0]} if _unique_first(member, around.gazetteer.members) else {full}
        for name in names:
            opening = re.match(
                rf"\s*(?:for |voor |für )?(?P<at>@?){re.escape(name)}(?P<mark>\s*:| -|,)?\s+(?P<rest>\S.*)",
                low,
                re.DOTALL,
            )
            if opening is None or not (opening["at"] or (opening["mark"] or "").strip() == ":"):
                continue
            start = opening.start("rest")
            action = ACTION_WORD.search(low, start)
            if action is None or low.rstrip().endswith("?"):
                return None
            rest = Sheet(reading.sheet.text[start:])
            due = reading.draft.due
            about = _about_of_action(rest, due.written if due else "")
            return Assignment(
                member, about, _without(reading.sheet.text[start:], due.written if due else ""), due
            )
    return None


def _unique_first(member: str, members: tuple[str, ...]) -> bool:
    first = member.lower().split(" ")[0]
    return sum(other.lower().split(" ")[0] == first for other in members) == 1


def _without(text: str, written: str) -> str:
    at = text.find(written) if written else -1
    if at != -1:
        text = text[:at] + text[at + len(written) :]
    return " ".join(text.split()).strip(" ,.;:-")


def _about_of_action(sheet: Sheet, written: str) -> str | None:
    at = sheet.text.find(written) if written else -1
    if at != -1:
        sheet.claim(at, at + len(written), "due")
    return _named(sheet, 0, len(sheet.low))


def _blocked(sheet: Sheet) -> list[tuple[int, int]]:
    """Stretches that are no names: times, amounts, ways to reach somebody."""
    return [(start, end) for start, end, what in sheet.claims if what in _NO_NAMES]


def _named(sheet: Sheet, start: int, end: int) -> str | None:
    """The first run of words in a stretch that may be a name, as typed: unknown words, capitals, particles between."""
    blocked = _blocked(sheet)
    words = [
        word
        for word in sheet.words
        if word.start >= start
        and word.end <= end
        and not any(first <= word.start < last for first, last in blocked)
    ]
    cased = any(word.capital for word in words[1:]) or (bool(words) and words[0].capital and start > 0)
    run: list[Word] = []
    for at, word in enumerate(words):
        if run and (
            _BREAKS.search(sheet.flat[run[-1].end : word.start])
            or any(run[-1].end <= first < word.start for first, _ in blocked)
        ):
            break
        after = words[at + 1] if at + 1 < len(words) else None
        opens = (
            not run
            and after is not None
            and _opens_surname(word, at)
            and _may_name(after, cased and start > 0, True)
        )
        if opens or _may_name(word, cased and start > 0, bool(run)) or (run and word.low in _BETWEEN):
            run.append(word)
        elif run:
            break
    while run and (run[-1].low in _BETWEEN or run[-1].low in HONORIFICS):
        run.pop()
    while run and run[0].low in HONORIFICS:
        run.pop(0)
    return sheet.text[run[0].start : run[-1].end] if run else None


_BETWEEN = PARTICLES | {"&", "and", "und", "en"}
_NO_NAMES = frozenset({"due", "email", "phone", "value", "kept", "website", "hot"})
_SURNAME_OPENERS = frozenset("van de von te ter ten el al di da du le la vd".split())


def _opens_surname(word: Word, at: int) -> bool:
    """ "Van Dijk", or "van dijk" right behind the phrase."""
    return word.low in _SURNAME_OPENERS and (word.capital or at == 0)


def _may_name(word: Word, cased: bool, running: bool) -> bool:
    low = word.low
    if word.digits or len(word.text) < 2:
        return False
    if cased and not word.capital and not (running and low in PARTICLES):
        return False
    if low in HONORIFICS:
        return True
    if low in COMMON or low in ACTIONS or low in _FILL or low in TO_ORGANISATION:
        return (low in SURNAMES and running) or (
            word.capital and cased and low in SURNAMES and is_first_name(low)
        )
    return not is_title(low) or word.capital


def read_log(reading: Reading) -> LogDraft | None:
    """Something done, told in the past: "called Jansen, no answer", "mit Weber telefoniert, will Angebot bis Freitag"."""
    sheet, draft = reading.sheet, reading.draft
    low = sheet.low
    if (
        low.rstrip().endswith("?")
        or reading.scene.frame.mail
        or reading.scene.frame.authors
        or len(sheet.words) > 45
    ):
        return None
    found = _log_phrase(sheet)
    if found is None:
        return None
    start, end, kind, incoming = found
    head = [word for word in sheet.words if word.end <= start]
    if len(head) > 7 or "\n" in low[:start]:
        return None
    talk = _TALK.search(low[start:end]) is not None
    if _is_capture_instead(reading, talk):
        return None
    about = _about(sheet, start, end)
    if about is None and draft.emails:
        about = draft.emails[0]
    if about is None and draft.phones:
        about = draft.phones[0].written
    direction = Direction.IN if incoming or _they_did(sheet, start, end, about) else Direction.OUT
    outcome = _outcome(low) if kind is ActivityKind.CALL else None
    due = draft.due
    return LogDraft(
        kind=kind, direction=direction, outcome=outcome, about=about, text=sheet.text,
        next_action=draft.next_action if due is not None or draft.next_action else None, due=due, value=draft.value,
    )  # fmt: skip


def _log_phrase(sheet: Sheet) -> tuple[int, int, ActivityKind, bool] | None:
    low = sheet.low
    incoming = _INCOMING.search(low)
    for match in _LOG.finditer(low):
        clause_start = max((mark.end() for mark in _BREAKS.finditer(low, 0, match.start())), default=0)
        before = low[clause_start : match.start()]
        if _MODAL_BEFORE.search(before) or _PASSIVE_AFTER.match(low[match.end() :]):
            continue
        if (
            _NOUN_FORMS.fullmatch(match.group())
            and any(what == "due" for _, _, what in sheet.claims)
            and _due_in_clause(sheet, clause_start, match.end())
        ):
            continue
        kind = ActivityKind(_LOGS[re.sub(r" +", " ", match.group())])
        if incoming is not None and incoming.start() <= match.end() and match.start() <= incoming.end() + 4:
            return min(match.start(), incoming.start()), max(match.end(), incoming.end()), kind, True
        return match.start(), match.end(), kind, False
    if incoming is not None and not _MODAL_BEFORE.search(low[: incoming.start()]):
        return incoming.start(), incoming.end(), _kind_of(incoming.group()), True
    if len(sheet.words) <= 8:
        for pattern in (_NO_ANSWER, _VOICEMAIL, _WRONG_NUMBER):
            said = pattern.search(low)
            if said is not None and said.group() not in _ALSO_IDLE:
                return said.start(), said.end(), ActivityKind.CALL, False
    return None


def _kind_of(phrase: str) -> ActivityKind:
    if re.search(
        r"mail|geschrieben|schrieb|wrote|replied|repl|antwort|answer|heard|reageer|reactie|schreibt|gemeldet|meldete|rückmeldung",
        phrase,
    ):
        return ActivityKind.EMAIL
    if re.search(r"app|text|nachricht|message", phrase):
        return ActivityKind.MESSAGE
    return (
        ActivityKind.VISIT
        if re.search(r"came by|visited|langs|vorbei|dropped", phrase)
        else ActivityKind.CALL
    )


def _due_in_clause(sheet: Sheet, start: int, end: int) -> bool:
    stop = next((mark.start() for mark in _BREAKS.finditer(sheet.low, end)), len(sheet.low))
    return any(what == "due" and start <= at < stop for at, _, what in sheet.claims)


def _is_capture_instead(reading: Reading, talk: bool) -> bool:
    """Somebody new with all that makes a lead: "Spoke to Dave from Brightwater, 07700 …" is no log."""
    draft = reading.draft
    reach = bool(draft.emails or draft.phones)
    pair = draft.name is not None and draft.organisation is not None
    if reach and (pair or draft.title or (draft.name and talk)):
        return True
    if draft.source or (draft.title and pair):
        return True
    return (
        talk and pair and (draft.value is not None or draft.title is not None or len(reading.sheet.words) > 8)
    )


def _about(sheet: Sheet, start: int, end: int) -> str | None:
    """Whom the log names: behind the phrase, or before it in its clause."""
    clause_start = max((mark.end() for mark in _BREAKS.finditer(sheet.low, 0, start)), default=0)
    clause_end = next((mark.start() for mark in _BREAKS.finditer(sheet.low, end)), len(sheet.low))
    return (
        _named(sheet, end, clause_end)
        or _named_before(sheet, clause_start, start)
        or _named_before(sheet, 0, clause_start)
    )


def _named_before(sheet: Sheet, start: int, end: int) -> str | None:
    blocked = _blocked(sheet)
    words = [
        word
        for word in sheet.words
        if word.start >= start
        and word.end <= end
        and not any(first <= word.start < last for first, last in blocked)
    ]
    run: list[Word] = []
    for word in reversed(words):
        if _may_name(word, False, True) or (run and word.low in PARTICLES and word.low not in ("met", "mit")):
            if run and _BREAKS.search(sheet.flat[word.end : run[0].start]):
                break
            run.insert(0, word)
        elif run:
            break
    while run and run[0].low in PARTICLES | HONORIFICS and not run[0].capital:
        run.pop(0)
    while run and run[0].low in HONORIFICS:
        run.pop(0)
    return sheet.text[run[0].start : run[-1].end] if run else None


def _they_did(sheet: Sheet, start: int, end: int, about: str | None) -> bool:
    """ "Jansen called": a name right before an English or Dutch past verb, and no "I"."""
    if about is None or not _THEY_CALLED.search(sheet.low[start:end]):
        return False
    head = sheet.low[:start].rstrip()
    if _SELF.search(head) or not head:
        return False
    before = re.sub(r" (?:just|net|today|vandaag|zojuist|again|weer)$", "", head)
    return before.endswith(about.lower())


def _outcome(low: str) -> Outcome:
    if _WRONG_NUMBER.search(low):
        return Outcome.WRONG_NUMBER
    if _VOICEMAIL.search(low):
        return Outcome.VOICEMAIL
    if _NO_ANSWER.search(low) or _TRIED.search(low):
        return Outcome.NO_ANSWER
    return Outcome.SPOKE


def opens_with_also(low: str) -> bool:
    return _ALSO.match(low) is not None
