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
