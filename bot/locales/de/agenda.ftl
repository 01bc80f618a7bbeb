agenda-of = Agenda, { $day }
agenda-overdue = Überfällig
agenda-today = Heute
agenda-week = Diese Woche
agenda-section = { $name } { $count }
agenda-nothing-here = Hier ist nichts mehr.
button-mark-all = Alle gemailt…
button-mark-yes = { $count } gemailt
mark-confirm = { $hot ->
        [0] { $count } noch nicht nachgefasst: alle als gemailt markieren?
       *[other] { $count } noch nicht nachgefasst, davon { $hot } 🔥: alle als gemailt markieren?
    }
marked = ✅ { $count } als gemailt markiert.
mark-left-out = { $count } von { $asked } ausgelassen: warten nicht mehr auf dich
mark-left-out-named = { $count } von { $asked } ausgelassen, inzwischen nachgefasst oder geplant: { $names }
turn-mailed-all = Mail an mehrere Leads
walk-place = { $number } von { $total }
walk-overdue = überfällig
walk-owed = noch nicht nachgefasst
walk-tried = { $count } Mal versucht
walk-nothing = Nichts wartet auf dich.
walk-done = ✅ Das war der letzte.
walk-later-hour = In einer Stunde
walk-later-afternoon = Heute Nachmittag
walk-later-tomorrow = Morgen
walk-later-next-week = Nächste Woche
walk-spoke = ✅ Gesprochen. Nächster Schritt?
button-go-on = Weiter ▶
