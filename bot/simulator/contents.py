"""What can be in a message, as fields of the Message object of the Bot API."""

from typing import Any

from bot.simulator.entities import with_found
from bot.simulator.files import FileStore

Json = dict[str, Any]


def written(text: str) -> Json:
    """A text, with what Telegram marks in it by itself."""
    found = with_found(text, [])
    return {"text": text, **({"entities": found} if found else {})}


def captioned(extra: Json) -> Json:
    """The given fields but for the None ones; a caption among them gets what Telegram marks in it."""
    given = {key: value for key, value in extra.items() if value is not None}
    found = with_found(given.get("caption", ""), [])
    return given | ({"caption_entities": found} if found else {})


def document(files: FileStore, content: bytes, name: str, mime_type: str | None) -> Json:
    return {"document": files.document(content, name, mime_type)}


def photo(files: FileStore, content: bytes) -> Json:
    return {"photo": files.photo(content)}


def voice(files: FileStore, content: bytes, duration: int) -> Json:
    stored = files.add(content, "voice.ogg", "audio/ogg", "voice")
    return {"voice": {**stored.ids, "duration": duration, "mime_type": stored.mime_type}}


def contact(
    phone_number: str, first_name: str, last_name: str = "", vcard: str = "", user_id: int | None = None
) -> Json:
    optional = {"last_name": last_name, "vcard": vcard, "user_id": user_id}
    given = {key: value for key, value in optional.items() if value}
    return {"contact": {"phone_number": phone_number, "first_name": first_name, **given}}


def sticker(files: FileStore, emoji: str) -> Json:
    stored = files.add(b"RIFF", "sticker.webp", "image/webp", "stickers")
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": stored.ids | shape | {"emoji": emoji}}


def poll(question: str, options: list[str]) -> Json:
    answers = [
        {"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(options)
    ]
    off = ("is_closed", "allows_multiple_answers", "allows_revoting", "members_only")
    about = {"id": f"poll-{question}", "question": question, "options": answers, "total_voter_count": 0}
    return {"poll": {**about, "is_anonymous": True, "type": "regular", **dict.fromkeys(off, False)}}
