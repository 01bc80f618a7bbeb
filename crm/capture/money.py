"""What a deal is worth: "€12k", "12.500 euro", "1,2 mln", "20 mille", ranges (their upper end)."""

import re
from dataclasses import dataclass
from decimal import Decimal

from crm.capture.currencies import AFTER, BEFORE, SCALE, currency_said, scale_of, scale_of_mark
from crm.capture.lexicon import alternation, merged
from crm.capture.numbers import Numbered
from crm.capture.words import LANGUAGES
from crm.money import Money

_NUMBER = r"\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,3})?(?!\d)"
_AND_A_HALF = alternation(merged("and_a_half"))
_UNIT_NUMBER = rf"(?:{_NUMBER})(?: (?:{_AND_A_HALF}))?(?: ?(?:{SCALE})(?![^\W_]))?"
_AMOUNT = re.compile(
    rf"(?<![\w.,:/+#-])(?:(?P<before>{BEFORE})(?![a-z]) ?)?(?P<low>{_UNIT_NUMBER})(?P<range> ?(?:-|to|tot|bis|à|a|/|and|en|und) ?(?:(?:{BEFORE}) ?)?(?P<high>{_UNIT_NUMBER}))?"
    rf"(?P<dash>,-{{1,2}}|\.-{{1,2}}|,--)? ?(?P<after>(?:{AFTER})(?![^\W_]))?"
)
_PARTS = re.compile(rf"(?P<number>{_NUMBER})(?P<half> (?:{_AND_A_HALF}))? ?(?P<scale>(?:{SCALE})(?![^\W_]))?")
_UNIT_PRICE = re.compile(rf"[ ,-]{{0,2}}(?:{alternation(merged('unit_price'))})(?![^\W_])|/[a-z]")
_EACH_YEAR = re.compile(rf"[ ,-]{{0,2}}(?:{alternation(merged('each_year'))})(?![^\W_])")
_AFTER_TAX = re.compile(rf" ?(?:{alternation(merged('after_tax'))})(?![^\W_])")
_HUNDRED_THOUSAND = {code: words.amounts.hundred_thousand for code, words in LANGUAGES.items()}
_UNIT_BEFORE = re.compile(rf"(?<![^\W_])(?:{alternation(merged('unit_before'))})[ :]{{1,3}}$")
_TURNOVER = re.compile(rf"(?<![^\W_])(?:{alternation(merged('turnover'))})(?![^\W_])")
_CUE = re.compile(rf"(?<![^\W_])(?:{alternation(merged('budget'))})(?![^\W_])[^\d\n]{{0,28}}$")
_STRONG_CUE = re.compile(rf"(?<![^\W_])(?:{alternation(merged('sure_budget'))})(?![^\W_])[^\d\n]{{0,24}}$")
_NOT_MONEY = re.compile(rf" ?-?(?:{alternation(merged('not_money'))})(?![^\W_])")


# more amounts than this in one message are a price list; the rest stays in the note
_MOST = 40


@dataclass(frozen=True, slots=True)
class Found:
    """An amount and where it stands in the numbered text. exact: the field says all that was written."""

    start: int
    end: int
    money: Money
    marked: bool
    score: int
    exact: bool


def find_amounts(numbered: Numbered, language: str = "") -> list[Found]:
    """Every amount of money in the text (lower case, number words as digits), in order. language: a code, or unknown."""
    text = numbered.text
    found: list[Found] = []
    for match in _AMOUNT.finditer(text):
        read = _read(text, match, language)
        if read is not None:
            found.append(read)
        if len(found) == _MOST:
            break
    return found


def best_amount(found: list[Found]) -> Found | None:
    """The one that is the deal's total, if any is."""
    return max(found, key=lambda amount: (amount.score, -amount.start), default=None) if found else None


