"""The whole database in one file and back: gzipped JSON lines, the same from and for SQLite and PostgreSQL.

A backup is one moment, taken from a snapshot while the bot runs. It is written and read by the tables that the
database really has at that moment, not by the models: a backup of an older version is loaded into its own tables, and
these are migrated then.
"""

import gzip
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Column, Connection, MetaData, Table, exists, insert, select
from sqlalchemy.schema import sort_tables

from crm.store.database import Database
from crm.store.migrate import current_revision, knows, start_over, upgrade_within

_FORMAT = 1
_ROWS_AT_ONCE = 500
_LEFT_OUT = {"alembic_version", "lease"}
"""The revision stands in the head; who leads now is nobody's business after a restore."""


class BackupError(Exception):
    """The file cannot be written, is no whole backup, or the database is not free for it. One line."""


def backup(database: Database, file: Path) -> int:
    """Writes all rows; how many. The file appears only when it is whole. Raises BackupError, DatabaseAwayError."""
    unfinished = file.with_name(file.name + ".unfinished")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as raw, gzip.open(raw, "wt", compresslevel=4, encoding="utf-8") as out:
            unfinished.chmod(0o600)
            count = 0
            for line in _lines(database):
                out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
                count += isinstance(line, list)
        unfinished.replace(file)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise BackupError(f"the backup cannot be written to {file}: {error.strerror or error}") from None
    return count


def restore(database: Database, file: Path, *, force: bool = False) -> int:
    """Fills the database from a backup and migrates it; how many rows. All or nothing.

    force: what is in the database now is thrown away. Raises BackupError where it is not empty (and not forced), or
    the file is no whole backup of this or an older version; DatabaseAwayError.
    """
    try:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            count = sum(1 for line in lines if line.startswith("["))
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            head = _head(next(lines, ""))
            revision = head["revision"]
            if not knows(revision):
                raise BackupError(f"{file} was written by a newer handslag")
            with database.rebuilding() as connection:
                if not force and not _is_empty(connection):
                    raise BackupError("the database is not empty; --force throws away what is in it")
                start_over(connection, revision)
                _load(connection, lines, count)
                upgrade_within(connection)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise BackupError(
            f"{file} cannot be read: {getattr(error, 'strerror', None) or 'it is damaged'}"
        ) from None
    return count


def _lines(database: Database) -> Iterator[dict[str, Any] | list[Any]]:
    """The head; before the rows of a table its name and columns; each row a list; at the end how many there were."""
    with database.snapshot() as connection:
        tables = _tables(connection)
        yield {"handslag": _FORMAT, "revision": current_revision(connection)}
        rows = 0
        for table in tables:
            yield {"table": table.name, "columns": [column.name for column in table.columns]}
            found = connection.execute(
                select(table).order_by(*table.primary_key.columns),
                execution_options={"yield_per": _ROWS_AT_ONCE},
            )
            for row in found:
                rows += 1
                yield [_to_json(value) for value in row]
        yield {"rows": rows}


def _head(line: str) -> dict[str, Any]:
    try:
        head = json.loads(line)
        if head["handslag"] == _FORMAT and isinstance(head["revision"], str):
            return dict(head)
    except (ValueError, LookupError, TypeError):
        pass
    raise BackupError("this is no backup of handslag, or one of a newer version")


def _is_empty(connection: Connection) -> bool:
    return not any(
        connection.scalar(select(exists(select(table))))
        for table in _tables(connection)
        if table.name != "node"  # it counts starts, those of `doctor` too
    )


def _load(connection: Connection, lines: Iterator[str], count: int) -> None:
    tables = {table.name: table for table in _tables(connection)}
    loader: _Loader | None = None
    for line in lines:
        said = json.loads(line)
        if isinstance(said, list):
            assert loader is not None
            loader.add(said)
            continue
        if loader is not None:
            loader.flush()
        if "rows" in said:
            if said["rows"] == count:
                return
            break
        loader = _Loader(connection, tables[said["table"]], said["columns"])
    raise BackupError("the backup is not whole")


class _Loader:
    """Puts rows into one table, some hundred at a time."""

    def __init__(self, connection: Connection, table: Table, columns: list[str]) -> None:
        self._connection = connection
        self._table = table
        self._columns = [table.columns[name] for name in columns]
        self._naive = connection.dialect.name == "sqlite"
        self._rows: list[dict[str, Any]] = []

    def add(self, values: list[Any]) -> None:
        self._rows.append(
            {
                column.name: self._from_json(column, value)
                for column, value in zip(self._columns, values, strict=True)
            }
        )
        if len(self._rows) == _ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        if self._rows:
            self._connection.execute(insert(self._table), self._rows)
        self._rows = []

    def _from_json(self, column: Column[Any], value: Any) -> Any:
        if value is None or isinstance(column.type, JSON):
            return value
        kind = column.type.python_type
        if kind is datetime:
            moment = datetime.fromisoformat(value)
            return moment.replace(tzinfo=None) if self._naive else moment
        if kind in (date, time):
            return kind.fromisoformat(value)
        return value


def _tables(connection: Connection) -> list[Table]:
    """As the database has them; what is referred to before what refers to it, where that is checked before the commit."""
    metadata = MetaData()
    metadata.reflect(connection)
    for table in metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, JSON):
                column.type.none_as_null = True
    in_order = sort_tables(metadata.tables.values(), skip_fn=lambda key: bool(key.deferrable))
    return [table for table in in_order if table.name not in _LEFT_OUT]


def _to_json(value: Any) -> Any:
    """Instants always in UTC; SQLite's come without a zone."""
    if isinstance(value, datetime):
        return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return value
