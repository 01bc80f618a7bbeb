# De pijplijn: fasen, redenen van verlies, verder gaan, valuta.
stage-new = Nieuw
stage-qualified = Gekwalificeerd
stage-quote-sent = Offerte gestuurd
stage-negotiation = Onderhandeling
stage-verbal-yes = Mondeling ja
stage-won = Gewonnen
stage-lost = Verloren
stage-with-probability = { $name } { $percent } %
percent = { $percent } %
lost-price = Prijs
lost-competitor = Concurrent
lost-no-budget = Geen budget
lost-timing = Timing
lost-no-decision = Geen besluit
lost-other = Anders…
ask-stage = Welke fase?
ask-percent = Hoe waarschijnlijk?
ask-lost-reason = Waarom verloren?
ask-lost-words = Waarom? In eigen woorden
ask-won-amount = Gewonnen! Voor hoeveel?
deal-won = ✅ Gewonnen
deal-lost = Verloren: { $reason }
deal-moved = → { $stage }
ended-which-won = Gewonnen: welke deal?
ended-which-lost = Verloren: welke deal?
ended-after-all-won = Deze deal was verloren. Toch gewonnen?
ended-after-all-lost = Deze deal was gewonnen. Toch verloren?
ended-none = Daar staat geen deal open. Wat doe ik hiermee?
ended-ask-which = Welke deal? Een paar letters van de naam is genoeg.
button-percent = Kans %
stages-head = Fasen
stages-how = Tik er een aan om te wijzigen
stage-facts = { $count ->
    [0] Niets in deze fase
    [one] { $count } deal in deze fase
   *[other] { $count } deals in deze fase
 } · stil na { $days ->
    [one] { $days } dag
   *[other] { $days } dagen
 }
stage-count = { $count ->
    [0] Niets in deze fase
    [one] { $count } deal in deze fase
   *[other] { $count } deals in deze fase
 }
stage-into = { $count ->
    [one] Er zit { $count } deal in. Verplaatsen naar …
   *[other] Er zitten { $count } deals in. Verplaatsen naar …
 }
stage-stays = Die fase blijft: gewonnen, verloren en minstens één open fase zijn nodig.
stage-not-empty = Er zit nog iets in. Waarheen?
reason-stays = De laatste reden blijft.
name-needed = Graag een naam.
probability-bounds = Open fasen hebben 10 tot 90 %; gewonnen is 100 %, verloren 0 %.
stale-bounds = Een aantal dagen, 1 tot 365
ask-pipeline-word = { $what ->
    [stage] Hoe heet de nieuwe fase?
    [reason] Wat is de nieuwe reden?
    [rename] Hoe heet die?
   *[stale] Stil na hoeveel dagen zonder activiteit?
 }
button-add-stage = Fase erbij
button-lost-reasons = Redenen van verlies
button-rename = Hernoemen
button-up = ▲
button-down = ▼
button-stale = Stil na…
button-add-reason = Reden erbij
button-drop = – { $name }
reasons-head = Redenen van verlies
reasons-how = Tik er een aan om die te schrappen
amount-needed = Voor hoeveel is die gewonnen?
owner-only = Dat kan alleen een eigenaar wijzigen.
rates-own = Rapporten zijn in { $currency }
rates-line = 1 { $currency } = { $worth } { $own }
rates-how = Wijzigen: /currency EUR. Een koers: /currency USD 0,92
not-a-currency = Dat is geen valuta. Probeer /currency EUR, of /currency USD 0,92
rate-bounds = Hoeveel is er één waard? Probeer /currency USD 0,92
turn-pipeline = de fasen
turn-rates = de koersen
turn-opened = deal { $name }
digest-deals = { $count ->
    [one] { $count } deal zonder volgende stap
   *[other] { $count } deals zonder volgende stap
 }
digest-stale = ⚠️ { $count } stil: { $names }
digest-waiting = { $count ->
    [one] { $count } offerte wacht: al klant?
   *[other] { $count } offertes wachten: al klant?
 }
stage-by-quote = Een offerte brengt een deal nu naar { $stage }.
deals-back = { $count ->
    [one] { $count } deal is terug
   *[other] { $count } deals zijn terug
 }
