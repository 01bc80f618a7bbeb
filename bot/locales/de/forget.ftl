# Eine Person löschen.
ask-forget = Wen soll ich vergessen? Name, E-Mail oder Telefonnummer.
forget-whom = Wen davon? Ich frage noch einmal, bevor etwas weg ist.
forget-sure = Endgültig vergessen? Das lässt sich nicht rückgängig machen. Weg wären:
forget-counts = { $reaches ->
        [one] 1 Nummer oder Adresse
       *[other] { $reaches } Nummern und Adressen
    } · { $activities ->
        [one] 1 Eintrag
       *[other] { $activities } Einträge
    } · { $follow_ups ->
        [one] 1 Wiedervorlage
       *[other] { $follow_ups } Wiedervorlagen
    } · { $messages ->
        [one] 1 Nachricht
       *[other] { $messages } Nachrichten
    }
forget-mentions = { $count ->
        [one] Der Name in 1 Text über jemand anderen
       *[other] Der Name in { $count } Texten über andere
    }
forgotten = ✅ Vergessen, { $day }. Entfernt:
forgotten-elsewhere = Noch da: was in euren Chats steht (dort löschen) und Sicherungen, bis sie ersetzt sind.
not-yours-to-forget = Der Lead gehört jemand anderem. Ein Manager kann ihn vergessen.
button-forget-yes = Endgültig vergessen
forget-perhaps = { $count ->
        [one] Nur der Nachname in 1 Text über jemand anderen: der bleibt stehen
       *[other] Nur der Nachname in { $count } Texten über andere: der bleibt stehen
    }
forget-others = Hier steht der Nachname in einem Text. Öffnen und ändern, wo diese Person gemeint ist.
button-forget-others = Ansehen
forget-empties = { $count ->
        [one] { $accounts } hat dann keine Kontakte mehr
       *[other] { $accounts } haben dann keine Kontakte mehr
    }
forgotten-empty = { $count ->
        [one] { $accounts } hat jetzt keine Kontakte mehr
       *[other] { $accounts } haben jetzt keine Kontakte mehr
    }
button-forget-account = Vergessen, mit { $accounts }
