# Quotes and contracts.
quote-ask-whom = To whom? A few letters of the name will do.
quote-quote-out = Quote
quote-quote-in = Quote from them
quote-contract-out = Contract
quote-contract-in = Contract
quote-valid = valid until { $day }
quote-about-which = Which deal is it about?
quote-waits = { $name } decides whether it becomes an account.
quote-sent-ask = Sent? For how much?
quote-not-sent = No quote logged.
button-sent-no-amount = Sent, no amount
button-not-sent = Not sent
button-new-opportunity = A new deal
button-about = About { $what }
quote-after-end = A new deal: the one of { $what } stays closed.
quote-amount-changed = Amount: { $old } → { $new }
button-new-instead = New deal instead
