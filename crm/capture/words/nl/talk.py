"""Dutch: questions, small talk, corrections."""

from crm.capture.words.lists import phrases, w
from crm.capture.words.vocabulary import Talk

TALK = Talk(
    question_words=w("wie wat waar wanneer waarom hoe welke welk hoeveel"),
    question_today=phrases(
        "wie moet ik bellen; wie moet ik vandaag bellen; wie moet ik nu bellen; wie bel ik; wie kan ik bellen; "
        "wat moet ik doen; wat moet ik vandaag; wat staat er op; wat staat er vandaag; wat staat er morgen; "
        "mijn agenda; mijn dag; mijn taken; wat heb ik vandaag; wat heb ik morgen; volgende afspraak; "
        "mijn afspraken; wat is mijn; openstaande taken; mijn opvolgingen; wie moet ik; wat staat er gepland; "
        "wat staat er; wie is de volgende; wie moet ik mailen; wat zijn mijn taken"
    ),
    question_neglected=phrases(
        "niet opgevolgd; nog niet gebeld; nog niet opgevolgd; niet gebeld; zonder opvolging; wie ben ik vergeten; "
        "nog niet gemaild; nog niet benaderd; nog niet gesproken; wie heb ik nog niet; wie moet nog; "
        "blijven liggen; niet teruggebeld; nog opvolgen; laten liggen; wie wacht nog; wie heb ik niet; wie hebben we nog niet; "
        "wie is vergeten; laten zitten; nog niet teruggebeld"
    ),
    question_about=phrases(
        "wat heb ik afgesproken met; wat heb ik met; wat hebben we afgesproken met; wat weten we van; "
        "wat weet ik van; wanneer sprak ik; wanneer heb ik; wat is de status van; status van; "
        "hoe staat het met; hoe zit het met; wie is; wat was er met; vertel over; wat spraken we af met; "
        "laatste contact met; wat is het nummer van; telefoonnummer van; nummer van; wat is het telefoonnummer van; "
        "heb ik; hebben we; wanneer hebben we; wat sprak ik af met; wat wilde; wat wil; hoe ver zijn we met; "
        "wat zei; wat is er afgesproken met; wat hebben we met; mailadres van"
    ),
    commands=phrases(
        "toon; laat; laat me; laat zien; geef; geef me; zoek; lijst; stuur me; verwijder; annuleer; open; "
        "exporteer; stop; help; hoeveel; print; vind"
    ),
    small_talk=w("""ok oke oké okee prima top bedankt dank je wel dankje dankjewel haha ja nee hoi hallo goedemorgen
        goedemiddag goedenavond allemaal succes vandaag tot morgen straks fijne dag avond weekend lekker leuk mooi
        super goed gedaan zeker joe hey welterusten gefeliciteerd iedereen team jongens"""),
    also=phrases(
        "en ook; en; ook; plus; oh ja; nog; ps; p.s.; trouwens; vergat; verder; en nog; daarnaast; o ja; ook nog"
    ),
    negations=("niet", "geen", "nee"),
    asked_first=phrases(
        "is de; heb je; heb ik; hebben we; heeft iemand; is er; zijn er; moet ik; kan ik; komt er"
    ),
    addressed=phrases(
        "kun je; kun jij; kan je; kan jij; kan u; kunt u; wil je; wil jij; wil u; kan iemand; wil iemand; wie kan"
    ),
    social=w("""koffie borrel biertje bier eten etentje diner gereserveerd lunch pizza wifi"""),
    not_counted=w("""hal stand zaal uur weken dagen week"""),
    they=w("""hij zij ze zijn haar er wil bij van"""),
    instead=phrases("maar"),
    it_is=phrases("het is; is"),
    idle=w("""mobiel gsm nummer waarde is zijn haar op om het de excl btw netto bedrag datum"""),
    bare_questions=w("agenda vandaag"),
)
