# De inrichting, en wat die met de instellingen deelt.
ask-zone = Waar werk je? Tik, of typ een stad.
ask-country = Feestdagen van welk land? Tik, of typ een land.
ask-region = Welke regio?
ask-hours = Werktijden? Tik, of typ ze: 8:30-17:00
ask-visibility = Wat ziet een verkoper van de leads van anderen?
visibility-open = Open: die van het team
visibility-private = Privé: alleen de eigen
not-a-zone = Die stad ken ik niet. Probeer een grotere in de buurt.
not-a-country = Dat land ken ik niet.
not-a-region = Die regio ken ik niet.
not-hours = Daar kan ik geen werktijden in lezen. Zo: 8:30-17:00
set-up-done = ✅ Ingesteld. Het geldt voor iedereen die je uitnodigt.
set-up-next = Nodig het team uit: /invite
