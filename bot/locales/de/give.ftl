give-to-whom = An wen geben?
give-nobody = Im Team ist noch niemand sonst. Lade jemanden ein: /invite
given = Jetzt bei { $name }. { $name } weiß Bescheid.
given-untold = Jetzt bei { $name }.
given-lead = { $name } hat dir einen Lead gegeben:
given-account = { $name } hat dir einen Account gegeben:
given-contact = { $name } hat dir einen Kontakt gegeben:
given-opportunity = { $name } hat dir einen Deal gegeben:
