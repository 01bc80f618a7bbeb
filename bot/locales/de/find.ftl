ask-find = Wen? Name, Firma, E-Mail oder Telefonnummer.
find-found = Gefunden zu „{ $query }“
find-none = Niemand gefunden zu „{ $query }“.
find-none-hint = Versuch weniger Buchstaben oder eine andere Schreibweise. Jemand Neues? Schreib einfach, wen du getroffen hast.
find-account = Account: { $name }
find-contact = Kontakt: { $name }
find-opportunity = Deal: { $name }
