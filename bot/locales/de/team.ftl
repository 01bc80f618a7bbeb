# Das Team und seine Einladungslinks.
role-owner = Inhaber
role-manager = Manager
role-rep = Verkäufer
invite-as = Einladen als was?
invite-made = Leite diesen Link weiter. { $role }, eine Person, { $days } Tage:
invite-several = Der Link lässt jetzt { $count } Personen herein.
button-invite-several = Für { $count } Personen
team-of = Team: { $count }
team-blocked = ⚠️ hat mich blockiert
member-holds = { $count ->
        [0] Hat nichts
        [one] Hat 1 Karte
       *[other] Hat { $count } Karten
    }
member-remove-sure = { $name } entfernen? Die Karten bleiben.
member-removed = { $name } ist raus.
member-still-holds = { $count ->
        [one] 1 Karte ist noch zu vergeben.
       *[other] { $count } Karten sind noch zu vergeben.
    }
member-give-to-whom = { $count ->
        [one] Die Karte von { $name } an wen geben?
       *[other] Die { $count } Karten von { $name } an wen geben?
    }
member-given = { $count ->
        [one] 1 Karte gehört jetzt { $name }.
       *[other] { $count } Karten gehören jetzt { $name }.
    }
member-given-to-you = { $count ->
        [one] { $name } hat dir eine Karte von { $former } gegeben: /leads, /accounts, /deals
       *[other] { $name } hat dir { $count } Karten von { $former } gegeben: /leads, /accounts, /deals
    }
button-left = { $name } ist weg: { $count }
button-make-owner = Zum Inhaber
button-make-manager = Zum Manager
button-make-rep = Zum Verkäufer
button-remove = Entfernen…
button-remove-yes = Entfernen
button-give-all = Alles geben an…
button-give-rest = Die anderen { $count } geben
button-to-team = ◀ Team
turn-given-all = mehrere Leads weitergegeben
