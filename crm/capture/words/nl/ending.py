"""Dutch: how a deal ended, told in the past."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Ending

ENDING = Ending(
    won_words=phrases(
        "gewonnen; wonnen; rond; is rond; beklonken; binnengehaald; binnengesleept; gescoord; gegund gekregen"
    ),
    lost_words=phrases(
        "verloren; afgeketst; misgelopen; van de baan; deal gaat niet door; opdracht gaat niet door"
    ),
    signed_alone=w("getekend ondertekend"),
    ending_fill=w("""we wij ik heb hebben heeft is was het hem 'm die deze dit dat en dus de een
        deal order opdracht project contract klus aanbesteding offerte tender pitch zaak voor op met
        ja jaa yes joepie hoera super mooi eindelijk net vandaag gisteren nu helaas jammer sorry weer"""),
    ending_others=w("hij zij ze klant"),
    lost_because=phrases("op; omdat; vanwege; wegens; door; want; te"),
    lost_to=phrases("aan; van; tegen"),
    lost_reasons=table("""
        price: te duur; prijs; te hoog; duurder
        competitor: concurrent; concurrentie; concurrenten; andere leverancier; andere partij; naar een ander; ander gekozen
        no-budget: geen budget; budget; geen geld
        timing: timing; te vroeg; te laat; uitgesteld; later; niet nu; volgend jaar; on hold
        no-decision: geen beslissing; geen besluit; niet besloten; geen reactie; geen antwoord"""),
)
