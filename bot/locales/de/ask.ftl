ask-several = Mehrere zu „{ $query }“
ask-no-next-step = Kein nächster Schritt geplant
