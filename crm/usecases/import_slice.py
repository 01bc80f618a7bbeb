"""An import runs in slices, a turn each: others go on between them, and after a crash it goes on where it was."""

from crm.errors import Refused
from crm.models import Import, ImportState
from crm.store.imports import drop_pieces, get_piece, is_over, pieces_of
from crm.store.members import Who
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.import_file import read_piece, reading_of
from crm.usecases.import_rows import Importer
from crm.usecases.import_terms import terms_of

_STARTABLE = (ImportState.ASKED, ImportState.CHECKED)
_BEGUN = (ImportState.RUNNING, ImportState.UNDOING)
WHAT = "turn-imported"


def start_import(import_: Import, *, updates: bool) -> None:
    """updates: rows that match are brought up to the file, else they are skipped. Raises Refused("passed") for a second start."""
    if import_.state not in _STARTABLE:
        raise Refused("passed")
    import_.state, import_.updates = ImportState.RUNNING, updates
    import_.position = import_.made = import_.updated = import_.skipped = import_.bad = 0


def import_slice(work: Work, who: Who, import_: Import) -> bool:
    """The next piece; False where there is none to do: it is over, or was stopped. Two at once wait for each other."""
    work.session.refresh(import_, with_for_update=True)
    if import_.state is not ImportState.RUNNING:
        return False
    piece = get_piece(work.session, import_, import_.position)
    if piece is None:
        _finish(work, import_)
        return False
    reading, terms = reading_of(work.session, import_, who), terms_of(work.session, who)
    read = read_piece(work.session, reading, terms, piece.rows)
    note_turn(work, who.access, WHAT).import_id = import_.id
    importer = Importer(work, who, reading, terms, updates=import_.updates)
    counts = importer.put([row for _, row in read.rows])
    piece.faults = [[place, [[fault.key, fault.column] for fault in faults]] for place, faults in read.faults]
    import_.made += counts.made
    import_.updated += counts.updated
    import_.skipped += counts.skipped
    import_.bad += len(read.faults)
    import_.position += 1
    if import_.position >= pieces_of(import_.total):
        _finish(work, import_)
    work.session.flush()
    return import_.state is ImportState.RUNNING


def stop_import(work: Work, import_: Import) -> None:
    """What it did so far stays, and can be undone. Raises Refused("passed") where it does not run."""
    if import_.state is not ImportState.RUNNING:
        raise Refused("passed")
    import_.state, import_.finished_at = ImportState.STOPPED, work.now


def leave_import(work: Work, import_: Import) -> bool:
    """Whoever saw to it is no longer in the team. What it did stays, and can be undone; a file that nothing was done with goes.

    False where nothing was done, or where it was over before.
    """
    work.session.refresh(import_, with_for_update=True)
    if is_over(import_):
        return False
    has_begun = import_.state in _BEGUN
    import_.state, import_.finished_at = ImportState.STOPPED, work.now
    if not has_begun:
        import_.made = import_.updated = import_.skipped = import_.bad = 0
        drop_pieces(work.session, import_)
    return has_begun


def _finish(work: Work, import_: Import) -> None:
    import_.state, import_.finished_at = ImportState.DONE, work.now
