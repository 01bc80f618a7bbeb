"""The same mail passed on from two phones at the same moment, on PostgreSQL: it is logged once."""

import pytest

from crm.capture.draft import ActivityKind
from crm.models import Activity
from tests.chat_client import Chat
from tests.withstand.test_conversions import KLAUS, TwoPhones, count, phones, says

pytestmark = pytest.mark.postgres
__all__ = ["phones"]

MAIL = """Von: Klaus Berger <klaus@boschrexroth.de>
Gesendet: Montag, 9. März 2026 16:20
An: Eva <eva@vospompen.nl>
Betreff: Angebot

40 Sensoren bitte.
"""


@pytest.mark.parametrize("converted", [False, True], ids=["lead", "contact"])
def test_the_same_mail_twice_at_once_is_logged_once(
    phones: tuple[TwoPhones, Chat, Chat], converted: bool
) -> None:
    office, eva, mia = phones
    eva.says(KLAUS)
    if converted:
        eva.says("/quote 12.4k")
    first = office.receives(eva, says(eva, MAIL))
    second = office.receives(mia, says(mia, MAIL))
    office.at_once(first, second)
    assert count(office.database, Activity, Activity.kind == ActivityKind.EMAIL) == 1
    assert "That mail stands there already" in mia.last.text
