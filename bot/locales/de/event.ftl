# Veranstaltungen: Messen und Kongresse.
event-line = { $name }, bis { $day }
event-line-in = { $name } ({ $country }), bis { $day }
event-made = Ab jetzt ist das die Quelle der Leads eures Teams.
event-known = Euer Team hat sie schon.
event-known-as = Euer Team hat sie schon: „{ $said }“ ist dieselbe Veranstaltung.
event-took-over = Bisher war das { $name }, bis { $day }; nenn sie in einer Nachricht, dann zählt sie.
event-goes-to = Leads gehen jetzt an { $name }; nenn diese Veranstaltung in einer Nachricht, dann zählt sie.
event-holds = Von ihren Leads fange ich vor { $day } nicht an; eigene Zeiten klingeln.
event-none = Noch keine Veranstaltungen. Neu: /event Hannover Messe, bis Freitag
event-runs = ▶ { $line }
event-past-line = { $line }
event-hint = Neu: /event Hannover Messe, bis Freitag
event-past = Dieser Tag ist vorbei. Bis wann dauert sie?
event-too-long = Das sind mehr als { $days } Tage. Was ist der letzte Tag?
event-over = Diese Veranstaltung ist schon vorbei.
event-ended = { $name } ist vorbei. Was sie gebracht hat, kommt gleich.
event-brought = { $hot ->
        [0] { $leads ->
            [one] { $name }: 1 Lead
           *[other] { $name }: { $leads } Leads
        }
       *[other] { $leads ->
            [one] { $name }: 1 Lead, { $hot } 🔥
           *[other] { $name }: { $leads } Leads, { $hot } 🔥
        }
    }
event-planned = { $count ->
        [one] 1 hat einen nächsten Schritt
       *[other] { $count } haben einen nächsten Schritt
    }
event-unreachable = { $count ->
        [one] 1 ohne Telefon oder E-Mail
       *[other] { $count } ohne Telefon oder E-Mail
    }
event-open = { $count } offen
event-offer = { $count } offen: 🔥 zuerst, { $a_day } am Tag ab { $day }?
event-offer-holiday = { $offer } ({ $day }: { $name })
event-spread = { $count } geplant, 🔥 zuerst: { $first } bis { $last }
event-spread-one-day = { $count } geplant, 🔥 zuerst: { $day }
event-nothing-open = Dort ist nichts mehr offen
event-all-reachable = Alle sind erreichbar
event-later = { $name }: Ich melde mich { $day } wieder damit.
ask-event-name = Wie heißt die Veranstaltung?
ask-event-day = { $name }: was ist der letzte Tag?
ask-event-country = { $name }: in welchem Land? Das hilft bei Telefonnummern
not-a-day = Darin lese ich keinen Tag. Zum Beispiel Freitag oder 24. April
button-plan-it = Einplanen
button-show-unreachable = Die { $count } zeigen
button-end-now = Sie ist vorbei
turn-event = Veranstaltung
turn-spread = Planung einer Veranstaltung
