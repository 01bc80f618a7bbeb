"""German, of Germany, Austria and Switzerland."""

from crm.capture.words.vocabulary import Calendar, Words, phrases, rows, table, w

CALENDAR = Calendar(
    weekdays=rows("""
        montag mo mon montags
        dienstag di die. diens
        mittwoch mi mittw
        donnerstag do donn
        freitag fr freitags
        samstag sa sonnabend
        sonntag so sonntags"""),
    months=rows("""
        januar jän jänner jan
        februar feb feber
        märz maerz mär mrz
        april apr
        mai
        juni jun juno
        juli jul
        august aug
        september sept sep
        oktober okt
        november nov
        dezember dez"""),
    short_only_as_day=w("mo mon di mi do fr sa so mai"),
    days=table("""
        -2: vorgestern
        -1: gestern
        0: heute; heute noch; heut; heute abend; heute nachmittag; heute vormittag; heute mittag; heute früh; nachher; ende des tages; heute nachm
        1: morgen; morgen früh; morgen vormittag; morgen nachmittag; morgen mittag; morgen abend
        2: übermorgen; uebermorgen; übermorgen früh
        3: überübermorgen"""),
    units=table("""
        minutes: minute; minuten; min; min.
        hours: stunde; stunden; std; std.; h
        days: tag; tage; tagen; tg
        workdays: werktag; werktagen; werktage; arbeitstag; arbeitstagen; arbeitstage
        weeks: woche; wochen; wo; wo.
        months: monat; monate; monaten
        years: jahr; jahre; jahren"""),
    next_words=phrases(
        "nächste; nächsten; nächster; nächstes; nächst; naechste; naechsten; naechster; kommende; kommenden; kommender; kommendes; "
        "nä.; nä; folgende; folgenden; nächstn; kom."
    ),
    this_words=phrases("diese; diesen; dieser; dieses; diesem"),
    after_next_words=phrases(
        "übernächste; übernächsten; übernächster; uebernaechste; uebernächste; uebernaechsten; übernächstes"
    ),
    last_words=phrases("letzte; letzten; letzter; letztes; vergangene; vergangenen; vorige; vorigen"),
    in_words=phrases(
        "in; binnen; innerhalb von; in ca.; in ca; in etwa; in den nächsten; in circa; nach; innerhalb der nächsten"
    ),
    from_now=phrases("später; ab jetzt"),
    ago=phrases("zuvor; her"),
    end_of=phrases(
        "ende; ende der; ende des; anfang ende; zum ende der; zum ende des; bis ende; gegen ende; ende dieser"
    ),
    start_of=phrases(
        "anfang; anfang der; anfang des; erste woche; erste woche im; beginn; in der ersten woche; anf."
    ),
    middle_of=phrases("mitte; mitte der; mitte des"),
    month_end=phrases("monatsende; zum monatsende; ende des monats; ende monat; ultimo; monatsultimo"),
    year_end=phrases("jahresende; ende des jahres; ende jahr; zum jahresende"),
    week=phrases("woche"),
    month=phrases("monat; monats"),
    year=phrases("jahr; jahres"),
    week_number=phrases("kw; kalenderwoche; kw."),
    weekend=phrases("wochenende; dem wochenende; we; das wochenende; dem we"),
    after=phrases("nach; nach dem; nach den; nach der"),
    before=phrases("vor; vor dem; vor den; vor der"),
    on_the=phrases("am; den; der; zum; dem; an dem"),
    ordinals=(".", "ten", "te"),
    at=phrases("um; ab; gegen; nach; vor; bis; punkt; so um; zirka; ca; ca."),
    hour=phrases("uhr; h; uhr."),
    half_to=phrases("halb"),
    quarter_past=phrases("viertel nach"),
    quarter_to=phrases("viertel vor; dreiviertel"),
    minutes_past=phrases("nach; minuten nach; min nach"),
    minutes_to=phrases("vor; minuten vor; min vor"),
    noon=phrases("mittag; mittags; zu mittag; am mittag; 12 uhr mittags"),
    day_parts=phrases("morgen; vormittag; nachmittag; abend; mittag; früh"),
    morning=phrases(
        "morgens; früh; vormittag; vormittags; am vormittag; am morgen; in der früh; in der frühe; vorm.; vm; vorm"
    ),
    afternoon=phrases("nachmittag; nachmittags; am nachmittag; nachm; nachm.; nm"),
    evening=phrases("abend; abends; am abend"),
    between=phrases("zwischen; von"),
    and_words=phrases("und; bis"),
    glue=phrases(
        "um; am; den; dem; der; ab; gegen; nach; vor; bis; zum; im; in; noch; spätestens; früh; schon; gleich; dann; so; ca; von; bitte; "
        "zirka; ungefähr; etwa; gern; gerne; spät"
    ),
    feasts=table("""
        easter: ostern; den osterferien; osterferien; osterfeiertagen; den feiertagen
        pentecost: pfingsten
        christmas: weihnachten; den weihnachtsferien
        newyear: neujahr; silvester; dem jahreswechsel; jahreswechsel"""),
)

