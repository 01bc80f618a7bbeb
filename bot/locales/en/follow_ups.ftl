# Reminders, their answers, and what the cadence brings.
turn-put-off = new time for { $name }
turn-stopped = stop for { $name }
