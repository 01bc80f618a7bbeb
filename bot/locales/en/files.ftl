# Files.
files-none = No files yet.
files-of = { $count ->
    [one] 1 file
   *[other] { $count } files
}
file-big = Larger than 20 MB: it stays with Telegram, I can't read or copy it.
file-again = That file is there already.
file-whose = Whose is this? ({ $kind })
file-elsewhere = I no longer have that file: it came through another bot.
file-gone = Telegram no longer has the mail that it came in. Its text stands on the timeline.
button-files = Files
button-on = On { $name }
files-kept = { $count ->
    [one] 1 file kept
   *[other] { $count } files kept
}
turn-file = file of { $name }
place-noted = Visit with its place noted.
place-whose = Were you visiting somebody?
place-nobody = Whom were you visiting? Log the visit first, then send the location.
button-visit-to = Visit to { $name }
