# Labels, en eigen velden van het bedrijf.
tag-on-what = Waarop? Open eerst een kaart: /find
tag-how = Meer: /tag vip, grote klant
tags-none = Nog geen labels
tags-none-yet = Nog geen labels. Op een kaart: /tag vip
tags-head = Labels
tags-needed = Welk label? /tag vip
tags-many = Hooguit { $most } labels op één kaart.
tag-with-count = #{ $name } ({ $count })
button-put = + { $name }
turn-tagged = labels van { $name }
fields-head = Eigen velden
fields-how = Van welk blok?
fields-none = Nog geen eigen velden
fields-shape = Tik op een naam om die te wijzigen
fields-fill = Tik er een aan om in te vullen
own-field-value = { $name }: { $value }
button-same = Wie nog?
button-add-field = Veld erbij
field-kind-text = Tekst
field-kind-number = Getal
field-kind-date = Datum
field-kind-choice = Keuze
ask-field-name = Hoe heet het?
ask-field-kind = Wat komt erin?
ask-field-choices = Welke keuzes? Met komma's ertussen
ask-field-value = { $name }?
field-there = Er is al een veld { $name }.
fields-many = Hooguit { $most } velden per blok.
choices-needed = Een keuze heeft er minstens twee: Goud, Zilver
field-unread = { $kind ->
    [number] In { $name } past een getal, zoals 12,5
    [date] In { $name } past een datum, zoals 31-3-2026
    [choice] In { $name } past een van de keuzes
   *[text] In { $name } past een tekst
 }
turn-fields = de eigen velden
block-lead = Leads
block-account = Klanten
block-contact = Contacten
block-opportunity = Deals
