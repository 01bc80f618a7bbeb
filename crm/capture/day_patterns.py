"""The shapes of days in a message, as regular expressions built from the calendars."""

import re

from crm.capture.calendars import CALENDARS, COUNTS, DAYS, FEASTS, MONTHS, UNITS, WEEKDAYS
from crm.capture.clock import DAY_PART, forms
from crm.capture.lexicon import HONORIFICS, alternation

_L, R = r"(?<![^\W_])", r"(?![^\W_])"
WD = alternation(WEEKDAYS)
_MON = alternation(MONTHS)
NEXT, THIS, LAST, AFTER_NEXT = (
    forms("next_words"),
    forms("this_words"),
    forms("last_words"),
    forms("after_next_words"),
)
WEEK, _MONTH, _YEAR = forms("week"), forms("month"), forms("year")
_END, _START, _MIDDLE = forms("end_of"), forms("start_of"), forms("middle_of")
_UNIT = alternation(UNITS)
_COUNT = rf"\d{{1,3}}(?:[.,]5)?|{alternation(COUNTS)}"
_WEEKS = alternation(form for form, unit in UNITS.items() if unit == "weeks")
_ORDER = forms("ordinals")
_DAY_NUMBER = r"\d{1,2}"
_AGO_WORDS, _LATER = forms("ago"), forms("a_later_one")
_ONE_LATER = forms("a_week_later")

ISO = re.compile(r"(?<![\d-])(\d{4})-(\d\d?)-(\d\d?)(?![\d-])")
NUMERIC = re.compile(
    r"(?<![\d.,/:+-])(\d{1,2})(?:\.|/|-)(\d{1,2})(?:(?:\.|/|-)(\d{4}|\d\d))?\.?(?![\w/%-])(?!\.\d)(?!,\d)"
)
DAY_MONTH = re.compile(
    rf"{_L}(\d{{1,2}})(?:{_ORDER})? ?(?:(?:{forms('of_month')}) )?({_MON})\.?(?: (\d{{4}}))?{R}(?![.,]?\d)"
)
MONTH_DAY = re.compile(
    rf"{_L}({_MON})\.? (?:(?:{forms('on_the')}) )?(\d{{1,2}})(?:{_ORDER})?(?:,? (\d{{4}}))?{R}(?![:.]\d|[ ]?(?:{forms('hour')}|am|pm){R})"
)
ORDINAL = re.compile(
    rf"{_L}(?:{'|'.join(rf'(?:{alternation(one.on_the)}) (?P<{code}>{_DAY_NUMBER})(?:{alternation(one.ordinals)})' for code, one in CALENDARS.items())})(?![\w.]|[ ]?(?:{_MON}){R})"
)
PLAIN = re.compile(rf"{_L}(?:{alternation(DAYS)}){R}")
_IN_WEEKS = rf"(?:{forms('in_words')}) (?P<weeks>\d{{1,2}}) (?:{_WEEKS})"
WEEKDAY = re.compile(
    rf"{_L}(?:(?P<next>{NEXT}|{THIS}|{LAST}) )?(?P<day>{WD}){R}\.?(?P<late>(?:,? (?:{_IN_WEEKS}|(?:(?:{forms('of_month')}|{forms('on_the')}|{forms('in_words')}|(?P<same>{THIS})) )?(?:{_ONE_LATER}|{NEXT})(?: (?:{WEEK}))?|{_LATER}){R})?)"
)
WEEK_DAY = re.compile(
    rf"{_L}(?:(?P<after>{AFTER_NEXT})(?P<afterweek> (?:{WEEK}))?|(?P<next>{NEXT}) (?:{WEEK})|(?P<this>{THIS}) (?:{WEEK})|{_IN_WEEKS}){R},? ?(?:(?:{forms('on_the')}) )?(?P<day>{WD}){R}\.?"
)
IN = re.compile(
    rf"{_L}(?<!kwart )(?<!quarter )(?<!viertel )(?<!\d )(?<!half )(?:{forms('in_words')}) (?P<count>{_COUNT}) ?(?P<unit>{_UNIT}){R}(?! (?:{_AGO_WORDS}){R})"
)
FROM_NOW = re.compile(rf"{_L}(?P<count>{_COUNT}) ?(?P<unit>{_UNIT}) (?:{forms('from_now')}){R}")
AGO = re.compile(
    rf"{_L}(?:(?P<count>{_COUNT}) ?(?P<unit>{_UNIT}) (?:{_AGO_WORDS})|(?:{forms('ago_before')}) (?:{_COUNT}) (?:{_UNIT})|(?:{LAST}) (?:{WEEK}|{_MONTH}|{_YEAR}|{WD})){R}"
)
_PERIOD_NAME = rf"(?P<next>{AFTER_NEXT}|{NEXT}|{THIS})? ?(?:(?P<week>{WEEK})|(?P<month>{_MONTH})|(?P<year>{_YEAR})|(?P<name>{_MON})|q(?P<quarter>[1-4]))"
PART_OF = re.compile(
    rf"{_L}(?:(?P<end>{_END})|(?P<start>{_START})|(?P<middle>{_MIDDLE})) ?{_PERIOD_NAME}{R}(?: (?P<written_year>20\d\d){R})?"
)
MONTH_END = re.compile(rf"{_L}(?:{forms('month_end')}){R}")
YEAR_END = re.compile(rf"{_L}(?:{forms('year_end')}){R}")
PERIOD = re.compile(
    rf"{_L}(?:(?:{AFTER_NEXT})(?: (?P<week2>{WEEK}))?|(?P<next>{NEXT}) (?:(?P<week>{WEEK})|(?P<month>{_MONTH}))|(?P<this>{THIS}) (?P<thisweek>{WEEK})){R}(?! ?\d)"
)
IN_MONTH = re.compile(rf"{_L}(?:{forms('during')}) (?:(?:{NEXT}) )?({_MON}){R}(?! ?\d{{1,2}}{R})")
WEEK_NUMBER = re.compile(rf"{_L}(?:{forms('week_number')}) ?(\d{{1,2}}){R}(?![.,:]\d)")
WEEKEND = re.compile(
    rf"{_L}(?:(?P<after>{forms('after')})|(?P<before>{forms('before')})|(?P<at>{forms('at_weekend')})) (?:(?:{forms('on_the')}|{THIS}) )?(?:{forms('weekend')}){R}"
)
FEAST = re.compile(
    rf"{_L}(?:(?P<after>{forms('after')})|(?P<before>{forms('before')})) (?P<name>{alternation(FEASTS)}){R}"
)
HONORIFIC = re.compile(rf"{_L}(?:{alternation(HONORIFICS)})\.? $")
DAY_CUE = re.compile(rf"{_L}(?:{forms('day_cues')}|{NEXT}|{THIS})[ ]$")
CLOCK_NEXT = re.compile(
    rf"\.?,? ?(?:(?:{forms('at')}) ?)?\d{{1,2}}(?:[:.u]\d\d|[ ]?(?:{forms('hour')}|am|pm){R}|(?![\w.,/]))|\.? {DAY_PART}"
)
WEEK_SAID = re.compile(rf"{_L}(?:{WEEK}){R}")
WEEK_LATER = re.compile(rf"{_L}(?:{_ONE_LATER}|{_LATER}|{WEEK}){R}")
AT_BEFORE = re.compile(rf"{_L}(?:{forms('at')}) ?$")
NOT_TOMORROW = re.compile(rf"{_L}(?:{forms('not_tomorrow')}) $")
