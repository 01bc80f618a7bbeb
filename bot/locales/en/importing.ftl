import-how = Send me a CSV or Excel file (up to 20 MB): I show how I read it before anything is saved.
import-old-excel = That is an old Excel file. Save it as .xlsx or CSV and send it again.
import-too-big = That file is over Telegram's 20 MB. Send it in parts, or use "handslag import" on the server.
import-not-fetched = Telegram does not give me { $name } any more. Send it again, please.
import-not-a-table = I can't read { $name } as a table. CSV and .xlsx work.
import-empty = There are no rows in { $name }.
import-reading = Reading { $name } …
import-rows-as = { $count ->
    [one] 1 row, read as { $block }
   *[other] { $count } rows, read as { $block }
}
import-block-lead = leads
import-block-account = accounts
import-block-contact = contacts
import-block-opportunity = deals
import-nothing-known = I know none of the columns. Say what they are:
import-left-out = Left out: { $columns }
import-pair = { $columns } → { $field }
import-which-column = Which column is something else?
import-what-is = What is in "{ $column }"?
import-checking = Checking … { $done } of { $total }
import-would-make = New { $block }: { $count }
import-would-match = { $count } known already
import-would-fail = { $count ->
    [one] 1 does not fit
   *[other] { $count } do not fit
}
import-reason-count = { $count }× { $reason }
import-strangers = Owners not in the team, so yours: { $names }
import-running = Importing … { $done } of { $total }
import-undoing = Taking it back … about { $count } rows left
import-undone = Taken back: all is as before.
import-stopped = Stopped. What was done so far stays.
import-left = { $name } was removed while this ran. It stopped half-way; what was done so far stays.
import-called-off = { $name }: not imported.
import-made = New { $block }: { $count }
import-updated = { $count } updated
import-skipped = { $count } left as they were
import-bad = { $count ->
    [one] 1 did not fit
   *[other] { $count } did not fit
}
import-bad-file = { $count ->
    [one] The row that did not fit, with the reason. Put it right and send the file again.
   *[other] The { $count } rows that did not fit, with the reasons. Put them right and send the file again.
}
import-bad-sheet = Did not fit
import-reason = Why it does not fit
import-field-id = Handslag's id
import-field-name = name
import-field-first-name = first name
import-field-last-name = last name
import-field-title = job title
import-field-organisation = company
import-field-person = contact or lead
import-field-emails = e-mail
import-field-phones = phone
import-field-website = website
import-field-source = source
import-field-value = amount
import-field-currency = currency
import-field-note = note
import-field-hot = hot
import-field-customer = customer
import-field-supplier = supplier
import-field-private = private person
import-field-status = status
import-field-reason = reason
import-field-role = role
import-field-stage = stage
import-field-probability = probability
import-field-close-day = close date
import-field-lost-reason = why lost
import-field-holder = owner
import-field-tags = tags
import-field-created-at = created
bad-no-name = no name, company, e-mail or phone
bad-whose = nothing says whose it is: name a company, a contact or a lead
bad-several-persons = several are called so: name the company or an e-mail address
bad-email = not an e-mail address
bad-phone = not a phone number
bad-amount = not an amount
bad-number = not a number
bad-date = not a date
bad-currency = not a currency
bad-probability = not a probability that fits the stage (10–90 %)
bad-stage = not one of your stages
bad-choice = not one of the choices
bad-too-long = too long
button-import-check = Check it
button-import-columns = Change columns
button-import-as = As { $block }
button-import-rest = Rest into the note
button-import-leave-out = Leave out
button-import-go = Import
button-import-update = Import, update the { $count }
button-import-skip = Import, skip the { $count }
button-import-stop = Stop
button-import-bad = What did not fit
turn-imported = a part of an import
undo-import-whole = That was part of an import, which is only undone whole: /import shows it.
