"""German: questions, small talk, corrections."""

from crm.capture.words.lists import phrases, w
from crm.capture.words.vocabulary import Talk

TALK = Talk(
    question_words=w("wer wen wem was wo wann warum wieso wie welche welcher welches wieviele wieviel wohin"),
    question_today=phrases(
        "wen soll ich heute anrufen; wen soll ich anrufen; wen muss ich anrufen; wen muss ich heute anrufen; wen rufe ich; "
        "was steht heute an; was steht morgen an; was steht an; was muss ich heute; was muss ich tun; meine aufgaben; meine agenda; "
        "mein tag; meine termine; was habe ich heute; was habe ich morgen; nächster termin; nächsten termin; "
        "offene aufgaben; offenen aufgaben; wen soll ich; wer ist der nächste; was ist heute; was liegt an; "
        "was ist mein; wann ist mein; welche termine; wen sollte ich; wen kann ich; was liegt heute an; wer ist als nächstes"
    ),
    question_neglected=phrases(
        "nicht nachgefasst; noch nicht nachgefasst; noch nicht angerufen; nicht angerufen; ohne nachfassen; wen habe ich vergessen; "
        "noch nicht gemeldet; noch nicht kontaktiert; nicht kontaktiert; wen habe ich noch nicht; wer wartet noch; "
        "noch offen; ohne wiedervorlage; liegengeblieben; liegen geblieben; noch nachfassen; noch nicht gesprochen; "
        "wen habe ich nicht; wer wurde nicht; wer wurde noch nicht; wen haben wir noch nicht; wen haben wir vergessen; "
        "nicht zurückgerufen; wer fehlt noch; wen muss ich noch"
    ),
    question_about=phrases(
        "was habe ich mit; was haben wir mit; was wissen wir über; was weiß ich über; wann habe ich; was ist der stand bei; "
        "was ist der status von; status von; wie steht es mit; stand bei; wer ist; erzähl mir von; erzähl mir über; letzter kontakt mit; "
        "wie lautet die nummer von; telefonnummer von; nummer von; habe ich; haben wir; was war mit; was wollte; was will; wann haben wir; "
        "was hat; wie weit sind wir mit; was ist mit; was wurde mit; hab ich; was hab ich mit; mailadresse von"
    ),
    commands=phrases(
        "zeig; zeige; zeig mir; zeige mir; gib mir; such; suche; finde; liste; schick mir; lösche; storniere; öffne; "
        "exportiere; stopp; stop; hilfe; wie viele; wieviele; drucke"
    ),
    small_talk=w("""ok okay danke dank vielen bitte gern gerne super toll prima klasse schön haha ja nein hallo hi moin
        guten morgen tag abend nacht tschüss tschüß ciao bis später gleich alle alles klar leute euch messe heute
        viel erfolg gut gemacht glückwunsch feierabend servus jungs team perfekt passt bestens genau"""),
    also=phrases(
        "und auch; und; auch; außerdem; plus; ach ja; noch; ps; p.s.; übrigens; vergessen; zusätzlich; dazu; und noch; nachtrag; ergänzung"
    ),
    negations=("nicht", "kein", "keine", "nein", "sondern nicht"),
    asked_first=phrases(
        "ist das; ist die; haben wir; hast du; habe ich; hat jemand; gibt es; muss ich; kann ich; wurde das; sind wir"
    ),
    addressed=phrases("kannst du; könntest du; können sie; kann jemand; wer kann"),
    social=w("""abendessen mittagessen kaffee bier pizza wlan reserviert tisch party"""),
    not_counted=w("""halle stand raum gleis tor uhr tage tagen wochen"""),
    they=w("""er sie ihr ihre sein seine will von bei"""),
    instead=phrases("sondern; aber"),
    it_is=phrases("es ist; ist"),
    idle=w("""handy nummer wert ist sein ihre ihr am um das die der betrag datum netto"""),
    bare_questions=w("agenda heute"),
)
