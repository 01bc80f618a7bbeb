# Quotes and contracts.
menu-quote = Quote sent: /quote 12.4k valid until 30 June
menu-contract = Contract signed: /contract 12.4k
quote-ask-whom = To whom? A few letters of the name will do.
quote-quote-out = Quote
quote-quote-in = Quote from them
quote-contract-out = Contract
quote-contract-in = Contract
quote-valid = valid until { $day }
quote-about-which = Which opportunity is it about?
quote-waits = { $name } decides whether it becomes an account.
quote-sent-ask = Sent? For how much?
quote-not-sent = No quote logged.
button-sent-no-amount = Sent, no amount
button-not-sent = Not sent
button-new-opportunity = A new opportunity
button-about = About { $what }
