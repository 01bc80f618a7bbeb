"""English: days, times, months."""

from crm.capture.words.calendar import Calendar
from crm.capture.words.lists import phrases, rows, table, w

CALENDAR = Calendar(
    weekdays=rows("""
        monday mon mondays
        tuesday tue tues tuesdays
        wednesday wed weds wednesdays
        thursday thu thur thurs thursdays
        friday fri fridays
        saturday sat saturdays
        sunday sun sundays"""),
    months=rows("""
        january jan
        february feb
        march mar
        april apr
        may
        june jun
        july jul
        august aug
        september sept sep
        october oct
        november nov
        december dec"""),
    short_only_as_day=w("sat sun wed may mar mon"),
    days=table("""
        0: today; tonight; this morning; this afternoon; this evening; later today; eod; end of day; end of the day; end of today
        1: tomorrow; tmrw; tmr; tomorow; tommorow; tommorrow; tomorrows; 2moro; 2morrow; tmw; first thing tomorrow
        -1: yesterday; last night
        2: day after tomorrow; the day after tomorrow; overmorrow
        -2: day before yesterday"""),
    units=table("""
        minutes: minute; minutes; min; mins
        hours: hour; hours; hr; hrs
        days: day; days
        weeks: week; weeks; wk; wks
        months: month; months
        years: year; years
        fortnights: fortnight; fortnights
        workdays: working days; business days; workdays; working day; business day"""),
    next_words=phrases("next; nxt; coming; the coming; following; the following; upcoming"),
    this_words=phrases("this"),
    after_next_words=phrases("week after next"),
    last_words=phrases("last; past; previous"),
    in_words=phrases("in; within; after; in about; in around; in approx; in the next; within the next"),
    from_now=phrases("from now; from today; later; hence"),
    ago=phrases("ago; back"),
    end_of=phrases("end of the; end of; the end of; the end of the; by end of; late; end"),
    start_of=phrases("beginning of the; beginning of; start of the; start of; early; first week of"),
    middle_of=phrases("middle of the; middle of; mid; mid-"),
    month_end=phrases("eom; month end; month-end"),
    year_end=phrases("eoy; year end; year-end"),
    week=phrases("week; wk"),
    month=phrases("month"),
    year=phrases("year"),
    week_number=phrases("week; wk; cw; calendar week"),
    weekend=phrases("weekend; the weekend"),
    after=phrases("after; after the"),
    before=phrases("before; before the"),
    on_the=phrases("the; on the; on"),
    ordinals=("st", "nd", "rd", "th"),
    at=phrases("at; @; around; about; by; from; after; before; until; till; circa; past"),
    exactly_at=phrases("at; @"),
    roughly_at=phrases("around"),
    hour_mark=phrases("h"),
    hour=phrases("o'clock; o clock; oclock; hrs; hours; h"),
    half_past=phrases("half past; half-past"),
    quarter_past=phrases("quarter past; a quarter past; quarter after"),
    quarter_to=phrases("quarter to; a quarter to; quarter of; quarter before"),
    minutes_past=phrases("past; minutes past; after"),
    minutes_to=phrases("to; minutes to"),
    noon=phrases("noon; midday"),
    morning=phrases("in the morning; morning; first thing in the morning; early"),
    afternoon=phrases("in the afternoon; afternoon"),
    evening=phrases("in the evening; evening; at night; night; tonight"),
    between=phrases("between; from"),
    and_words=phrases("and; to; or; until; till"),
    glue=phrases(
        "at; on; for; the; by; from; after; before; around; about; early; late; first thing; sharp; local time; of; in; or so; latest; preferably; ideally; then; time; till; until"
    ),
    feasts=table("""
        easter: easter
        christmas: christmas; xmas
        newyear: new year; new years; new year's
        pentecost: pentecost; whitsun"""),
    past_talk=w("""met spoke talked saw visited called on: sent: since"""),
    of_month=phrases("of"),
    counts=table("""
        0.5: half an; half a
        1: a; an
        2: a couple of; a couple
        3: a few; few; the next few"""),
    day_cues=phrases("on; next; this; by; until; till; before; after; from; and; week; to"),
    during=phrases("in; during; from"),
    at_weekend=phrases("in; at; this; in the; at the; over the"),
    a_week_later=phrases("a week; week"),
    a_later_one=phrases("after next"),
)
