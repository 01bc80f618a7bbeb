# Ein Lead wird umgewandelt.
convert-ask-whom = Wen? Ein paar Buchstaben des Namens genügen.
convert-contact = { $name } → Kontakt von { $account }
convert-account = { $name } → Account
convert-how = { $became } ({ $how })
convert-why-domain = gleiche Domain
convert-why-name = gleicher Name
convert-why-phone = gleiche Nummer
convert-why-person = dort bekannt
convert-why-new = neu
convert-supplier = Lieferant
convert-opportunity = Deal { $what }, Abschluss { $day }
convert-opportunity-guess = Deal { $what }, Abschluss { $day } (geschätzt)
convert-notes = { $count ->
    [one] 1 Notiz
   *[other] { $count } Notizen
}
convert-follow-ups = { $count ->
    [one] 1 nächster Schritt
   *[other] { $count } nächste Schritte
}
convert-files = { $count ->
    [one] 1 Datei
   *[other] { $count } Dateien
}
convert-along = { $what } { $count ->
    [one] kommt mit
   *[other] kommen mit
}
convert-filled = Ergänzt: { $fields }
convert-stays = { $field } bleibt { $kept }, nicht { $said }
convert-conflict = ⚠️ { $what }
convert-later = Jetzt nicht: Das Angebot steht. Mit /convert geht es jederzeit.
convert-nobody = Von diesem Lead ist noch nichts bekannt: kein Name, keine Firma, weder Nummer noch Adresse.
lead-converted = Aus diesem Lead ist ein Account geworden: Hier geht es weiter.
button-use-account = Diesen Account nehmen
button-use-named = { $name } nehmen
button-new-account = Neuer Account
button-not-now = Jetzt nicht
button-convert = Umwandeln
button-open-opportunity = Deal eröffnen
button-follow-up-on = Nachfassen { $day }
follow-up-on-quote = nachfassen
contact-role-decision-maker = Entscheider
contact-role-influencer = Beeinflusser
contact-role-user = Anwender
contact-role-buyer = Einkäufer
contact-role-gatekeeper = Vorzimmer
contact-role-other = Andere Rolle
turn-not-now = „jetzt nicht“ bei { $name }
turn-role = Rolle von { $name }
account-met = { $name } hat jemanden von deinem Account { $account } getroffen:
button-add-as-contact = Als Kontakt hinzufügen
button-became = Kontakt
lead-at-account = → { $account }
settings-formal = Account ab { $what }
settings-opens = Deal beginnt { $when }
setting-formal = Account wann
setting-opens = Deal wann
ask-setting-formal = Was macht einen Lead zum Account?
ask-setting-opens = Wann wird ein Deal eröffnet?
formal-quote = Angebot oder Vertrag
formal-contract = Vertrag
formal-both = Angebot und Vertrag
opens-quote = beim Angebot
opens-first-contact = beim ersten Kontakt
button-was-lead = Lead vom { $day }
button-waiting = Angebote klären
convert-waiting = Das Angebot steht. Zu welchem Account gehört es?
lead-deal = Deal { $what }
button-deal = Deal
button-lead = Lead
