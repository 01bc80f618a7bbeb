"""Where a visit was: a place as text, with a link to a map."""

from dataclasses import dataclass

from crm.access import Access
from crm.models import Activity
from crm.store.turns import note_turn
from crm.store.work import Work

_MAP = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}"


@dataclass(frozen=True, slots=True)
class Spot:
    """latitude, longitude: degrees. name: of a venue, with its address; "" for a bare location."""

    latitude: float
    longitude: float
    name: str = ""

    @property
    def text(self) -> str:
        place = f"{self.latitude:.5f}, {self.longitude:.5f}"
        link = _MAP.format(f"{self.latitude:.5f}", f"{self.longitude:.5f}")
        return "\n".join(part for part in (self.name, place, link) if part)


def note_place(work: Work, access: Access, visit: Activity, spot: Spot) -> None:
    """Added to what was said of it; the same place again changes nothing."""
    if spot.text in visit.text:
        return
    visit.text = f"{visit.text}\n{spot.text}".strip()
    note_turn(work, access, "turn-visit", visit.block_id)
