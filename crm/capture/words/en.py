"""English."""

from crm.capture.words.vocabulary import Calendar, Words, phrases, rows, table, w

CALENDAR = Calendar(
    weekdays=rows("""
        monday mon mondays
        tuesday tue tues tuesdays
        wednesday wed weds wednesdays
        thursday thu thur thurs thursdays
        friday fri fridays
        saturday sat saturdays
        sunday sun sundays"""),
    months=rows("""
        january jan
        february feb
        march mar
        april apr
        may
        june jun
        july jul
        august aug
        september sept sep
        october oct
        november nov
        december dec"""),
    short_only_as_day=w("sat sun wed may mar mon"),
    days=table("""
        0: today; tonight; this morning; this afternoon; this evening; later today; eod; end of day; end of the day; end of today
        1: tomorrow; tmrw; tmr; tomorow; tommorow; tommorrow; tomorrows; 2moro; 2morrow; tmw; first thing tomorrow
        -1: yesterday; last night
        2: day after tomorrow; the day after tomorrow; overmorrow
        -2: day before yesterday"""),
    units=table("""
        minutes: minute; minutes; min; mins
        hours: hour; hours; hr; hrs
        days: day; days
        weeks: week; weeks; wk; wks
        months: month; months
        years: year; years
        fortnights: fortnight; fortnights
        workdays: working days; business days; workdays; working day; business day"""),
    next_words=phrases("next; nxt; coming; the coming; following; the following; upcoming"),
    this_words=phrases("this"),
    after_next_words=phrases("week after next"),
    last_words=phrases("last; past; previous"),
    in_words=phrases("in; within; after; in about; in around; in approx; in the next; within the next"),
    from_now=phrases("from now; from today; later; hence"),
    ago=phrases("ago; back"),
    end_of=phrases("end of the; end of; the end of; the end of the; by end of; late; end"),
    start_of=phrases("beginning of the; beginning of; start of the; start of; early; first week of"),
    middle_of=phrases("middle of the; middle of; mid; mid-"),
    month_end=phrases("eom; month end; month-end"),
    year_end=phrases("eoy; year end; year-end"),
    week=phrases("week; wk"),
    month=phrases("month"),
    year=phrases("year"),
    week_number=phrases("week; wk; cw; calendar week"),
    weekend=phrases("weekend; the weekend"),
    after=phrases("after; after the"),
    before=phrases("before; before the"),
    on_the=phrases("the; on the; on"),
    ordinals=("st", "nd", "rd", "th"),
    at=phrases("at; @; around; about; by; from; after; before; until; till; circa; past"),
    hour=phrases("o'clock; o clock; oclock; hrs; hours; h"),
    half_past=phrases("half past; half-past"),
    quarter_past=phrases("quarter past; a quarter past; quarter after"),
    quarter_to=phrases("quarter to; a quarter to; quarter of; quarter before"),
    minutes_past=phrases("past; minutes past; after"),
    minutes_to=phrases("to; minutes to"),
    noon=phrases("noon; midday"),
    morning=phrases("in the morning; morning; first thing in the morning; early"),
    afternoon=phrases("in the afternoon; afternoon"),
    evening=phrases("in the evening; evening; at night; night; tonight"),
    between=phrases("between; from"),
    and_words=phrases("and; to; or"),
    glue=phrases(
        "at; on; for; the; by; from; after; before; around; about; early; late; first thing; sharp; local time; of; in; or so; latest; preferably; ideally; then; time; till; until"
    ),
    feasts=table("""
        easter: easter
        christmas: christmas; xmas
        newyear: new year; new years; new year's
        pentecost: pentecost; whitsun"""),
)

