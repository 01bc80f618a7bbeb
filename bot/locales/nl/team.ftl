# Het team en zijn uitnodigingslinks.
role-owner = Eigenaar
role-manager = Manager
role-rep = Verkoper
invite-as = Uitnodigen als wat?
invite-made = Stuur deze link door. { $role }, één persoon, { $days } dagen:
invite-several = Die link laat nu { $count } mensen binnen.
button-invite-several = Voor { $count } mensen
team-of = Team: { $count }
team-blocked = ⚠️ heeft me geblokkeerd
member-holds = { $count ->
        [0] Heeft niets
        [one] Heeft 1 kaart
       *[other] Heeft { $count } kaarten
    }
member-remove-sure = { $name } verwijderen? De kaarten blijven.
member-removed = { $name } is eruit.
member-still-holds = { $count ->
        [one] Er is nog 1 kaart te verdelen.
       *[other] Er zijn nog { $count } kaarten te verdelen.
    }
member-give-to-whom = { $count ->
        [one] De kaart van { $name } aan wie geven?
       *[other] De { $count } kaarten van { $name } aan wie geven?
    }
member-given = { $count ->
        [one] 1 kaart is nu van { $name }.
       *[other] { $count } kaarten zijn nu van { $name }.
    }
member-given-to-you = { $count ->
        [one] { $name } gaf je een kaart van { $former }: /leads, /accounts, /deals
       *[other] { $name } gaf je { $count } kaarten van { $former }: /leads, /accounts, /deals
    }
button-left = { $name } is weg: { $count }
button-make-owner = Maak eigenaar
button-make-manager = Maak manager
button-make-rep = Maak verkoper
button-remove = Verwijderen…
button-remove-yes = Verwijderen
button-give-all = Geef alles aan…
button-give-rest = Geef de andere { $count }
button-to-team = ◀ Team
turn-given-all = meerdere leads weggegeven
