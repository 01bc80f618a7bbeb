# E-mails die worden doorgestuurd.
mail-from = Een mail van { $name }
mail-to = Een mail aan { $name }
mail-which = Van wie is die?
mail-unknown = Die ken ik nog niet.
mail-again = Die mail staat er al: { $when }.
mail-on-all = Staat nu bij { $count } mensen op de tijdlijn:
button-all-of-them = Bij allemaal
mail-internal = Een interne mail
mail-of-ours = Een mail van jullie
mail-about-whom = Over wie gaat die? Anders bewaar ik niets.
mail-learned = { $address } ben jij voortaan (/settings)
mail-known = Vanaf dat adres schrijft iemand anders.
mail-freemail = Bij { $domain } heeft iedereen een adres.
button-they-wrote = Zij schreven
button-we-wrote = Wij schreven
button-this-is-me = Dat ben ik
mail-ours-head = Mail van ons
mail-ours-domains = Vanaf { $domains }
mail-ours-mine = Jij: { $addresses }
mail-ours-how = Mail hiervandaan is van ons, alle andere van hen.
mail-not-own = Daar lees ik geen adres in.
ask-own-mail = { $owner ->
    [yes] Je adres, of een domein van het bedrijf? Bijv. onsbedrijf.nl
   *[no] Vanaf welk adres schrijf je?
}
button-own-mail = Onze mail
button-add-own-mail = Toevoegen
turn-own-mail = welke mail van ons is
