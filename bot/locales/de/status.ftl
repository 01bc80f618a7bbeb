button-disqualified = Ausgeschieden…
button-own-words = Eigene Worte…
ask-reason = Warum nicht? Ein Tipp, oder in eigenen Worten.
reason-no-need = Kein Bedarf
reason-no-budget = Kein Budget
reason-competitor = Woanders gekauft
reason-timing = Jetzt nicht
reason-not-reachable = Nicht erreichbar
