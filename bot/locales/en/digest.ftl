# The digest: what today holds.
digest-overdue = { $count } overdue: { $names }
digest-more = { $count } more
digest-today = { $count } today
digest-more-today = and { $count } more today
digest-owed = { $hot ->
        [0] { $count } not followed up
       *[other] { $count } not followed up, { $hot } 🔥
    }
digest-owed-at = { $owed } ({ $fairs })
digest-owed-due = { $owed }, { $due } of them due today
digest-held = { $count ->
        [one] 1 waits for the end of { $fairs }
       *[other] { $count } wait for the end of { $fairs }
    }
digest-no-next-step = { $count ->
        [one] 1 reached, without a next step
       *[other] { $count } reached, without a next step
    }
digest-nothing = Nothing for today. All followed up.
digest-nothing-but-week = Nothing for today. { $count } planned later this week.
button-start = Start
button-start-hot = Start with 🔥
button-agenda = Agenda
button-mark-mailed = Mark mailed…
digest-met = Met at your accounts: { $names }
button-met = Met at accounts: { $count }
met-who = A colleague met these people of your accounts:
