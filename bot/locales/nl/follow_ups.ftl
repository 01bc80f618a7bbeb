# Herinneringen, de antwoorden erop, en wat het ritme brengt.
remind-head = ⏰ { $when } { $what }
remind-what = { $action }: { $who }
remind-planned = Zelf gepland op { $day }
remind-planned-by = Gepland door { $name } op { $day }
remind-left = Gepland op { $day } door { $name }, die weg is
remind-why = { $why }: “{ $said }”
remind-many = ⏰ { $count } keer opvolgen nu
remind-item = { $when } { $what }
remind-more = en nog { $count }
answered-spoke = ✅ Gesproken { $clock }
answered-mailed = ✅ Gemaild { $clock }
answered-done = ✅ Klaar { $clock }
answered-stop = Gestopt { $clock }. Ik begin er zelf niet meer over
answered-no-answer = { $tries ->
        [one] Geen gehoor { $clock }. Opnieuw { $again }
       *[other] Geen gehoor { $clock }, poging { $tries }. Opnieuw { $again }
    }
next-step-ask = Volgende stap?
next-none = Geen volgende stap nodig
put-off-to = ⏰ { $when }
later-ask = Wanneer zal ik herinneren?
ask-when = Wanneer? Bijv. vrijdag, morgen 15:00, over 20 minuten
not-a-time = Daar lees ik geen dag of tijd in.
button-spoke = Gesproken
button-no-answer = Geen gehoor
button-mailed = Gemaild
button-later = Later
button-stop = Stop
button-later-hour = 1 uur ({ $when })
button-later-afternoon = Vanmiddag ({ $when })
button-later-tomorrow = Morgen ({ $when })
button-later-next-week = Volgende week ({ $when })
button-own-time = Eigen tijd
button-in-a-week = Over een week
button-when-said = Plannen: { $day }
button-other-day = Anders
button-none-needed = Niets nodig
turn-put-off = nieuwe tijd voor { $name }
turn-stopped = stop voor { $name }
digest-escalated = { $tries ->
        [0] { $name }: { $count } nog steeds niet opgevolgd
        [one] { $name }: { $count } nog steeds niet opgevolgd, 1 poging
       *[other] { $name }: { $count } nog steeds niet opgevolgd, { $tries } pogingen
    }
digest-escalated-more = { $reps ->
        [one] nog 1 collega: { $count } nog steeds niet opgevolgd
       *[other] { $reps } collega's: { $count } nog steeds niet opgevolgd
    }
step-done = ✅ Gedaan: { $step }
button-close = ✅ { $step }
turn-closed = gedaan: { $name }
turn-no-next-step = geen volgende stap voor { $name }
remind-unreached = Gepland op { $day } door { $name }, die ik niet bereik
