"""Dutch, of the Netherlands and of Belgium."""

from crm.capture.words.vocabulary import Calendar, Words, phrases, rows, table, w

CALENDAR = Calendar(
    weekdays=rows("""
        maandag ma maandags
        dinsdag di dins
        woensdag wo woe woens
        donderdag do don
        vrijdag vr vrij vrijdags
        zaterdag za zat
        zondag zo zon"""),
    months=rows("""
        januari jan
        februari feb
        maart mrt
        april apr
        mei
        juni jun
        juli jul
        augustus aug
        september sept sep
        oktober okt
        november nov
        december dec"""),
    short_only_as_day=w("ma di wo do vr za zo don vrij zat zon mei"),
    days=table("""
        -2: eergisteren
        -1: gisteren; gister; gisteravond; gistermiddag
        0: vandaag; vandaag nog; vanavond; vanmiddag; vanmorgen; vanochtend; straks; zometeen; later vandaag; einde dag; eind van de dag
        1: morgen; morgenochtend; morgenvroeg; morgenmiddag; morgenavond; morge
        2: overmorgen; overmorge"""),
    units=table("""
        minutes: minuut; minuten; min; minuutjes; minuutje
        hours: uur; uren; uurtje; uurtjes
        days: dag; dagen; daagjes
        workdays: werkdag; werkdagen
        weeks: week; weken; weekje; weekjes; wk
        months: maand; maanden; mnd; maandje
        years: jaar; jaren"""),
    next_words=phrases(
        "volgende; volg; komende; aankomende; aanstaande; aanst.; a.s.; as; eerstvolgende; kmd"
    ),
    this_words=phrases("deze; dit"),
    after_next_words=phrases("week na volgende; over volgende week; de week erop; de week daarop"),
    last_words=phrases("afgelopen; vorige; jongstleden; jl.; j.l.; laatste"),
    in_words=phrases("over; binnen; over ongeveer; na; over zo'n; over een dikke; over circa; binnen de"),
    from_now=phrases("later; vanaf nu"),
    ago=phrases("geleden; terug"),
    end_of=phrases(
        "eind; einde; eind van de; einde van de; eind van; einde van; tegen eind; het eind van de"
    ),
    start_of=phrases("begin; begin van de; eerste week; eerste week van; begin van"),
    middle_of=phrases("midden; half; medio; midden in de"),
    month_end=phrases("maandeinde; ultimo maand"),
    year_end=phrases("jaareinde; einde jaar; eind jaar; eind van het jaar; eind dit jaar"),
    week=phrases("week; wk"),
    month=phrases("maand"),
    year=phrases("jaar"),
    week_number=phrases("week; wk; weeknr; weeknummer"),
    weekend=phrases("weekend; het weekend; 't weekend; weekeinde; het weekeinde"),
    after=phrases("na; na de; na het"),
    before=phrases("voor; vóór; voor de; voor het"),
    on_the=phrases("de; op de; op; den"),
    ordinals=phrases("e; de; ste"),
    at=phrases("om; rond; tegen; na; voor; vanaf; omstreeks; stipt; tot; te"),
    hour=phrases("uur; u; u.; h; uren"),
    half_to=phrases("half"),
    quarter_past=phrases("kwart over; kwart na"),
    quarter_to=phrases("kwart voor"),
    minutes_past=phrases("over; minuten over; min over"),
    minutes_to=phrases("voor; minuten voor; min voor"),
    noon=phrases("12 uur 's middags; het middaguur; tussen de middag"),
    day_parts=phrases("ochtend; middag; avond; morgen; namiddag; voormiddag"),
    morning=phrases(
        "'s ochtends; 's morgens; ochtend; in de ochtend; voormiddag; in de voormiddag; vroeg; s ochtends; s morgens"
    ),
    afternoon=phrases("'s middags; middag; in de middag; namiddag; in de namiddag; s middags"),
    evening=phrases("'s avonds; avond; in de avond; s avonds"),
    between=phrases("tussen; van"),
    and_words=phrases("en; tot"),
    glue=phrases(
        "om; op; de; het; rond; tegen; na; voor; vanaf; in; nog; al; even; dan; uiterlijk; vroeg; laat; van; te; omstreeks; graag; liefst"
    ),
    feasts=table("""
        easter: pasen; paasdagen; de paasdagen
        pentecost: pinksteren
        christmas: kerst; kerstmis; de kerst; kerstdagen
        newyear: nieuwjaar; oud en nieuw; de jaarwisseling; jaarwisseling"""),
)

