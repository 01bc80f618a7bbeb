# A lead converts.
convert-ask-whom = Whom? A few letters of the name will do.
convert-contact = { $name } → contact of { $account }
convert-account = { $name } → account
convert-how = { $became } ({ $how })
convert-why-domain = same domain
convert-why-name = same name
convert-why-phone = same number
convert-why-person = known there
convert-why-new = new
convert-supplier = supplier
convert-opportunity = Deal { $what }, closes { $day }
convert-opportunity-guess = Deal { $what }, closes { $day } (guess)
convert-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
convert-follow-ups = { $count ->
    [one] 1 follow-up
   *[other] { $count } follow-ups
}
convert-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
convert-along = { $what } { $count ->
    [one] comes along
   *[other] come along
}
convert-filled = Filled in: { $fields }
convert-stays = { $field } stays { $kept }, not { $said }
convert-conflict = ⚠️ { $what }
convert-later = Not now: the quote stands. /convert does it any time.
convert-nobody = Nothing is known of this lead yet: no name, no company, no way to reach them.
lead-converted = That lead has become an account: this is where it goes on.
button-use-account = Use this account
button-use-named = Use { $name }
button-new-account = New account
button-not-now = Not now
button-convert = Convert
button-open-opportunity = Open a deal
button-follow-up-on = Follow up { $day }
follow-up-on-quote = follow up
contact-role-decision-maker = Decision maker
contact-role-influencer = Influencer
contact-role-user = User
contact-role-buyer = Buyer
contact-role-gatekeeper = Gatekeeper
contact-role-other = Other role
turn-not-now = “not now” for { $name }
turn-role = role of { $name }
account-met = { $name } met somebody of your account { $account }:
button-add-as-contact = Add as contact
button-became = Contact
lead-at-account = → { $account }
settings-formal = Accounts start at { $what }
settings-opens = Deals start { $when }
setting-formal = Account when
setting-opens = Deal when
ask-setting-formal = What makes a lead an account?
ask-setting-opens = When does a deal open?
formal-quote = a quote or contract
formal-contract = a contract
formal-both = a quote and a contract
opens-quote = at the quote
opens-first-contact = at first contact
button-was-lead = Lead of { $day }
button-waiting = Quotes to decide
convert-waiting = Their quote stands logged. Whose account is it?
lead-deal = Deal { $what }
button-deal = Deal
button-lead = Lead
