# Dateien.
files-none = Noch keine Dateien.
files-of = { $count ->
    [one] 1 Datei
   *[other] { $count } Dateien
}
file-big = Größer als 20 MB: bleibt bei Telegram, lesen oder kopieren kann ich sie nicht.
file-again = Diese Datei ist schon da.
file-whose = Zu wem gehört das? ({ $kind })
file-elsewhere = Diese Datei habe ich nicht mehr: Sie kam über einen anderen Bot.
file-gone = Telegram hat die Mail mit diesem Anhang nicht mehr. Ihr Text steht im Verlauf.
button-files = Dateien
button-on = Zu { $name }
files-kept = { $count ->
    [one] 1 Datei aufbewahrt
   *[other] { $count } Dateien aufbewahrt
}
turn-file = Datei zu { $name }
place-noted = Besuch mit Ort vermerkt.
place-whose = Warst du bei jemandem zu Besuch?
place-nobody = Bei wem warst du? Erst den Besuch eintragen, dann den Standort schicken.
button-visit-to = Besuch bei { $name }
