ask-several = Meerdere bij “{ $query }”
ask-no-next-step = Geen volgende stap gepland
