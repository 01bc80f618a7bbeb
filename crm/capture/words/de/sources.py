"""German: fairs and channels."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Sources

SOURCES = Sources(
    fair_words=w(
        "messe fachmesse kongress konferenz tagung symposium hausmesse forum event veranstaltung kongreß "
        "netzwerktreffen webinar"
    ),
    fair_lead_in=phrases(
        "auf der; auf dem; auf; von der; bei der; messe; an der; während der; beim; aus der"
    ),
    via=w("über via"),
    before_channel=phrases("via; über; auf; über die; über unsere"),
    cued_channels=phrases("webseite; onlineshop"),
    fair_endings=w("messe kongress tagung"),
    fair_openers=w("messe fachmesse"),
    not_a_fair=w("messe messestand"),
    ordinary=w(
        "der die das dem den ein eine einer unsere diese halle auf von für kontakt besucher messe und mit vor im"
    ),
    channels=table("""
        LinkedIn: linkedin
        Xing: xing
        Website: website; webseite; die website; homepage; kontaktformular; webformular; unsere website; unsere homepage
        Onlineshop: onlineshop; webshop; shop
        Instagram: instagram; insta
        Facebook: facebook
        Newsletter: newsletter
        Kaltakquise: kaltakquise
        Wer liefert was: wlw; wer liefert was"""),
    on_the_fair=phrases("auf der; auf dem"),
    talk_nouns=w("gespräch gesehen sprachen trafen"),
)
