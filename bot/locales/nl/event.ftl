# Evenementen: beurzen en congressen.
event-line = { $name }, tot en met { $day }
event-line-in = { $name } ({ $country }), tot en met { $day }
event-made = Vanaf nu is dit de bron van de leads van je team.
event-known = Je team heeft dit al.
event-known-as = Je team heeft het al: “{ $said }” is hetzelfde evenement.
event-took-over = Tot nu toe was dat { $name }, tot en met { $day }; noem het in een bericht en het gaat daarheen.
event-goes-to = Leads gaan nu naar { $name }; noem dit evenement in een bericht en het komt hier.
event-holds = Over de leads ervan begin ik niet vóór { $day }; eigen tijden gaan wel af.
event-none = Nog geen evenementen. Maak er een: /event Hannover Messe, tot vrijdag
event-runs = ▶ { $line }
event-past-line = { $line }
event-hint = Een nieuw: /event Hannover Messe, tot vrijdag
event-past = Die dag is voorbij. Tot wanneer duurt het?
event-too-long = Dat is meer dan { $days } dagen ver. Wat is de laatste dag?
event-over = Dat evenement is al voorbij.
event-ended = { $name } is voorbij. Wat het opleverde, komt zo.
event-brought = { $hot ->
        [0] { $leads ->
            [one] { $name }: 1 lead
           *[other] { $name }: { $leads } leads
        }
       *[other] { $leads ->
            [one] { $name }: 1 lead, { $hot } 🔥
           *[other] { $name }: { $leads } leads, { $hot } 🔥
        }
    }
event-planned = { $count ->
        [one] 1 heeft een volgende stap
       *[other] { $count } hebben een volgende stap
    }
event-unreachable = { $count ->
        [one] 1 heeft geen telefoon of e-mail
       *[other] { $count } hebben geen telefoon of e-mail
    }
event-open = { $count } open
event-offer = { $count } open: 🔥 eerst, { $a_day } per dag vanaf { $day }?
event-offer-holiday = { $offer } ({ $day }: { $name })
event-spread = { $count } gepland, 🔥 eerst: { $first } t/m { $last }
event-spread-one-day = { $count } gepland, 🔥 eerst: { $day }
event-nothing-open = Daar staat niets meer open
event-all-reachable = Ze zijn allemaal te bereiken
event-later = { $name }: ik kom er { $day } op terug.
ask-event-name = Hoe heet het evenement?
ask-event-day = { $name }: wat is de laatste dag?
ask-event-country = { $name }: in welk land? Dat helpt bij telefoonnummers
not-a-day = Daar lees ik geen dag in. Probeer vrijdag, of 24 april
button-plan-it = Plan het
button-show-unreachable = Toon de { $count }
button-end-now = Het is voorbij
turn-event = evenement
turn-spread = planning van een evenement
