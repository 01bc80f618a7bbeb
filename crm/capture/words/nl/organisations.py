"""Dutch: what tells an organisation."""

from crm.capture.words.lists import w
from crm.capture.words.vocabulary import Organisations

ORGANISATIONS = Organisations(
    org_first=w("""gemeente stichting vereniging provincie ministerie waterschap universiteit hogeschool school college
        basisschool ziekenhuis zorggroep zorgcentrum woningcorporatie hotel restaurant café cafe brasserie bakkerij
        slagerij kwekerij garage apotheek tandartspraktijk huisartsenpraktijk praktijk camping museum theater
        bibliotheek brouwerij drukkerij rederij makelaardij autobedrijf bouwbedrijf transportbedrijf
        installatiebedrijf schildersbedrijf loonbedrijf aannemersbedrijf familiebedrijf groothandel kaasmakerij
        manege zwembad sporthal bouwgroep studio bureau architectenbureau adviesbureau notariskantoor
        advocatenkantoor roc hospitaal az uz umc mbo hoveniersbedrijf hotelketen winkelketen supermarktketen keten
        apotheken firma bvba vof maatschap coöperatie kinderopvang zorginstelling verpleeghuis woonzorgcentrum
        kliniek fysio fysiotherapie sportcentrum sportschool zorgboerderij stadskantoor woonstichting wijnhuis dierenkliniek kapsalon schoonmaakbedrijf metaalbedrijf scheepswerf boerderij
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
        "park",
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
        "wagenpark",
        "machinepark",
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
    mere_kind=w("""bedrijf firma fa fa. organisatie klant"""),
    family=w("""zonen zn zoon dochters gebroeders"""),
    before_goods=w("""wil willen zoekt zoeken over voor interesse aan offerte nieuwe nieuw"""),
    at_place=w("aan"),
)
