"""English: money and numbers."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Amounts

AMOUNTS = Amounts(
    budget=w(
        "budget total value worth deal spend order about around approx roughly abt for up potential estimated est"
    ),
    unit_price=phrases(
        "each; a piece; apiece; per; p/p; pp; a unit; a seat; a head; a month; monthly; "
        "a day; an hour; ea; ea."
    ),
    turnover=w("turnover revenue sales profit turning salary fine discount deposit shipping"),
    not_money=w(
        "km kg g m mm cm pcs pc units people ppl employees staff users sqm followers rpm hz volt v w kw kwh mah "
        "samples licences licenses seats pieces litres liters tonnes tons meters metres parts bottles boxes"
    ),
    thousand=w("k grand thousand thousands"),
    each_year=phrases(
        "a year; per year; per annum; yearly; annually; pa; p.a.; /yr; /year; per yr; each year"
    ),
    after_tax=phrases(
        "net; gross; ex vat; excl vat; excl. vat; plus vat; + vat; inc vat; incl vat; incl. vat; before tax; after tax"
    ),
    hundred_thousand=frozenset(),
    million=w("m mio mn mln mil million millions"),
    currencies=table("""
        EUR: euro; euros; eur
        GBP: pound; pounds; quid; sterling; gbp
        USD: dollar; dollars; usd; bucks
        CHF: francs; chf
        ZAR: rand
        JPY: yen
        INR: rupees
        SEK: kronor
        PLN: zloty
        AED: dirhams
        BRL: reais
        TRY: lira"""),
    numbers=table("""
        0: zero; oh
        1: one
        2: two
        3: three
        4: four
        5: five
        6: six
        7: seven
        8: eight
        9: nine
        10: ten
        11: eleven
        12: twelve
        13: thirteen
        14: fourteen
        15: fifteen
        16: sixteen
        17: seventeen
        18: eighteen
        19: nineteen
        20: twenty
        30: thirty
        40: forty; fourty
        50: fifty
        60: sixty
        70: seventy
        80: eighty
        90: ninety
        100: hundred
        1000: thousand
        1000000: million"""),
    number_and=w("and"),
    ones=w("one a"),
    not_alone=w("oh"),
    doubles=w("double"),
    sure_budget=w("""budget value worth investment volume deal total"""),
    unit_before=phrases("per; a; unit; price each; each"),
    and_a_half=phrases("and a half"),
    halves=table("""
        0.5: half; half a"""),
    half_endings=(),
)
