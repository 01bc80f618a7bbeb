"""What a language has to say for itself to be understood: one `Words` a language, merged into one vocabulary.

To add a language, write a file like `en.py` and name it in `words/__init__.py`. Everything is lower case;
inflected and colloquial forms are written out, because a list that can be read beats a stemmer that surprises.
"""

from dataclasses import dataclass, field


def w(text: str) -> frozenset[str]:
    """Words from a block of text, one or more to the line."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Phrases from a block of text, one to the line or parted by `;`, longest first."""
    parts = (part.strip() for line in text.splitlines() for part in line.split(";"))
    return tuple(sorted({part for part in parts if part}, key=lambda part: (-len(part), part)))


def rows(text: str) -> tuple[tuple[str, ...], ...]:
    """One tuple of forms a line."""
    return tuple(tuple(line.split()) for line in text.splitlines() if line.strip())


def table(text: str) -> dict[str, str]:
    """Lines of `meaning: form; form` turned round: form -> meaning. A meaning may have several lines."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        meaning, colon, forms = line.strip().partition(": ")
        if colon:
            found.update({form.strip(): meaning for form in forms.split(";") if form.strip()})
    return found


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language speaks of time.

    weekdays, months: the written forms, Monday and January first. short_only_as_day: short forms that are also
    ordinary words ("do", "so", "wo"), read as a day only near a time or an action, in a text of this language.
    day_parts: what is written in one with a weekday ("maandagochtend").
    units: word -> minutes, hours, days, weeks, months, years. days: word -> days from today.
    past: words that put a moment behind us. The other fields are the words that the name says.
    """

    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    days: dict[str, str]
    units: dict[str, str]
    short_only_as_day: frozenset[str] = frozenset()
    next_words: tuple[str, ...] = ()
    this_words: tuple[str, ...] = ()
    after_next_words: tuple[str, ...] = ()
    last_words: tuple[str, ...] = ()
    in_words: tuple[str, ...] = ()
    from_now: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    end_of: tuple[str, ...] = ()
    start_of: tuple[str, ...] = ()
    middle_of: tuple[str, ...] = ()
    month_end: tuple[str, ...] = ()
    year_end: tuple[str, ...] = ()
    week: tuple[str, ...] = ()
    month: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    week_number: tuple[str, ...] = ()
    weekend: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    on_the: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    hour: tuple[str, ...] = ()
    half_to: tuple[str, ...] = ()
    half_past: tuple[str, ...] = ()
    quarter_past: tuple[str, ...] = ()
    quarter_to: tuple[str, ...] = ()
    minutes_past: tuple[str, ...] = ()
    minutes_to: tuple[str, ...] = ()
    noon: tuple[str, ...] = ()
    day_parts: tuple[str, ...] = ()
    morning: tuple[str, ...] = ()
    afternoon: tuple[str, ...] = ()
    evening: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    and_words: tuple[str, ...] = ()
    glue: tuple[str, ...] = ()
    feasts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """One language.

    common: words that are never part of a name. to_organisation: what stands between a person and the organisation.
    meet: words before a person who was met. place: words before a town. titles: heads of job titles;
    title_openers: heads that take what follows ("head", "Leiter"); title_parts: what may stand with a head;
    title_endings: endings of compound titles. org_first: words that open the name of an organisation ("gemeente");
    org_words: words inside or at the end of one; org_endings: endings of compound ones. goods_endings: endings of
    words for wares. actions: what is to be done next, verbs and nouns. asks: what a prospect does ("wants").
    logs: phrase of something done -> kind of activity. See `intent.py` for the patterns that use the last ones.
    """

    code: str
    calendar: Calendar
    common: frozenset[str]
    to_organisation: frozenset[str]
    meet: frozenset[str]
    place: frozenset[str]
    honorifics: frozenset[str]
    titles: frozenset[str]
    title_openers: frozenset[str]
    title_parts: frozenset[str]
    title_endings: tuple[str, ...]
    title_links: frozenset[str]
    org_first: frozenset[str]
    org_words: frozenset[str]
    org_endings: tuple[str, ...]
    goods_endings: tuple[str, ...]
    generic_firm: frozenset[str]
    fair_words: frozenset[str]
    fair_lead_in: tuple[str, ...]
    via: frozenset[str]
    channels: dict[str, str]
    referred_by: tuple[str, ...]
    actions: frozenset[str]
    asks: frozenset[str]
    waits: frozenset[str]
    hot: tuple[str, ...]
    supplier: frozenset[str]
    budget: frozenset[str]
    unit_price: tuple[str, ...]
    turnover: frozenset[str]
    not_money: frozenset[str]
    thousand: frozenset[str]
    million: frozenset[str]
    currencies: dict[str, str]
    numbers: dict[str, str]
    number_and: frozenset[str]
    labels: dict[str, str]
    headers: dict[str, str]
    closings: tuple[str, ...]
    greetings: tuple[str, ...]
    fax: tuple[str, ...]
    identifiers: tuple[str, ...]
    question_words: frozenset[str]
    question_today: tuple[str, ...]
    question_neglected: tuple[str, ...]
    question_about: tuple[str, ...]
    commands: tuple[str, ...]
    small_talk: frozenset[str]
    logs: dict[str, str]
    no_answer: tuple[str, ...]
    voicemail: tuple[str, ...]
    wrong_number: tuple[str, ...]
    incoming: tuple[str, ...]
    also: tuple[str, ...]
    negations: tuple[str, ...]
    spoken_at: frozenset[str]
    spoken_dot: frozenset[str]
