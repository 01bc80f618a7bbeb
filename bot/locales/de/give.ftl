give-to-whom = An wen geben?
give-nobody = Im Team ist noch niemand sonst. Lade jemanden ein: /invite
given = Jetzt bei { $name }. { $name } weiß Bescheid.
given-untold = Jetzt bei { $name }.
given-to-you = { $name } hat dir einen Lead gegeben:
