"""Dutch: fairs and channels."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Sources

SOURCES = Sources(
    fair_words=w(
        "beurs vakbeurs congres symposium conferentie evenement event netwerkborrel netwerkevent opendag jaarbeurs dagen seminar"
    ),
    fair_lead_in=phrases("op de; op het; op; tijdens; tijdens de; beurs; van de; vanaf de"),
    via=w("via"),
    before_channel=phrases("via; op; via de; via onze"),
    cued_channels=phrases("de site; nieuwsbrief"),
    fair_endings=w("beurs congres borrel"),
    fair_openers=w("beurs vakbeurs congres"),
    not_a_fair=w("beurs jaarbeurs"),
    ordinary=w("de het een onze deze hal op van in voor bezoeker beurs en met"),
    channels=table("""
        LinkedIn: linkedin
        website: website; de website; onze website; webformulier; contactformulier; de site; onze site
        webshop: webshop
        Instagram: instagram; insta
        Facebook: facebook
        nieuwsbrief: nieuwsbrief
        Marktplaats: marktplaats
        telefonisch: koude acquisitie"""),
    on_the_fair=phrases("op de; op het"),
    talk_nouns=w("gesprek spraken gezien kennismaking praatten"),
)
