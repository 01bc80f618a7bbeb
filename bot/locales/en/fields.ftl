# Tags, and fields of the company's own.
tag-on-what = On what? Open a card first: /find
tag-how = More: /tag vip, key account
tags-none = No tags yet
tags-none-yet = No tags yet. On a card: /tag vip
tags-head = Tags
tags-needed = Which tag? /tag vip
tags-many = At most { $most } tags on one card.
tag-with-count = #{ $name } ({ $count })
button-put = + { $name }
turn-tagged = tags of { $name }
fields-head = Own fields
fields-how = Of which block?
fields-none = No fields of your own yet
fields-shape = Tap a name to change it
fields-fill = Tap one to fill it
own-field-value = { $name }: { $value }
button-same = Who else?
button-add-field = Add field
field-kind-text = Text
field-kind-number = Number
field-kind-date = Date
field-kind-choice = Choice
ask-field-name = What is it called?
ask-field-kind = What goes in?
ask-field-choices = Which choices? With commas between
ask-field-value = { $name }?
field-there = There is a field { $name } already.
fields-many = At most { $most } fields on one block.
choices-needed = A choice needs at least two: Gold, Silver
field-unread = { $kind ->
    [number] { $name } takes a number, like 12.5
    [date] { $name } takes a date, like 31.3.2026
    [choice] { $name } takes one of its choices
   *[text] { $name } takes a text
 }
turn-fields = the own fields
block-lead = Leads
block-account = Accounts
block-contact = Contacts
block-opportunity = Deals
