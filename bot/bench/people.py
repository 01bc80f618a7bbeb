"""People whose names are as frequent as names are: few very common ones, a long tail of rare ones."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from bot.bench.messages import word
from crm.rules.folding import fold

_FIRST = (
    "Jan Peter Maria Anna Thomas Michael Andreas Johan Daniel Martin Stefan Eva Sandra Petra Marco Hans Klaus Julia "
    "Sophie Lisa Mark Erik Karin Monika Frank Tim Lars Nina Laura Robert Wim Kees Sabine Christian Markus Bart Femke "
    "Jürgen Günther Björn René Zoë Anke Ingrid Paul David Sarah Emma Tom Lukas Felix Max Ruben Sander Joost"
).split()
_LAST = (
    "Müller;Jansen;Schmidt;de Jong;de Vries;Schneider;van den Berg;Bakker;Fischer;Weber;van Dijk;Meyer;Visser;Wagner;"
    "Smit;Becker;Meijer;Schulz;de Boer;Hoffmann;Mulder;de Groot;Schäfer;Bos;Koch;Vos;Bauer;Peters;Richter;Hendriks;Klein;"
    "van Leeuwen;Wolf;Dekker;Schröder;Brouwer;Neumann;de Wit;Schwarz;Dijkstra;Zimmermann;Smits;Braun;de Graaf;Krüger;"
    "Hofmann;Hartmann;Lange;Schmitt;Werner;Schmitz;Krause;Meier;Lehmann;Schmid;Schulze;Maier;Köhler;Herrmann;König"
).split(";")
_FIRM = (
    "Siemens;Bosch Rexroth;Philips;ASML;Bayer;Thyssenkrupp;Continental;Shell;Unilever;Heineken;DSM;Akzo Nobel;Festo;"
    "Schaeffler;Kuka;Trumpf;Liebherr;Knorr-Bremse;Vanderlande;VDL Groep;Stork;Fokker;Damen;Royal Haskoning;Sick;Ifm;"
    "Pepperl+Fuchs;Phoenix Contact;Wago;Rittal;Krones;Claas;Miele;Dürr;Voith"
).split(";")
_FORMS = ("GmbH", "B.V.", "AG", "GmbH & Co. KG", "NV", "")


class Zipf:
    """The n-th name is drawn with a weight of 1 / (n + 2): the first in some 3 %, most of them once or never."""

    def __init__(self, common: Iterable[str], tail: int, offset: int) -> None:
        self._names = [*common, *(word(offset + number).title() for number in range(tail))]
        self._weights = list(accumulate(1 / (place + 2) for place in range(len(self._names))))

    def __call__(self, chance: random.Random) -> str:
        return chance.choices(self._names, cum_weights=self._weights)[0]


@dataclass(frozen=True, slots=True)
class Somebody:
    first: str
    last: str
    firm: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def email(self) -> str:
        return f"{fold(self.first)}.{fold(self.last).replace(' ', '')}@{fold(self.firm).replace(' ', '-')}.example"


def make_people(leads: int, chance: random.Random) -> list[Somebody]:
    """By the number of the lead, from 1; the one at 0 is not stored."""
    first, last, firm = Zipf(_FIRST, 3_000, 0), Zipf(_LAST, 90_000, 5_000), Zipf(_FIRM, 120_000, 100_000)
    return [
        Somebody(first(chance), last(chance), f"{firm(chance)} {chance.choice(_FORMS)}".strip())
        for _ in range(leads + 1)
    ]
