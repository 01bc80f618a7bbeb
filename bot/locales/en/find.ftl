# Searching.
ask-find = Whom? A name, organisation, e-mail or phone number.
find-found = Found for “{ $query }”
find-none = Nobody found for “{ $query }”.
find-none-hint = Try fewer letters or another spelling. Somebody new? Just type who you met.
find-account = Account: { $name }
find-contact = Contact: { $name }
find-opportunity = Deal: { $name }
