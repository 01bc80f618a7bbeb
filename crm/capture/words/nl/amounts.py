"""Dutch: money and numbers."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Amounts

AMOUNTS = Amounts(
    budget=w("budget waarde totaal deal orderwaarde order voor ongeveer circa ca rond ong bedrag tot"),
    unit_price=phrases(
        "per; p/s; p.st; p.st.; ps; pst; p.p.; pp; pm; p/m; per stuk; per maand; elk; "
        "het stuk; stukprijs; de man; maandelijks"
    ),
    turnover=w("omzet winst salaris korting boete aanbetaling verzendkosten jaaromzet"),
    not_money=w(
        "km kg g m meter mm cm stuks st medewerkers mensen man personeel koeien klanten gebruikers m2 m3 liter ltr flessen "
        "woningen volgers kilo toeren ton"
    ),
    thousand=w("k duizend mille"),
    each_year=phrases("per jaar; jaarlijks; pj; p/j; /jaar; /jr; p.j."),
    after_tax=phrases(
        "netto; bruto; excl; excl.; exclusief; incl; incl.; inclusief; ex btw; ex. btw; plus btw; + btw; zonder btw; met btw"
    ),
    hundred_thousand=w("ton"),
    million=w("mln miljoen mio m miljoenen"),
    currencies=table("""
        EUR: euro; euro's; eur; euros; eurootjes
        GBP: pond; gbp
        USD: dollar; dollars; usd"""),
    numbers=table("""
        0: nul
        1: één; een
        2: twee
        3: drie
        4: vier
        5: vijf
        6: zes
        7: zeven
        8: acht
        9: negen
        10: tien
        11: elf
        12: twaalf
        13: dertien
        14: veertien
        15: vijftien
        16: zestien
        17: zeventien
        18: achttien
        19: negentien
        20: twintig
        30: dertig
        40: veertig
        50: vijftig
        60: zestig
        70: zeventig
        80: tachtig
        90: negentig
        100: honderd
        1000: duizend
        1000000: miljoen"""),
    number_and=w("en ën"),
    ones=w("een één"),
    not_alone=frozenset(),
    doubles=w("dubbel"),
    sure_budget=w("""budget waarde richtprijs kostprijs investering deal orderwaarde bedrag totaal"""),
    unit_before=phrases("per; à; a; stuk; stukprijs"),
    and_a_half=phrases("en een half; en een halve; en half"),
    halves=table("""
        1.5: anderhalf; anderhalve
        0.5: half; halve; een half; een halve"""),
    half_endings=("enhalf", "eneenhalf"),
)
