# The lead card and what is done to a lead.
lead-nameless = No name yet
lead-hot = 🔥 { $name }
lead-phone = 📞 { $phone }
phone-guessed = { $phone } ({ $country }?)
lead-reaches-more = +{ $count }
step-follow-up = follow up
lead-next = Next: { $step }
lead-next-moved = { $asked } → { $real }
lead-supplier = Supplier
lead-holder = Held by { $name }
lead-added-to = Added: { $text }
lead-taken-over = Yours now.
unclear = What shall I do with this?
status-new = New
status-contacted = Contacted
status-qualified = Qualified
status-converted = Converted
status-disqualified = Disqualified
status-with-reason = { $status }: { $reason }
reason-needed = A reason is needed, in a few words.
phone-not-there = Those digits are no number of that country. Use Edit → Phone.

ask-field = { $field }?
field-name = Name
field-organisation = Organisation
field-title = Job title
field-phone = Phone
field-email = E-mail
field-value = Value
field-source = Source
field-website = Website
field-note = Note text
field-hot = Priority
shown-hot = 🔥
shown-not-hot = not hot
not-a-phone = I can't read a phone number in that. With country code it always works: +31 6 12345678
not-an-email = I can't read an e-mail address in that.
not-a-website = I can't read a web address in that. Try philips.com
not-an-amount = I can't read an amount in that. Try 12k or €12,500

undo-none = Nothing to undo.
undo-which = Undo: { $what }?
undone = Undone: { $what }
undo-done = That was undone already.
undo-nothing = There is nothing to undo in that.
undo-depends = Not undone. Since then: { $notes ->
        [0] { "" }
        [one] 1 entry{" "}
       *[other] { $notes } entries{" "}
    }{ $follow_ups ->
        [0] { "" }
        [one] 1 follow-up{" "}
       *[other] { $follow_ups } follow-ups{" "}
    }{ $changes ->
        [0] { "" }
        [one] 1 change
       *[other] { $changes } changes
    }
turn-captured = saved { $name }
turn-added = added to { $name }
turn-edited = change of { $name }
turn-status = status of { $name }
turn-given = holder of { $name }
turn-planned = next step of { $name }
turn-undone = undo on { $name }
turn-note = note on { $name }
turn-capture = saved { $name }
turn-call = call with { $name }
turn-email = e-mail with { $name }
turn-message = message with { $name }
turn-visit = visit to { $name }
turn-meeting = meeting with { $name }
turn-quote = quote to { $name }
turn-contract = contract with { $name }
turn-stage = stage of { $name }
turn-conversion = conversion of { $name }
