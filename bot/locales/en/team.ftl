# The team and its invite links.
role-owner = Owner
role-manager = Manager
role-rep = Rep
invite-as = Invite as what?
invite-made = Forward this link. { $role }, one person, { $days } days:
invite-several = That link now lets in { $count } people.
button-invite-several = For { $count } people
team-of = Team: { $count }
team-blocked = ⚠️ has blocked me
member-holds = { $count ->
        [0] Holds no leads
        [one] Holds 1 lead
       *[other] Holds { $count } leads
    }
member-remove-sure = Remove { $name }? What they hold stays.
member-removed = { $name } is out.
member-still-holds = { $count ->
        [one] 1 lead is left to give away.
       *[other] { $count } leads are left to give away.
    }
member-give-to-whom = { $count ->
        [one] Give { $name }'s lead to whom?
       *[other] Give { $name }'s { $count } leads to whom?
    }
member-given = { $count ->
        [one] 1 lead is now { $name }'s.
       *[other] { $count } leads are now { $name }'s.
    }
member-given-to-you = { $count ->
        [one] { $name } gave you a lead of { $former }: /leads
       *[other] { $name } gave you { $count } leads of { $former }: /leads
    }
button-left = { $name } left: { $count }
button-make-owner = Make owner
button-make-manager = Make manager
button-make-rep = Make rep
button-remove = Remove…
button-remove-yes = Remove
button-give-all = Give all to…
button-give-rest = Give the other { $count }
button-to-team = ◀ Team
turn-given-all = several leads given away
