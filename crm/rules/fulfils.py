"""Whether a contact does what was planned: a call does "call him about the quote", a mail does not."""

from crm.capture.draft import ActivityKind
from crm.rules.folding import words

_WORDS = {
    ActivityKind.CALL: "call callback phone ring telephone bel bellen opbellen terugbellen nabellen belafspraak anruf"
    " anrufen rufen zuruckrufen ruckruf telefonieren telefonat",
    ActivityKind.EMAIL: "mail email mailen send write stuur sturen opsturen schrijven schicken senden"
    " schreiben zuschicken",
    ActivityKind.VISIT: "visit bezoek bezoeken langsgaan besuch besuchen vorbeifahren",
    ActivityKind.MEETING: "meet meeting afspraak afspreken treffen termin",
    ActivityKind.MESSAGE: "message text whatsapp sms app appen nachricht bericht berichten",
    ActivityKind.QUOTE: "quote quotation proposal offer offerte aanbieding prijsopgave angebot kostenvoranschlag",
}
_OTHERWISE = frozenset(
    words(
        "follow chase discuss check ask request get go opvolgen nabellen bespreken vragen navragen aanvragen opvragen doornemen"
        " nachfassen nachhaken besprechen durchgehen anfragen einholen anfordern fragen"
    )
)
"""What is done with a quote that is there already, or that is to come from them."""
_KIND_OF = {word: kind for kind, said in _WORDS.items() for word in words(said)}


def fulfils(action: str, kind: ActivityKind) -> bool:
    """kind: of a contact that reached them. action: what was planned, in the member's words; "": to get in touch.

    The first word that names a kind counts. What is to be sent is a quote where one is named: only a quote does it.
    """
    if not action.strip():
        return True
    named = [_KIND_OF[word] for word in words(action) if word in _KIND_OF]
    if named[:1] == [ActivityKind.EMAIL] and ActivityKind.QUOTE in named:
        return kind is ActivityKind.QUOTE
    return named[:1] == [kind]


def is_to_send_quote(action: str) -> bool:
    """Whether a quote was to go out: "send quote", "offerte maken", "Angebot rausschicken"; not "call about the quote"."""
    said = words(action)
    kinds = {_KIND_OF[word] for word in said if word in _KIND_OF}
    return ActivityKind.QUOTE in kinds <= {ActivityKind.QUOTE, ActivityKind.EMAIL} and _OTHERWISE.isdisjoint(
        said
    )
