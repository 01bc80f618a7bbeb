# E-mails that are passed on.
mail-from = A mail from { $name }
mail-to = A mail to { $name }
mail-which = Whose is it?
mail-unknown = I don't know them yet.
mail-again = That mail stands there already: { $when }.
mail-on-all = It is on the timeline of { $count } people now:
button-all-of-them = All of them
