# Herinneringen, de antwoorden erop, en wat het ritme brengt.
turn-put-off = nieuwe tijd voor { $name }
turn-stopped = stop voor { $name }
