# Erinnerungen, die Antworten darauf, und was der Rhythmus bringt.
remind-head = ⏰ { $when } { $what }
remind-what = { $action }: { $who }
remind-planned = Selbst geplant am { $day }
remind-planned-by = Geplant von { $name } am { $day }
remind-left = Geplant am { $day } von { $name }, nicht mehr dabei
remind-why = { $why }: „{ $said }“
remind-many = ⏰ { $count } Mal nachfassen, jetzt
remind-item = { $when } { $what }
remind-more = und { $count } weitere
answered-spoke = ✅ Gesprochen { $clock }
answered-mailed = ✅ Gemailt { $clock }
answered-done = ✅ Erledigt { $clock }
answered-stop = Gestoppt { $clock }. Ich fange nicht mehr davon an
answered-no-answer = { $tries ->
        [one] Nicht erreicht { $clock }. Wieder { $again }
       *[other] Nicht erreicht { $clock }, Versuch { $tries }. Wieder { $again }
    }
next-step-ask = Nächster Schritt?
next-none = Kein nächster Schritt nötig
put-off-to = ⏰ { $when }
later-ask = Wann soll ich erinnern?
ask-when = Wann? Z. B. Freitag, morgen 15:00, in 20 Minuten
not-a-time = Darin lese ich keinen Tag und keine Zeit.
button-spoke = Gesprochen
button-no-answer = Nicht erreicht
button-mailed = Gemailt
button-later = Später
button-stop = Stopp
button-later-hour = 1 Stunde ({ $when })
button-later-afternoon = Heute Nachmittag ({ $when })
button-later-tomorrow = Morgen ({ $when })
button-later-next-week = Nächste Woche ({ $when })
button-own-time = Eigene Zeit
button-in-a-week = In einer Woche
button-when-said = Planen: { $day }
button-other-day = Anders
button-none-needed = Nicht nötig
turn-put-off = neue Zeit für { $name }
turn-stopped = Stopp für { $name }
digest-escalated = { $tries ->
        [0] { $name }: { $count } immer noch nicht nachgefasst
        [one] { $name }: { $count } immer noch nicht nachgefasst, 1 Versuch
       *[other] { $name }: { $count } immer noch nicht nachgefasst, { $tries } Versuche
    }
digest-escalated-more = { $reps ->
        [one] noch 1 Person: { $count } immer noch nicht nachgefasst
       *[other] { $reps } Personen: { $count } immer noch nicht nachgefasst
    }
step-done = ✅ Erledigt: { $step }
button-close = ✅ { $step }
turn-closed = erledigt: { $name }
turn-no-next-step = kein nächster Schritt für { $name }
remind-unreached = Geplant am { $day } von { $name }, für mich nicht erreichbar
