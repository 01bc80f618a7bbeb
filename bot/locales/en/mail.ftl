# E-mails that are passed on, and files.
mail-from = A mail from { $name }
mail-to = A mail to { $name }
mail-which = Whose is it?
mail-unknown = I don't know them yet.
mail-again = That mail stands there already: { $when }.
button-on = On { $name }
files-kept = { $count ->
    [one] 1 file kept
   *[other] { $count } files kept
}
turn-file = file of { $name }
