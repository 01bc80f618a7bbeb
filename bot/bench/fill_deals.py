"""Accounts, contacts and opportunities of a filled database: what a tenth of its leads has become."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from bot.bench.bulk import insert_rows
from bot.bench.messages import name_of, word
from bot.bench.numbers import LEADS_A_DEAL, Numbers
from crm.capture.draft import ActivityKind, Direction
from crm.ids import first_id_at
from crm.models import Account, AccountContact, Activity, Contact, Opportunity, StageKind, Status
from crm.rules.names import organisation_key
from crm.store.stages import pipeline
from crm.store.work import Session, start_work

ENTRIES = 1000
"""On the timeline of the first account."""
_DAYS_TO_QUOTE, _DAYS_TO_CLOSE = timedelta(days=1), timedelta(days=2)
_KINDS = (ActivityKind.CALL, ActivityKind.EMAIL, ActivityKind.VISIT, ActivityKind.NOTE)

Values = dict[str, Any]


def with_places(account_id: int | None, contact_id: int | None, opportunity_id: int | None) -> Values:
    return {"account_id": account_id, "contact_id": contact_id, "opportunity_id": opportunity_id}


def is_converted(number: int, numbers: Numbers) -> Values:
    """What a lead that became a deal has instead of what is owed."""
    return {
        "status": Status.CONVERTED,
        "converted_at": numbers.came_at(number) + _DAYS_TO_QUOTE,
        "owed_since": None,
        "cadence_day": None,
        **with_places(*(numbers.id(number, kind) for kind in (1, 2, 3))),
    }


class Deals:
    """An account of its own for each, so that no new lead's organisation is one of them."""

    def __init__(self, session: Session, workspace_id: int, numbers: Numbers) -> None:
        """Makes the stages."""
        self._workspace_id = workspace_id
        self._numbers = numbers
        made = pipeline(start_work(session, numbers.now, count(1).__next__, 1), workspace_id)
        self._stages = [(stage.id, stage.kind, stage.probability) for stage in made]

    def before_their_leads(self, session: Session, some: Iterable[int]) -> None:
        """some: the numbers of leads; those that are no deals are left out."""
        deals = self._deals_among(some)
        insert_rows(session, Account, map(self._account, deals))
        insert_rows(session, Contact, map(self._contact, deals))
        insert_rows(session, AccountContact, map(self._place, deals))
        insert_rows(session, Opportunity, map(self._opportunity, deals))

    def after_their_leads(self, session: Session, some: Iterable[int]) -> None:
        insert_rows(session, Activity, map(self._quote, self._deals_among(some)))

    def talk_a_lot_with_the_first(self, session: Session) -> None:
        """Everything that anybody ever said to the account of the first deal of the second member."""
        number = next(self._numbers.deals_of(2))
        insert_rows(session, Activity, (self._entry(number, entry) for entry in range(ENTRIES)))

    def _deals_among(self, some: Iterable[int]) -> Sequence[int]:
        return [number for number in some if self._numbers.is_deal(number)]

    def _row(self, number: int, kind: int) -> Values:
        return {"workspace_id": self._workspace_id, "id": self._numbers.id(number, kind), "rev": 1}

    def _held(self, number: int, kind: int) -> Values:
        came_at = self._numbers.came_at(number)
        return self._row(number, kind) | {"holder_id": self._numbers.holder(number), "created_at": came_at}

    def _account(self, number: int) -> Values:
        name = f"{word(number).title()} Werke"
        return self._held(number, 1) | {
            "name": name,
            "key": organisation_key(name),
            "domain": f"{word(number)}.example",
            "customer": True,
            "supplier": False,
            "private": False,
            "note": "",
        }

    def _contact(self, number: int) -> Values:
        return self._held(number, 2) | {"name": " ".join(name_of(number)), "note": "", "hot": False}

    def _place(self, number: int) -> Values:
        return self._row(number, 1) | {
            "account_id": self._numbers.id(number, 1),
            "contact_id": self._numbers.id(number, 2),
            "created_at": self._numbers.came_at(number),
        }

    def _opportunity(self, number: int) -> Values:
        """Each member's are spread over the stages, won and lost too."""
        at = self._numbers.came_at(number)
        stage_id, kind, probability = self._stages[
            self._numbers.place(number) // LEADS_A_DEAL % len(self._stages)
        ]
        return self._held(number, 3) | {
            "account_id": self._numbers.id(number, 1),
            "name": f"{word(number).title()} Werke",
            "value_minor": 1_000_000 + number,
            "currency": "EUR",
            "stage_id": stage_id,
            "stage_since": at,
            "probability": probability,
            "probability_by_hand": False,
            "close_day": (at + timedelta(days=30)).date(),
            "close_guessed": number % 2 == 0,
            "closed_at": None if kind is StageKind.OPEN else at + _DAYS_TO_CLOSE,
            "active_at": at,
        }

    def _quote(self, number: int) -> Values:
        at = self._numbers.came_at(number) + _DAYS_TO_QUOTE
        return self._activity(number, first_id_at(at) + number, ActivityKind.QUOTE) | {
            "lead_id": self._numbers.id(number),
            **with_places(*(self._numbers.id(number, kind) for kind in (1, 2, 3))),
            "happened_at": at,
            "created_at": at,
        }

    def _entry(self, number: int, entry: int) -> Values:
        """One a minute in the end: ids after all others."""
        at = self._numbers.now - timedelta(minutes=ENTRIES - entry)
        return self._activity(number, first_id_at(at), _KINDS[entry % len(_KINDS)]) | {
            "account_id": self._numbers.id(number, 1),
            "happened_at": at,
            "created_at": at,
        }

    def _activity(self, number: int, id: int, kind: ActivityKind) -> Values:
        return {
            "workspace_id": self._workspace_id,
            "id": id,
            "rev": 1,
            "member_id": self._numbers.holder(number),
            "kind": kind,
            "direction": Direction.OUT,
            "text": f"as agreed, {word(number)}",
        }
