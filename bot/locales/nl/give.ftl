give-to-whom = Aan wie geven?
give-nobody = Er zit nog niemand anders in het team. Nodig iemand uit: /invite
given = Nu van { $name }. { $name } weet het.
given-untold = Nu van { $name }.
given-to-you = { $name } gaf je een lead:
