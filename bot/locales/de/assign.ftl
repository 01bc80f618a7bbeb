# "Tom: morgen Bosch anrufen": Nachfassen für Kollegen.
assigned = Für { $name }, schon Bescheid gesagt
assigned-untold = Für { $name }, gerade nicht zu erreichen
assigned-me = Für dich geplant
assigned-to-you = { $name } bittet dich:
assign-managers-only = Für { $name } plant nur eine Führungskraft. Dann für dich?
assign-nobody = In deinem Team kenne ich niemanden namens { $name }.
assign-about-whom = Um wen geht es? Nenne auch die Person oder die Firma.
assign-which = Welche „{ $query }“?
button-for-me = Ja, für mich
assign-unknown = Ich kenne niemanden namens „{ $query }“. Ein neuer Lead für { $name }?
assigned-beside = jetzt { $count } geplant
