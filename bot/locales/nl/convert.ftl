# Een lead wordt omgezet.
convert-ask-whom = Wie? Een paar letters van de naam is genoeg.
convert-contact = { $name } → contact van { $account }
convert-account = { $name } → account
convert-how = { $became } ({ $how })
convert-why-domain = zelfde domein
convert-why-name = zelfde naam
convert-why-phone = zelfde nummer
convert-why-person = daar bekend
convert-why-new = nieuw
convert-supplier = leverancier
convert-opportunity = Deal { $what }, sluit { $day }
convert-opportunity-guess = Deal { $what }, sluit { $day } (schatting)
convert-notes = { $count ->
    [one] 1 notitie
   *[other] { $count } notities
}
convert-follow-ups = { $count ->
    [one] 1 vervolgstap
   *[other] { $count } vervolgstappen
}
convert-files = { $count ->
    [one] 1 bestand
   *[other] { $count } bestanden
}
convert-along = { $what } { $count ->
    [one] gaat mee
   *[other] gaan mee
}
convert-filled = Aangevuld: { $fields }
convert-stays = { $field } blijft { $kept }, niet { $said }
convert-conflict = ⚠️ { $what }
convert-later = Niet nu: de offerte staat. Met /convert kan het altijd nog.
convert-nobody = Van deze lead is nog niets bekend: geen naam, geen bedrijf, geen nummer of adres.
lead-converted = Die lead is een account geworden: hier gaat het verder.
button-use-account = Dit account
button-use-named = { $name }
button-new-account = Nieuw account
button-not-now = Niet nu
button-convert = Omzetten
button-open-opportunity = Deal openen
button-follow-up-on = Nabellen { $day }
follow-up-on-quote = nabellen
contact-role-decision-maker = Beslisser
contact-role-influencer = Beïnvloeder
contact-role-user = Gebruiker
contact-role-buyer = Inkoper
contact-role-gatekeeper = Poortwachter
contact-role-other = Andere rol
turn-not-now = ‘niet nu’ bij { $name }
turn-role = rol van { $name }
account-met = { $name } sprak iemand van jouw account { $account }:
button-add-as-contact = Als contact toevoegen
button-became = Contact
lead-at-account = → { $account }
settings-formal = Account bij { $what }
settings-opens = Deal ontstaat { $when }
setting-formal = Account wanneer
setting-opens = Deal wanneer
ask-setting-formal = Wat maakt van een lead een account?
ask-setting-opens = Wanneer opent een deal?
formal-quote = een offerte of contract
formal-contract = een contract
formal-both = een offerte en een contract
opens-quote = bij de offerte
opens-first-contact = bij het eerste contact
button-was-lead = Lead van { $day }
button-waiting = Offertes beslissen
convert-waiting = De offerte staat. Van welk account is het?
lead-deal = Deal { $what }
button-deal = Deal
button-lead = Lead