EN = Words(
    code="en",
    calendar=CALENDAR,
    common=w("""
        a an the and or but so if of in on at to for from with without by as is are was were be been am do does did
        done has have had having will would can could should shall must may might not no yes yeah yep nope i me my
        mine you your yours he him his she her hers it its we us our ours they them their theirs this that these
        those there here who whom whose what when where why how which all any some many much more most few less
        lot lots bit very too also just only even still already again now then than about around approx roughly
        abt ca circa over under up down out off into onto back away please pls plz thanks thank thx cheers hi
        hello hey dear regards best kind ok okay great good nice fine sure right well really quick quickly short
        new old big small large huge full first second third last next one ones two three four five six seven
        eight nine ten eleven twelve met meet meeting meetings spoke speak speaking talk talked talking chat
        chatted chatting saw see seen seeing visit visited visiting call called calling calls ring rang ringing
        phone phoned mail mailed email emailed e-mail send sent sending text texted wants want wanted wanting need
        needs needed looking look looks interested interest interesting asked asks ask asking requested requests
        request enquiry inquiry enquired quote quotes quotation quoted offer offers offered price prices pricing
        budget deal deals order orders ordered buy buying sell selling sold total value worth spend currently
        today tomorrow tonight yesterday week weeks month months day days year years hour hours minute minutes
        morning afternoon evening weekend soon later asap immediately before after during until till since end
        lead leads prospect prospects contact contacts customer customers client clients person people ppl guy guys
        man lady woman someone somebody anyone everybody everyone team company companies firm business visitor
        visitors card cards stand booth stall show fair expo hall event conference exhibition demo demos sample
        samples brochure brochures catalogue catalog flyer info information details detail price-list pricelist
        product products unit units piece pieces pcs pc set sets pack box boxes x per each via re fwd fw note
        notes next step steps action follow followup follow-up up remind reminder reminding schedule book booked
        add added adding put enter create log logged update updates lost won open tell told says said say know
        knows think thinks like likes liked get gets got getting give gives gave given make makes made take takes
        took come comes came coming go goes going went gone keep keeps let lets try tries trying use uses used
        using work works working run runs help helps show shows start starts starting plan plans planning decide
        decides decision year-end replace replacing replacement install installing installation test testing tests
        trial pilot project projects hot warm cold lukewarm urgent priority high low medium possible possibly
        maybe perhaps probably definitely because while though although both either neither other others another
        same different such own sort kind type model number numbers nr no. tel mob mobile cell office fax www http
        https com net org address street road he's she's they're i'm we're it's that's don't doesn't didn't won't
        can't let's needs: wants: old-school referred referral recommended introduced intro her boss colleague
        colleagues friend wife husband partner assistant speaks bumped ran into sitting stood passed grabbed
        drop dropped left voicemail answer answered reached reach lunch dinner coffee breakfast beers drinks
        hospital-group someone's something anything nothing everything between above below free whole half third
        quarter dozen pair couple hundred thousand million grand quid pounds pound dollars dollar euros euro
        follow-ups everyone's sounds seems sound seem keen serious pretty quite rather reply replied respond
        response awaiting waiting wait waits approval approve approved signed sign contract contracts agreed agree
        delivery deliver delivered ship shipping shipment invoice payment pay paid terms discount spec specs
        version existing current supplier suppliers vendor vendors reseller distributor distribution find below
        attached following please: enough early late been being bring brings brought lobby entrance parking
        busy closed ready late sorry hope hopefully problem problems issue issues broken brochure: wifi battery
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri january february
        april june july august september october november december exclusive excl incl including plus
        gonna wanna gotta dont doesnt didnt im hes shes theyre thats tbc tbd fyi btw rsvp yesterday's
        run-through visitor: quick-win one-off thumbs birthday ill sick
        """),
    to_organisation=w("from at of with for @ over representing works runs heads owns"),
    meet=w("met with to meet saw contact lead prospect visitor call ring phone mail email attn"),
    place=w("in near based outside around"),
    honorifics=w("mr mrs ms miss mx dr prof professor sir madam mr. mrs. ms. dr. prof. eng. eng rev"),
    titles=w("""
        manager head director buyer owner founder co-founder cofounder partner president chairman chairwoman chair ceo cto
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
    title_parts=w("""
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
    org_first=w(
        "university hotel café cafe restaurant hospital museum bank club institute college port city council "
        "studio clinic house garage school academy ministry church camping"
    ),
    org_words=w("""
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
    fair_words=w(
        "fair expo show conference summit congress tradeshow convention exhibition forum symposium webinar "
        "roadshow meetup"
    ),
    fair_lead_in=phrases("at; at the; from the; from; @; during; visited us at; booth at; stand at; the"),
    via=w("via through thru"),
    channels=table("""
        LinkedIn: linkedin
        Xing: xing
        website: website; web site
        webshop: webshop
        Instagram: instagram
        Facebook: facebook
        Google Ads: google ads
        contact form: contact form
        web form: web form
        newsletter: newsletter
        cold call: cold call
        cold calling: cold calling
        Google: google
        TikTok: tiktok
        YouTube: youtube
        trade press: trade press
        live chat: live chat
        Twitter: twitter
        webinar: webinar
        referral: referral
        IndiaMART: indiamart
        Alibaba: alibaba
        Europages: europages
        Kompass: kompass
        Product Hunt: product hunt"""),
    referred_by=phrases(
        "referred by; recommended by; intro by; introduced by; introduction by; referral from; "
        "tip from; got the name from; via my colleague; through my colleague"
    ),
    actions=w("""
        call callback phone ring mail email e-mail send text whatsapp meet meeting visit demo quote offer follow
        followup follow-up remind reminder appointment appt schedule zoom teams lunch coffee dinner contact reply
        respond chase ping sms catch-up presentation workshop proposal quotation invite book show deliver
        videocall call-back check back get reach connect speak talk come go see prepare drop message walkthrough
        revert discuss discussion tour inspection site-visit kickoff kick-off webinar"""),
    asks=w("""wants want wanted needs need needed looking interested asks asked asking requests requested requires
        considering enquiry inquiry quote demo budget order trial pilot pricing price prices enquired replace buy"""),
    waits=w(
        "delivery delivered delivering project tender deadline start starts starting contract expires valid "
        "opening opens launch since decision implementation install installed renewal runs ends go-live golive "
        "season budgetyear fiscal moved founded stand booth show fair"
    ),
    hot=phrases(
        "hot; hot lead; very hot; red hot; super hot; a-lead; a lead; prio a; priority a; prio 1; priority 1; "
        "high priority; high prio; top lead; a-list"
    ),
    supplier=w("supplier suppliers vendor supplies manufacturer"),
    budget=w(
        "budget total value worth deal spend order about around approx roughly abt for up potential estimated est"
    ),
    unit_price=phrases(
        "each; a piece; apiece; per; p/p; pp; a unit; a seat; a head; a month; a year; monthly; "
        "yearly; annually; a day; an hour; ea; ea."
    ),
    turnover=w("turnover revenue sales profit turning salary fine discount deposit shipping"),
    not_money=w(
        "km kg g m mm cm pcs pc units people ppl employees staff users sqm followers rpm hz volt v w kw kwh mah "
        "samples licences licenses seats pieces litres liters tonnes tons meters metres parts bottles boxes"
    ),
    thousand=w("k grand thousand thousands"),
    million=w("m mio mn mln mil million millions"),
    currencies=table("""
        EUR: euro; euros; eur
        GBP: pound; pounds; quid; sterling; gbp
        USD: dollar; dollars; usd; bucks
        CHF: francs; chf
        ZAR: rand
        JPY: yen
        INR: rupees
        SEK: kronor
        PLN: zloty
        AED: dirhams
        BRL: reais
        TRY: lira"""),
    numbers=table("""
        0: zero; oh
        1: one
        2: two
        3: three
        4: four
        5: five
        6: six
        7: seven
        8: eight
        9: nine
        10: ten
        11: eleven
        12: twelve
        13: thirteen
        14: fourteen
        15: fifteen
        16: sixteen
        17: seventeen
        18: eighteen
        19: nineteen
        20: twenty
        30: thirty
        40: forty; fourty
        50: fifty
        60: sixty
        70: seventy
        80: eighty
        90: ninety
        100: hundred
        1000: thousand
        1000000: million"""),
    number_and=w("and"),
    labels=table("""
        name: name; contact; contact person; contact name; full name
        first: first name
        last: last name; surname
        organisation: company; organisation; organization; firm; employer; business; account; company name
        title: role; title; job title; position; function; job
        reach: email; e-mail; mail; phone; tel; telephone; mobile; mob; cell; direct; web; website; office; t; m; e; w; p; d; phone number; email address; whatsapp; url
        source: event; source; fair
        value: budget; value; deal value; amount; deal
        next: next; next step; next action; action; follow up; follow-up; todo; to do
        note: notes; note; interest; interested in; needs; comment; comments; remarks"""),
    headers=table("""
        from: from; reply-to
        to: to; cc; bcc
        date: sent; date
        subject: subject; re"""),
    closings=phrases(
        "kind regards; best regards; regards; warm regards; best wishes; many thanks; thanks; cheers; "
        "best; yours sincerely; sincerely; yours faithfully; thank you; rgds; br; kr; thx; all the best; "
        "with kind regards; warmly; thanks and regards; with best regards; thanks in advance"
    ),
    greetings=phrases("hi; hello; hey; dear; good morning; good afternoon; good evening; morning; greetings"),
    fax=phrases("fax; f; telefax; fx"),
    identifiers=phrases(
        "vat; vat no; vat number; vat id; vat reg; order; order no; order number; po; po number; invoice; "
        "iban; bic; account no; account number; reg no; company no; company number; registered in; "
        "ref; reference; ticket; serial; serial no; art no; part no; article; quotation; p.iva; eori; "
        "sort code; zip; postcode; p.o. box; po box; quote no; siret; cnpj; ean; sku; item no"
    ),
    question_words=w("who whom what when where why how which"),
    question_today=phrases(
        "who should i call; who do i call; whom should i call; who to call; who must i call; "
        "what should i do; what do i have; what's on; what is on; whats on; my agenda; my day; "
        "my tasks; today's calls; what's next; what is next; who is next; who's next; "
        "my next appointment; next appointment; my appointments; my calendar; my schedule; "
        "who do i need to call; who needs a call; my open tasks; open tasks; to do today; "
        "my follow-ups; my follow ups; who can i call; what's planned; on my plate; what's due"
    ),
    question_neglected=phrases(
        "not followed up; haven't followed up; have not followed up; havent followed up; "
        "without follow-up; no follow-up; who did i forget; who have i forgotten; "
        "not called yet; haven't called; haven't contacted; not contacted; still open; "
        "who is waiting; leads without"
    ),
    question_about=phrases(
        "what did i agree with; what did we agree with; what do i know about; what do we know about; "
        "what did i promise; when did i speak to; when did i last speak to; when did i call; "
        "what happened with; what's the status of; what is the status of; status of; where are we with; "
        "what was the deal with; tell me about; who is; what about; what did i discuss with; "
        "what did we discuss with; when did we last talk to; when did i talk to; any news from; "
        "any news on; did i call; did i mail; did i email; did we send; have i called; history of; "
        "how much did; what's the phone number of; what is the phone number of; "
        "what's the number of; what is the number of; phone number of; email of; "
        "when did we speak to; when did we meet; when was the last time; what did"
    ),
    commands=phrases(
        "show; show me; list; give me; find; search; remind me what; tell me; open; delete; undo; cancel; "
        "export; stop; start; help; send me; change my; set my; switch; mute; how many; print"
    ),
    small_talk=w("""ok okay okey k thanks thank thx cheers great nice cool lol haha hehe yes no yep nope sure hi hello hey
        good morning afternoon evening night bye see ya you later everyone all team guys congrats congratulations
        well done wow super perfect fine sorry please welcome good luck today job show"""),
    logs=table("""
        call: called; phoned; rang; tried; tried calling; left a voicemail; left voicemail; left message; left a message; call with; had a call with; had call with; talked to; spoke to; spoke with; talked with; spoken to; spoken with; reached
        email: emailed; mailed; e-mailed; sent an email to; sent email to; sent mail to; wrote to; replied to; sent brochure to; sent the brochure to; sent samples to; sent info to
        message: texted; whatsapped; messaged; pinged; sent a message to; sent a text to
        visit: visited; visit to; was at; dropped by; dropped in at; stopped by
        meeting: met with; had a meeting with; had meeting with; meeting with; had lunch with; had coffee with; demo given to; gave a demo to
        quote: quote sent; quotation sent; offer sent; proposal sent; sent quote; sent the quote; sent a quote; sent offer; sent the offer; sent an offer; sent proposal; sent the proposal; sent a proposal; sent quotation; quoted"""),
    no_answer=phrases(
        "no answer; no reply; didn't answer; did not answer; didnt answer; no response; not reached; "
        "couldn't reach; could not reach; couldnt reach; didn't pick up; did not pick up; didnt pick up; "
        "no pick up; not available; unavailable; not in; was out; engaged; line busy; busy; nobody there; "
        "not reachable; n/a; did not reach; didn't reach; without success; in a meeting; not there; on holiday"
    ),
    voicemail=phrases(
        "voicemail; voice mail; left a message; left message; answering machine; vm; left word"
    ),
    wrong_number=phrases(
        "wrong number; number not in use; number does not exist; not in service; dead number; "
        "number is wrong; number wrong; number doesn't work; number disconnected"
    ),
    incoming=phrases(
        "called me; called us; called back; rang me; rang back; phoned me; mailed me; emailed me; "
        "replied; answered my mail; wrote back; wrote me; got a call from; call from; mail from; email from; "
        "got mail from; heard from; called in; came by; visited us; dropped by the office; got back to me; "
        "texted me; got an email from; just called; just rang; returned my call; answered my email"
    ),
    also=phrases(
        "and also; and; also; plus; oh and; + ; add; & ; btw; by the way; one more thing; forgot; ps; p.s.; "
        "as well; correction; more; another thing"
    ),
    negations=phrases("not; no; isn't; wrong,"),
    spoken_at=w("at"),
    spoken_dot=w("dot point"),
)
