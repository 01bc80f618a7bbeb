"""Dutch: names and what stands around them."""

from crm.capture.words.lists import phrases, w
from crm.capture.words.vocabulary import Names

NAMES = Names(
    common=w("""prospect klant stamklant tip contactpersoon contactpersonen
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
    meet=w(
        "contactpersoon contactpersonen met ontmoet bel mail app contact lead gesprek prospect aan tav t.a.v. gesproken collega sprak"
    ),
    place=w("in uit te nabij omgeving regio"),
    honorifics=w(
        "dhr dhr. de mevr mevr. mevrouw mw mw. meneer heer hr hr. dr dr. ir ir. ing ing. drs drs. mr mr. prof prof. "
        "mej mej. bc bc. msc ds ds."
    ),
    referred_by=phrases(
        "doorverwezen door; aanbevolen door; tip van; via collega; via mijn collega; op aanraden van; "
        "verwezen door; getipt door; aangedragen door; introductie door; doorgestuurd door"
    ),
    introduced=phrases("mijn naam is; ik ben; met; u spreekt met; je spreekt met; dit is; heet; genaamd"),
    articles=w("""de het een 't"""),
    old_articles=w("den der ten ter 't"),
    before_article=w("op aan in onder uit over van"),
    verb_ends=w("terug op even nog"),
    role_addresses=w(
        """inkoop verkoop receptie administratie bestelling post kantoor klantenservice planning"""
    ),
    here=w("hier"),
    does=w("beslist tekent bepaalt wil is heeft leidt regelt doet runt gaat"),
    surname_endings=tuple(
        w(
            """aalst asten beek berg bergen bommel brink broek burg dalen dam damme dijk dongen donk doorn driel duijn duin dyck eck egmond eijk essen eyck gelder gils ginkel gogh hees heuvel hoek hoof horst hout houten hove hoven hulst ingen kampen kerk kerkhof kessel laar leeuwen lingen loo looij loon maanen meer ommen oort raalte rijn rooij rooy rossum schaik soest straten veen veld vliet vugt vuuren weg wijk zanten zijl zyl"""
        )
    ),
    surnames=w(
        """bakker boer kok slager visser mulder kuiper brouwer kapper smit schipper jong wit groot lange korte oud vos hart dekker bos winkel meer heuvel dijk bruin blom boom veen zee noord groot"""
    ),
    weak_names=w("""ben elke"""),
    doubtful_honorifics=w("""mw ir ing ds mr dr"""),
    possessives=w("""onze ons hun mijn voor"""),
    ourselves_after=w("ons mij"),
)
