"""The web side of `handslag serve`: the webhook and the health of the process."""
