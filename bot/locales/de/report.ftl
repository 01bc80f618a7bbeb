# Das Bild der Pipeline, die Prognose, und Berichte.
pipeline-mine = Meine Pipeline
pipeline-team = Pipeline
pipeline-total = { $amount } · gewichtet { $weighted } · { $count ->
    [one] { $count } Deal
   *[other] { $count } Deals
 }
pipeline-stage = { $stage }: { $count } · { $amount } · gewichtet { $weighted }
pipeline-nothing-in = Nichts in { $stages }
pipeline-empty = Noch keine offenen Deals. Ein Angebot eröffnet einen: /quote
button-pipeline = Pipeline
button-pipeline-team = Team
button-pipeline-mine = Meine
button-forecast = Prognose
button-dark = Dunkel
button-light = Hell
forecast-head = Prognose, gewichtet
forecast-month = { $month }: { $sure }
forecast-month-guessed = { $month }: { $sure } (+ { $guessed } mit geschätztem Datum)
doubts = ⚠️ { $what }
doubt-no-amount = { $count } ohne Betrag
doubt-guessed = { $count } mit geschätztem Abschluss
doubt-no-rate = { $count } in einer Währung ohne Kurs: /currency
report-period-w = Diese Woche, bis { $until }
report-period-m = Dieser Monat, bis { $until }
report-period-q = Dieses Quartal, bis { $until }
report-period-y = Dieses Jahr, bis { $until }
button-period-w = Woche
button-period-m = Monat
button-period-q = Quartal
button-period-y = Jahr
button-report-leads = Leads
button-report-sales = Gewonnen, verloren
button-report-source = Nach Quelle
button-report-member = Nach Person
button-report-activity = Aktivitäten
report-leads = { $count ->
    [one] { $count } Lead
   *[other] { $count } Leads
 }, { $hot } 🔥
report-no-leads = Keine Leads darin
report-reached = { $count } nachgefasst ({ $percent } %)
report-converted = { $count } { $count ->
    [one] wurde Kunde
   *[other] wurden Kunden
 } ({ $percent } %)
report-hours = meist innerhalb von { $count ->
    [one] einer Stunde
   *[other] { $count } Stunden
 }
report-days = meist innerhalb von { $count ->
    [one] einem Tag
   *[other] { $count } Tagen
 }
report-won = ✅ { $count } gewonnen: { $amount }
report-lost = { $count } verloren: { $amount }
report-reason = { $reason } { $count }
report-no-reason = ohne Grund
report-win-rate = { $percent } % des Abgeschlossenen gewonnen
report-nothing-closed = Nichts gewonnen oder verloren
report-way = Leads → nachgefasst → Kunde → gewonnen
report-line = { $name }: { $leads } → { $reached } → { $converted } → { $won }
report-brief-hours = ({ $count } Std.)
report-brief-days = ({ $count } T.)
report-left-out = { $count } nicht mitgezählt
report-no-source = Ohne Quelle
report-activities = { $count ->
    [one] { $count } Aktivität
   *[other] { $count } Aktivitäten
 }, etwa { $week } pro Woche
report-no-activity = Nichts festgehalten
report-kind = { $kind } { $count }
report-no-event = Ich kenne keine Messe { $name }. Versuch /report monat, oder /event für die Liste
kind-of-note = Notizen
kind-of-call = Anrufe
kind-of-email = E-Mails
kind-of-message = Nachrichten
kind-of-visit = Besuche
kind-of-meeting = Termine
kind-of-quote = Angebote
kind-of-contract = Verträge
digest-pipeline = Pipeline { $amount }, gewichtet { $weighted }; letzte Woche ✅ { $won } gewonnen, { $lost } verloren
digest-forecast = Prognose für { $month }: { $sure } gewichtet (+ { $guessed } geschätzt)
