# E-mails that are passed on.
mail-from = A mail from { $name }
mail-to = A mail to { $name }
mail-which = Whose is it?
mail-unknown = I don't know them yet.
mail-again = That mail stands there already: { $when }.
