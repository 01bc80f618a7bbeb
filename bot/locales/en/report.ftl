# The picture of the pipeline, the forecast, and reports.
pipeline-mine = My pipeline
pipeline-team = Pipeline
pipeline-total = { $amount } · weighted { $weighted } · { $count ->
    [one] { $count } deal
   *[other] { $count } deals
 }
pipeline-stage = { $stage }: { $count } · { $amount } · weighted { $weighted }
pipeline-nothing-in = Nothing in { $stages }
pipeline-empty = No open deals yet. A quote opens one: /quote
button-pipeline = Pipeline
button-pipeline-team = Team
button-pipeline-mine = Mine
button-forecast = Forecast
button-dark = Dark
button-light = Light
forecast-head = Forecast, weighted
forecast-month = { $month }: { $sure }
forecast-month-guessed = { $month }: { $sure } (+ { $guessed } with a guessed date)
doubts = ⚠️ { $what }
doubt-no-amount = { $count } without an amount
doubt-guessed = { $count } with a guessed close date
doubt-no-rate = { $count } in a currency without a rate: /currency
report-period-w = This week, until { $until }
report-period-m = This month, until { $until }
report-period-q = This quarter, until { $until }
report-period-y = This year, until { $until }
button-period-w = Week
button-period-m = Month
button-period-q = Quarter
button-period-y = Year
button-report-leads = Leads
button-report-sales = Won and lost
button-report-source = By source
button-report-member = By member
button-report-activity = Activities
report-leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
 }, { $hot } 🔥
report-no-leads = No leads in it
report-reached = { $count } followed up ({ $percent } %)
report-converted = { $count } became { $count ->
    [one] an account
   *[other] accounts
 } ({ $percent } %)
report-hours = usually within { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
report-days = usually within { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
report-won = ✅ { $count } won: { $amount }
report-lost = { $count } lost: { $amount }
report-reason = { $reason } { $count }
report-no-reason = no reason
report-win-rate = Won { $percent } % of what closed
report-nothing-closed = Nothing won or lost in it
report-way = leads → followed up → account → won
report-line = { $name }: { $leads } → { $reached } → { $converted } → { $won }
report-brief-hours = ({ $count } h)
report-brief-days = ({ $count } d)
report-left-out = { $count } not counted
report-no-source = Without source
report-activities = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
 }, about { $week } a week
report-no-activity = Nothing logged in it
report-kind = { $kind } { $count }
report-no-event = I know no event { $name }. Try /report month, or /event to see them
kind-of-note = Notes
kind-of-call = Calls
kind-of-email = E-mails
kind-of-message = Messages
kind-of-visit = Visits
kind-of-meeting = Meetings
kind-of-quote = Quotes
kind-of-contract = Contracts
digest-pipeline = Pipeline { $amount }, weighted { $weighted }; last week ✅ { $won } won, { $lost } lost
digest-forecast = Forecast for { $month }: { $sure } weighted (+ { $guessed } guessed)
