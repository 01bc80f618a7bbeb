"""What is wrong with the numbers above, in one line."""

from bot.chat import Joined, Value, t


def doubts(*, no_amount: int = 0, guessed: int = 0, no_rate: int = 0) -> list[Value]:
    """How many have no amount, a guessed close date, a currency without a rate. Nothing where all is well."""
    said = (
        t("doubt-no-amount", count=no_amount) if no_amount else None,
        t("doubt-guessed", count=guessed) if guessed else None,
        t("doubt-no-rate", count=no_rate) if no_rate else None,
    )
    return [t("doubts", what=Joined(said, ", "))] if any(said) else []
