# The status of a lead.
button-disqualified = Disqualified…
button-own-words = Own words…
ask-reason = Why not? One tap, or your own words.
reason-no-need = No need
reason-no-budget = No budget
reason-competitor = Bought elsewhere
reason-timing = Not now
reason-not-reachable = Not reachable
