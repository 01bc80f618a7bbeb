"""The queue of updates that the bot has not confirmed yet."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

# What Telegram sends where the bot never named the kinds it wants.
_ONLY_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class UpdateQueue:
    """Pending updates in order of arrival. `next_id` is the id of the next one and may be set at any time."""

    def __init__(self, first_id: int) -> None:
        self.next_id = first_id
        self.allowed: frozenset[str] | None = None
        self._pending: list[Json] = []

    def __len__(self) -> int:
        return len(self._pending)

    def __iter__(self) -> Iterator[Json]:
        return iter(tuple(self._pending))

    def allow(self, kinds: list[str] | None) -> None:
        """The kinds that the bot asked for; empty means Telegram's own choice, None changes nothing."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def add(self, kind: str, content: Json) -> int | None:
        """Queue an update of `kind`; its id, or None where the bot did not ask for that kind."""
        wanted = kind not in _ONLY_ON_REQUEST if self.allowed is None else kind in self.allowed
        return self.add_raw({kind: content}) if wanted else None

    def add_raw(self, update: Json) -> int:
        """Queue any JSON object, whatever the bot asked for; it gets an update_id unless it brings one."""
        update_id = int(update.get("update_id", self.next_id))
        self._pending.append({"update_id": update_id, **update})
        self.next_id = update_id + 1
        return update_id

    def confirm(self, offset: int) -> None:
        """Forget what an `offset` confirms; a negative one keeps only the last -offset updates.

        An offset beyond the queue (as after Telegram restarted its numbers) confirms nothing.
        """
        if offset < 0:
            self._pending = self._pending[offset:]
            return
        ids = [update["update_id"] for update in self._pending]
        if offset - 1 in ids:
            self._pending = self._pending[len(ids) - ids[::-1].index(offset - 1) :]
        elif offset <= self.next_id:
            self._pending = [update for update in self._pending if update["update_id"] >= offset]

    def first(self, limit: int) -> list[Json]:
        """The oldest `limit` pending updates."""
        return self._pending[:limit]

    def remove(self, update_id: int) -> None:
        """Forget one update that a webhook has taken."""
        self._pending = [update for update in self._pending if update["update_id"] != update_id]

    def clear(self) -> None:
        self._pending = []
