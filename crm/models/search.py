"""The search index: a vocabulary per workspace with one-letter deletions, and exact postings. See crm/store/search.

None of these rows refers to another table: the index follows the building blocks, and is made anew from them where it
has to be.
"""

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, word
from crm.models.blocks import Block

WORD_LENGTH = 60
TERM_LENGTH = 330
# Without rowid, SQLite keeps a table as its primary key's index, and nothing twice.
_CLUSTERED = {"sqlite_with_rowid": False}


def _bytewise(length: int) -> String:
    """Compared byte by byte on both databases, so that a prefix is a range."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


class Word(Base):
    """A distinct folded word of a workspace."""

    __tablename__ = "word"
    __table_args__ = _CLUSTERED

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(_bytewise(WORD_LENGTH), primary_key=True)


class WordVariant(Base):
    """A word with one letter left out, for finding it in spite of a typo."""

    __tablename__ = "word_variant"
    __table_args__ = _CLUSTERED

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    variant: Mapped[str] = mapped_column(_bytewise(WORD_LENGTH), primary_key=True)
    word: Mapped[str] = mapped_column(_bytewise(WORD_LENGTH), primary_key=True)


class Posting(Base):
    """term -> a row of a block; read backwards, newest first. In a private workspace a rep's own are read by holder.

    term: a folded word, or a key as crm/store/search/terms.py makes them.
    """

    __tablename__ = "posting"
    __table_args__ = (
        Index("ix_posting_holder", "workspace_id", "term", "block", "holder_id", "entity_id"),
        _CLUSTERED,
    )

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    term: Mapped[str] = mapped_column(_bytewise(TERM_LENGTH), primary_key=True)
    block: Mapped[Block] = mapped_column(word(Block), primary_key=True)
    entity_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    holder_id: Mapped[int]


class SharedPosting(Base):
    """term -> a contact that a colleague holds and that this member sees: it belongs to an account of theirs.

    Read in a private workspace only; made from `Indexed` and the contact's accounts (crm/store/search/shared.py).
    """

    __tablename__ = "shared_posting"
    __table_args__ = (
        Index("ix_shared_posting_entity", "workspace_id", "entity_id"),
        _CLUSTERED,
    )

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    term: Mapped[str] = mapped_column(_bytewise(TERM_LENGTH), primary_key=True)
    member_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entity_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Indexed(Base):
    """What the index holds of a row: its terms with a space between, so that it can be compared and replaced."""

    __tablename__ = "indexed"

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entity_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    block: Mapped[Block] = mapped_column(word(Block))
    holder_id: Mapped[int]
    terms: Mapped[str] = mapped_column(Text)
