# E-mails die worden doorgestuurd.
mail-from = Een mail van { $name }
mail-to = Een mail aan { $name }
mail-which = Van wie is die?
mail-unknown = Die ken ik nog niet.
mail-again = Die mail staat er al: { $when }.
mail-on-all = Staat nu bij { $count } mensen op de tijdlijn:
button-all-of-them = Bij allemaal
