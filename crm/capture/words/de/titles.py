"""German: job titles."""

from crm.capture.words.lists import w
from crm.capture.words.vocabulary import Titles

TITLES = Titles(
    titles=w("""förster försterin dozent dozentin kämmerer kämmerin stadtrat stadträtin sommelier
        hausdame hausmeister hausmeisterin rezeptionist rezeptionistin concierge polier bauführer oberarzt oberärztin stationsleitung pflegedienstleitung küchenmeister braumeister schulleiter schulleiterin rektor rektorin kitaleitung filialleiter filialleiterin obmann vorständin geschäftsführer geschäftsführerin geschäftsführender geschäftsführung gf inhaber inhaberin chef chefin gründer gründerin
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
    title_parts=w("""innendienst außendienst event events unterhalt veranstaltungen kardiologie chirurgie infrastruktur fuhrpark bau immobilien küche gastronomie pflege haustechnik gebäudetechnik elektrotechnik anwendungstechnik sicherheit umwelt digitalisierung arbeitssicherheit
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
    field_endings=(
        "logie",
        "wesen",
        "dienst",
        "chirurgie",
        "kunde",
        "sicherung",
        "planung",
        "steuerung",
        "entwicklung",
        "fertigung",
    ),
    takes_anything=w("""leiter leiterin"""),
    needs_company=w("""meister planer einkauf vertrieb leitung"""),
    alone=w("""chefin einkauf vertrieb leitung assistent assistentin"""),
)
