# Offertes en contracten.
quote-ask-whom = Aan wie? Een paar letters van de naam is genoeg.
quote-quote-out = Offerte
quote-quote-in = Offerte van hen
quote-contract-out = Contract
quote-contract-in = Contract
quote-valid = geldig tot { $day }
quote-about-which = Over welke deal gaat het?
quote-waits = { $name } beslist of het een account wordt.
quote-sent-ask = Verstuurd? Voor hoeveel?
quote-not-sent = Geen offerte vastgelegd.
button-sent-no-amount = Verstuurd, zonder bedrag
button-not-sent = Niet verstuurd
button-new-opportunity = Een nieuwe deal
button-about = Over { $what }
quote-after-end = Een nieuwe deal: die van { $what } blijft afgesloten.
quote-amount-changed = Bedrag: { $old } → { $new }
button-new-instead = Toch een nieuwe deal
