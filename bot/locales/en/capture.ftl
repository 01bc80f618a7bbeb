# What a message became: somebody new, somebody known, several people.
known = I know { $name } already
known-from = I know { $name } already ({ $where })
known-of = { $member }'s
known-added = Added: { $what }
known-changed = { $old } → { $new }
known-owed = Owed a follow-up again
known-several = { $count } of that name are here already. Is it …
also-with = Together with { $name }
button-also = + { $name }
