"""One message of a chat: the JSON that the Bot API shows, and what a test or the chat page asks of it."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Button:
    """One inline button: `data` is its callback data, `url` its link; exactly one of the two is set."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass
class Message:
    """A stored message. `payload` is the Message object of the Bot API and the only truth about its content."""

    payload: Json
    silent: bool = False
    deleted: bool = False
    force_reply: Json | None = None

    @property
    def id(self) -> int:
        return int(self.payload["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self.payload["chat"]["id"])

    @property
    def date(self) -> int:
        """Unix seconds."""
        return int(self.payload["date"])

    @property
    def text(self) -> str:
        """The text, or the caption of a file; empty where there is neither."""
        return str(self.payload.get("text") or self.payload.get("caption") or "")

    @property
    def from_bot(self) -> bool:
        return bool(self.payload.get("from", {}).get("is_bot"))

    @property
    def edited(self) -> bool:
        return "edit_date" in self.payload

    @property
    def reply_to(self) -> int | None:
        """The id of the message that this one answers."""
        quoted = self.payload.get("reply_to_message")
        return int(quoted["message_id"]) if quoted else None

    @property
    def rows(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        keyboard = self.payload.get("reply_markup", {}).get("inline_keyboard", [])
        return [[Button(b["text"], b.get("callback_data"), b.get("url")) for b in row] for row in keyboard]

    @property
    def buttons(self) -> list[Button]:
        """The inline buttons in reading order."""
        return [button for row in self.rows for button in row]

    @property
    def labels(self) -> list[str]:
        """What is written on the buttons."""
        return [button.text for button in self.buttons]

    def button(self, text_or_data: str) -> Button:
        """The button with this text, or with this callback data; LookupError where there is none."""
        for button in self.buttons:
            if text_or_data in (button.text, button.data):
                return button
        raise LookupError(f"no button {text_or_data!r} under message {self.id}; there are {self.labels}")

    def quoted(self) -> Json:
        """This message as it stands in the reply_to_message of another: without its own quote."""
        return {key: value for key, value in self.payload.items() if key != "reply_to_message"}
