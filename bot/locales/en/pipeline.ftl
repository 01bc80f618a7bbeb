# The pipeline: stages, reasons for losing, moving on, currencies.
stage-new = New
stage-qualified = Qualified
stage-quote-sent = Quote sent
stage-negotiation = Negotiation
stage-verbal-yes = Verbal yes
stage-won = Won
stage-lost = Lost
stage-with-probability = { $name } { $percent } %
percent = { $percent } %
lost-price = Price
lost-competitor = Competitor
lost-no-budget = No budget
lost-timing = Timing
lost-no-decision = No decision
lost-other = Other…
ask-stage = Which stage?
ask-percent = How likely?
ask-lost-reason = Why was it lost?
ask-lost-words = Why? In your words
ask-won-amount = Won! For how much?
deal-won = ✅ Won
deal-lost = Lost: { $reason }
deal-moved = → { $stage }
ended-which-won = Won: which deal?
ended-which-lost = Lost: which deal?
ended-after-all-won = This deal was lost. Won after all?
ended-after-all-lost = This deal was won. Lost after all?
ended-none = No deal is open there. What shall I do with this?
ended-ask-which = Which deal? A few letters of its name will do.
button-percent = Probability
stages-head = Stages
stages-how = Tap one to change it
stage-facts = { $count ->
    [0] Nothing in it
    [one] { $count } deal in it
   *[other] { $count } deals in it
 } · stale after { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
stage-count = { $count ->
    [0] Nothing in it
    [one] { $count } deal in it
   *[other] { $count } deals in it
 }
stage-into = { $count ->
    [one] { $count } deal is in it. Move it to …
   *[other] { $count } deals are in it. Move them to …
 }
stage-stays = That stage stays: won, lost and at least one open stage are needed.
stage-not-empty = Something is in it. Where to?
reason-stays = The last reason stays.
name-needed = A name, please.
probability-bounds = Open stages have 10 to 90 %; won is 100 %, lost is 0 %.
stale-bounds = A number of days, 1 to 365
ask-pipeline-word = { $what ->
    [stage] What is the new stage called?
    [reason] What is the new reason?
    [rename] What is it called?
   *[stale] Stale after how many days without activity?
 }
button-add-stage = Add stage
button-lost-reasons = Reasons for losing
button-rename = Rename
button-up = ▲
button-down = ▼
button-stale = Stale after…
button-add-reason = Add reason
button-drop = – { $name }
reasons-head = Reasons for losing
reasons-how = Tap one to take it off the list
amount-needed = For how much was it won?
owner-only = Only an owner can change that.
rates-own = Reports are in { $currency }
rates-line = 1 { $currency } = { $worth } { $own }
rates-how = Change: /currency EUR. A rate: /currency USD 0.92
not-a-currency = That is no currency. Try /currency EUR, or /currency USD 0.92
rate-bounds = What is one worth? Try /currency USD 0.92
turn-pipeline = the stages
turn-rates = the currency rates
turn-opened = deal { $name }
digest-deals = { $count ->
    [one] { $count } deal without a next step
   *[other] { $count } deals without a next step
 }
digest-stale = ⚠️ { $count } stale: { $names }
digest-waiting = { $count ->
    [one] { $count } quote waits: account yet?
   *[other] { $count } quotes wait: accounts yet?
 }
stage-by-quote = A quote now takes a deal to { $stage }.
deals-back = { $count ->
    [one] { $count } deal is back
   *[other] { $count } deals are back
 }
