"""Numbers in words become digits ("zweihundert" -> "200"), with a map back to where they stood."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from crm.capture.lexicon import merged, merged_table, said, whole

_VALUES = {word: int(value) for word, value in merged_table("numbers").items()}
_ONES = merged("ones")
_AND = tuple(sorted(merged("number_and")))
_NOT_ALONE, _DOUBLES = merged("not_alone"), merged("doubles")
_BIG = sorted(
    ((word, size) for word, size in _VALUES.items() if size in (100, 1000)), key=lambda row: -row[1]
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STARTS = tuple(sorted({word[:3] for word in _VALUES if len(word) > 2}))


@dataclass(frozen=True, slots=True)
class Numbered:
    """text: with digits for words. origin: for each stretch, (start here, start there)."""

    text: str
    here: tuple[int, ...]
    there: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of `text` as a stretch of the original."""
        return self._there(start, False), self._there(end, True)

    def _there(self, at: int, closing: bool) -> int:
        piece = bisect_right(self.here, at - 1 if closing else at) - 1
        if piece < 0:
            return at
        if self.ends[piece] >= 0:
            return self.ends[piece] if closing else self.there[piece]
        return self.there[piece] + at - self.here[piece]


@lru_cache(maxsize=4096)
def word_value(low: str) -> int | None:
    """The value of one written word, compounds too: "vierendertig", "zweihundertfünfzig", "twaalfhonderd"."""
    if low in _VALUES:
        return _VALUES[low]
    if not low.startswith(_STARTS) or len(low) < 6 or len(low) > 60:
        return None
    return _compound(low)


def _compound(low: str) -> int | None:
    for big, size in _BIG:
        if big in low:
            left, _, right = low.partition(big)
            head = word_value(left) if left else 1
            for glue in (*_AND, ""):
                if right.startswith(glue):
                    tail = word_value(right[len(glue) :]) if right[len(glue) :] else 0
                    if head is not None and tail is not None and head < 1000:
                        return head * size + tail
            return None
    for glue in (*_AND, "-"):
        at = low.find(glue, 2)
        while at != -1:
            unit, ten = _VALUES.get(low[:at]), _VALUES.get(low[at + len(glue) :])
            if unit is not None and ten is not None:
                if glue == "-" and unit >= 20 and 0 < ten < 10:
                    return unit + ten
                if 0 < unit < 10 and 20 <= ten < 100:
                    return unit + ten
            at = low.find(glue, at + 1)
    return None


def _phrase(words: list[tuple[int, int, str]], at: int) -> tuple[int, int]:
    """(value, number of words) of the longest number that starts at a word; ones alone count as articles."""
    total = 0
    current = 0
    used = 0
    last = 10**9
    while at + used < len(words):
        low = words[at + used][2]
        if low in _AND and used and at + used + 1 < len(words) and last >= 100:
            following = word_value(words[at + used + 1][2])
            if following is None or following >= 100:
                break
            used += 1
            continue
        value = word_value(low)
        if value is None or (value == 0 and used):
            break
        if value in (100, 1000, 1000000):
            if value == 100:
                current = max(current, 1) * 100
            else:
                total = (
                    (total + max(current, 1)) * value
                    if value == 1000000 and total
                    else total + max(current, 1) * value
                )
                current = 0
        elif used and (value >= last or (last < 20) or (last < 100 and value >= 10)):
            break
        else:
            current += value
        last = value
        used += 1
        if value == 0:
            break
    return total + current, used


_HALF_WORDS = merged_table("halves")
_HALVES = whole(_HALF_WORDS)
_HALF_ENDINGS = tuple(sorted(merged("half_endings"), key=len, reverse=True))
_AND_A_HALF = re.compile(rf" {{1,2}}{whole(merged('and_a_half')).pattern}")
_MILLION = merged("million")


def with_digits(low: str) -> Numbered:
    """`low` with numbers in words as digits. A lone "one", "een", "ein" stays: it is an article."""
    words = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(low)]
    out: list[str] = []
    here: list[int] = [0]
    there: list[int] = [0]
    ends: list[int] = [-1]
    at = done = size = 0
    while at < len(words):
        half = _half(low, words, at)
        if half is None and word_value(words[at][2]) is None:
            at += 1
            continue
        run = at
        while run + 1 < len(words) and _only_space(low, words[run][1], words[run + 1][0]) and run - at < 8:
            run += 1
        value, used = half[1:] if half else _phrase(words[at : run + 1], 0)
        behind = _AND_A_HALF.match(low, words[at + max(used, 1) - 1][1]) if half is None else None
        lone = used == 1 and behind is None and (words[at][2] in _ONES or value in (1000, 1000000))
        if half is None and (
            not used or lone or words[at][2] in _NOT_ALONE or (value == 100 and used == 1 and at == 0)
        ):
            at += max(used, 1)
            continue
        start, end = words[at][0], words[at + used - 1][1]
        digits = half[0] if half else str(value)
        if behind is not None:
            end, digits = behind.end(), f"{digits}.5"
            used += len(_WORD.findall(behind.group()))
        out.append(low[done:start])
        size += start - done
        here.append(size)
        there.append(start)
        ends.append(end)
        out.append(digits)
        size += len(digits)
        here.append(size)
        there.append(end)
        ends.append(-1)
        done = end
        at += used
    out.append(low[done:])
    return Numbered("".join(out), tuple(here), tuple(there), tuple(ends))


def _half(low: str, words: list[tuple[int, int, str]], at: int) -> tuple[str, int, int] | None:
    """ "anderthalb", "zweieinhalb", "half a million": (digits, whole part, number of words)."""
    start, _, word = words[at]
    for ending in _HALF_ENDINGS:
        if word.endswith(ending) and (value := word_value(word.removesuffix(ending))) is not None:
            return f"{value}.5", value, 1
    match = _HALVES.match(low, start)
    if match is None:
        return None
    digits, count = _HALF_WORDS[said(match.group())], len(_WORD.findall(match.group()))
    following = words[at + count][2] if at + count < len(words) else ""
    return (digits, 0, count) if digits != "0.5" or following in _MILLION else None


def _only_space(low: str, start: int, end: int) -> bool:
    return end - start <= 2 and low[start:end].strip() == ""


def spoken_digits(low: str) -> list[tuple[int, int, str]]:
    """Phone numbers said in words ("nul zes twaalf vierendertig …"): (start, end, digits), nine digits or more."""
    words = [
        (match.start(), match.end(), match.group()) for match in re.finditer(r"[^\W_]+(?:-[^\W_]+)*", low)
    ]
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(words):
        digits = ""
        used = at
        while used < len(words) and len(digits) < 16:
            word = words[used][2]
            value = int(word) if word.isdigit() and len(word) <= 2 and digits else word_value(word)
            if word in ("plus",) and not digits:
                digits = "+"
            elif (
                word in _DOUBLES
                and used + 1 < len(words)
                and (double := word_value(words[used + 1][2])) is not None
                and double < 10
            ):
                digits += str(double) * 2
                used += 1
            elif value is not None and value < 100:
                digits += word if word.isdigit() else str(value)
            else:
                break
            used += 1
        if used - at >= 4 and 9 <= len(digits) <= 14 and digits[0] in "0+":
            found.append((words[at][0], words[used - 1][1], digits))
            at = used
        else:
            at += 1
    return found
