import-how = Schick mir eine CSV- oder Excel-Datei (bis 20 MB): Ich zeige, wie ich sie lese, bevor etwas gespeichert wird.
import-old-excel = Das ist eine alte Excel-Datei. Speichere sie als .xlsx oder CSV und schick sie noch einmal.
import-too-big = Die Datei ist größer als Telegrams 20 MB. Schick sie in Teilen, oder nimm "handslag import" auf dem Server.
import-not-fetched = Telegram gibt mir { $name } nicht mehr. Schick die Datei bitte noch einmal.
import-not-a-table = Ich kann { $name } nicht als Tabelle lesen. CSV und .xlsx gehen.
import-empty = In { $name } stehen keine Zeilen.
import-reading = Lese { $name } …
import-rows-as = { $count ->
    [one] 1 Zeile, gelesen als { $block }
   *[other] { $count } Zeilen, gelesen als { $block }
}
import-block-lead = Leads
import-block-account = Accounts
import-block-contact = Kontakte
import-block-opportunity = Deals
import-nothing-known = Ich kenne keine der Spalten. Sag, was sie sind:
import-left-out = Bleibt weg: { $columns }
import-pair = { $columns } → { $field }
import-which-column = Welche Spalte ist etwas anderes?
import-what-is = Was steht in „{ $column }“?
import-checking = Prüfe … { $done } von { $total }
import-would-make = Neue { $block }: { $count }
import-would-match = { $count } schon bekannt
import-would-fail = { $count ->
    [one] 1 passt nicht
   *[other] { $count } passen nicht
}
import-reason-count = { $count }× { $reason }
import-strangers = Zuständige außerhalb des Teams, also deine: { $names }
import-running = Importiere … { $done } von { $total }
import-undoing = Nehme zurück … noch etwa { $count } Zeilen
import-undone = Zurückgenommen: Alles ist wie vorher.
import-stopped = Angehalten. Was schon getan ist, bleibt.
import-left = { $name } wurde entfernt, während das lief. Es hielt auf halbem Weg an; was schon getan ist, bleibt.
import-called-off = { $name }: nicht importiert.
import-made = Neue { $block }: { $count }
import-updated = { $count } aktualisiert
import-skipped = { $count } gelassen, wie sie waren
import-bad = { $count ->
    [one] 1 passte nicht
   *[other] { $count } passten nicht
}
import-bad-file = { $count ->
    [one] Die Zeile, die nicht passte, mit dem Grund. Verbessere sie und schick die Datei noch einmal.
   *[other] Die { $count } Zeilen, die nicht passten, mit den Gründen. Verbessere sie und schick die Datei noch einmal.
}
import-bad-sheet = Passt nicht
import-reason = Warum es nicht passt
import-field-id = Handslags Id
import-field-name = Name
import-field-first-name = Vorname
import-field-last-name = Nachname
import-field-title = Position
import-field-organisation = Firma
import-field-person = Kontakt oder Lead
import-field-emails = E-Mail
import-field-phones = Telefon
import-field-website = Website
import-field-source = Quelle
import-field-value = Betrag
import-field-currency = Währung
import-field-note = Notiz
import-field-hot = heiß
import-field-customer = Kunde
import-field-supplier = Lieferant
import-field-private = Privatperson
import-field-status = Status
import-field-reason = Grund
import-field-role = Rolle
import-field-stage = Phase
import-field-probability = Wahrscheinlichkeit
import-field-close-day = Abschlussdatum
import-field-lost-reason = warum verloren
import-field-holder = zuständig
import-field-tags = Tags
import-field-created-at = angelegt
bad-no-name = kein Name, keine Firma, E-Mail oder Telefonnummer
bad-whose = nichts sagt, wessen es ist: nenne eine Firma, einen Kontakt oder einen Lead
bad-several-persons = mehrere heißen so: nenne die Firma oder eine E-Mail-Adresse
bad-email = keine E-Mail-Adresse
bad-phone = keine Telefonnummer
bad-amount = kein Betrag
bad-number = keine Zahl
bad-date = kein Datum
bad-currency = keine Währung
bad-probability = keine Wahrscheinlichkeit, die zur Phase passt (10–90 %)
bad-stage = keine eurer Phasen
bad-choice = keine der Möglichkeiten
bad-too-long = zu lang
button-import-check = Prüfen
button-import-columns = Spalten ändern
button-import-as = Als { $block }
button-import-rest = Rest in die Notiz
button-import-leave-out = Weglassen
button-import-go = Importieren
button-import-update = Importieren, { $count } aktualisieren
button-import-skip = Importieren, { $count } überspringen
button-import-stop = Anhalten
button-import-bad = Was nicht passte
turn-imported = ein Teil eines Imports
undo-import-whole = Das gehört zu einem Import, und der geht nur im Ganzen zurück: /import zeigt ihn.
