"""The search index: a vocabulary per workspace with one-letter deletions, exact postings, and reach keys."""

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base


class Word(Base):
    """A distinct folded word of a workspace."""

    __tablename__ = "word"

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(String(60), primary_key=True)


class WordVariant(Base):
    """A word with one letter left out (and the word itself), for finding it in spite of a typo."""

    __tablename__ = "word_variant"

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    variant: Mapped[str] = mapped_column(String(60), primary_key=True)
    word: Mapped[str] = mapped_column(String(60), primary_key=True)


class Posting(Base):
    """word -> lead. Newest first by id. In a private workspace a rep's own postings are read by holder."""

    __tablename__ = "posting"
    __table_args__ = (
        Index("ix_posting_holder", "workspace_id", "word", "holder_id", "entity_id"),
        Index("ix_posting_entity", "workspace_id", "entity_id"),
    )

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    word: Mapped[str] = mapped_column(String(60), primary_key=True)
    entity_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    holder_id: Mapped[int]


class ReachKey(Base):
    """key: an e-mail address, an e-mail domain, or a phone number's digits reversed (so that suffixes are prefixes)."""

    __tablename__ = "reach_key"
    __table_args__ = (Index("ix_reach_key_entity", "workspace_id", "entity_id"),)

    workspace_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(String(320), primary_key=True)
    entity_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    holder_id: Mapped[int]
