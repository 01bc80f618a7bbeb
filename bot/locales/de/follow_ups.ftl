# Erinnerungen, die Antworten darauf, und was der Rhythmus bringt.
turn-put-off = neue Zeit für { $name }
turn-stopped = Stopp für { $name }
