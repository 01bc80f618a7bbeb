"""German: how a deal ended, told in the past."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Ending

ENDING = Ending(
    won_words=phrases(
        "gewonnen; deal steht; eingetütet; unter dach und fach; zuschlag bekommen; zuschlag erhalten; an land gezogen; "
        "deal ist durch; deal ist fix"
    ),
    lost_words=phrases("verloren; geplatzt; deal ist vom tisch; auftrag ist weg"),
    signed_alone=w("unterschrieben unterzeichnet"),
    ending_fill=w("""wir ich es haben habe hat ist wurde wird's das den der die dem ein einen und also
        auftrag deal projekt vertrag ausschreibung pitch kunden angebot für mit bei
        ja juhu hurra yes super toll endlich gerade heute gestern jetzt leider schade wieder"""),
    ending_others=w("er sie kunde kundin"),
    lost_because=phrases("wegen; weil; aufgrund; am; zu; da; denn"),
    lost_to=phrases("an; gegen"),
    lost_reasons=table("""
        price: zu teuer; preis; preise; preislich; zu hoch; teurer
        competitor: wettbewerber; wettbewerb; konkurrenz; konkurrent; mitbewerber; anderer anbieter; anderen anbieter; anderen lieferanten
        no-budget: kein budget; budget; kein geld
        timing: zeitpunkt; zu früh; zu spät; verschoben; später; nächstes jahr; nicht jetzt
        no-decision: keine entscheidung; nicht entschieden; keine antwort; keine rückmeldung"""),
)
