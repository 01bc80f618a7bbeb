# The agenda, and walking through it.
agenda-of = Agenda, { $day }
agenda-overdue = Overdue
agenda-today = Today
agenda-week = This week
agenda-section = { $name } { $count }
agenda-nothing-here = Nothing left here.
button-mark-all = Mark all mailed…
button-mark-yes = Mark { $count }
mark-confirm = { $hot ->
        [0] Mark { $count } not followed up as mailed?
       *[other] Mark { $count } not followed up as mailed, { $hot } 🔥 among them?
    }
marked = ✅ { $count } marked as mailed.
mark-left-out = { $count } of { $asked } left out: no longer waiting for you
mark-left-out-named = { $count } of { $asked } left out, followed up or planned since: { $names }
turn-mailed-all = mail to several leads
walk-place = { $number } of { $total }
walk-overdue = overdue
walk-owed = not followed up
walk-tried = { $count ->
        [one] tried once
       *[other] tried { $count } times
    }
walk-nothing = Nothing is waiting for you.
walk-done = ✅ That was the last one.
walk-later-hour = In an hour
walk-later-afternoon = This afternoon
walk-later-tomorrow = Tomorrow
walk-later-next-week = Next week
walk-spoke = ✅ Spoke. Next step?
button-go-on = On ▶
