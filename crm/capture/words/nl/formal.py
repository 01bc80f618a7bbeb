"""Dutch: quotes, contracts and orders, told in the past."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Formal

FORMAL = Formal(
    quote_nouns=w("""offerte aanbieding prijsopgave voorstel offertes"""),
    contract_nouns=w("""contract overeenkomst deal"""),
    order_nouns=w("""order opdracht bestelling inkooporder"""),
    confirmation_nouns=phrases(
        "orderbevestiging; opdrachtbevestiging; bestelbevestiging; bevestiging van onze order"
    ),
    sent_words=phrases(
        "gestuurd; verstuurd; verzonden; gemaild; uitgebracht; opgestuurd; toegestuurd; nagestuurd; afgegeven; overhandigd; de deur uit; is eruit; ligt er; uitgestuurd"
    ),
    received_words=phrases("ontvangen; gekregen; binnen; binnengekomen; kregen; kreeg"),
    signed_words=phrases("getekend; ondertekend; geaccordeerd"),
    formal_phrases=table("""
        quote-received: stuurde ons een offerte; stuurde mij een offerte; stuurde hun offerte; stuurde offerte
        ordered: order geplaatst; bestelling geplaatst; heeft besteld; hebben besteld; opdracht gegeven; opdracht gegund; order gegund"""),
    valid_until=phrases(
        "geldig tot; geldig t/m; geldig tot en met; geldig; geldigheid; blijft geldig tot; verloopt"
    ),
    ordered_words=w("besteld"),
    with_them=w("bij"),
    ours=w("onze ons mijn"),
)
