"""Dutch: job titles."""

from crm.capture.words.lists import w
from crm.capture.words.vocabulary import Titles

TITLES = Titles(
    titles=w("""projectontwikkelaar gebiedsontwikkelaar sommelier veehouder akkerbouwer tuinder aannemer decaan technieker laborant laborante hoogleraar marketeer vormgever vormgeefster tekenaar constructeur calculator
        huismeester uitvoerder werkvoorbereider teeltchef directrice rector conrector afdelingshoofd praktijkhouder praktijkhoudster dierenarts tandarts huisarts voorzitter penningmeester beheerder beheerster locatiemanager directeur directrice algemeendirecteur eigenaar eigenaresse oprichter medeoprichter vennoot zaakvoerder
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
    title_parts=w("""td mt kam catering infra innendienst buitendienst evenementen events teelt zorg wonen vastgoed horeca keuken vloot wagenpark kwaliteitszorg automatisering veiligheid milieu duurzaamheid bouw
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
    field_endings=("logie", "zaken", "beheer", "dienst", "kunde", "chirurgie", "voorziening"),
    takes_anything=w("""hoofd"""),
    needs_company=w(
        """logistiek strategischer technisch facilitair inkoop verkoop hoofd meester partner assistent"""
    ),
    alone=w("""inkoop verkoop hoofd assistent chef"""),
)
