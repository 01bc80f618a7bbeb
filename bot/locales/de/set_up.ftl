# Die Einrichtung, und was sie mit den Einstellungen teilt.
ask-zone = Wo arbeitest du? Tippe an oder schreib eine Stadt.
ask-country = Feiertage welches Landes? Tippe an oder schreib ein Land.
ask-region = Welche Region?
ask-hours = Arbeitszeiten? Tippe an oder schreib sie: 8:30-17:00
ask-visibility = Was sieht ein Verkäufer von den Leads der anderen?
visibility-open = Offen: die des Teams
visibility-private = Privat: nur die eigenen
not-a-zone = Die Stadt kenne ich nicht. Versuch eine größere in der Nähe.
not-a-country = Das Land kenne ich nicht.
not-a-region = Die Region kenne ich nicht.
not-hours = Darin erkenne ich keine Arbeitszeiten. So: 8:30-17:00
set-up-done = ✅ Eingerichtet. Es gilt für alle, die du einlädst.
set-up-next = Lade das Team ein: /invite