DE = Words(
    code="de",
    calendar=CALENDAR,
    common=w("""
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
    meet=w("mit herrn frau lead kontakt gespräch treffen getroffen anruf rückruf telefonat ansprechpartner"),
    place=w("in aus im bei raum nähe"),
    honorifics=w(
        "herr herrn hr hr. hrn hrn. frau fr fr. dr dr. prof prof. mag mag. dipl-ing dipl.-ing. dipl-ing. ing ing. dkfm di "
        "dipl dipl. kfm kfm. dipl.-kfm. med med. jur jur. phil rer nat. frl. i.a. i.v. ppa. ppa ddr ddr."
    ),
    titles=w("""
        geschäftsführer geschäftsführerin geschäftsführender geschäftsführung gf inhaber inhaberin chef chefin gründer gründerin
        mitgründer mitgründerin leiter leiterin leitung direktor direktorin vorstand prokurist prokuristin einkäufer
        einkäuferin einkauf vertrieb verkäufer verkäuferin vertriebler disponent disponentin techniker technikerin
        ingenieur ingenieurin entwickler entwicklerin konstrukteur konstrukteurin meister meisterin werkmeister
        polier bauleiter bauleiterin projektleiter projektleiterin architekt architektin planer planerin berater
        beraterin referent referentin sachbearbeiter sachbearbeiterin assistent assistentin assistenz sekretär
        sekretärin buchhalter buchhalterin controller controllerin arzt ärztin chefarzt chefärztin oberarzt
        oberärztin zahnarzt zahnärztin tierarzt tierärztin apotheker apothekerin pfleger pflegerin
        pflegedienstleitung pflegedienstleiter pflegedienstleiterin koch köchin küchenchef küchenchefin bäcker
        bäckermeister metzger metzgermeister friseur friseurin florist floristin gärtner landwirt landwirtin winzer
        winzerin wirt wirtin gastwirt gastwirtin hotelier hoteldirektor hoteldirektorin bürgermeister bürgermeisterin
        hausmeister hausmeisterin verwalter verwalterin hausverwalter makler maklerin notar anwalt rechtsanwalt
        steuerberater lehrer lehrerin schulleiter schulleiterin rektor rektorin dekan professor professorin
        institutsleiter institutsleiterin manager managerin ceo cto cfo coo cio cmo cdo ciso verantwortlicher
        verantwortliche beauftragter beauftragte fachkraft spezialist spezialistin vertreter vertreterin
        handelsvertreter betreiber betreiberin pächter pächterin bevollmächtigter abteilungsleiter abteilungsleiterin
        betriebsleiter betriebsleiterin werksleiter werksleiterin werkstattleiter elektromeister
        kfz-meister filialleiter filialleiterin marktleiter gesellschafter gesellschafterin kommandant stadtwerkeleiter
        bauamtsleiter bauamtsleiterin kurator kuratorin dirigent intendant intendantin trainer trainerin werkstudent werkstudentin praktikant praktikantin azubi vertriebsleiter
        marketingleitung fuhrparkleiter fuhrparkmanager fuhrparkleitung werkzeugmacher facility-manager strategischer"""),
    title_openers=w(
        "leiter leiterin leitung head bereichsleiter abteilungsleiter vorstand referent referentin direktor "
        "vp verantwortlicher verantwortliche sachbearbeiter sachbearbeiterin leitende leitender"
    ),
    title_parts=w("""
        technischer technische technisches kaufmännischer kaufmännische kaufm. kaufm techn. techn stellv. stellv
        stellvertretender stellvertretende geschäftsführender geschäftsführende leitender leitende strategischer
        strategische operativer operative senior junior globaler regionaler medizinischer ärztlicher wissenschaftlicher
        wissenschaftliche einkauf vertrieb verkauf marketing produktion fertigung montage logistik lager versand technik instandhaltung
        entwicklung forschung konstruktion qualität qualitätssicherung qs qm arbeitssicherheit umwelt energie
        personal hr it edv finanzen controlling buchhaltung verwaltung recht betrieb werk werkstatt fuhrpark facility
        gebäudemanagement immobilien bau planung projekte projektmanagement export import außendienst innendienst
        service kundendienst digitalisierung innovation nachhaltigkeit key account und & für beschaffung
        materialwirtschaft supply chain operations r&d f&e forschung automatisierung haustechnik gebäudetechnik
        küche gastronomie food beverage housekeeping pflege labor medizintechnik produktmanagement engineering
        elektro mechanik öffentlichkeitsarbeit kommunikation category product sales head of area general
        disposition arbeitsvorbereitung materialwesen indirekter direkter zentraler zentrale zentraleinkauf handwerklicher"""),
    title_endings=(
        "leiter",
        "leiterin",
        "leitung",
        "manager",
        "managerin",
        "meister",
        "meisterin",
        "einkäufer",
        "einkäuferin",
        "führer",
        "führerin",
        "ingenieur",
        "ingenieurin",
        "berater",
        "beraterin",
        "referent",
        "referentin",
        "chef",
        "chefin",
        "techniker",
        "technikerin",
        "beauftragter",
        "beauftragte",
        "arzt",
        "ärztin",
        "direktor",
        "direktorin",
        "verwalter",
        "verwalterin",
        "planer",
        "planerin",
        "assistentin",
        "assistent",
        "vorstand",
        "inhaber",
        "inhaberin",
        "architekt",
        "architektin",
        "sachbearbeiter",
        "sachbearbeiterin",
        "spezialist",
        "spezialistin",
        "entwickler",
        "entwicklerin",
        "einkauf",
        "koordinator",
        "koordinatorin",
        "konstrukteur",
    ),
    title_links=w("und & für der des im von"),
    org_first=w("""stadt gemeinde marktgemeinde landkreis kreis verein stiftung universität uni hochschule schule gymnasium grundschule kita
        kindergarten klinik klinikum krankenhaus praxis zahnarztpraxis arztpraxis apotheke hotel gasthof gasthaus
        restaurant café cafe brauerei bäckerei metzgerei fleischerei konditorei weingut autohaus werkstatt stadtwerke
        sparkasse volksbank raiffeisenbank bank hausverwaltung spedition druckerei schreinerei tischlerei zimmerei
        gärtnerei molkerei käserei kellerei mühle sägewerk stahlwerk chemwerk museum theater therme freibad
        seniorenheim pflegeheim pflegedienst altenheim ministerium landratsamt bauhof feuerwehr reederei werft
        fachhochschule institut büro architekturbüro ingenieurbüro planungsbüro kanzlei steuerkanzlei agentur
        werbeagentur camping landgasthof bäderbetriebe fraunhofer zentrum zahnzentrum firma fa fa. möbel
        baumarkt gartencenter modehaus kaufhaus möbelhaus optik sanitätshaus fitnessstudio physiotherapie tierarztpraxis
        tierklinik biohof hofladen hof bauernhof winzergenossenschaft genossenschaft verband kammer innung forschungszentrum
        messebau malerbetrieb dachdeckerei elektro metallbau stahlbau maschinenbau holzbau"""),
    org_words=w("""gruppe holding technik blechtechnik bau metallbau stahlbau maschinenbau anlagenbau holzbau hochbau
        tiefbau logistik transporte transport spedition handel großhandel vertrieb werke werk werkzeuge maschinen
        elektro elektrotechnik elektronik sensorik optik energie solar haustechnik sanitär heizung klima kälte
        landtechnik catering bäckerei fleischwaren feinkost getränke weine möbel küchen textil textilien mode verlag
        medien druck verpackung verpackungen kunststoff kunststofftechnik chemie pharma medizintechnik labor
        software systeme systems solutions services consulting beratung immobilien verwaltung versicherungen bank
        söhne gebr gebrüder partner dienstleistungen reinigung sicherheit garten landschaftsbau dachdecker maler
        präzision drucklufttechnik druckluft antriebstechnik fördertechnik automation robotik fahrzeugbau fahrzeuge
        autohaus reisen touristik fitness sport spielwaren schmuck transporte frischmarkt markt märkte gastro
        gastronomie hotels hotel group international deutschland austria schweiz europe agrar stahl metall holz glas
        keramik beton kies recycling entsorgung umwelttechnik wassertechnik messtechnik prüftechnik regeltechnik
        industrie industries engineering manufaktur gelato produktion nord süd ost west reederei brauerei
        klinikum kliniken zentrum center institut stiftung verein haus stube"""),
    org_endings=(
        "technik",
        "bau",
        "werk",
        "werke",
        "gruppe",
        "handel",
        "logistik",
        "transporte",
        "betriebe",
        "haus",
        "zentrum",
        "markt",
        "klinik",
        "klinikum",
        "amt",
        "verwaltung",
        "tec",
        "tech",
        "kontor",
        "manufaktur",
        "milch",
        "produktion",
        "elektronik",
        "stahl",
        "pharma",
        "chemie",
        "consult",
        "plast",
        "soft",
        "druck",
        "gemeinde",
        "stift",
    ),
    goods_endings=(
        "maschine",
        "maschinen",
        "anlage",
        "anlagen",
        "gerät",
        "geräte",
        "geräten",
        "theke",
        "theken",
        "schrank",
        "schränke",
        "regal",
        "regale",
        "teile",
        "pumpe",
        "pumpen",
        "ung",
        "ungen",
        "heit",
        "keit",
        "muster",
        "küche",
        "lampen",
        "leuchten",
        "stühle",
        "tische",
        "spüler",
        "sensoren",
        "köpfe",
        "zellen",
        "module",
        "säge",
        "quelle",
        "systeme",
        "ware",
        "kasse",
        "kassen",
        "platten",
        "fenster",
        "türen",
        "tore",
        "räder",
        "ventile",
        "lager",
        "roboter",
        "stapler",
        "filter",
        "messer",
        "fahrzeug",
        "fahrzeuge",
        "melder",
        "zäune",
        "tuben",
    ),
    generic_firm=w("firma unternehmen kette gruppe hersteller lieferant händler laden jemand kunde betrieb"),
    fair_words=w(
        "messe fachmesse kongress konferenz tagung symposium hausmesse forum event veranstaltung kongreß "
        "netzwerktreffen webinar"
    ),
    fair_lead_in=phrases(
        "auf der; auf dem; auf; von der; bei der; messe; an der; während der; beim; aus der"
    ),
    via=w("über via"),
    channels=table("""
        LinkedIn: linkedin
        Xing: xing
        Website: website; webseite; die website; homepage; kontaktformular; webformular; unsere website; unsere homepage
        Onlineshop: onlineshop; webshop; shop
        Instagram: instagram; insta
        Facebook: facebook
        Newsletter: newsletter
        Kaltakquise: kaltakquise
        Wer liefert was: wlw; wer liefert was"""),
    referred_by=phrases(
        "empfohlen von; empfehlung von; empfehlung durch; tipp von; über kollege; über kollegen; über meinen kollegen; "
        "vermittelt von; kontakt durch; kontakt über; hinweis von; weitergeleitet von; empfohlen durch"
    ),
    actions=w("""
        anrufen ruf anruf rückruf rückrufen zurückrufen telefonieren telefonat mail mailen maile schick schicke schicken
        senden sende zusenden zuschicken whatsapp whatsappen simsen angebot demo termin besuch besuchen vorbeifahren
        vorbeikommen vorbeischauen hinfahren treffen meeting nachfassen nachhaken melden kontaktieren kontakt erinnern
        erinnere erinnerung präsentation workshop besprechung telko teams zoom mittagessen kaffee call angebote
        offerte nachtelefonieren anschreiben schreiben schreib antworten antwort vorführung vorführen besichtigung
        besichtigen einladen abklären klären vereinbaren rückmeldung muster katalog vorstellen unterlagen
        videocall videokonferenz durchrufen durchklingeln anklingeln bescheid feedback baustelle preis preise
        austausch abstimmen gespräch aufmaß ausmessen begehung ortstermin einplanen liefern kennenlernen"""),
    asks=w("""will wollen möchte möchten sucht suchen braucht brauchen benötigt benötigen fragt anfrage interesse interessiert
        angebot demo budget bestellen bestellt auftrag test muster preis preise plant überlegt wünscht bedarf kaufen mieten
        bräuchte bräuchten ersetzen"""),
    waits=w("""
        lieferung liefertermin projekt projektstart ausschreibung deadline start startet beginnt vertrag läuft gültig
        eröffnung inbetriebnahme installation entscheidung umzug saison baubeginn fertigstellung endet abgabe stand
        messe"""),
    hot=phrases(
        "heiß; heiss; heißer lead; heisser lead; hot; prio a; prio 1; priorität a; priorität 1; a-lead; a lead; a-kontakt; "
        "a-kunde; hohe prio; hohe priorität; top prio; sehr heiß; brandheiß; top-lead"
    ),
    supplier=w("lieferant zulieferer hersteller"),
    budget=w(
        "budget wert gesamt auftragswert volumen auftrag deal etwa ca ungefähr rund circa für bis summe projektwert"
    ),
    unit_price=phrases(
        "je; pro; p.p.; pp; p.st.; stück; das stück; stückpreis; im monat; im jahr; monatlich; jährlich; "
        "pro stück; pro monat; pro jahr; am tag; pro tag; p.a.; p. a.; mtl.; mtl"
    ),
    turnover=w("umsatz gewinn gehalt rabatt anzahlung versandkosten jahresumsatz strafe"),
    not_money=w(
        "km kg g m meter mm cm stück stk mitarbeiter mitarbeitern leute personen kunden nutzer qm m2 m3 liter ltr flaschen "
        "wohnungen follower kilo umdrehungen tonnen einwohner tuben teile"
    ),
    thousand=w("k t tsd tsd. tausend teuro mille"),
    million=w("mio mio. million millionen m mill mill."),
    currencies=table("""
        EUR: euro; euros; eur; teur; t€
        CHF: franken; chf; fr.; sfr; stutz; fränkli
        GBP: pfund
        USD: dollar; usd; us-dollar
        PLN: zloty"""),
    numbers=table("""
        0: null
        1: eins; ein; eine; einen; einem; einer
        2: zwei; zwo
        3: drei
        4: vier
        5: fünf; fuenf
        6: sechs; sech
        7: sieben; sieb
        8: acht
        9: neun
        10: zehn
        11: elf
        12: zwölf; zwoelf
        13: dreizehn
        14: vierzehn
        15: fünfzehn
        16: sechzehn
        17: siebzehn
        18: achtzehn
        19: neunzehn
        20: zwanzig
        30: dreißig; dreissig
        40: vierzig
        50: fünfzig
        60: sechzig
        70: siebzig
        80: achtzig
        90: neunzig
        100: hundert
        1000: tausend
        1000000: million; millionen"""),
    number_and=w("und"),
    labels=table("""
        name: name; ansprechpartner; kontakt; ansprechpartnerin; kontaktperson; vor- und nachname
        first: vorname
        last: nachname; zuname
        organisation: firma; unternehmen; organisation; firmenname; kunde; betrieb; arbeitgeber
        title: position; funktion; rolle; titel; beruf; abteilung
        reach: tel; telefon; telefonnummer; mobil; mobiltelefon; handy; mail; e-mail; email; web; website; webseite; internet; t; m; e; w; nummer; durchwahl; zentrale; mobilnummer; tel.-nr; mob
        source: quelle; messe; veranstaltung; herkunft
        value: budget; wert; auftragswert; volumen; betrag; summe
        next: nächster schritt; aktion; termin; todo; wiedervorlage; nächste schritte; to do; rückruf; aufgabe
        note: notiz; bemerkung; interesse; notizen; bedarf; anmerkung; kommentar; interesse an; wunsch; anliegen"""),
    headers=table("""
        from: von; absender
        to: an; cc; bcc; kopie
        date: datum; gesendet
        subject: betreff; betr"""),
    closings=phrases(
        "mit freundlichen grüßen; mit freundlichen grüssen; mit freundlichem gruß; freundliche grüße; freundliche grüsse; "
        "viele grüße; viele grüsse; beste grüße; beste grüsse; herzliche grüße; liebe grüße; schöne grüße; grüße; gruß; mfg; "
        "vg; lg; bg; hochachtungsvoll; danke; vielen dank; besten dank; danke und gruß; gruss; grüsse; "
        "mit besten grüßen; mit freundlichen gruessen; viele gruesse; danke im voraus; dank und gruß; sonnige grüße"
    ),
    greetings=phrases(
        "hallo; hi; hey; moin; servus; guten tag; guten morgen; guten abend; sehr geehrte; sehr geehrter; liebe; lieber; "
        "grüß gott; grüezi; sehr geehrte damen und herren"
    ),
    fax=phrases("fax; telefax; f; fx"),
    identifiers=phrases(
        "ust-idnr; ust-idnr.; ustid; ust-id; ust-id-nr.; ust.-id; uid; uid-nr; steuernr; steuernummer; st.-nr.; hrb; hra; fn; iban; bic; konto; "
        "blz; kundennr; kundennummer; auftragsnr; auftragsnummer; rechnung; rechnungsnr; rechnungsnummer; "
        "artikelnr; artikel; art.-nr.; bestellnr; bestellnummer; angebotsnr; angebotsnummer; ref; referenz; aktenzeichen; az; "
        "ticket; vorgang; seriennr; seriennummer; handelsregister; plz; postfach; mwst-nr; che; teilenummer"
    ),
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
        "noch offen; ohne wiedervorlage"
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
    logs=table("""
        call: angerufen; telefoniert mit; telefoniert; gesprochen; gesprochen mit; telefonat mit; anruf bei; versucht anzurufen; zurückgerufen; durchgerufen
        call: auf die mailbox gesprochen; auf mailbox gesprochen; auf ab gesprochen; erreicht
        email: gemailt; mail geschickt; mail gesendet; e-mail geschickt; email geschickt; geschrieben; mail an; angeschrieben; prospekt geschickt; katalog geschickt; unterlagen geschickt; infos geschickt
        message: whatsapp geschickt; nachricht geschickt; sms geschickt; whatsapp geschrieben; gewhatsappt; getextet
        visit: besucht; besuch bei; war bei; waren bei; vorbeigefahren bei; vorbeigeschaut bei
        meeting: meeting mit; besprechung mit; termin gehabt mit; demo gehalten; demo gezeigt; meeting gehabt mit; essen mit; getroffen
        quote: angebot geschickt; angebot gesendet; angebot verschickt; angebot abgegeben; angebot raus; angebot gemailt; offerte geschickt; angebot versendet; angebot unterbreitet; offerte gesendet"""),
    no_answer=phrases(
        "nicht erreicht; keine antwort; geht nicht ran; ging nicht ran; niemand erreicht; nicht erreichbar; nicht da; besetzt; "
        "keiner da; nimmt nicht ab; nicht rangegangen; hebt nicht ab; nicht abgenommen; hat nicht abgenommen; ohne erfolg; erfolglos; "
        "niemand da; nicht im haus; im urlaub; in einer besprechung; im meeting; nicht am platz; nicht zu erreichen; geht keiner ran"
    ),
    voicemail=phrases(
        "mailbox; anrufbeantworter; auf ab; ab gesprochen; voicemail; nachricht hinterlassen; ab besprochen"
    ),
    wrong_number=phrases(
        "falsche nummer; nummer falsch; nummer stimmt nicht; kein anschluss; nicht vergeben; nummer existiert nicht; nummer ungültig"
    ),
    incoming=phrases(
        "rief an; rief mich an; hat angerufen; hat sich gemeldet; hat gemailt; hat geschrieben; hat zurückgerufen; rief zurück; "
        "mail bekommen von; mail von; anruf von; hat geantwortet; antwortete; meldete sich; hat mich angerufen; kam vorbei; "
        "mailte; schrieb mir; nachricht von; rückmeldung von; antwort von; schreibt"
    ),
    also=phrases(
        "und auch; und; auch; außerdem; plus; ach ja; noch; ps; p.s.; übrigens; vergessen; zusätzlich; dazu; und noch; nachtrag; ergänzung"
    ),
    negations=("nicht", "kein", "keine", "nein", "sondern nicht"),
    spoken_at=w("at ät klammeraffe"),
    spoken_dot=w("punkt dot"),
)
