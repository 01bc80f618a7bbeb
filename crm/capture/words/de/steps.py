"""German: what is to be done, and how warm it is."""

from crm.capture.words.lists import phrases, w
from crm.capture.words.vocabulary import Steps

STEPS = Steps(
    actions=w("""
        anrufen ruf anruf rückruf rückrufen zurückrufen telefonieren telefonat mail mailen maile schick schicke schicken
        senden sende zusenden zuschicken whatsapp whatsappen simsen angebot demo termin besuch besuchen vorbeifahren
        vorbeikommen vorbeischauen hinfahren treffen meeting nachfassen nachhaken melden kontaktieren kontakt erinnern
        erinnere erinnerung präsentation workshop besprechung telko teams zoom mittagessen kaffee call angebote
        offerte nachtelefonieren anschreiben schreiben schreib antworten antwort vorführung vorführen besichtigung
        besichtigen einladen abklären klären vereinbaren rückmeldung muster katalog vorstellen unterlagen
        videocall videokonferenz durchrufen durchklingeln anklingeln bescheid feedback baustelle preis preise
        austausch abstimmen gespräch aufmaß ausmessen begehung ortstermin einplanen liefern kennenlernen"""),
    asks=w("""will wollen möchte möchten sucht suchen braucht brauchen benötigt benötigen fragt anfrage interesse interessiert
        angebot demo budget bestellen bestellt auftrag test muster preis preise plant überlegt wünscht bedarf kaufen mieten
        bräuchte bräuchten ersetzen"""),
    waits=w("""
        lieferung liefertermin projekt projektstart ausschreibung deadline start startet beginnt vertrag läuft gültig
        eröffnung inbetriebnahme installation entscheidung umzug saison baubeginn fertigstellung endet abgabe stand
        messe"""),
    hot=phrases(
        "heiß; heiss; heißer lead; heisser lead; hot; prio a; prio 1; priorität a; priorität 1; a-lead; a lead; a-kontakt; "
        "a-kunde; hohe prio; hohe priorität; top prio; sehr heiß; brandheiß; top-lead"
    ),
    supplier=w("lieferant zulieferer hersteller"),
    helping=phrases("bitte; ich soll; ich muss; und; dann; soll; muss; aktion:; aktion"),
    beside_action=w("""ihn sie mich uns mal kurz bitte ich wir kannst"""),
    for_somebody=w("für"),
)
