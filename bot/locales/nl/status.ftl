button-disqualified = Afgevallen…
button-own-words = Eigen woorden…
ask-reason = Waarom niet? Eén tik, of in je eigen woorden.
reason-no-need = Geen behoefte
reason-no-budget = Geen budget
reason-competitor = Elders gekocht
reason-timing = Nu niet
reason-not-reachable = Niet bereikbaar
