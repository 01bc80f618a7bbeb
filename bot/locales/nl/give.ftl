give-to-whom = Aan wie geven?
give-nobody = Er zit nog niemand anders in het team. Nodig iemand uit: /invite
given = Nu van { $name }. { $name } weet het.
given-untold = Nu van { $name }.
given-lead = { $name } gaf je een lead:
given-account = { $name } gaf je een account:
given-contact = { $name } gaf je een contact:
given-opportunity = { $name } gaf je een deal:
