digest-overdue = { $count } überfällig: { $names }
digest-more = { $count } weitere
digest-today = { $count } heute
digest-more-today = und heute noch { $count }
digest-owed = { $hot ->
        [0] { $count } noch nicht nachgefasst
       *[other] { $count } noch nicht nachgefasst, { $hot } 🔥
    }
digest-owed-at = { $owed } ({ $fairs })
digest-owed-due = { $owed }, heute { $due } an der Reihe
digest-held = { $count ->
        [one] 1 wartet auf das Ende: { $fairs }
       *[other] { $count } warten auf das Ende: { $fairs }
    }
digest-no-next-step = { $count } erreicht, ohne nächsten Schritt
digest-nothing = Heute liegt nichts an. Überall nachgefasst.
digest-nothing-but-week = Heute liegt nichts an. Später diese Woche { $count } geplant.
button-start = Start
button-start-hot = Start mit 🔥
button-agenda = Agenda
button-mark-mailed = Gemailt…
digest-met = Bei deinen Accounts getroffen: { $names }
button-met = Bei Accounts: { $count }
met-who = Diese Personen deiner Accounts hat jemand vom Team getroffen:
