# E-Mails, die weitergeleitet werden.
mail-from = Eine Mail von { $name }
mail-to = Eine Mail an { $name }
mail-which = Zu wem gehört sie?
mail-unknown = Kenne ich noch nicht.
mail-again = Diese Mail steht schon da: { $when }.
mail-on-all = Steht jetzt im Verlauf von { $count } Personen:
button-all-of-them = Bei allen
