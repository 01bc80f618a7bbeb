# Erasing a person.
ask-forget = Whom shall I forget? A name, e-mail or phone number.
forget-whom = Which one? It is asked again before anything goes.
forget-sure = Forget for good? This cannot be undone. Gone would be:
forget-counts = { $reaches ->
        [one] 1 phone or e-mail
       *[other] { $reaches } phones and e-mails
    } · { $activities ->
        [one] 1 entry
       *[other] { $activities } entries
    } · { $follow_ups ->
        [one] 1 follow-up
       *[other] { $follow_ups } follow-ups
    } · { $messages ->
        [one] 1 message
       *[other] { $messages } messages
    }
forget-mentions = { $count ->
        [one] The name in 1 text about somebody else
       *[other] The name in { $count } texts about others
    }
forgotten = ✅ Forgotten, { $day }. Removed:
forgotten-elsewhere = Still there: what stands in your chats (delete it there), and backups until they are replaced.
not-yours-to-forget = That lead is a colleague's. A manager can forget it.
button-forget-yes = Forget for good
forget-perhaps = { $count ->
        [one] The surname alone in 1 text about somebody else: it stays
       *[other] The surname alone in { $count } texts about others: it stays
    }
forget-others = The surname stands in what was written about these. Open and change it where it means that person.
button-forget-others = Look at those
forget-empties = { $count ->
        [one] { $accounts } would have no contacts
       *[other] { $accounts } would have no contacts
    }
forgotten-empty = { $count ->
        [one] { $accounts } has no contacts now
       *[other] { $accounts } have no contacts now
    }
button-forget-account = Forget, with { $accounts }
