"""German: what tells an organisation."""

from crm.capture.words.lists import w
from crm.capture.words.vocabulary import Organisations

ORGANISATIONS = Organisations(
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
        "park",
        "sennerei",
        "klinik",
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
        "fuhrpark",
        "wagenpark",
        "maschinenpark",
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
    mere_kind=w("""firma fa fa. unternehmen organisation kunde betrieb"""),
    family=w("""söhne sohn partner töchter gebrüder"""),
    before_goods=w("""will wollen braucht brauchen sucht suchen über für an angebot neue neuen"""),
    at_place=w("am im zum zur"),
)
