"""Dutch: days, times, months."""

from crm.capture.words.calendar import Calendar
from crm.capture.words.lists import phrases, rows, table, w

CALENDAR = Calendar(
    weekdays=rows("""
        maandag ma maandags
        dinsdag di dins
        woensdag wo woe woens
        donderdag do don
        vrijdag vr vrij vrijdags
        zaterdag za zat
        zondag zo zon"""),
    months=rows("""
        januari jan
        februari feb
        maart mrt
        april apr
        mei
        juni jun
        juli jul
        augustus aug
        september sept sep
        oktober okt
        november nov
        december dec"""),
    short_only_as_day=w("ma di wo do vr za zo don vrij zat zon mei"),
    days=table("""
        -2: eergisteren
        -1: gisteren; gister; gisteravond; gistermiddag
        0: vandaag; vandaag nog; vanavond; vanmiddag; vanmorgen; vanochtend; straks; zometeen; later vandaag; einde dag; eind van de dag
        1: morgen; morgenochtend; morgenvroeg; morgenmiddag; morgenavond; morge
        2: overmorgen; overmorge"""),
    units=table("""
        minutes: minuut; minuten; min; minuutjes; minuutje
        hours: uur; uren; uurtje; uurtjes
        days: dag; dagen; daagjes
        workdays: werkdag; werkdagen
        weeks: week; weken; weekje; weekjes; wk
        months: maand; maanden; mnd; maandje
        years: jaar; jaren"""),
    next_words=phrases(
        "volgende; volg; komende; aankomende; aanstaande; aanst.; a.s.; as; eerstvolgende; kmd"
    ),
    this_words=phrases("deze; dit"),
    after_next_words=phrases("week na volgende; over volgende week; de week erop; de week daarop"),
    last_words=phrases("afgelopen; vorige; jongstleden; jl.; j.l.; laatste"),
    in_words=phrases("over; binnen; over ongeveer; na; over zo'n; over een dikke; over circa; binnen de"),
    from_now=phrases("later; vanaf nu"),
    ago=phrases("geleden; terug"),
    end_of=phrases(
        "eind; einde; eind van de; einde van de; eind van; einde van; tegen eind; het eind van de"
    ),
    start_of=phrases("begin; begin van de; eerste week; eerste week van; begin van"),
    middle_of=phrases("midden; half; medio; midden in de"),
    month_end=phrases("maandeinde; ultimo maand"),
    year_end=phrases("jaareinde; einde jaar; eind jaar; eind van het jaar; eind dit jaar"),
    week=phrases("week; wk"),
    month=phrases("maand"),
    year=phrases("jaar"),
    week_number=phrases("week; wk; weeknr; weeknummer"),
    weekend=phrases("weekend; het weekend; 't weekend; weekeinde; het weekeinde"),
    after=phrases("na; na de; na het"),
    before=phrases("voor; vóór; voor de; voor het"),
    on_the=phrases("de; op de; op; den"),
    ordinals=phrases("e; de; ste"),
    at=phrases("om; rond; tegen; na; voor; vanaf; omstreeks; stipt; tot; te"),
    exactly_at=phrases("om"),
    roughly_at=phrases("rond; omstreeks; tegen"),
    hour_mark=phrases("u; uur; h"),
    later_today=phrases("vanmiddag; vanavond"),
    hour=phrases("uur; u; u.; h; uren"),
    half_to=phrases("half"),
    quarter_past=phrases("kwart over; kwart na"),
    quarter_to=phrases("kwart voor"),
    minutes_past=phrases("over; minuten over; min over; na; minuten na; min na"),
    minutes_to=phrases("voor; minuten voor; min voor"),
    noon=phrases("12 uur 's middags; het middaguur; tussen de middag"),
    day_parts=phrases("ochtend; middag; avond; morgen; namiddag; voormiddag"),
    morning=phrases(
        "'s ochtends; 's morgens; ochtend; in de ochtend; voormiddag; in de voormiddag; vroeg; s ochtends; s morgens"
    ),
    afternoon=phrases("'s middags; middag; in de middag; namiddag; in de namiddag; s middags"),
    evening=phrases("'s avonds; avond; in de avond; s avonds"),
    between=phrases("tussen; van"),
    and_words=phrases("en; tot"),
    glue=phrases(
        "om; op; de; het; rond; tegen; na; voor; vanaf; in; nog; al; even; dan; uiterlijk; vroeg; laat; van; te; omstreeks; graag; liefst"
    ),
    feasts=table("""
        easter: pasen; paasdagen; de paasdagen
        pentecost: pinksteren
        christmas: kerst; kerstmis; de kerst; kerstdagen
        newyear: nieuwjaar; oud en nieuw; de jaarwisseling; jaarwisseling"""),
    past_talk=w("""ontmoet gesproken sprak gebeld bezocht sinds"""),
    of_month=phrases("van"),
    counts=table("""
        0.5: half; een half
        1: een; één
        1.5: anderhalf; anderhalve
        3: een paar; paar"""),
    day_cues=phrases("op; tot; voor; na; vanaf; en; tegen; week"),
    during=phrases("in; vanaf"),
    at_weekend=phrases("in; dit; in het; over het; dit weekend"),
    a_week_later=phrases("over een week; een week; week"),
    a_later_one=phrases("na de volgende"),
    not_tomorrow=phrases("goede; goeden"),
)
