# Bestanden.
files-none = Nog geen bestanden.
files-of = { $count ->
    [one] 1 bestand
   *[other] { $count } bestanden
}
file-big = Groter dan 20 MB: het blijft bij Telegram, lezen of kopiëren kan ik het niet.
file-again = Dat bestand staat er al.
file-whose = Bij wie hoort dit? ({ $kind })
file-elsewhere = Dat bestand heb ik niet meer: het kwam via een andere bot.
file-gone = Telegram heeft de mail waar het in zat niet meer. De tekst staat op de tijdlijn.
button-files = Bestanden
button-on = Bij { $name }
files-kept = { $count ->
    [one] 1 bestand bewaard
   *[other] { $count } bestanden bewaard
}
turn-file = bestand bij { $name }
place-noted = Bezoek met de plek erbij.
place-whose = Was je bij iemand op bezoek?
place-nobody = Bij wie was je? Leg eerst het bezoek vast, stuur dan de locatie.
button-visit-to = Bezoek aan { $name }
