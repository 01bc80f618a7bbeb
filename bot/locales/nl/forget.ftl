# Iemand wissen.
ask-forget = Wie zal ik vergeten? Een naam, e-mailadres of telefoonnummer.
forget-whom = Welke? Ik vraag het nog eens voor er iets weg is.
forget-sure = Voorgoed vergeten? Dit kan niet ongedaan gemaakt worden. Weg zou zijn:
forget-counts = { $reaches ->
        [one] 1 nummer of adres
       *[other] { $reaches } nummers en adressen
    } · { $activities ->
        [one] 1 gebeurtenis
       *[other] { $activities } gebeurtenissen
    } · { $follow_ups ->
        [one] 1 opvolging
       *[other] { $follow_ups } opvolgingen
    } · { $messages ->
        [one] 1 bericht
       *[other] { $messages } berichten
    }
forget-mentions = { $count ->
        [one] De naam in 1 tekst over iemand anders
       *[other] De naam in { $count } teksten over anderen
    }
forgotten = ✅ Vergeten, { $day }. Verwijderd:
forgotten-elsewhere = Nog over: wat in je chats staat (wis het daar), en back-ups tot ze vervangen zijn.
not-yours-to-forget = Die lead is van een collega. Een manager kan hem vergeten.
button-forget-yes = Voorgoed vergeten
forget-perhaps = { $count ->
        [one] Alleen de achternaam in 1 tekst over iemand anders: die blijft staan
       *[other] Alleen de achternaam in { $count } teksten over anderen: die blijft staan
    }
forget-others = In deze teksten staat de achternaam. Open ze en pas ze aan waar die persoon bedoeld is.
button-forget-others = Bekijk die
forget-empties = { $count ->
        [one] { $accounts } heeft dan geen contacten meer
       *[other] { $accounts } hebben dan geen contacten meer
    }
forgotten-empty = { $count ->
        [one] { $accounts } heeft nu geen contacten meer
       *[other] { $accounts } hebben nu geen contacten meer
    }
button-forget-account = Vergeten, met { $accounts }
