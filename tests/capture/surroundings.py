"""The moment and place that the tests of understanding share: Wednesday 22 April 2026, 10:30, Amsterdam."""

from datetime import datetime
from zoneinfo import ZoneInfo

from crm.capture.draft import Gazetteer, Surroundings

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 4, 22, 10, 30, tzinfo=AMSTERDAM)
GAZETTEER = Gazetteer(members=("Sanne Vos", "Tom Hughes", "Jan Bakker", "Jan de Wit"))


def around(
    language: str = "en", region: str = "NL", fair_country: str | None = None, now: datetime = NOW
) -> Surroundings:
    zone = now.tzinfo
    assert isinstance(zone, ZoneInfo)
    return Surroundings(now, zone, region, language, fair_country, GAZETTEER)
