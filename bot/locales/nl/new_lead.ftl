lead-ask-name = Wie is het?
lead-ask-organisation = Van welke organisatie?
lead-ask-phone = Telefoon?
lead-ask-email = E-mail?
lead-ask-step = Wat nu, en wanneer? Bv. “dinsdag 10:00 bellen”
lead-ask-note = Nog iets om te onthouden?
