# E-Mails, die weitergeleitet werden, und Dateien.
mail-from = Eine Mail von { $name }
mail-to = Eine Mail an { $name }
mail-which = Zu wem gehört sie?
mail-unknown = Kenne ich noch nicht.
mail-again = Diese Mail steht schon da: { $when }.
button-on = Zu { $name }
files-kept = { $count ->
    [one] 1 Datei aufbewahrt
   *[other] { $count } Dateien aufbewahrt
}
turn-file = Datei zu { $name }
