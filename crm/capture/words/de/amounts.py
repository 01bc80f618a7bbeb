"""German: money and numbers."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Amounts

AMOUNTS = Amounts(
    budget=w(
        "budget wert gesamt auftragswert volumen auftrag deal etwa ca ungefähr rund circa für bis summe projektwert"
    ),
    unit_price=phrases(
        "je; pro; p.p.; pp; p.st.; stück; das stück; stückpreis; im monat; monatlich; "
        "pro stück; pro monat; am tag; pro tag; mtl.; mtl"
    ),
    turnover=w("umsatz gewinn gehalt rabatt anzahlung versandkosten jahresumsatz strafe"),
    not_money=w(
        "km kg g m meter mm cm stück stk mitarbeiter mitarbeitern leute personen kunden nutzer qm m2 m3 liter ltr flaschen "
        "wohnungen follower kilo umdrehungen tonnen einwohner tuben teile"
    ),
    thousand=w("k t tsd tsd. tausend teuro mille"),
    each_year=phrases("pro jahr; im jahr; jährlich; p.a.; p. a.; /jahr; jährl."),
    after_tax=phrases(
        "netto; brutto; zzgl mwst; zzgl. mwst; plus mwst; + mwst; exkl mwst; exkl. mwst; inkl mwst; inkl. mwst; ohne mwst; zzgl ust; zzgl. ust"
    ),
    hundred_thousand=frozenset(),
    million=w("mio mio. million millionen m mill mill."),
    currencies=table("""
        EUR: euro; euros; eur; teur; t€
        CHF: franken; chf; fr.; sfr; stutz; fränkli
        GBP: pfund
        USD: dollar; usd; us-dollar
        PLN: zloty"""),
    numbers=table("""
        0: null
        1: eins; ein; eine; einen; einem; einer
        2: zwei; zwo
        3: drei
        4: vier
        5: fünf; fuenf
        6: sechs; sech
        7: sieben; sieb
        8: acht
        9: neun
        10: zehn
        11: elf
        12: zwölf; zwoelf
        13: dreizehn
        14: vierzehn
        15: fünfzehn
        16: sechzehn
        17: siebzehn
        18: achtzehn
        19: neunzehn
        20: zwanzig
        30: dreißig; dreissig
        40: vierzig
        50: fünfzig
        60: sechzig
        70: siebzig
        80: achtzig
        90: neunzig
        100: hundert
        1000: tausend
        1000000: million; millionen"""),
    number_and=w("und"),
    ones=w("ein eine einen einem einer"),
    not_alone=w("sech sieb"),
    doubles=w("doppel"),
    sure_budget=w("""budget auftragswert richtpreis kostenpunkt investition volumen summe gesamt"""),
    unit_before=phrases("je; pro; stück; stückpreis"),
    and_a_half=phrases("und ein halb; und eine halbe"),
    halves=table("""
        1.5: anderthalb; eineinhalb
        0.5: halbe; eine halbe; halben"""),
    half_endings=("einhalb",),
)
