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
    ActivityKind.QUOTE: "quote quotation proposal offerte angebot",
}
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