NL = Words(
    code="nl",
    calendar=CALENDAR,
    common=w("""
        de het een en of maar want dus als dan dat die dit deze daar hier er wat wie waar wanneer hoe waarom welke
        welk wiens ik je jij jou jouw u uw hij hem zijn zij ze haar het wij we ons onze jullie hen hun mij me mijn
        zich elkaar iemand niemand iedereen allemaal alles iets niets veel weinig meer minder meest minst alle elk
        elke ieder andere ander ben bent is was waren wordt word worden werd geweest heb hebt heeft had hadden
        hebben gehad kan kun kunt kunnen kon konden mag mogen mocht moet moeten moest wil wilt willen wilde wilden
        zal zullen zou zouden ga gaat gaan ging gegaan doe doet doen deed gedaan kom komt komen kwam gekomen
        niet geen wel ook al nog steeds weer net zojuist zonet zo zojuistgesproken even effe ff gewoon graag liefst
        misschien wellicht waarschijnlijk zeker echt heel erg best vrij nogal zeer te van voor met zonder door bij
        aan op in uit over onder tussen naar naast achter tot tegen om rond via per na sinds tijdens volgens
        omdat terwijl hoewel indien zodat zodra nadat voordat ja nee ok oke oké prima goed mooi leuk top super
        fijn hallo hoi hey hé dag goedemorgen goedemiddag goedenavond goeiemorgen goeiedag beste geachte groet
        groeten gr mvg vriendelijke hartelijke bedankt dank dankjewel dankje aub alstublieft alsjeblieft svp
        nieuw nieuwe oud oude groot grote klein kleine lang korte kort hele half halve eerste tweede derde
        laatste volgende vorige komende een twee drie vier vijf zes zeven acht negen tien elf twaalf
        gesprek gesproken spreken sprak praat praten praatje gepraat ontmoet ontmoette ontmoeting ontmoeten
        gezien zag zie zien bezoek bezocht bezoeken bel belt bellen belde gebeld terugbellen terugbel bellertje
        mail mailt mailen mailde gemaild terugmailen stuur stuurt sturen stuurde gestuurd verstuurd versturen
        opsturen toesturen app appt appen appje geappt zoek zoekt zoeken zocht vraag vraagt vragen vroeg gevraagd
        wenst interesse geïnteresseerd geinteresseerd offerte offertes prijs prijzen prijsopgave prijsaanvraag
        prijslijst budget deal order bestelling bestellen bestelt besteld koop koopt kopen kocht verkoop verkopen
        waarde totaal omzet kost kosten vandaag morgen overmorgen gisteren vanavond vanmiddag vanmorgen vanochtend
        week weken weekend maand maanden dag dagen jaar jaren uur uren minuut minuten ochtend middag avond
        straks later binnenkort snel zsm meteen direct lead leads prospect prospects contact contacten klant klanten
        relatie persoon personen mens mensen man vrouw mevrouw meneer heer dame collega collega's team bedrijf
        bedrijven firma zaak bezoeker bezoekers kaartje kaart visitekaartje visitekaartjes stand beurs hal
        evenement demo demo's monster monsters staal stalen brochure catalogus folder informatie info details
        product producten stuk stuks doos dozen set sets notitie notities opmerking stap actie opvolgen opvolging
        opvolger herinner herinnering noteer noteren toevoegen voeg maak maken maakt maakte gemaakt doorsturen
        zeg zegt zeggen zei gezegd weet weten wist denk denkt denken dacht geef geeft geven gaf gegeven krijg
        krijgt krijgen kreeg gekregen neem neemt nemen nam genomen heet blijft blijven hou houdt houden laat laten
        liet werk werkt werken werkte gebruik gebruikt gebruiken start starten begint beginnen plan plant
        plannen beslist beslissen beslissing vervangen vervanging installeren installatie testen test proef pilot
        project projecten warm koud dringend urgent prio prioriteit hoog laag type model nummer nr tel telefoon
        mobiel gsm kantoor fax www http https adres straat zelfde dezelfde eigen soort verwacht verwachten
        antwoord antwoorden reactie reageren wacht wachten akkoord tekent tekenen getekend contract contracten
        afspraak afspraken afgesproken agenda levering leveren levert geleverd verzending factuur betaling betalen
        korting specificaties versie bestaande huidige leverancier leveranciers ongeveer circa ca zo'n bijna ruim
        minstens maximaal excl exclusief incl inclusief btw ex plus alleen enkel vooral samen beiden beide
        aanvraag aangevraagd vragenlijst uitnodiging langskomen langs komt lijn telefoontje rapport overzicht
        lijst toon laten zoek open geef verder eens iets ergens nergens altijd nooit soms vaak druk bezig
        gesloten klaar laat sorry hopelijk probleem problemen kapot euro euro's duizend honderd miljoen mille ton
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april juni juli
        augustus september oktober november december halen haalt ophalen brengen meenemen nemen bekijken kijken
        kijkt bespreken besproken overleg overleggen bestelde kwijt eerst googelen verzamelen vergeet vergeten
        binnen binnengekomen binnenkomen gekomen staat staan stond stonden zit zitten zat hangt loopt lopen
        komt terug terugkomen weg heen mee toe af eraan erbij ervan hierbij daarbij daarna daarom eigenlijk
        hoeveel lunch koffie borrel biertje diner parkeren ingang uitgang batterij scanner leeg tasje pen pennen
        beursbezoeker beursbezoek beurscontact leadje tevreden enthousiast serieus twijfelt afgelopen onlangs eerder ooit vanuit richting inzake betreft mbt
        ivm ipv tbv tav t.a.v. dmv obv i.v.m. m.b.t. o.b.v. bv. bijv bijvoorbeeld zoals namelijk wsl
        wegens rondleiding leidt belafspraak gaf vraagprijs stukprijs jl rekening graagopnemen opnemen
        kennismaking kennisgemaakt kennis regelt zorgt doet telt heten
        """),
    to_organisation=w("van bij v. vd @ voor namens"),
    meet=w("met ontmoet bel mail app contact lead gesprek prospect aan tav t.a.v. gesproken collega sprak"),
    place=w("in uit te nabij omgeving regio"),
    honorifics=w(
        "dhr dhr. de mevr mevr. mevrouw mw mw. meneer heer hr hr. dr dr. ir ir. ing ing. drs drs. mr mr. prof prof. "
        "mej mej. bc bc. msc ds ds."
    ),
    titles=w("""
        directeur directrice algemeendirecteur eigenaar eigenaresse oprichter medeoprichter vennoot zaakvoerder
        zaakvoerster bestuurder voorzitter secretaris penningmeester inkoper inkoopster verkoper verkoopster
        aankoper aankoopster hoofd chef manager bedrijfsleider bedrijfsleidster filiaalleider teamleider projectleider
        werkvoorbereider uitvoerder ploegbaas opzichter coördinator coordinator adviseur adviseuse beleidsadviseur
        beleidsmedewerker medewerker medewerkster assistent assistente secretaresse receptionist receptioniste
        boekhouder boekhoudster controller planner monteur technicus ingenieur engineer architect ontwerper
        ontwerpster ontwikkelaar programmeur onderzoeker docent leraar lerares rector schoolhoofd conciërge
        conservator arts huisarts tandarts chirurg verpleegkundige apotheker dierenarts therapeut fysiotherapeut
        kok chef-kok bakker slager kapper bloemist hovenier boer teler kweker makelaar notaris advocaat accountant
        wethouder burgemeester ambtenaar beheerder gebouwbeheerder wagenparkbeheerder magazijnier magazijnchef
        werkplaatschef logistiek inkoop verkoop vertegenwoordiger consultant specialist analist beslisser
        verantwoordelijke aankoopverantwoordelijke preventieadviseur ondernemer uitbater uitbaatster horecaondernemer
        energieadviseur installateur schilder timmerman loodgieter elektricien cto ceo cfo coo cio dga
        bestuurslid stagiair stagiaire werkstudent trainee programmamanager inkoopmanager facilitair technisch curator praktijkhouder praktijkmanager"""),
    title_openers=w(
        "hoofd directeur manager verantwoordelijke medewerker adviseur coördinator coordinator chef leider teamleider"
    ),
    title_parts=w("""
        algemeen benelux nederland technisch commercieel financieel operationeel facilitair adjunct assistent senior junior
        plaatsvervangend interim regionaal nationaal internationaal strategisch inkoop verkoop aankoop marketing
        communicatie techniek technische dienst productie logistiek magazijn planning onderhoud kwaliteit
        personeelszaken personeel hr p&o ict it automatisering financiën financien administratie bedrijfsvoering
        facility facilitaire zaken operations sales export import contracten contractbeheer vastgoed gebouwen
        huisvesting beheer veiligheid milieu duurzaamheid energie r&d onderzoek ontwikkeling innovatie
        productontwikkeling klantenservice en & bouw projecten medisch zorg onderwijs wagenpark transport
        category account key general supply chain product project digital e-commerce brand office wijk
        dagelijks landelijk creatief artistiek pedagogisch medewerker procurement"""),
    title_endings=(
        "directeur",
        "manager",
        "leider",
        "leidster",
        "inkoper",
        "verkoper",
        "hoofd",
        "chef",
        "adviseur",
        "beheerder",
        "medewerker",
        "verantwoordelijke",
        "ingenieur",
        "monteur",
        "meester",
        "kundige",
        "coördinator",
        "coordinator",
        "architect",
        "eigenaar",
        "specialist",
        "inkoopster",
        "planner",
        "baas",
        "secretaresse",
        "secretaris",
        "verzorger",
        "docent",
        "coach",
        "arts",
    ),
    title_links=w("en & van voor de het der"),
    org_first=w("""gemeente stichting vereniging provincie ministerie waterschap universiteit hogeschool school college
        basisschool ziekenhuis zorggroep zorgcentrum woningcorporatie hotel restaurant café cafe brasserie bakkerij
        slagerij kwekerij garage apotheek tandartspraktijk huisartsenpraktijk praktijk camping museum theater
        bibliotheek brouwerij drukkerij rederij makelaardij autobedrijf bouwbedrijf transportbedrijf
        installatiebedrijf schildersbedrijf loonbedrijf aannemersbedrijf familiebedrijf groothandel kaasmakerij
        manege zwembad sporthal bouwgroep studio bureau architectenbureau adviesbureau notariskantoor
        advocatenkantoor roc hospitaal az uz umc mbo hoveniersbedrijf hotelketen winkelketen supermarktketen keten
        apotheken firma bvba vof maatschap coöperatie kinderopvang zorginstelling verpleeghuis woonzorgcentrum
        kliniek fysiotherapie dierenkliniek kapsalon schoonmaakbedrijf metaalbedrijf scheepswerf boerderij
        melkveebedrijf handelsonderneming technisch huis museum tu haven"""),
    org_words=w("""groep holding bedrijf bedrijven techniek koeltechniek installaties installatietechniek bouw infra
        logistiek transport metaal staal hout textiel interieur interieurs meubelen meubels keukens bakkerij
        bakkerijen catering zuivel vlees vis groenten fruit bloemen planten hoveniers dakwerken ramen kozijnen
        schilders loonwerk verhuur handel groothandel import export automatisering software electro elektro
        elektrotechniek energie solar advies adviseurs zorg groen tuinen verpakkingen drukkerij media reclame
        zonen zn gebroeders gebr fietsen tweewielers autos auto's schoonmaak beveiliging vastgoed makelaars
        retail wonen mode sport schepen jachtbouw scheepsbouw machines machinebouw constructie engineering
        kunststoffen plastics chemie voeding voeders mengvoeders zaden agro tuinbouw conserven dranken wijnen
        bieren brouwers koffie thee rental systems services solutions group international europe nederland
        benelux belgium holland horeca recreatie events architecten ingenieurs notarissen advocaten accountants
        verf tegels sanitair verwarming koeling isolatie afbouw stukadoors loodgieters glas beton grondwerken"""),
    org_endings=(
        "techniek",
        "bouw",
        "groep",
        "bedrijf",
        "bedrijven",
        "werken",
        "verhuur",
        "handel",
        "logistiek",
        "installaties",
        "zorg",
        "werk",
        "kwekerij",
        "bakkerij",
        "catering",
        "centrum",
        "dienst",
        "tronics",
        "metaal",
        "staal",
        "coöperatie",
        "school",
        "winkel",
        "makerij",
        "slagerij",
        "praktijk",
        "kantoor",
        "zaak",
        "winkels",
    ),
    goods_endings=(
        "machine",
        "machines",
        "systeem",
        "systemen",
        "installatie",
        "installaties",
        "kasten",
        "kast",
        "stoelen",
        "tafels",
        "lampen",
        "sensoren",
        "platen",
        "monsters",
        "onderdelen",
        "pompen",
        "bakken",
        "kisten",
        "vitrines",
    ),
    generic_firm=w("bedrijf firma zaak keten groep leverancier fabrikant winkel iemand klant"),
    fair_words=w(
        "beurs vakbeurs congres symposium conferentie evenement event netwerkborrel netwerkevent opendag jaarbeurs dagen seminar"
    ),
    fair_lead_in=phrases("op de; op het; op; tijdens; tijdens de; beurs; van de; vanaf de"),
    via=w("via"),
    channels=table("""
        LinkedIn: linkedin
        website: website; de website; onze website; webformulier; contactformulier; de site; onze site
        webshop: webshop
        Instagram: instagram; insta
        Facebook: facebook
        nieuwsbrief: nieuwsbrief
        Marktplaats: marktplaats
        telefonisch: koude acquisitie"""),
    referred_by=phrases(
        "doorverwezen door; aanbevolen door; tip van; via collega; via mijn collega; op aanraden van; "
        "verwezen door; getipt door; aangedragen door; introductie door; doorgestuurd door"
    ),
    actions=w("""
        bel belt bellen terugbellen opbellen nabellen mail mailen terugmailen stuur sturen opsturen toesturen
        versturen app appen appje appje offerte demo afspraak bezoek bezoeken bezoekje langs langsgaan langskomen
        opvolgen opvolging nafollow contact contacteren contact opnemen herinner herinneren overleg overleggen
        presentatie meeting meet vergadering lunch koffie teams zoom bespreken belafspraak terugkomen antwoord
        antwoorden reageren reactie voorstel prijsopgave call callen plannen inplannen aanbieding monster
        monsters uitnodigen rondleiding bellertje belletje terugkoppelen nasturen feedback navragen checken
        polsen spreken proefplaatsing opmeten inmeten brengen ophalen telefoontje gesprek bezichtiging
        kennismaking facturatie inplan plan"""),
    asks=w("""wil wilt willen zoekt zoeken vraagt vragen wenst geïnteresseerd geinteresseerd interesse offerte demo
        budget nodig bestellen bestelt order proef overweegt behoefte prijs prijzen vervangen"""),
    waits=w("""
        levering leveren geleverd project aanbesteding deadline start begint beginnen contract loopt geldig opening
        oplevering installatie ingebruikname budgetjaar seizoen verhuist verhuizing beslissing verloopt stand beurs
        bouw vakantie"""),
    hot=phrases(
        "heet; hete lead; hot; prio a; prio 1; prioriteit a; prioriteit 1; a-lead; a lead; top prio; hoge prio; "
        "hoge prioriteit; topprioriteit; super hot; bloedheet"
    ),
    supplier=w("leverancier toeleverancier fabrikant"),
    budget=w("budget waarde totaal deal orderwaarde order voor ongeveer circa ca rond ong bedrag tot"),
    unit_price=phrases(
        "per; p/s; p.st; p.st.; ps; pst; p.p.; pp; pm; p/m; per stuk; per maand; per jaar; elk; "
        "het stuk; stukprijs; de man; maandelijks; jaarlijks; pj; p/j"
    ),
    turnover=w("omzet winst salaris korting boete aanbetaling verzendkosten jaaromzet"),
    not_money=w(
        "km kg g m meter mm cm stuks st medewerkers mensen man personeel koeien klanten gebruikers m2 m3 liter ltr flessen "
        "woningen volgers kilo toeren ton"
    ),
    thousand=w("k duizend mille"),
    million=w("mln miljoen mio m miljoenen"),
    currencies=table("""
        EUR: euro; euro's; eur; euros; eurootjes
        GBP: pond; gbp
        USD: dollar; dollars; usd"""),
    numbers=table("""
        0: nul
        1: één; een
        2: twee
        3: drie
        4: vier
        5: vijf
        6: zes
        7: zeven
        8: acht
        9: negen
        10: tien
        11: elf
        12: twaalf
        13: dertien
        14: veertien
        15: vijftien
        16: zestien
        17: zeventien
        18: achttien
        19: negentien
        20: twintig
        30: dertig
        40: veertig
        50: vijftig
        60: zestig
        70: zeventig
        80: tachtig
        90: negentig
        100: honderd
        1000: duizend
        1000000: miljoen"""),
    number_and=w("en ën"),
    labels=table("""
        name: naam; contactpersoon; contact; voor- en achternaam; volledige naam
        first: voornaam
        last: achternaam
        organisation: bedrijf; organisatie; firma; bedrijfsnaam; werkgever; onderneming; klant
        title: functie; rol; functietitel
        reach: tel; telefoon; telefoonnummer; mobiel; mob; gsm; mail; e-mail; email; mailadres; e-mailadres; website; web; t; m; e; w; nummer; app; i
        source: bron; beurs; evenement
        value: budget; bedrag; waarde; dealwaarde; orderwaarde
        next: actie; vervolg; volgende stap; vervolgactie; opvolging; afspraak; todo; te doen
        note: notitie; opmerking; opmerkingen; interesse; interesse in; notities; behoefte; toelichting; wens"""),
    headers=table("""
        from: van; afzender
        to: aan; cc; bcc; naar
        date: datum; verzonden; verstuurd; verzonden op
        subject: onderwerp; betreft"""),
    closings=phrases(
        "met vriendelijke groet; met vriendelijke groeten; vriendelijke groet; vriendelijke groeten; groet; "
        "groeten; mvg; m.v.g.; hartelijke groet; hartelijke groeten; met hartelijke groet; gr; gr.; groetjes; "
        "hoogachtend; met groet; met groeten; alvast bedankt; bedankt; bvd; met dank; vriendelijk groetend"
    ),
    greetings=phrases(
        "hallo; hoi; hey; hé; beste; geachte; goedemorgen; goedemiddag; goedenavond; goeiemorgen; goedendag; "
        "dag; goeiedag; hi; goeiemiddag"
    ),
    fax=phrases("fax; f"),
    identifiers=phrases(
        "kvk; kvk nr; kvk-nummer; kvk nummer; kvknr; btw; btw nr; btw-nummer; btw nummer; iban; rekening; rekeningnr; "
        "rek; ordernr; order nr; ordernummer; factuur; factuurnr; factuurnummer; bestelnummer; artikelnr; "
        "artikel; klantnr; klantnummer; offertenr; offertenummer; ref; referentie; ondernemingsnummer; "
        "on nr; rpr; be; bic; postbus; postcode; dossier; ticket; bestelling; po; serienr; serienummer"
    ),
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
        "nog niet gemaild; nog niet benaderd; nog niet gesproken; wie heb ik nog niet; wie moet nog"
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
    logs=table("""
        call: gebeld; gebeld met; belde; gebeld naar; getelefoneerd met; opgebeld; nagebeld; teruggebeld; geprobeerd te bellen;
        call: gesproken met; gesproken; telefonisch gesproken; telefoontje met; belletje met; voicemail ingesproken; voicemail ingesproken bij; ingesproken bij
        email: gemaild; gemaild met; gemaild naar; mail gestuurd aan; mail gestuurd naar; mail gestuurd; mailtje gestuurd; mailtje gestuurd naar; e-mail gestuurd naar; teruggemaild; brochure gestuurd naar; brochure gestuurd; folder gestuurd
        message: geappt; geappt met; appje gestuurd; appje gestuurd naar; ge-appt met; sms gestuurd; bericht gestuurd naar; bericht gestuurd
        visit: bezocht; langsgeweest bij; langs geweest bij; op bezoek geweest bij; bezoek gebracht aan; bezoek aan; bezoek bij; geweest bij
        meeting: afspraak gehad met; meeting gehad met; overleg gehad met; demo gegeven aan; geluncht met; koffie gedronken met; overlegd met; vergaderd met
        quote: offerte gestuurd; offerte verstuurd; offerte gemaild; offerte gestuurd naar; offerte gestuurd aan; aanbieding gestuurd; offerte uitgebracht; offerte verzonden; prijsopgave gestuurd; voorstel gestuurd"""),
    no_answer=phrases(
        "geen gehoor; niet opgenomen; nam niet op; neemt niet op; geen antwoord; niet bereikbaar; niet bereikt; in gesprek; "
        "geen reactie; niet te pakken; afwezig; niet aanwezig; was er niet; is er niet; bezet; kreeg geen gehoor; "
        "niet thuis; onbereikbaar; neemt niet op; niet te bereiken; zonder succes; met vakantie"
    ),
    voicemail=phrases("voicemail; ingesproken; voice mail; vm; antwoordapparaat; bericht achtergelaten"),
    wrong_number=phrases(
        "verkeerd nummer; nummer klopt niet; fout nummer; nummer bestaat niet; niet in gebruik; nummer niet in gebruik"
    ),
    incoming=phrases(
        "belde mij; belde me; belde ons; belde terug; mailde terug; mailde me; mailde mij; gebeld door; gemaild door; "
        "kreeg mail van; mail van; telefoontje van; mail gekregen van; teruggebeld door; antwoord gekregen van; "
        "kreeg antwoord van; heeft gebeld; heeft gemaild; heeft teruggebeld; belde net; appte me; appte; "
        "kwam langs; reactie van; reageerde; belde vandaag; mailde; antwoordde"
    ),
    also=phrases(
        "en ook; en; ook; plus; oh ja; nog; ps; p.s.; trouwens; vergat; verder; en nog; daarnaast; o ja; ook nog"
    ),
    negations=("niet", "geen", "nee"),
    spoken_at=w("apenstaartje apestaartje at"),
    spoken_dot=w("punt"),
)
