"""Questions: whether a message asks, and which of the questions that we can answer it is."""

import re

from crm.capture.draft import Question, QuestionKind
from crm.capture.lexicon import alternation, merged, whole
from crm.capture.naming import named
from crm.capture.text import Sheet

_QUESTION_WORDS = merged("question_words")
_OPENING = alternation(merged("greetings") | merged("helping"))
_COMMANDS = re.compile(rf"^(?:(?:{_OPENING})[ ,]+)?(?:{alternation(merged('commands'))})(?![^\W_])")
_ASKED_FIRST = re.compile(rf"^[\W_]*(?:{alternation(merged('asked_first'))})(?![^\W_])")
_TODAY = whole(merged("question_today"))
_NEGLECTED = whole(merged("question_neglected"))
_ABOUT = re.compile(
    rf"^[\W_]*(?:(?:{_OPENING}|so|zo)[ ,]+)?(?:{alternation(merged('question_about'))})(?![^\W_])"
)


def is_question(low: str) -> bool:
    """Ends as a question, opens as one, or tells the bot to show something."""
    stripped = low.strip()
    first = re.match(r"[^\W\d_]+(?:'[a-z]+)?", stripped)
    opens = first is not None and first.group().split("'")[0] in _QUESTION_WORDS
    return stripped.rstrip(" )🙂😅🤔").endswith("?") or opens or is_command(stripped)


def is_command(low: str) -> bool:
    return _COMMANDS.match(low.strip()) is not None


def asks_first(low: str) -> bool:
    """ "has the quote been sent", "hebben we …": asked, even without a question mark."""
    return _ASKED_FIRST.match(low) is not None


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
        about = named(sheet, match.end() + offset, len(sheet.low))
        if about is not None:
            return Question(QuestionKind.ABOUT, about)
    if asked and low.strip(" ?") in _BARE:
        return Question(QuestionKind.TODAY)
    return None


_BARE = merged("bare_questions")
