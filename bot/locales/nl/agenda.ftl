agenda-of = Agenda, { $day }
agenda-overdue = Te laat
agenda-today = Vandaag
agenda-week = Deze week
agenda-section = { $name } { $count }
agenda-nothing-here = Hier staat niets meer.
button-mark-all = Allemaal gemaild…
button-mark-yes = { $count } gemaild
mark-confirm = { $hot ->
        [0] { $count } nog niet opgevolgd: allemaal als gemaild markeren?
       *[other] { $count } nog niet opgevolgd, waarvan { $hot } 🔥: allemaal als gemaild markeren?
    }
marked = ✅ { $count } als gemaild gemarkeerd.
mark-left-out = { $count } van { $asked } overgeslagen: die wachten niet meer op je
mark-left-out-named = { $count } van { $asked } overgeslagen, intussen opgevolgd of gepland: { $names }
turn-mailed-all = mail aan meerdere leads
walk-place = { $number } van { $total }
walk-overdue = te laat
walk-owed = nog niet opgevolgd
walk-tried = { $count } keer geprobeerd
walk-nothing = Er wacht niets op je.
walk-done = ✅ Dat was de laatste.
walk-later-hour = Over een uur
walk-later-afternoon = Vanmiddag
walk-later-tomorrow = Morgen
walk-later-next-week = Volgende week
walk-spoke = ✅ Gesproken. Volgende stap?
button-go-on = Verder ▶
