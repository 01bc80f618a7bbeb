# Schlagwörter, und eigene Felder der Firma.
tag-on-what = Worauf? Öffne erst eine Karte: /find
tag-how = Mehr: /tag vip, Großkunde
tags-none = Noch keine Schlagwörter
tags-none-yet = Noch keine Schlagwörter. Auf einer Karte: /tag vip
tags-head = Schlagwörter
tags-needed = Welches Schlagwort? /tag vip
tags-many = Höchstens { $most } Schlagwörter auf einer Karte.
tag-with-count = #{ $name } ({ $count })
button-put = + { $name }
turn-tagged = Schlagwörter von { $name }
fields-head = Eigene Felder
fields-how = Von welchem Block?
fields-none = Noch keine eigenen Felder
fields-shape = Namen antippen zum Ändern
fields-fill = Zum Ausfüllen antippen
own-field-value = { $name }: { $value }
button-same = Wer noch?
button-add-field = Feld hinzufügen
field-kind-text = Text
field-kind-number = Zahl
field-kind-date = Datum
field-kind-choice = Auswahl
ask-field-name = Wie heißt es?
ask-field-kind = Was kommt hinein?
ask-field-choices = Welche Werte? Mit Kommas dazwischen
ask-field-value = { $name }?
field-there = Ein Feld { $name } gibt es schon.
fields-many = Höchstens { $most } Felder je Block.
choices-needed = Eine Auswahl braucht mindestens zwei: Gold, Silber
field-unread = { $kind ->
    [number] In { $name } passt eine Zahl, etwa 12,5
    [date] In { $name } passt ein Datum, etwa 31.3.2026
    [choice] In { $name } passt einer der Werte
   *[text] In { $name } passt ein Text
 }
turn-fields = die eigenen Felder
block-lead = Leads
block-account = Kunden
block-contact = Kontakte
block-opportunity = Deals
