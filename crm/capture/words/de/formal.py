"""German: quotes, contracts and orders, told in the past."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Formal

FORMAL = Formal(
    quote_nouns=w("""angebot offerte kostenvoranschlag angebote"""),
    contract_nouns=w("""vertrag vereinbarung rahmenvertrag"""),
    order_nouns=w("""auftrag bestellung"""),
    confirmation_nouns=phrases("auftragsbestätigung; bestellbestätigung"),
    sent_words=phrases(
        "geschickt; gesendet; verschickt; versendet; abgegeben; gemailt; raus; zugeschickt; zugesandt; unterbreitet; rausgeschickt; übergeben; vorgelegt; abgeschickt"
    ),
    received_words=phrases("erhalten; bekommen; eingegangen; liegt vor; ist da; eingetroffen"),
    signed_words=phrases("unterschrieben; unterzeichnet; geschlossen; abgeschlossen"),
    formal_phrases=table("""
        quote-received: schickte uns ein angebot; hat uns ein angebot geschickt; hat uns ein angebot gemacht; hat ein angebot geschickt; hat angebot geschickt
        ordered: auftrag erteilt; bestellung aufgegeben; hat bestellt; haben bestellt"""),
    valid_until=phrases("gültig bis; gilt bis; gültig; bindend bis; gültigkeit; gültig bis zum"),
    ordered_words=w("bestellt"),
    with_them=w("bei"),
    ours=w("unser unsere unseren mein"),
)
