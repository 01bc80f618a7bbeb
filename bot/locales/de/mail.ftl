# E-Mails, die weitergeleitet werden.
mail-from = Eine Mail von { $name }
mail-to = Eine Mail an { $name }
mail-which = Zu wem gehört sie?
mail-unknown = Kenne ich noch nicht.
mail-again = Diese Mail steht schon da: { $when }.
mail-on-all = Steht jetzt im Verlauf von { $count } Personen:
button-all-of-them = Bei allen
mail-internal = Eine interne Mail
mail-of-ours = Eine Mail von euch
mail-about-whom = Um wen geht es? Sonst behalte ich nichts.
mail-learned = { $address } bist ab jetzt du (/settings)
mail-known = Von dieser Adresse schreibt jemand anders.
mail-freemail = Bei { $domain } hat jeder eine Adresse.
button-they-wrote = Sie schrieben
button-we-wrote = Wir schrieben
button-this-is-me = Das bin ich
mail-ours-head = Mails von uns
mail-ours-domains = Von { $domains }
mail-ours-mine = Du: { $addresses }
mail-ours-how = Mails von dort sind unsere, alle anderen ihre.
mail-not-own = Darin lese ich keine Adresse.
ask-own-mail = { $owner ->
    [yes] Deine Adresse oder eine Domain der Firma? Z. B. unserefirma.de
   *[no] Von welcher Adresse schreibst du?
}
button-own-mail = Unsere Mail
button-add-own-mail = Hinzufügen
turn-own-mail = welche Mails unsere sind
