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
        [0] Holds nothing
        [one] Holds 1 card
       *[other] Holds { $count } cards
    }
member-remove-sure = Remove { $name }? What they hold stays.
member-removed = { $name } is out.
member-still-holds = { $count ->
        [one] 1 card is left to give away.
       *[other] { $count } cards are left to give away.
    }
member-give-to-whom = { $count ->
        [one] Give { $name }'s card to whom?
       *[other] Give { $name }'s { $count } cards to whom?
    }
member-given = { $count ->
        [one] 1 card is now { $name }'s.
       *[other] { $count } cards are now { $name }'s.
    }
member-given-to-you = { $count ->
        [one] { $name } gave you a card of { $former }: /leads, /accounts, /deals
       *[other] { $name } gave you { $count } cards of { $former }: /leads, /accounts, /deals
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
