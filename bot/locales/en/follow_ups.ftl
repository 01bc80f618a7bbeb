# Reminders, their answers, and what the cadence brings.
remind-head = ⏰ { $when } { $what }
remind-what = { $action }: { $who }
remind-planned = You planned this on { $day }
remind-planned-by = { $name } planned this on { $day }
remind-left = { $name }, who has left, planned this on { $day }
remind-why = { $why }: “{ $said }”
remind-many = ⏰ { $count } follow-ups are due
remind-item = { $when } { $what }
remind-more = and { $count } more
answered-spoke = ✅ Spoke { $clock }
answered-mailed = ✅ Mailed { $clock }
answered-done = ✅ Done { $clock }
answered-stop = Stopped { $clock }. I won't bring it up again by myself
answered-no-answer = { $tries ->
        [one] No answer { $clock }. Again { $again }
       *[other] No answer { $clock }, try { $tries }. Again { $again }
    }
next-step-ask = Next step?
next-none = No next step needed
put-off-to = ⏰ { $when }
later-ask = When shall I remind you?
ask-when = When? e.g. Friday, tomorrow 15:00, in 20 minutes
not-a-time = I can't read a day or time in that.
button-spoke = Spoke
button-no-answer = No answer
button-mailed = Mailed
button-later = Later
button-stop = Stop
button-later-hour = 1 hour ({ $when })
button-later-afternoon = This afternoon ({ $when })
button-later-tomorrow = Tomorrow ({ $when })
button-later-next-week = Next week ({ $when })
button-own-time = Own time
button-in-a-week = In a week
button-when-said = Plan it: { $day }
button-other-day = Other
button-none-needed = None needed
turn-put-off = new time for { $name }
turn-stopped = stop for { $name }
digest-escalated = { $tries ->
        [0] { $name }: { $count } still not followed up
        [one] { $name }: { $count } still not followed up, 1 try
       *[other] { $name }: { $count } still not followed up, { $tries } tries
    }
digest-escalated-more = { $reps ->
        [one] 1 more rep: { $count } still not followed up
       *[other] { $reps } reps: { $count } still not followed up
    }
step-done = ✅ Done: { $step }
button-close = ✅ { $step }
turn-closed = done: { $name }
turn-no-next-step = no next step for { $name }
remind-unreached = { $name }, whom I can't reach, planned this on { $day }
