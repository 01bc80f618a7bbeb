"""English: job titles."""

from crm.capture.words.lists import w
from crm.capture.words.vocabulary import Titles

TITLES = Titles(
    titles=w("""scheduler contractor carpenter joiner optician physio gp butcher distiller hairdresser landlady trustee solicitor barrister lawyer actuary programmer illustrator photographer editor publisher journalist producer librarian archivist reseller distributor importer wholesaler marketer recruiter instructor gamekeeper
        housekeeper bursar provost matron groundsman greenkeeper harbourmaster skipper quartermaster registrar warden caretaker manager head director buyer owner founder co-founder cofounder partner president chairman chairwoman chair ceo cto
        cfo coo cio cmo cpo cso ciso cro cdo chro md vp svp evp gm engineer technician architect consultant
        specialist coordinator co-ordinator supervisor foreman administrator officer executive exec planner analyst
        designer developer assistant secretary lead chef baker surgeon dentist nurse doctor teacher principal dean
        headteacher headmaster curator researcher scientist lecturer agent representative rep advisor adviser
        controller accountant bookkeeper treasurer purchaser merchandiser stylist farmer grower winemaker brewer
        builder plumber electrician landlord superintendent headchef proprietor boss superviser mechanic
        veterinarian vet pharmacist manageress intern trainee apprentice operator inspector auditor trader broker estimator surveyor
        procurement purchasing strategist evangelist"""),
    title_openers=w(
        "head vp svp evp director chief manager dean professor lead responsible vice president leader"
    ),
    title_parts=w("""catering payments hospitality admissions fundraising merchandising infrastructure housekeeping estates wellbeing sites greens grounds cardiology radiology surgery
        senior junior emea apac dach europe emeia sr jr sr. jr. deputy assistant associate general managing executive chief group global regional
        national international area country key account accounts sales marketing purchase purchasing procurement
        sourcing supply chain operations ops operational technical technology product production plant factory site
        project projects programme program quality qa qc r&d research development engineering maintenance
        facility facilities it ict hr human resources finance financial commercial business export import category
        strategic logistics warehouse transport fleet office practice lab laboratory clinical medical nursing design
        creative digital ecommerce e-commerce data security safety hse ehs environmental energy sustainability
        store shop retail food beverage kitchen head lead team software hardware electrical mechanical process
        packaging materials innovation estates estate property building works construction event events service
        services support customer client technical-sales field interior buying studio clinic night day duty
        innovation brand content communications communication community public affairs legal compliance risk
        treasury tax investor relations vice co owner founder solutions systems network infrastructure cloud
        principal integration automation robotics workshop farm vineyard cellar dairy bakery hotel restaurant
        bar spa garden and & of / for - global, demand inventory materials commodity metals indirect direct"""),
    title_endings=("manager", "director", "officer", "engineer", "master"),
    title_links=w("of for and & / the to"),
    field_endings=("ology",),
    takes_anything=w("""head director vp dean"""),
    needs_company=w(
        """lead chef assistant contact partner partners chair agent rep planner trader doctor boss strategist secretary engineer designer procurement purchasing head"""
    ),
    alone=w(
        """chef partner assistant engineer designer planner procurement purchasing head agent secretary chair doctor boss"""
    ),
)
