welcome-owner = Jij bent de eigenaar. Stel zone, land en werktijden één keer in, of begin gewoon:
welcome-member = Je doet mee: { $workspace }.
welcome-example = Typ wie je sprak, bv. “Anna de Vries, Philips, 06 12345678, dinsdag bellen”
stranger = Ik werk voor een team, op uitnodiging. Vraag een collega die me gebruikt om een uitnodigingslink.
invite-unknown = Die link is gebruikt, verlopen of heeft nooit bestaan. Vraag een nieuwe.
last-owner = De laatste eigenaar kan niet weg. Maak eerst iemand anders eigenaar.
trouble-yet = Ik heb je bericht, maar kon het nog niet verwerken.
    Er is niets verloren, opnieuw sturen hoeft niet.
trouble-parked = Het zit nog vast. De eigenaar weet ervan.
alarm-parked = ⚠️ Een bericht kon na drie pogingen niet verwerkt worden. Het is bewaard: zie handslag doctor.
set-up-offer = Jij bent de eigenaar. Zone, land en werktijden vraag ik één keer, wanneer het je uitkomt:
