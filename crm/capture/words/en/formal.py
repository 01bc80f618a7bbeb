"""English: quotes, contracts and orders, told in the past."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Formal

FORMAL = Formal(
    quote_nouns=w("""quote quotation offer proposal quotes"""),
    contract_nouns=w("""contract agreement deal"""),
    order_nouns=w("""order po purchase-order"""),
    confirmation_nouns=phrases("order confirmation; order acknowledgement; confirmation of our order"),
    sent_words=phrases(
        "sent; emailed; mailed; e-mailed; submitted; handed over; went out; sent over; sent out"
    ),
    received_words=phrases("received; got; came in; is in; arrived"),
    signed_words=phrases("signed; countersigned; closed"),
    formal_phrases=table("""
        quote-sent: quoted; quoted him; quoted her; quoted them
        quote-received: quoted us; quoted me; sent us a quote; sent me a quote; sent us their quote; sent us an offer; sent me an offer; sent their quote; sent their offer
        ordered: placed an order; placed the order; placed their order; placed his order; placed her order; gave us the order; won the order; signed the order"""),
    valid_until=phrases(
        "valid until; valid till; valid to; valid for; valid through; valid; good until; good till; expires"
    ),
    ordered_words=w("ordered"),
    with_them=w("from at with"),
    ours=w("our my"),
)
