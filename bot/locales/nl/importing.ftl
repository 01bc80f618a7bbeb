import-how = Stuur me een CSV- of Excelbestand (tot 20 MB): ik laat zien hoe ik het lees voordat er iets bewaard wordt.
import-old-excel = Dat is een oud Excelbestand. Bewaar het als .xlsx of CSV en stuur het opnieuw.
import-too-big = Dat bestand is groter dan de 20 MB van Telegram. Stuur het in delen, of gebruik "handslag import" op de server.
import-not-fetched = Telegram geeft me { $name } niet meer. Stuur het nog eens.
import-not-a-table = Ik kan { $name } niet als tabel lezen. CSV en .xlsx kunnen wel.
import-empty = Er staan geen rijen in { $name }.
import-reading = { $name } lezen …
import-rows-as = { $count ->
    [one] 1 rij, gelezen als { $block }
   *[other] { $count } rijen, gelezen als { $block }
}
import-block-lead = leads
import-block-account = accounts
import-block-contact = contacten
import-block-opportunity = deals
import-nothing-known = Ik ken geen van de kolommen. Zeg wat ze zijn:
import-left-out = Blijft weg: { $columns }
import-pair = { $columns } → { $field }
import-which-column = Welke kolom is iets anders?
import-what-is = Wat staat er in "{ $column }"?
import-checking = Controleren … { $done } van { $total }
import-would-make = Nieuwe { $block }: { $count }
import-would-match = { $count } al bekend
import-would-fail = { $count ->
    [one] 1 past niet
   *[other] { $count } passen niet
}
import-reason-count = { $count }× { $reason }
import-strangers = Eigenaars buiten het team, dus van jou: { $names }
import-running = Importeren … { $done } van { $total }
import-undoing = Terugdraaien … nog zo'n { $count } rijen
import-undone = Teruggedraaid: alles is als voorheen.
import-stopped = Gestopt. Wat er al gedaan is, blijft.
import-left = { $name } werd verwijderd terwijl dit liep. Het stopte halverwege; wat er al gedaan is, blijft.
import-called-off = { $name }: niet geïmporteerd.
import-made = Nieuwe { $block }: { $count }
import-updated = { $count } bijgewerkt
import-skipped = { $count } gelaten zoals ze waren
import-bad = { $count ->
    [one] 1 paste niet
   *[other] { $count } pasten niet
}
import-bad-file = { $count ->
    [one] De rij die niet paste, met de reden. Verbeter die en stuur het bestand opnieuw.
   *[other] De { $count } rijen die niet pasten, met de redenen. Verbeter ze en stuur het bestand opnieuw.
}
import-bad-sheet = Past niet
import-reason = Waarom het niet past
import-field-id = id van Handslag
import-field-name = naam
import-field-first-name = voornaam
import-field-last-name = achternaam
import-field-title = functie
import-field-organisation = bedrijf
import-field-person = contact of lead
import-field-emails = e-mail
import-field-phones = telefoon
import-field-website = website
import-field-source = bron
import-field-value = bedrag
import-field-currency = valuta
import-field-note = notitie
import-field-hot = heet
import-field-customer = klant
import-field-supplier = leverancier
import-field-private = particulier
import-field-status = status
import-field-reason = reden
import-field-role = rol
import-field-stage = fase
import-field-probability = kans
import-field-close-day = sluitdatum
import-field-lost-reason = waarom verloren
import-field-holder = houder
import-field-tags = tags
import-field-created-at = aangemaakt
bad-no-name = geen naam, bedrijf, e-mail of telefoon
bad-whose = niets zegt van wie het is: noem een bedrijf, contact of lead
bad-several-persons = meer mensen heten zo: noem het bedrijf of een e-mailadres
bad-email = geen e-mailadres
bad-phone = geen telefoonnummer
bad-amount = geen bedrag
bad-number = geen getal
bad-date = geen datum
bad-currency = geen valuta
bad-probability = geen kans die bij de fase past (10–90 %)
bad-stage = geen van jullie fases
bad-choice = geen van de keuzes
bad-too-long = te lang
button-import-check = Controleren
button-import-columns = Kolommen wijzigen
button-import-as = Als { $block }
button-import-rest = Rest in de notitie
button-import-leave-out = Weglaten
button-import-go = Importeren
button-import-update = Importeren, { $count } bijwerken
button-import-skip = Importeren, { $count } overslaan
button-import-stop = Stop
button-import-bad = Wat niet paste
turn-imported = een deel van een import
undo-import-whole = Dat hoort bij een import, en die gaat alleen in zijn geheel terug: /import laat hem zien.
