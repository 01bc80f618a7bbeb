"""Reply + language -> what the Bot API takes. The only place that escapes, formats dates and money, and cuts."""

from decimal import Decimal
from functools import lru_cache
from html import escape
from typing import Any

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from bot.catalogue import plain_text_of, text_of
from bot.chat import Bold, Button, Day, Funnel, Joined, MonthOf, Reply, SentContact, SentFile, T, Value
from crm.money import Money

MESSAGE_LIMIT = 4096
_VALUE_LIMIT = 600
_BUTTON_LIMIT = 60
_DAY_PATTERNS = {"en": "EEE d MMM", "nl": "EEE d MMM", "de": "EEE d.M."}
_YEAR_PATTERNS = {"en": "d MMM y", "nl": "d MMM y", "de": "d.M.y"}


def utf16_length(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, limit: int) -> str:
    """At most `limit` UTF-16 units, with an ellipsis where something was cut."""
    if utf16_length(text) <= limit:
        return text
    while utf16_length(text) > limit - 1:
        text = text[: -max(1, utf16_length(text) - limit + 1)]
    return text.rstrip() + "…"


def render(reply: Reply, language: str) -> dict[str, Any]:
    """The body of an outbox row: text (HTML), reply_markup, reply_parameters, disable_notification; picture: as bot/pictures draws it."""
    body: dict[str, Any] = {"text": _fit([as_html(line, language) for line in reply.lines])}
    keyboard = [[_button(button, language) for button in row] for row in reply.buttons if row]
    if keyboard:
        body["reply_markup"] = {"inline_keyboard": keyboard}
    elif reply.asks_for_text:
        body["reply_markup"] = {"force_reply": True, "selective": True}
    if reply.quotes is not None:
        body["reply_parameters"] = {"message_id": reply.quotes, "allow_sending_without_reply": True}
    if not reply.sounds:
        body["disable_notification"] = True
    if reply.file:
        body["file"] = _sent_file(reply.file)
    if reply.contact is not None:
        body["contact"] = _sent_contact(reply.contact)
    if reply.picture is not None:
        body["picture"] = _funnel(reply.picture, language)
    if reply.made:
        said = {"sorry": reply.made.sorry, "gone": reply.made.gone}
        body["made"] = {
            **reply.made.wanted,
            **{name: as_plain(text, language) for name, text in said.items()},
        }
    if reply.document:
        body["document"] = {"name": reply.document.name, "content": reply.document.content}
    return body


def _sent_file(file: SentFile) -> dict[str, str]:
    if file.file_id is not None:
        return {"kind": file.kind, "file_id": file.file_id}
    return {"stored": file.stored or "", "name": file.name}


def _sent_contact(contact: SentContact) -> dict[str, str]:
    """As sendContact takes it."""
    first, _, last = contact.name.partition(" ")
    said = {"phone_number": contact.phone, "first_name": first, "last_name": last, "vcard": contact.vcard}
    return {key: value for key, value in said.items() if value}


def as_html(value: Value, language: str) -> str:
    """One line or part of it. Text of users is escaped; texts of the catalogue stand as they are."""
    return _show(value, language, html=True)


def as_plain(value: Value, language: str) -> str:
    """The same without markup: for buttons, toasts and log lines of the owner."""
    return _show(value, language, html=False)


def _show(value: Value, language: str, *, html: bool) -> str:
    match value:
        case None:
            return ""
        case T(key, args) if not args:
            return plain_text_of(language, key)
        case T():
            return text_of(
                language, value.key, {k: _argument(v, language, html=html) for k, v in value.args.items()}
            )
        case Joined():
            parts = (_show(part, language, html=html) for part in value.parts)
            return value.separator.join(part for part in parts if part)
        case Bold():
            inner = _show(value.value, language, html=html)
            return f"<b>{inner}</b>" if html and inner else inner
        case Day():
            return format_day(value, language)
        case MonthOf():
            return str(format_date(value.first, "LLLL y", locale=language))
        case Money():
            return format_money(value, language)
        case int():
            return str(format_decimal(value, locale=language))
        case Decimal():  # as many digits as it has
            return str(format_decimal(value.normalize(), locale=language, decimal_quantization=False))
        case str():
            cut = clip(value, _VALUE_LIMIT)
            return escape(cut, quote=False) if html else cut
    raise TypeError(f"cannot show {type(value).__name__}")


def _argument(value: Value, language: str, *, html: bool) -> str | int:
    """Numbers go to Fluent as numbers, for its plurals; everything else as text."""
    return value if isinstance(value, int) else _show(value, language, html=html)


@lru_cache(maxsize=4096)
def format_day(value: Day, language: str) -> str:
    """ "Fri 24 Apr", "Fri 24 Apr 10:00"; another year than the one shown around it: "24 Apr 2027"."""
    pattern = (_YEAR_PATTERNS if value.year else _DAY_PATTERNS)[language]
    day = format_date(value.day, pattern, locale=language).replace(".,", ",")
    if language == "de":
        weekday, _, rest = day.partition(" ")
        day = f"{weekday.rstrip('.')} {rest}" if rest else day
    return f"{day} {value.clock:%H:%M}" if value.clock else day


@lru_cache(maxsize=4096)
def format_money(value: Money, language: str) -> str:
    """ "€12,000" without cents where there are none; a bare number where no currency was said."""
    whole = value.amount == value.amount.to_integral_value()
    if value.currency is None:
        return str(format_decimal(value.amount, locale=language))
    text = format_currency(value.amount, value.currency, locale=language, decimal_quantization=True)
    if whole:
        pattern = {"en": "¤#,##0", "nl": "¤ #,##0", "de": "#,##0 ¤"}[language]
        text = format_currency(value.amount, value.currency, pattern, locale=language, currency_digits=False)
    return text.replace("\xa0", " ")


def _funnel(funnel: Funnel, language: str) -> dict[str, Any]:
    """As bot/pictures/funnel.py reads it."""
    said = ("label", "count", "amount", "weighted")
    return {
        "title": as_plain(funnel.title, language),
        "subtitle": as_plain(funnel.subtitle, language),
        "bars": [
            {name: as_plain(getattr(bar, name), language) for name in said}
            | {"size": bar.size, "part": bar.part}
            for bar in funnel.bars
        ],
        "dark": funnel.dark,
    }


def _button(button: Button, language: str) -> dict[str, str]:
    label = clip(as_plain(button.label, language), _BUTTON_LIMIT) or "…"
    return {"text": label, "url": button.url} if button.url else {"text": label, "callback_data": button.data}


def _fit(lines: list[str]) -> str:
    """Whole lines as long as they fit. Markup is counted too, so that the text after entities fits as well."""
    kept: list[str] = []
    room = MESSAGE_LIMIT - 2
    for line in lines:
        if not line:
            continue
        room -= utf16_length(line) + 1
        if room < 0:
            kept.append("…")
            break
        kept.append(line)
    return "\n".join(kept) or "…"
