"""Files that come in: each is offered to whoever may know what to do with it, in this order."""

from collections.abc import Callable

from bot.context import Context
from bot.conversations import files, importing, mail
from bot.room import Replies

OnFile = Callable[[Context], Replies | None]
"""None: not for me."""

FILE_HANDLERS: tuple[OnFile, ...] = (mail.took_file, importing.took_file, files.took_file)


def took_file(ctx: Context) -> Replies | None:
    """The replies of the first that takes the file; None: nobody does, and only its caption says something."""
    for handler in FILE_HANDLERS:
        replies = handler(ctx)
        if replies is not None:
            return replies
    return None
