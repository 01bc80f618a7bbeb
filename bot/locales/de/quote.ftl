# Angebote und Verträge.
quote-ask-whom = An wen? Ein paar Buchstaben des Namens genügen.
quote-quote-out = Angebot
quote-quote-in = Angebot von ihnen
quote-contract-out = Vertrag
quote-contract-in = Vertrag
quote-valid = gültig bis { $day }
quote-about-which = Um welchen Deal geht es?
quote-waits = { $name } entscheidet, ob daraus ein Account wird.
quote-sent-ask = Geschickt? Über wie viel?
quote-not-sent = Kein Angebot festgehalten.
button-sent-no-amount = Geschickt, ohne Betrag
button-not-sent = Nicht geschickt
button-new-opportunity = Ein neuer Deal
button-about = Zu { $what }
quote-after-end = Ein neuer Deal: der über { $what } bleibt abgeschlossen.
quote-amount-changed = Betrag: { $old } → { $new }
button-new-instead = Doch ein neuer Deal
