# E-mails die worden doorgestuurd, en bestanden.
mail-from = Een mail van { $name }
mail-to = Een mail aan { $name }
mail-which = Van wie is die?
mail-unknown = Die ken ik nog niet.
mail-again = Die mail staat er al: { $when }.
button-on = Bij { $name }
files-kept = { $count ->
    [one] 1 bestand bewaard
   *[other] { $count } bestanden bewaard
}
turn-file = bestand bij { $name }
