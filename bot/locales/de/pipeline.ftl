# Die Pipeline: Phasen, Verlustgründe, Weitergehen, Währungen.
stage-new = Neu
stage-qualified = Qualifiziert
stage-quote-sent = Angebot gesendet
stage-negotiation = Verhandlung
stage-verbal-yes = Mündlich zugesagt
stage-won = Gewonnen
stage-lost = Verloren
stage-with-probability = { $name } { $percent } %
percent = { $percent } %
lost-price = Preis
lost-competitor = Wettbewerber
lost-no-budget = Kein Budget
lost-timing = Zeitpunkt
lost-no-decision = Keine Entscheidung
lost-other = Anderes…
ask-stage = Welche Phase?
ask-percent = Wie wahrscheinlich?
ask-lost-reason = Warum verloren?
ask-lost-words = Warum? In eigenen Worten
ask-won-amount = Gewonnen! Für wie viel?
deal-won = ✅ Gewonnen
deal-lost = Verloren: { $reason }
deal-moved = → { $stage }
ended-which-won = Gewonnen: welcher Deal?
ended-which-lost = Verloren: welcher Deal?
ended-after-all-won = Dieser Deal war verloren. Doch gewonnen?
ended-after-all-lost = Dieser Deal war gewonnen. Doch verloren?
ended-none = Dort ist kein Deal offen. Was mache ich damit?
ended-ask-which = Welcher Deal? Ein paar Buchstaben des Namens genügen.
button-percent = Wahrscheinlichkeit
stages-head = Phasen
stages-how = Zum Ändern antippen
stage-facts = { $count ->
    [0] Nichts darin
    [one] { $count } Deal darin
   *[other] { $count } Deals darin
 } · still nach { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
 }
stage-count = { $count ->
    [0] Nichts darin
    [one] { $count } Deal darin
   *[other] { $count } Deals darin
 }
stage-into = { $count ->
    [one] { $count } Deal steht darin. Verschieben nach …
   *[other] { $count } Deals stehen darin. Verschieben nach …
 }
stage-stays = Diese Phase bleibt: gewonnen, verloren und mindestens eine offene Phase braucht es.
stage-not-empty = Es steht noch etwas darin. Wohin damit?
reason-stays = Der letzte Grund bleibt.
name-needed = Bitte ein Name.
probability-bounds = Offene Phasen haben 10 bis 90 %; gewonnen ist 100 %, verloren 0 %.
stale-bounds = Eine Zahl von Tagen, 1 bis 365
ask-pipeline-word = { $what ->
    [stage] Wie heißt die neue Phase?
    [reason] Wie heißt der neue Grund?
    [rename] Wie soll sie heißen?
   *[stale] Still nach wie vielen Tagen ohne Aktivität?
 }
button-add-stage = Phase hinzufügen
button-lost-reasons = Verlustgründe
button-rename = Umbenennen
button-up = ▲
button-down = ▼
button-stale = Still nach…
button-add-reason = Grund hinzufügen
button-drop = – { $name }
reasons-head = Verlustgründe
reasons-how = Zum Streichen antippen
amount-needed = Für wie viel wurde sie gewonnen?
owner-only = Das kann nur ein Inhaber ändern.
rates-own = Berichte sind in { $currency }
rates-line = 1 { $currency } = { $worth } { $own }
rates-how = Ändern: /currency EUR. Ein Kurs: /currency USD 0,92
not-a-currency = Das ist keine Währung. Versuch /currency EUR oder /currency USD 0,92
rate-bounds = Wie viel ist eins wert? Versuch /currency USD 0,92
turn-pipeline = die Phasen
turn-rates = die Kurse
turn-opened = Deal { $name }
digest-deals = { $count ->
    [one] { $count } Deal ohne nächsten Schritt
   *[other] { $count } Deals ohne nächsten Schritt
 }
digest-stale = ⚠️ { $count } still: { $names }
digest-waiting = { $count ->
    [one] { $count } Angebot wartet: schon Kunde?
   *[other] { $count } Angebote warten: schon Kunden?
 }
stage-by-quote = Ein Angebot bringt einen Deal jetzt zu { $stage }.
deals-back = { $count ->
    [one] { $count } Deal ist zurück
   *[other] { $count } Deals sind zurück
 }
