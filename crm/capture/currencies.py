"""Signs, codes and words of currencies, and the words for thousands and millions."""

from crm.capture.lexicon import alternation, merged, merged_table, said

_CODES = {
    "€": "EUR",
    "£": "GBP",
    "us$": "USD",
    "$": "USD",
    "¥": "JPY",
    "₹": "INR",
    "₺": "TRY",
    "zł": "PLN",
    "kr": "SEK",
    "r$": "BRL",
    "c$": "CAD",
    "a$": "AUD",
    "kč": "CZK",
    "₩": "KRW",
    "₽": "RUB",
    "₴": "UAH",
}
_ISO = (
    "eur",
    "usd",
    "gbp",
    "chf",
    "sek",
    "nok",
    "dkk",
    "pln",
    "czk",
    "huf",
    "ron",
    "try",
    "aed",
    "zar",
    "brl",
    "inr",
    "jpy",
    "cny",
    "rmb",
    "aud",
    "cad",
    "nzd",
    "sgd",
    "hkd",
    "mxn",
    "uah",
    "ils",
    "sar",
    "qar",
    "krw",
)
_WORDS = merged_table("currencies")
_CURRENCIES = {**_CODES, **{code: "CNY" if code == "rmb" else code.upper() for code in _ISO}, **_WORDS}
_THOUSAND = merged("thousand")
_MILLION = merged("million")
_HUNDRED_THOUSAND = merged("hundred_thousand")
_BILLION = frozenset({"bn", "billion", "mrd", "mrd.", "miljard", "milliarde", "milliarden"})
BEFORE = alternation({*_CODES, *_ISO, "r", "fr.", "sfr", "sfr.", "teur", "t€", "k€", "m€"})
AFTER = alternation({*_CURRENCIES, "teur", "t€", "k€", "m€", "teuro", "tsd€", "eur.", "mio€"})
SCALE = alternation({*_THOUSAND, *_HUNDRED_THOUSAND, *_MILLION, *_BILLION})


def scale_of(scale: str | None) -> int:
    if scale is None:
        return 1
    if scale in _THOUSAND:
        return 1000
    if scale in _HUNDRED_THOUSAND:
        return 100_000
    return 10**9 if scale in _BILLION else 10**6


def scale_of_mark(marker: str | None) -> int:
    if marker in ("teur", "t€", "k€", "teuro", "tsd€"):
        return 1000
    return 10**6 if marker in ("m€", "mio€") else 1


def currency_said(marker: str | None) -> str | None:
    if marker is None:
        return None
    if marker in ("teur", "t€", "k€", "m€", "teuro", "tsd€", "eur.", "mio€"):
        return "EUR"
    if marker == "r":
        return "ZAR"
    if marker in ("fr.", "sfr", "sfr."):
        return "CHF"
    return _CURRENCIES.get(said(marker))
