# What a message became: somebody new, somebody known, several people.
known = { $name } ken ik al
known-from = { $name } ken ik al ({ $where })
known-of = van { $member }
known-added = Toegevoegd: { $what }
known-changed = { $old } → { $new }
known-owed = Opvolgen begint opnieuw
known-several = Er zijn er al { $count } die zo heten. Is het …
also-with = Samen met { $name }
button-also = + { $name }
