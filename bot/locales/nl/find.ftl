ask-find = Wie? Een naam, organisatie, e-mailadres of telefoonnummer.
find-found = Gevonden bij “{ $query }”
find-none = Niemand gevonden bij “{ $query }”.
find-none-hint = Probeer minder letters of een andere spelling. Iemand nieuw? Typ gewoon wie je sprak.
find-account = Account: { $name }
find-contact = Contact: { $name }
find-opportunity = Deal: { $name }
