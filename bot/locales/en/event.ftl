# Events: fairs and conferences.
event-line = { $name }, until { $day }
event-line-in = { $name } ({ $country }), until { $day }
event-made = From now on your team's leads have it as their source.
event-known = Your team has it already.
event-known-as = Your team has it already: “{ $said }” is the same event.
event-took-over = Until now that was { $name }, until { $day }; name it in a message and it goes there.
event-goes-to = Leads go to { $name } now; name this one in a message and it goes here.
event-holds = Nothing of its leads is brought up before { $day }; your own times do ring.
event-none = No events yet. Make one: /event Hannover Messe, until Friday
event-runs = ▶ { $line }
event-past-line = { $line }
event-hint = A new one: /event Hannover Messe, until Friday
event-past = That day has passed. Until when does it last?
event-too-long = That is more than { $days } days away. When is its last day?
event-over = That event has ended already.
event-ended = { $name } has ended. What it brought comes next.
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
        [one] 1 has a next step
       *[other] { $count } have a next step
    }
event-unreachable = { $count ->
        [one] 1 has no phone or e-mail
       *[other] { $count } have no phone or e-mail
    }
event-open = { $count } open
event-offer = { $count } open: 🔥 first, { $a_day } a day from { $day }?
event-offer-holiday = { $offer } ({ $day }: { $name })
event-spread = { $count } planned, 🔥 first: { $first } to { $last }
event-spread-one-day = { $count } planned, 🔥 first: { $day }
event-nothing-open = Nothing is open there any more
event-all-reachable = All of them can be reached
event-later = { $name }: I'll bring it up again on { $day }.
ask-event-name = What is the event called?
ask-event-day = { $name }: what is its last day?
ask-event-country = { $name }: in which country? It helps with phone numbers
not-a-day = I can't read a day in that. Try Friday, or 24 April
button-plan-it = Plan it
button-show-unreachable = Show the { $count }
button-end-now = It has ended
turn-event = event
turn-spread = planning of an event
