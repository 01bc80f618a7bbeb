"""What a language has to say of time."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language speaks of time.

    weekdays, months: the written forms, Monday and January first. short_only_as_day: short forms that are also
    ordinary words ("do", "so", "wo"), read as a day only near a time or an action, in a text of this language.
    day_parts: what is written in one with a weekday ("maandagochtend").
    units: word -> minutes, hours, days, weeks, months, years. days: word -> days from today.
    counts: words that count units of time, "0.5" for "half an". day_cues: right before a day. during: before a month.
    a_week_later, a_later_one: behind a weekday, the first of the next week, the second of the one after the coming one.
    exactly_at, roughly_at: before an hour without "o'clock". hour_mark: between hour and minutes ("14u30").
    not_before_noon: behind an "am" that is no a.m. ("am Freitag"). later_today: "vanavond".
    not_tomorrow: before a word for tomorrow that is the morning there.
    past_talk: words that tell of the past, so that a day beside them is no next step. The other fields are the words
    that the name says.
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
    ago_before: tuple[str, ...] = ()
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
    of_month: tuple[str, ...] = ()
    counts: dict[str, str] = field(default_factory=dict)
    day_cues: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    at_weekend: tuple[str, ...] = ()
    a_week_later: tuple[str, ...] = ()
    a_later_one: tuple[str, ...] = ()
    not_tomorrow: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    exactly_at: tuple[str, ...] = ()
    roughly_at: tuple[str, ...] = ()
    hour: tuple[str, ...] = ()
    hour_mark: tuple[str, ...] = ()
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
    later_today: tuple[str, ...] = ()
    not_before_noon: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    and_words: tuple[str, ...] = ()
    glue: tuple[str, ...] = ()
    past_talk: frozenset[str] = frozenset()
    feasts: dict[str, str] = field(default_factory=dict)
