# Het plaatje van de pijplijn, de prognose, en rapporten.
pipeline-mine = Mijn pijplijn
pipeline-team = Pijplijn
pipeline-total = { $amount } · gewogen { $weighted } · { $count ->
    [one] { $count } deal
   *[other] { $count } deals
 }
pipeline-stage = { $stage }: { $count } · { $amount } · gewogen { $weighted }
pipeline-nothing-in = Niets in { $stages }
pipeline-empty = Nog geen open deals. Een offerte opent er een: /quote
button-pipeline = Pijplijn
button-pipeline-team = Team
button-pipeline-mine = Mijn
button-forecast = Prognose
button-dark = Donker
button-light = Licht
forecast-head = Prognose, gewogen
forecast-month = { $month }: { $sure }
forecast-month-guessed = { $month }: { $sure } (+ { $guessed } met geschatte datum)
doubts = ⚠️ { $what }
doubt-no-amount = { $count } zonder bedrag
doubt-guessed = { $count } met een geschatte sluitdatum
doubt-no-rate = { $count } in een valuta zonder koers: /currency
report-period-w = Deze week, t/m { $until }
report-period-m = Deze maand, t/m { $until }
report-period-q = Dit kwartaal, t/m { $until }
report-period-y = Dit jaar, t/m { $until }
button-period-w = Week
button-period-m = Maand
button-period-q = Kwartaal
button-period-y = Jaar
button-report-leads = Leads
button-report-sales = Gewonnen en verloren
button-report-source = Per bron
button-report-member = Per collega
button-report-activity = Activiteiten
report-leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
 }, { $hot } 🔥
report-no-leads = Geen leads in deze periode
report-reached = { $count } opgevolgd ({ $percent } %)
report-converted = { $count } klant geworden ({ $percent } %)
report-hours = meestal binnen { $count ->
    [one] { $count } uur
   *[other] { $count } uur
 }
report-days = meestal binnen { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
 }
report-won = ✅ { $count } gewonnen: { $amount }
report-lost = { $count } verloren: { $amount }
report-reason = { $reason } { $count }
report-no-reason = geen reden
report-win-rate = { $percent } % gewonnen van wat sloot
report-nothing-closed = Niets gewonnen of verloren
report-way = leads → opgevolgd → klant → gewonnen
report-line = { $name }: { $leads } → { $reached } → { $converted } → { $won }
report-brief-hours = ({ $count } u)
report-brief-days = ({ $count } d)
report-left-out = { $count } niet meegeteld
report-no-source = Zonder bron
report-activities = { $count ->
    [one] { $count } activiteit
   *[other] { $count } activiteiten
 }, zo'n { $week } per week
report-no-activity = Niets vastgelegd
report-kind = { $kind } { $count }
report-no-event = Ik ken geen beurs { $name }. Probeer /report maand, of /event voor de lijst
kind-of-note = Notities
kind-of-call = Gesprekken
kind-of-email = E-mails
kind-of-message = Berichten
kind-of-visit = Bezoeken
kind-of-meeting = Afspraken
kind-of-quote = Offertes
kind-of-contract = Contracten
digest-pipeline = Pijplijn { $amount }, gewogen { $weighted }; vorige week ✅ { $won } gewonnen, { $lost } verloren
digest-forecast = Prognose voor { $month }: { $sure } gewogen (+ { $guessed } geschat)
