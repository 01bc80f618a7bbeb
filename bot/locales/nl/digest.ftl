digest-overdue = { $count } te laat: { $names }
digest-more = nog { $count }
digest-today = { $count } vandaag
digest-more-today = en vandaag nog { $count }
digest-owed = { $hot ->
        [0] { $count } nog niet opgevolgd
       *[other] { $count } nog niet opgevolgd, { $hot } 🔥
    }
digest-owed-at = { $owed } ({ $fairs })
digest-owed-due = { $owed }, vandaag { $due } aan de beurt
digest-held = { $count ->
        [one] 1 wacht op het einde van { $fairs }
       *[other] { $count } wachten op het einde van { $fairs }
    }
digest-no-next-step = { $count } gesproken, zonder volgende stap
digest-nothing = Niets voor vandaag. Alles is opgevolgd.
digest-nothing-but-week = Niets voor vandaag. Later deze week { $count } gepland.
button-start = Start
button-start-hot = Start met 🔥
button-agenda = Agenda
button-mark-mailed = Gemaild…
digest-met = Gesproken bij jouw accounts: { $names }
button-met = Bij accounts: { $count }
met-who = Een collega sprak deze mensen van jouw accounts:
