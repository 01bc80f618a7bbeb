lead-nameless = Nog geen naam
lead-hot = 🔥 { $name }
lead-phone = 📞 { $phone }
phone-guessed = { $phone } ({ $country }?)
lead-reaches-more = +{ $count }
step-follow-up = opvolgen
lead-next = Volgende: { $step }
lead-next-moved = { $asked } → { $real }
lead-supplier = Leverancier
lead-holder = Van { $name }
lead-added-to = Toegevoegd: { $text }
lead-taken-over = Nu van jou.
unclear = Wat doe ik hiermee?
status-new = Nieuw
status-contacted = Gesproken
status-qualified = Gekwalificeerd
status-converted = Omgezet
status-disqualified = Afgevallen
status-with-reason = { $status }: { $reason }
reason-needed = Er is een reden nodig, in een paar woorden.
phone-not-there = Die cijfers zijn geen nummer van dat land. Gebruik Wijzig → Telefoon.

ask-field = { $field }?
field-name = Naam
field-organisation = Organisatie
field-title = Functie
field-phone = Telefoon
field-email = E-mail
field-value = Waarde
field-source = Bron
field-website = Website
field-note = Notitietekst
field-hot = Prioriteit
shown-hot = 🔥
shown-not-hot = niet heet
not-a-phone = Daar lees ik geen telefoonnummer in. Met landcode werkt het altijd: +31 6 12345678
not-an-email = Daar lees ik geen e-mailadres in.
not-a-website = Daar kan ik geen webadres in lezen. Probeer philips.com
not-an-amount = Daar lees ik geen bedrag in. Probeer 12k of € 12.500

undo-none = Niets om ongedaan te maken.
undo-which = Ongedaan maken: { $what }?
undone = Ongedaan gemaakt: { $what }
undo-done = Dat was al ongedaan gemaakt.
undo-nothing = Daar valt niets aan ongedaan te maken.
undo-depends = Niet ongedaan gemaakt. Sindsdien: { $notes ->
        [0] { "" }
        [one] 1 vermelding{" "}
       *[other] { $notes } vermeldingen{" "}
    }{ $follow_ups ->
        [0] { "" }
        [one] 1 vervolgstap{" "}
       *[other] { $follow_ups } vervolgstappen{" "}
    }{ $changes ->
        [0] { "" }
        [one] 1 wijziging
       *[other] { $changes } wijzigingen
    }
turn-captured = { $name } opgeslagen
turn-added = toegevoegd bij { $name }
turn-edited = wijziging van { $name }
turn-status = status van { $name }
turn-given = houder van { $name }
turn-planned = volgende stap van { $name }
turn-undone = ongedaan maken bij { $name }
turn-note = notitie bij { $name }
turn-capture = { $name } opgeslagen
turn-call = gesprek met { $name }
turn-email = e-mail met { $name }
turn-message = bericht met { $name }
turn-visit = bezoek aan { $name }
turn-meeting = afspraak met { $name }
turn-quote = offerte aan { $name }
turn-contract = contract met { $name }
turn-stage = fase van { $name }
turn-conversion = omzetting van { $name }
