"""German: days, times, months."""

from crm.capture.words.calendar import Calendar
from crm.capture.words.lists import phrases, rows, table, w

CALENDAR = Calendar(
    weekdays=rows("""
        montag mo mon montags
        dienstag di die. diens
        mittwoch mi mittw
        donnerstag do donn
        freitag fr freitags
        samstag sa sonnabend
        sonntag so sonntags"""),
    months=rows("""
        januar jän jänner jan
        februar feb feber
        märz maerz mär mrz
        april apr
        mai
        juni jun juno
        juli jul
        august aug
        september sept sep
        oktober okt
        november nov
        dezember dez"""),
    short_only_as_day=w("mo mon di mi do fr sa so mai"),
    days=table("""
        -2: vorgestern
        -1: gestern
        0: heute; heute noch; heut; heute abend; heute nachmittag; heute vormittag; heute mittag; heute früh; nachher; ende des tages; heute nachm
        1: morgen; morgen früh; morgen vormittag; morgen nachmittag; morgen mittag; morgen abend
        2: übermorgen; uebermorgen; übermorgen früh
        3: überübermorgen"""),
    units=table("""
        minutes: minute; minuten; min; min.
        hours: stunde; stunden; std; std.; h
        days: tag; tage; tagen; tg
        workdays: werktag; werktagen; werktage; arbeitstag; arbeitstagen; arbeitstage
        weeks: woche; wochen; wo; wo.
        months: monat; monate; monaten
        years: jahr; jahre; jahren"""),
    next_words=phrases(
        "nächste; nächsten; nächster; nächstes; nächst; naechste; naechsten; naechster; kommende; kommenden; kommender; kommendes; "
        "nä.; nä; folgende; folgenden; nächstn; kom."
    ),
    this_words=phrases("diese; diesen; dieser; dieses; diesem"),
    after_next_words=phrases(
        "übernächste; übernächsten; übernächster; uebernaechste; uebernächste; uebernaechsten; übernächstes"
    ),
    last_words=phrases("letzte; letzten; letzter; letztes; vergangene; vergangenen; vorige; vorigen"),
    in_words=phrases(
        "in; binnen; innerhalb von; in ca.; in ca; in etwa; in den nächsten; in circa; nach; innerhalb der nächsten"
    ),
    from_now=phrases("später; ab jetzt"),
    ago=phrases("zuvor; her"),
    end_of=phrases(
        "ende; ende der; ende des; anfang ende; zum ende der; zum ende des; bis ende; gegen ende; ende dieser"
    ),
    start_of=phrases(
        "anfang; anfang der; anfang des; erste woche; erste woche im; beginn; in der ersten woche; anf."
    ),
    middle_of=phrases("mitte; mitte der; mitte des"),
    month_end=phrases("monatsende; zum monatsende; ende des monats; ende monat; ultimo; monatsultimo"),
    year_end=phrases("jahresende; ende des jahres; ende jahr; zum jahresende"),
    week=phrases("woche"),
    month=phrases("monat; monats"),
    year=phrases("jahr; jahres"),
    week_number=phrases("kw; kalenderwoche; kw."),
    weekend=phrases("wochenende; dem wochenende; we; das wochenende; dem we"),
    after=phrases("nach; nach dem; nach den; nach der"),
    before=phrases("vor; vor dem; vor den; vor der"),
    on_the=phrases("am; den; der; zum; dem; an dem; bis zum"),
    ordinals=(".", "ten", "te"),
    at=phrases("um; ab; gegen; nach; vor; bis; punkt; so um; zirka; ca; ca."),
    exactly_at=phrases("um"),
    roughly_at=phrases("gegen"),
    hour_mark=phrases("uhr; h"),
    not_before_noon=phrases(
        "nachmittag; vormittag; abend; morgen; mittag; nächsten; nächster; nächste; nächstem; kommenden; kommender; kommende"
    ),
    hour=phrases("uhr; h; uhr."),
    half_to=phrases("halb"),
    quarter_past=phrases("viertel nach"),
    quarter_to=phrases("viertel vor; dreiviertel"),
    minutes_past=phrases("nach; minuten nach; min nach"),
    minutes_to=phrases("vor; minuten vor; min vor"),
    noon=phrases("mittag; mittags; zu mittag; am mittag; 12 uhr mittags"),
    day_parts=phrases("morgen; vormittag; nachmittag; abend; mittag; früh"),
    morning=phrases(
        "morgens; früh; vormittag; vormittags; am vormittag; am morgen; in der früh; in der frühe; vorm.; vm; vorm"
    ),
    afternoon=phrases("nachmittag; nachmittags; am nachmittag; nachm; nachm.; nm"),
    evening=phrases("abend; abends; am abend"),
    between=phrases("zwischen; von"),
    and_words=phrases("und; bis"),
    glue=phrases(
        "um; am; den; dem; der; ab; gegen; nach; vor; bis; zum; im; in; noch; spätestens; früh; schon; gleich; dann; so; ca; von; bitte; "
        "zirka; ungefähr; etwa; gern; gerne; spät"
    ),
    feasts=table("""
        easter: ostern; den osterferien; osterferien; osterfeiertagen; den feiertagen
        pentecost: pfingsten
        christmas: weihnachten; den weihnachtsferien
        newyear: neujahr; silvester; dem jahreswechsel; jahreswechsel"""),
    past_talk=w("""getroffen gesprochen kennengelernt telefoniert seit"""),
    counts=table("""
        0.5: einer halben; einem halben
        1: ein; eine; einer; einem; einen
        1.5: anderthalb; eineinhalb
        3: ein paar; paar"""),
    day_cues=phrases("am; bis; nach; vor; ab; und; woche; zum; den"),
    during=phrases("im; ab; in"),
    at_weekend=phrases("am; im; dieses; an dem"),
    a_week_later=phrases("in einer woche; einer woche; woche"),
    a_later_one=phrases("nach dem nächsten"),
    not_tomorrow=phrases("guten; am; der; jeden; heute"),
    ago_before=phrases("vor"),
)
