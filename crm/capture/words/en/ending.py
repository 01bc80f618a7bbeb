"""English: how a deal ended, told in the past."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Ending

ENDING = Ending(
    won_words=phrases(
        "won; closed won; in the bag; deal is done; deal done; got the deal; got the order; got the job; landed it; landed the deal"
    ),
    lost_words=phrases("lost; closed lost; deal is off; deal's off; deal fell through; fell through"),
    signed_alone=w("signed countersigned"),
    ending_fill=w("""we we've i i've it it's this that has have been is was and so
        the a an deal order contract project opportunity tender pitch bid job account one for at
        yes yay yeah yep hurray hooray great finally just today yesterday now sadly unfortunately sorry alas again all"""),
    ending_others=w("they they've he's he she she's customer client"),
    lost_because=phrases("on; because; because of; due to; over; since; as; too"),
    lost_to=phrases("to; against"),
    lost_reasons=table("""
        price: too expensive; price; pricing; too dear; too pricey; too high
        competitor: competitor; competition; competitors; went with; chose another; went elsewhere; another supplier; other supplier
        no-budget: no budget; budget cut; budget; no money
        timing: timing; too early; too late; too soon; postponed; delayed; not now; on hold; next year
        no-decision: no decision; never decided; undecided; no response; no answer; went quiet; gone quiet"""),
)
