"""The table of examples in the README is what the code says."""

import re
from pathlib import Path

import pytest

from crm.capture.draft import DraftLead, Due, Intent, LogDraft, Understanding
from crm.capture.read import read_message
from crm.money import Money
from tests.capture.surroundings import around

README = Path(__file__).parents[2] / "README.md"
ROW = re.compile(r"^\| (en|nl|de) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def _table() -> list[tuple[str, str, str]]:
    text = README.read_text(encoding="utf-8")
    part = text.partition("## What it understands")[2].partition("\n## ")[0]
    return ROW.findall(part)


def test_there_are_examples_in_three_languages() -> None:
    assert {language for language, _, _ in _table()} == {"en", "nl", "de"}
    assert len(_table()) >= 12


@pytest.mark.parametrize(("language", "typed", "understood"), _table())
def test_an_example_is_understood_as_the_readme_says(language: str, typed: str, understood: str) -> None:
    assert told(read_message(typed.replace("<br>", "\n"), around(language), after_card=False)) == understood


def told(read: Understanding) -> str:
    """One line for a person: "Anna de Vries, buyer · Philips · EUR 12,000"."""
    match read.intent:
        case Intent.QUESTION:
            assert read.question is not None
            return f"a question: {' '.join(filter(None, [read.question.kind.value, read.question.about]))}"
        case Intent.LOG:
            assert read.log is not None
            return _log(read.log)
        case Intent.ASSIGNMENT:
            assert read.assignment is not None
            return f"for {read.assignment.member}: {read.assignment.action} · {_due(read.assignment.due)}"
        case Intent.CAPTURE:
            return _lead(read.draft)
        case _:
            return "no lead: it asks"


def _lead(draft: DraftLead) -> str:
    who = ", ".join(filter(None, [draft.name, draft.title]))
    phones = [phone.e164 for phone in draft.phones]
    others = [f"also {other.name}" for other in draft.others]
    do = ": ".join(filter(None, [draft.next_action, _due(draft.due)]))
    parts = ["🔥" if draft.hot else None, who, draft.organisation, *draft.emails, *phones, draft.website]
    parts += [_money(draft.value), draft.source, *others, do and f"→ {do}"]
    return " · ".join(filter(None, parts))


def _log(log: LogDraft) -> str:
    what = log.formal.kind.value.replace("-", " ") if log.formal else log.kind.value
    until = f"until {log.formal.valid_until}" if log.formal and log.formal.valid_until else None
    outcome = log.outcome.value if log.outcome else None
    return "logged: " + " · ".join(
        filter(None, [what, outcome, log.about, _money(log.value), until, _due(log.due)])
    )


def _money(value: Money | None) -> str | None:
    return f"{value.currency or 'own currency'} {value.amount:,.0f}" if value else None


def _due(due: Due | None) -> str | None:
    if due is None:
        return None
    return f"{due.day:%a %-d %b}" + (f" {due.clock:%H:%M}" if due.clock else "")
