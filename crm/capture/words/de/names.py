"""German: names and what stands around them."""

from crm.capture.words.lists import phrases, w
from crm.capture.words.vocabulary import Names

NAMES = Names(
    common=w("""neukunde neukundin bestandskunde interessent interessentin kundin stammkunde hinweis empfehlung ansprechpartner ansprechpartnerin kontaktperson
        der die das den dem des ein eine einen einem einer eines und oder aber denn doch also als wie wenn weil dass
        daß ob damit obwohl während sobald bis seit nachdem bevor wer wen wem wessen was wo wann warum wieso welche
        welcher welches welchen wieviel wieviele ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen
        mein meine meinen meinem meiner dein deine sein seine seinen seinem seiner ihre ihren ihrem ihrer unser
        unsere unseren unserem euer eure sich man jemand niemand jeder jede jedes alle alles etwas nichts viel viele
        wenig wenige mehr weniger meist kein keine keinen bin bist ist sind seid war waren wird werden wurde wurden
        geworden worden hab habe hast hat haben hatte hatten gehabt kann kannst können konnte konnten darf dürfen
        muss muß müssen musste soll sollen sollte sollten will willst wollen wollte wollten möchte möchten mag
        mögen würde würden tun tut tat getan geh geht gehen ging gegangen komm kommt kommen kam gekommen nicht
        noch nur auch schon bereits wieder gerade grad grade eben soeben vorhin jetzt nun dann danach dort hier da
        hin her so sehr ganz ziemlich etwa circa ca ungefähr rund fast knapp mindestens maximal bitte danke dank
        gern gerne vielleicht wahrscheinlich sicher wirklich echt besonders vor allem von vom zu zum zur mit ohne
        bei beim an am ans auf aufs in im ins aus über unter zwischen nach neben hinter durch für gegen um per via
        pro statt wegen trotz laut ab ja nein ok okay gut super toll prima schön klasse hallo hi hey moin servus
        grüß gott guten tag morgen abend mahlzeit liebe lieber sehr geehrte geehrter damen herren grüße gruß grüßen
        freundlichen freundliche viele beste herzliche lg mfg vg neu neue neuer neuen neues alt alte alten groß
        große großen klein kleine kleinen kurz kurze lang lange langen ganze halbe erste ersten zweite zweiten
        dritte letzte letzten nächste nächsten nächster nächstes kommende eins zwei drei vier fünf sechs sieben
        acht neun zehn elf zwölf gespräch gespräche gesprochen sprechen spricht sprach geredet reden getroffen
        treffen traf trifft kennengelernt kennenlernen gesehen sehen sieht sah besuch besuche besucht besuchen
        anruf anrufe anrufen ruf rufe ruft angerufen rückruf zurückrufen zurückgerufen telefonieren telefoniert
        telefonat mail mails mailen mailt gemailt schick schicke schicken schickt geschickt sende senden sendet
        gesendet zusenden zuschicken such suche sucht suchen gesucht frag frage fragt fragen fragte gefragt
        anfrage anfragen angefragt braucht brauchen brauche benötigt benötigen wünscht wünschen interesse
        interessiert interessieren angebot angebote anbieten preis preise preisliste budget auftrag aufträge
        auftragswert bestellung bestellen bestellt kauf kaufen kauft gekauft verkauf verkaufen wert gesamt umsatz
        kostet kosten heute gestern übermorgen woche wochen wochenende monat monate monatsende tag tage jahr jahre
        uhr stunde stunden minute minuten vormittag nachmittag mittag früh spät später bald sofort schnell lead
        leads interessent interessenten kontakt kontakte kunde kunden person personen leute mann frau herr
        kollege kollegin kollegen team firma firmen unternehmen besucher besuchern visitenkarte visitenkarten karte stand
        messe messen halle veranstaltung demo demos muster broschüre katalog kataloge prospekt info infos information
        informationen infomaterial unterlagen datenblatt details produkt produkte stück stücke stk kiste set
        notiz notizen bemerkung schritt aktion nachfassen nachgefasst nachfragen melden meldet meldung erinnere
        erinnern erinnerung eintragen aufnehmen notieren anlegen hinzufügen mach mache machen macht gemacht lass
        lassen läßt lässt sag sagt sagen sagte gesagt weiß wissen denk denkt denken gib gibt geben gab gegeben
        bekomm bekommt bekommen nehmen nimmt nahm genommen heißt bleibt bleiben hält halten arbeit arbeitet arbeiten
        nutzt nutzen verwendet start starten startet beginnt beginnen plan plant planen geplant entscheidet
        entscheiden entscheidung entscheider ersetzen ersatz installieren installation testen test probe pilot
        projekt projekte projektstart warm kalt heiß dringend eilig priorität prio hoch niedrig typ modell nummer nr tel
        telefon mobil handy büro fax www http https adresse straße str gleiche gleichen eigene eigenen art erwartet
        antwort antworten antwortet rückmeldung reaktion wartet warten zusage unterschrieben vertrag verträge
        termin termine vereinbart vereinbaren vereinbarung kalender lieferung liefern liefert geliefert versand rechnung
        zahlung zahlen rabatt spezifikation version bestehende aktuell aktuelle lieferant lieferanten netto brutto
        zzgl inkl exkl mwst plus nur allem zusammen beide beiden ausschreibung läuft laufen lief einladung
        vorbeikommen vorbeifahren vorbei linie bericht übersicht liste zeig zeige zeigen öffne offen offene offenen
        weiter einmal mal irgendwo immer nie manchmal oft beschäftigt geschlossen fertig leider hoffentlich problem
        probleme kaputt euro euros tausend hundert million millionen montag dienstag mittwoch donnerstag freitag samstag
        sonntag januar februar märz april juni juli august september oktober november dezember abholen holen
        bringen mitnehmen anschauen schauen schaut besprechen besprochen besprechung zuständig zuständige verantwortlich kümmert
        verlangt verlor vergessen vergiss treffpunkt eingang ausgang parkplatz abendessen mittagessen kaffee bier
        essen geburtstag beamer akku wlan leer wieviel zufrieden begeistert ernst unsicher zuletzt neulich früher
        damals bezüglich betreff betrifft bzgl bzw z.b. zb beispielsweise nämlich usw etc evtl eventuell ggf
        empfehlung empfohlen weiterleiten weitergeleitet fwd wg aw re mindest total rückfrage rückfragen meinte meint
        steht stehen stand gestanden sitzt hängt bitten bittet anbei bräuchte bräuchten hätte hätten wäre wären
        einfach eigentlich überhaupt sogar je jeweils monatlich jährlich pauschal komplett dranbleiben vorstellen
        angeschaut mieten miete leasen kontaktieren kontaktiert feedback kennt kennen lernen gelernt dabei dazu davon
        daher deshalb deswegen trotzdem sonst außerdem zusätzlich zwar hinten vorne oben unten rechts links
        messekontakt messebesucher messelead kurzinfo standbesucher neukontakt zurück fest würd wär schau muß habs hatts bisschen paar dutzend sorry danach unbedingt müsste
        """),
    to_organisation=w("von vom bei beim der für @ fa fa. firma leitet v."),
    meet=w(
        "ansprechpartner ansprechpartnerin kontaktperson mit herrn frau lead kontakt gespräch treffen getroffen anruf rückruf telefonat ansprechpartner"
    ),
    place=w("in aus im bei raum nähe"),
    honorifics=w(
        "vet dent habil doktor professor herr herrn bgm bgm. hr hr. hrn hrn. frau fr fr. dr dr. prof prof. mag mag. dipl-ing dipl.-ing. dipl-ing. ing ing. dkfm di "
        "dipl dipl. kfm kfm. dipl.-kfm. med med. jur jur. phil rer nat. frl. i.a. i.v. ppa. ppa ddr ddr."
    ),
    referred_by=phrases(
        "empfohlen von; empfehlung von; empfehlung durch; tipp von; über kollege; über kollegen; über meinen kollegen; "
        "vermittelt von; kontakt durch; kontakt über; hinweis von; weitergeleitet von; empfohlen durch"
    ),
    introduced=phrases("mein name ist; ich bin; ich heiße; hier ist; hier; heißt; namens"),
    articles=w("""der die das den dem ein eine"""),
    role_addresses=w(
        """verkauf vertrieb einkauf buero kontakt buchhaltung anfrage bestellung zentrale empfang"""
    ),
    old_articles=frozenset(),
    before_article=frozenset(),
    verb_ends=w("zurück an"),
    here=w("hier"),
    does=w("entscheidet unterschreibt will ist hat leitet kümmert macht führt"),
    surname_endings=(
        "berg",
        "burg",
        "stein",
        "feld",
        "heim",
        "hausen",
        "dorf",
        "thal",
        "bach",
        "hof",
        "wald",
        "hagen",
        "au",
        "eck",
        "itz",
        "ow",
    ),
    surnames=w(
        """lang klein kleine groß gross kurz koch roth graf fuchs wolf lehmann bauer becker schneider weber fischer metzger wagner schäfer könig kaiser vogel hahn berg stein brand sommer winter herbst sonntag freitag montag mann haas horn mai ernst sauer süß kraus blum engel moser maurer maler schreiner zimmermann binder steiner berger huber"""
    ),
    weak_names=w("""dan ernst"""),
    doubtful_honorifics=w("""vet dent habil di med nat phil jur rer mag fr hr i.a i.v dr"""),
    possessives=w("""unsere unser ihre für"""),
    ourselves_after=w("uns mir"),
)
