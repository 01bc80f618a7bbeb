"""The vocabulary of understanding: one package a language; see `vocabulary.py` for what each list means."""

from crm.capture.words.calendar import Calendar
from crm.capture.words.de import DE
from crm.capture.words.en import EN
from crm.capture.words.nl import NL
from crm.capture.words.vocabulary import Words

LANGUAGES: dict[str, Words] = {words.code: words for words in (EN, NL, DE)}

__all__ = ["LANGUAGES", "Calendar", "Words"]
