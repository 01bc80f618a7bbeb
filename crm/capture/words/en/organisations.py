"""English: what tells an organisation."""

from crm.capture.words.lists import w
from crm.capture.words.vocabulary import Organisations

ORGANISATIONS = Organisations(
    org_first=w(
        "university hotel café cafe restaurant hospital museum bank club institute college port city council "
        "studio clinic house garage school academy ministry church camping"
    ),
    org_words=w("""daughters storage warehousing sciences outfitters tents traders refrigeration scaffolding landscapes interiors
        group groups traders enterprises holding holdings company co corporation industries industry international global systems system
        solutions services service technologies technology tech labs lab laboratories engineering engineers consulting
        consultants partners partnership associates brothers bros sons bakery bakers bakeries brewery brewing
        breweries foods food farms farm dairies dairy plastics textiles textile steel metals metal chemicals chemical
        pharma pharmaceuticals diagnostics medical healthcare health hospital hospitals clinic dental trust logistics
        transport haulage freight shipping marine energy power solar electric electrical electronics semiconductors
        robotics automation controls instruments optics packaging printing print press media studio studios design
        designs interiors furniture builders building construction plumbing roofing joinery gardens garden centres
        centre center centers nurseries hotel hotels resort resorts catering restaurant restaurants cafe supermarkets
        stores store retail fashion apparel clothing motors automotive cars garage vehicles rail railways airlines
        airways aviation aerospace water waste recycling environmental estates properties property university college
        school academy institute museum council bank insurance capital ventures finance financial software digital
        data networks telecom communications security tools machinery machines mills mill works foundry fabrication
        manufacturing products supplies supply trading imports exports wines winery vineyards spirits coffee seafood
        fisheries meats agro agri vets veterinary pets sports fitness gym outdoor toys games network alliance union
        association society foundation federation charity council ceramics glass paper timber wood concrete cement
        quarries mining minerals oil gas petroleum analytics biotech biosciences sciences genetics therapeutics"""),
    org_endings=(
        "tech",
        "soft",
        "corp",
        "works",
        "labs",
        "pharma",
        "med",
        "bio",
        "chem",
        "logic",
        "net",
        "foods",
    ),
    goods_endings=(
        "machines",
        "machine",
        "sensors",
        "systems",
        "units",
        "parts",
        "samples",
        "pumps",
        "valves",
    ),
    generic_firm=w(
        "company firm business group chain startup start-up manufacturer supplier distributor agency guy "
        "someone client customer"
    ),
    mere_kind=w("""company firm organisation organization customer"""),
    family=w("""sons co partners partner daughters daughter brothers bros"""),
    before_goods=w("""wants want needs need interested in about re over for regarding quote new"""),
    at_place=frozenset(),
)
