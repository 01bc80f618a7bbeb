# What a message became: somebody new, somebody known, several people.
known = { $name } kenne ich schon
known-from = { $name } kenne ich schon ({ $where })
known-of = von { $member }
known-added = Ergänzt: { $what }
known-changed = { $old } → { $new }
known-owed = Nachfassen beginnt neu
known-several = { $count } heißen hier schon so. Ist es …
also-with = Zusammen mit { $name }
button-also = + { $name }
