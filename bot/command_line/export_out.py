"""`handslag export`: to standard output, whatever the format."""

import shutil
import sys
import tempfile
from pathlib import Path

from bot.settings import SettingsError, load_database_url
from crm.store.existing import existing
from crm.store.exporting import Format, What, export, write_export
from crm.store.exporting.formats import AS_CARDS


def export_out(what: What, form: Format) -> None:
    """Raises SettingsError for cards of what is no person, DatabaseAwayError."""
    if form == "vcf" and what not in AS_CARDS:
        raise SettingsError("only leads and contacts can be vCards")
    with existing(load_database_url()) as database:
        if form == "xlsx":
            with tempfile.TemporaryDirectory(prefix="handslag-export-") as folder:
                file = Path(folder) / "export.xlsx"
                write_export(database, what, form, file)
                with file.open("rb") as made:
                    shutil.copyfileobj(made, sys.stdout.buffer)
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
            sys.stdout.writelines(export(database, what, form))
        sys.stdout.flush()
