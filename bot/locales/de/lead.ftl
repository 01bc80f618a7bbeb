lead-nameless = Noch ohne Namen
lead-hot = 🔥 { $name }
lead-phone = 📞 { $phone }
phone-guessed = { $phone } ({ $country }?)
lead-reaches-more = +{ $count }
step-follow-up = nachfassen
lead-next = Nächster Schritt: { $step }
lead-next-moved = { $asked } → { $real }
lead-supplier = Lieferant
lead-holder = Bei { $name }
lead-added-to = Ergänzt: { $text }
lead-taken-over = Jetzt deiner.
unclear = Was mache ich damit?
status-new = Neu
status-contacted = Kontaktiert
status-qualified = Qualifiziert
status-converted = Umgewandelt
status-disqualified = Ausgeschieden
status-with-reason = { $status }: { $reason }
reason-needed = Ein Grund ist nötig, in ein paar Wörtern.
phone-not-there = Diese Ziffern sind keine Nummer dieses Landes. Nimm Ändern → Telefon.

ask-field = { $field }?
field-name = Name
field-organisation = Firma
field-title = Funktion
field-phone = Telefon
field-email = E-Mail
field-value = Wert
field-source = Quelle
field-website = Website
field-note = Notiztext
field-hot = Priorität
shown-hot = 🔥
shown-not-hot = nicht heiß
not-a-phone = Darin lese ich keine Telefonnummer. Mit Ländervorwahl geht es immer: +49 151 12345678
not-an-email = Darin lese ich keine E-Mail-Adresse.
not-a-website = Darin kann ich keine Webadresse lesen. Versuche philips.com
not-an-amount = Darin lese ich keinen Betrag. Versuch 12k oder 12.500 €

undo-none = Nichts rückgängig zu machen.
undo-which = Rückgängig: { $what }?
undone = Rückgängig gemacht: { $what }
undo-done = Das war schon rückgängig gemacht.
undo-nothing = Daran ist nichts rückgängig zu machen.
undo-depends = Nicht rückgängig gemacht. Seitdem: { $notes ->
        [0] { "" }
        [one] 1 Eintrag{" "}
       *[other] { $notes } Einträge{" "}
    }{ $follow_ups ->
        [0] { "" }
        [one] 1 nächster Schritt{" "}
       *[other] { $follow_ups } nächste Schritte{" "}
    }{ $changes ->
        [0] { "" }
        [one] 1 Änderung
       *[other] { $changes } Änderungen
    }
turn-captured = { $name } gespeichert
turn-added = Ergänzung bei { $name }
turn-edited = Änderung bei { $name }
turn-status = Status von { $name }
turn-given = Zuständigkeit für { $name }
turn-planned = nächster Schritt bei { $name }
turn-undone = Rückgängig bei { $name }
turn-note = Notiz zu { $name }
turn-capture = { $name } gespeichert
turn-call = Gespräch mit { $name }
turn-email = E-Mail mit { $name }
turn-message = Nachricht mit { $name }
turn-visit = Besuch bei { $name }
turn-meeting = Termin mit { $name }
turn-quote = Angebot an { $name }
turn-contract = Vertrag mit { $name }
turn-stage = Phase von { $name }
turn-conversion = Umwandlung von { $name }
