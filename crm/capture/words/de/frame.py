"""German: what frames a message: headers, labels, greetings, closings."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import FrameWords

FRAME = FrameWords(
    labels=table("""
        name: name; ansprechpartner; kontakt; ansprechpartnerin; kontaktperson; vor- und nachname
        first: vorname
        last: nachname; zuname
        organisation: firma; unternehmen; organisation; firmenname; kunde; betrieb; arbeitgeber
        title: position; funktion; rolle; titel; beruf; abteilung
        reach: tel; telefon; telefonnummer; mobil; mobiltelefon; handy; mail; e-mail; email; web; website; webseite; internet; t; m; e; w; nummer; durchwahl; zentrale; mobilnummer; tel.-nr; mob
        source: quelle; messe; veranstaltung; herkunft
        value: budget; wert; auftragswert; volumen; betrag; summe
        next: nächster schritt; aktion; termin; todo; wiedervorlage; nächste schritte; to do; rückruf; aufgabe
        note: notiz; bemerkung; interesse; notizen; bedarf; anmerkung; kommentar; interesse an; wunsch; anliegen"""),
    headers=table("""
        from: von; absender
        to: an; cc; bcc; kopie
        date: datum; gesendet
        subject: betreff; betr"""),
    closings=phrases(
        "mit freundlichen grüßen; mit freundlichen grüssen; mit freundlichem gruß; freundliche grüße; freundliche grüsse; "
        "viele grüße; viele grüsse; beste grüße; beste grüsse; herzliche grüße; liebe grüße; schöne grüße; grüße; gruß; mfg; "
        "vg; lg; bg; hochachtungsvoll; danke; vielen dank; besten dank; danke und gruß; gruss; grüsse; "
        "mit besten grüßen; mit freundlichen gruessen; viele gruesse; danke im voraus; dank und gruß; sonnige grüße"
    ),
    greetings=phrases(
        "hallo; hi; hey; moin; servus; guten tag; guten morgen; guten abend; sehr geehrte; sehr geehrter; liebe; lieber; "
        "grüß gott; grüezi; sehr geehrte damen und herren"
    ),
    fax=phrases("fax; telefax; f; fx"),
    identifiers=phrases(
        "ust-idnr; ust-idnr.; ustid; ust-id; ust-id-nr.; ust.-id; uid; uid-nr; steuernr; steuernummer; st.-nr.; hrb; hra; fn; iban; bic; konto; "
        "blz; kundennr; kundennummer; auftragsnr; auftragsnummer; rechnung; rechnungsnr; rechnungsnummer; "
        "artikelnr; artikel; art.-nr.; bestellnr; bestellnummer; angebotsnr; angebotsnummer; ref; referenz; aktenzeichen; az; "
        "ticket; vorgang; seriennr; seriennummer; handelsregister; plz; postfach; mwst-nr; che; teilenummer"
    ),
    forwarded=phrases("wg"),
    sent_from=phrases("von meinem; outlook für"),
    chat_self=phrases("ich; du; ich selbst"),
    ends_in=phrases("endet auf"),
    number_marks=phrases("nr; nummer"),
    phone_labels=phrases(
        "telefon; telefonnummer; telefonnr; mobil; mobiltelefon; mobilnummer; handy; durchwahl; privat; festnetz"
    ),
    openers=phrases("neuer lead; neuer kontakt"),
    spoken_at=w("at ät klammeraffe"),
    spoken_dot=w("punkt dot"),
)
