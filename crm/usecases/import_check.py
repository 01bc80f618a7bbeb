"""The dry run: what an import would do. Reads only, and outside any turn, for it may take as long as it likes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from crm.models import Import
from crm.store.imports import read_pieces
from crm.store.members import Who
from crm.store.seen_keys import SeenKeys
from crm.usecases.import_file import read_piece, reading_of
from crm.usecases.import_match import find_known, same_in_file
from crm.usecases.import_terms import terms_of


@dataclass(slots=True)
class Checked:
    """new, known, bad: rows. reasons: text key -> how many rows. strangers: owners that the team does not have."""

    new: int = 0
    known: int = 0
    bad: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    strangers: set[str] = field(default_factory=set)


def check_import(
    session: Session, import_: Import, who: Who, on_progress: Callable[[int], None] = lambda rows: None
) -> Checked:
    """on_progress: told how many rows have been looked at. Keeps no row."""
    checked, done = Checked(), 0
    reading, terms = reading_of(session, import_, who), terms_of(session, who)
    with SeenKeys() as seen:
        for cells, _ in read_pieces(session, import_):
            read = read_piece(session, reading, terms, cells)
            rows = [row for _, row in read.rows]
            for row, known in zip(rows, find_known(session, who.access, import_.block, rows), strict=True):
                terms.holder_of(row)
                is_met = seen.meet(same_in_file(import_.block, row))
                if known is not None or is_met:
                    checked.known += 1
                else:
                    checked.new += 1
            for _, faults in read.faults:
                checked.reasons.update({fault.key for fault in faults})
            checked.bad += len(read.faults)
            done += len(cells)
            session.expunge_all()
            on_progress(done)
    checked.strangers = terms.strangers
    return checked
