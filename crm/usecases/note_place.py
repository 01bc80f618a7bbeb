"""Where a visit was: a place as text, with a link to a map."""

from dataclasses import dataclass

from crm.access import Access
from crm.models import Activity
from crm.store.turns import note_turn
from crm.store.work import Work

_MAP = "https://osm.org/?mlat={0:.5f}&mlon={1:.5f}"


@dataclass(frozen=True, slots=True)
class Spot:
    """latitude, longitude: degrees. name: of a venue, with its address; "" for a bare location."""

    latitude: float
    longitude: float
    name: str = ""

    @property
    def text(self) -> str:
        """The venue, or the bare degrees; below it a link that is short enough for a line of the timeline."""
        place = self.name or f"{self.latitude:.5f}, {self.longitude:.5f}"
        return f"📍 {place}\n{_MAP.format(self.latitude, self.longitude)}"


def note_place(work: Work, access: Access, visit: Activity, spot: Spot) -> None:
    """Added to what was said of it; the same place again changes nothing."""
    if spot.text in visit.text:
        return
    visit.text = f"{visit.text}\n{spot.text}".strip()
    note_turn(work, access, "turn-visit", visit.block_id)
