"""Dutch: what is to be done, and how warm it is."""

from crm.capture.words.lists import phrases, w
from crm.capture.words.vocabulary import Steps

STEPS = Steps(
    actions=w("""
        bel belt bellen terugbellen opbellen nabellen mail mailen terugmailen stuur sturen opsturen toesturen
        versturen app appen appje appje offerte demo afspraak bezoek bezoeken bezoekje langs langsgaan langskomen
        opvolgen opvolging nafollow contact contacteren contact opnemen herinner herinneren overleg overleggen
        presentatie meeting meet vergadering lunch koffie teams zoom bespreken belafspraak terugkomen antwoord
        antwoorden reageren reactie voorstel prijsopgave call callen plannen inplannen aanbieding monster
        monsters uitnodigen rondleiding bellertje belletje terugkoppelen nasturen feedback navragen checken
        polsen spreken proefplaatsing opmeten inmeten brengen ophalen telefoontje gesprek bezichtiging
        kennismaking facturatie inplan plan"""),
    asks=w("""wil wilt willen zoekt zoeken vraagt vragen wenst geïnteresseerd geinteresseerd interesse offerte demo
        budget nodig bestellen bestelt order proef overweegt behoefte prijs prijzen vervangen"""),
    waits=w("""
        levering leveren geleverd project aanbesteding deadline start begint beginnen contract loopt geldig opening
        oplevering installatie ingebruikname budgetjaar seizoen verhuist verhuizing beslissing verloopt stand beurs
        bouw vakantie"""),
    hot=phrases(
        "heet; hete lead; hot; prio a; prio 1; prioriteit a; prioriteit 1; a-lead; a lead; top prio; hoge prio; "
        "hoge prioriteit; topprioriteit; super hot; bloedheet"
    ),
    supplier=w("leverancier toeleverancier fabrikant"),
    helping=phrases("graag; ik moet; ik zal; moet; en; dan; actie:; actie"),
    beside_action=w("""hem haar hun mij ons even eens ff ik we je u hij kan kun m 'm"""),
    for_somebody=w("voor"),
)
