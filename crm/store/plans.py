"""How a statement is carried out, where the database would choose badly."""

from sqlalchemy import ColumnElement, SQLColumnExpression


def unindexed(column: SQLColumnExpression[int]) -> ColumnElement[int]:
    """The same number, as a sum, which no index has.

    SQLite keeps no statistics here: of two conditions, or of a condition and an order, it may take the index that holds
    nearly everything, and this leaves it the other one.
    """
    return column + 0
