"""What all tables share: naming, types, and the key of a row that belongs to a workspace."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    Enum,
    ForeignKeyConstraint,
    MetaData,
    TypeDecorator,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Refuses naive values on the way in; always aware, in UTC, on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """Undo reads values of the journal by it; a TypeDecorator has none of its own."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def word(kind: type[StrEnum]) -> Enum:
    """A column type for one of the glossary's words, stored as that word."""
    return Enum(kind, native_enum=False, length=20, values_callable=lambda k: [m.value for m in k])


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        int: BigInteger,
        datetime: UtcDateTime,
        dict[str, Any]: Json,
        list[Any]: Json,
    }


class InWorkspace:
    """Mixin: the primary key is (workspace_id, id), so that no reference can cross a workspace."""

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


def belongs_to(table: str, column: str, *, closes_circle: bool = False) -> ForeignKeyConstraint:
    """(workspace_id, column) -> table (workspace_id, id). Checked at the commit, so that a turn's rows go in one flush.

    closes_circle: the other table refers back; tables are sorted without this one.
    """
    return ForeignKeyConstraint(
        ["workspace_id", column],
        [f"{table}.workspace_id", f"{table}.id"],
        deferrable=True,
        initially="DEFERRED",
        use_alter=closes_circle,
    )


class Journaled:
    """Mixin: the recorder writes every change of these rows to the journal.

    UNRECORDED: columns that follow from others or are bookkeeping; undo recomputes or ignores them.
    """

    UNRECORDED: ClassVar[frozenset[str]] = frozenset({"rev"})
    rev: Mapped[int]
    deleted_at: Mapped[datetime | None]

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 (a class, says SQLAlchemy)
        """rev is counted up by the mapper; an update of a row that somebody else changed raises StaleDataError."""
        return {"version_id_col": cls.__table__.c.rev}  # type: ignore[attr-defined]
