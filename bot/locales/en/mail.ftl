# E-mails that are passed on.
mail-from = A mail from { $name }
mail-to = A mail to { $name }
mail-which = Whose is it?
mail-unknown = I don't know them yet.
mail-again = That mail stands there already: { $when }.
mail-on-all = It is on the timeline of { $count } people now:
button-all-of-them = All of them
mail-internal = An internal mail
mail-of-ours = A mail of yours
mail-about-whom = About whom? Else I keep nothing.
mail-learned = { $address } is you from now on (/settings)
mail-known = Somebody else writes from that address.
mail-freemail = Everybody has an address at { $domain }.
button-they-wrote = They wrote
button-we-wrote = We wrote
button-this-is-me = This is me
mail-ours-head = Mail that is ours
mail-ours-domains = From { $domains }
mail-ours-mine = You: { $addresses }
mail-ours-how = Mail from these is ours, any other is theirs.
mail-not-own = I can't read an address in that.
ask-own-mail = { $owner ->
    [yes] Your address, or a domain of the company? E.g. ours.com
   *[no] Which address do you write from?
}
button-own-mail = Our mail
button-add-own-mail = Add
turn-own-mail = which mail is ours
