"""Dutch: what frames a message: headers, labels, greetings, closings."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import FrameWords

FRAME = FrameWords(
    labels=table("""
        name: naam; contactpersoon; contact; voor- en achternaam; volledige naam
        first: voornaam
        last: achternaam
        organisation: bedrijf; organisatie; firma; bedrijfsnaam; werkgever; onderneming; klant
        title: functie; rol; functietitel
        reach: tel; telefoon; telefoonnummer; mobiel; mob; gsm; mail; e-mail; email; mailadres; e-mailadres; website; web; t; m; e; w; nummer; app; i
        source: bron; beurs; evenement
        value: budget; bedrag; waarde; dealwaarde; orderwaarde
        next: actie; vervolg; volgende stap; vervolgactie; opvolging; afspraak; todo; te doen
        note: notitie; opmerking; opmerkingen; interesse; interesse in; notities; behoefte; toelichting; wens"""),
    headers=table("""
        from: van; afzender
        to: aan; cc; bcc; naar
        date: datum; verzonden; verstuurd; verzonden op
        subject: onderwerp; betreft"""),
    closings=phrases(
        "met vriendelijke groet; met vriendelijke groeten; vriendelijke groet; vriendelijke groeten; groet; "
        "groeten; mvg; m.v.g.; hartelijke groet; hartelijke groeten; met hartelijke groet; gr; gr.; groetjes; "
        "hoogachtend; met groet; met groeten; alvast bedankt; bedankt; bvd; met dank; vriendelijk groetend"
    ),
    greetings=phrases(
        "hallo; hoi; hey; hé; beste; geachte; goedemorgen; goedemiddag; goedenavond; goeiemorgen; goedendag; "
        "dag; goeiedag; hi; goeiemiddag"
    ),
    fax=phrases("fax; f"),
    identifiers=phrases(
        "kvk; kvk nr; kvk-nummer; kvk nummer; kvknr; btw; btw nr; btw-nummer; btw nummer; iban; rekening; rekeningnr; "
        "rek; ordernr; order nr; ordernummer; factuur; factuurnr; factuurnummer; bestelnummer; artikelnr; "
        "artikel; klantnr; klantnummer; offertenr; offertenummer; ref; referentie; ondernemingsnummer; "
        "on nr; rpr; be; bic; postbus; postcode; dossier; ticket; bestelling; po; serienr; serienummer"
    ),
    forwarded=phrases("doorgestuurd"),
    sent_from=phrases("verstuurd vanaf; outlook voor"),
    chat_self=phrases("ik; jij; u"),
    ends_in=phrases("eindigt op"),
    number_marks=phrases("nr; nummer"),
    phone_labels=phrases("telefoon; telefoonnummer; telnr; telnummer; mobiel; gsm; privé; doorkiesnummer"),
    openers=phrases("nieuwe lead; nieuw contact"),
    spoken_at=w("apenstaartje apestaartje at"),
    spoken_dot=w("punt"),
)