def _read(text: str, match: re.Match[str], language: str) -> Found | None:
    before, after = match["before"], match["after"]
    end = (
        match.end()
        if after or match["dash"]
        else (match.end("range") if match["range"] else match.end("low"))
    )
    low, low_scale = _value(match["low"])
    high, high_scale = _value(match["high"]) if match["high"] else (None, None)
    between = text[match.end("low") : match.start("high")] if match["high"] else ""
    if (
        high is not None
        and between.strip() in ("and", "en", "und", "/", "a")
        and not re.search(
            r"(?:between|tussen|zwischen)[^\d]{0,12}$", text[max(0, match.start() - 24) : match.start()]
        )
    ):
        # "2 and 3k" outside "between … and …" are two things
        high, high_scale, end = None, None, match.end("low")
        after = None
    if low_scale and not (high_scale or after) and _DAY.match(text, match.start("high")):
        # "8k bis 30. April": the day to which it holds
        high, high_scale, end = None, None, match.end("low")
    if high is not None and between.strip() == "-" and " " in between and not (after or high_scale):
        high, high_scale, end = None, None, match.end("low")
    scale = high_scale if high is not None else low_scale
    marker = before if before else after
    if before == "r" and not re.search(r"\d[ ]\d{3}|\d{4}", match["low"]):
        marker = after
    dashed = bool(match["dash"])
    tail, head = text[end : end + 24], text[max(0, match.start() - 44) : match.start()]
    bare = not (marker or scale or dashed)
    sure = _STRONG_CUE.search(head) is not None
    if bare and (
        not (sure or _AFTER_TAX.match(tail) or _EACH_YEAR.match(tail))
        or (low or 0) < 100
        or _NOT_MONEY.match(tail)
    ):
        return None
    if scale in _TONS and not marker and not _is_ton_of_money(language, scale, head, tail):
        return None
    if scale and not marker and _NOT_MONEY.match(tail):
        return None
    if (
        scale in ("m", "t", "k")
        and not marker
        and re.match(r" ?[a-z0-9]*[²³23]", tail)
        and tail[:1].isalnum()
    ):
        return None
    if scale in ("m", "t") and not marker and (not sure or re.match(r" [a-zäöü]{3,}", tail)):
        return None
    if (
        scale == "k"
        and not marker
        and not sure
        and re.match(r" [a-zäöü]{3,}", tail)
        and not _ends_clause(tail)
    ):
        return None
    amount = high if high is not None and low is not None and high * 1 >= 0 else low
    if amount is None:
        return None
    times = scale_of(scale) * scale_of_mark(marker)
    currency = currency_said(marker) or ("EUR" if match["dash"] == ",-" else None)
    try:
        money = Money.of(amount * times, currency)
    except ArithmeticError:
        return None
    if money.minor <= 0 or money.minor > 10**15:
        return None
    yearly = _EACH_YEAR.match(tail) is not None
    per_unit = (bool(_UNIT_PRICE.match(tail)) and not yearly) or bool(_UNIT_BEFORE.search(head))
    other = bool(_TURNOVER.search(head[-24:])) or bool(_TURNOVER.match(tail.strip()))
    score = (4 if sure else 0) + (2 if marker else 0) + (1 if scale or dashed or bare else 0)
    score += 1 if _CUE.search(head) else 0
    if per_unit or other:
        score = -5
    return Found(
        match.start(),
        end,
        money,
        marker is not None,
        score,
        exact=high is None and not per_unit and not other and not yearly,
    )


def _is_ton_of_money(language: str, scale: str, head: str, tail: str) -> bool:
    """ "3 ton" is money in Dutch, where it stands alone or is said to be; "3 ton staal" is a weight."""
    if scale not in _HUNDRED_THOUSAND.get(language, ()):
        return False
    alone = not head.rstrip(" ~").endswith(_LETTERS) and (
        not re.match(r" ?[^\W\d_]", tail) or _EACH_YEAR.match(tail) is not None
    )
    return alone or (
        _CUE.search(head) is not None and (not re.match(r" ?[^\W\d_]", tail) or _ends_clause(tail))
    )


def _ends_clause(tail: str) -> bool:
    word = re.match(r" ([^\W\d_]+)", tail)
    return word is not None and word.group(1) in _CLOSERS


_MONTHS = alternation(form for words in LANGUAGES.values() for row in words.calendar.months for form in row)
_DAY = re.compile(rf"[0-3]?\d(?:\.? ?(?:{_MONTHS})(?![^\W_])|\. ?[01]?\d(?!\d)|[/-][01]?\d(?!\d))")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyzäöüßéèëï)")
_TONS = merged("hundred_thousand")
_CLOSERS = (
    merged("actions")
    | merged("common") - merged("asks")
    | {word for phrase in merged("valid_until") for word in phrase.split()}
)


def _value(written: str) -> tuple[Decimal | None, str | None]:
    match = _PARTS.match(written)
    if match is None:
        return None, None
    number = decimal_of(match["number"])
    return (number + Decimal("0.5") if match["half"] else number), match["scale"]


def decimal_of(written: str) -> Decimal:
    """ "12.500", "12,500.00", "1,2", "95 000", "48'000" as a number: groups of three are thousands."""
    plain = written.replace(" ", "").replace("'", "")
    last = max(plain.rfind("."), plain.rfind(","))
    if last == -1:
        return Decimal(plain)
    whole_part, fraction = plain[:last], plain[last + 1 :]
    if len(fraction) == 3 and whole_part not in ("0", "") and "," not in whole_part + "." * 0:
        return Decimal(re.sub(r"[.,]", "", plain))
    if len(fraction) == 3 and ("," in whole_part or "." in whole_part):
        return Decimal(re.sub(r"[.,]", "", plain))
    return Decimal(re.sub(r"[.,]", "", whole_part) + "." + fraction)
