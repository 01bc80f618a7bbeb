"""Alembic: every change of the tables, up and down."""
