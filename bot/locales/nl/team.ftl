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
        [0] Heeft geen leads
        [one] Heeft 1 lead
       *[other] Heeft { $count } leads
    }
member-remove-sure = { $name } verwijderen? De leads blijven.
member-removed = { $name } is eruit.
member-still-holds = { $count ->
        [one] Er is nog 1 lead te verdelen.
       *[other] Er zijn nog { $count } leads te verdelen.
    }
member-give-to-whom = { $count ->
        [one] De lead van { $name } aan wie geven?
       *[other] De { $count } leads van { $name } aan wie geven?
    }
member-given = { $count ->
        [one] 1 lead is nu van { $name }.
       *[other] { $count } leads zijn nu van { $name }.
    }
member-given-to-you = { $count ->
        [one] { $name } gaf je een lead van { $former }: /leads
       *[other] { $name } gaf je { $count } leads van { $former }: /leads
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
