"""English: names and what stands around them."""

from crm.capture.words.lists import phrases, w
from crm.capture.words.vocabulary import Names

NAMES = Names(
    common=w("""ish referral contact-person
        a an the and or but so if of in on at to for from with without by as is are was were be been am do does did
        done has have had having will would can could should shall must may might not line no yes yeah yep nope i me my
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
    meet=w(
        "into contact-person met with to meet saw contact lead prospect visitor call ring phone mail email attn"
    ),
    place=w("in near based outside around"),
    honorifics=w("mr mrs ms miss mx dr prof professor sir madam mr. mrs. ms. dr. prof. eng. eng rev"),
    referred_by=phrases(
        "referred by; recommended by; intro by; introduced by; introduction by; referral from; "
        "tip from; got the name from; via my colleague; through my colleague"
    ),
    introduced=phrases("my name is; this is; i am; i'm; name is; called; named; name of"),
    articles=w("""the a an"""),
    role_addresses=w(
        """info sales contact office mail post hello admin support service team export import purchasing welcome reception marketing finance billing order orders jobs hr shop"""
    ),
    old_articles=frozenset(),
    before_article=frozenset(),
    verb_ends=w("back up"),
    here=w("here"),
    does=w("signs decides wants needs is runs has leads heads handles owns manages does"),
    surname_endings=(),
    surnames=w(
        """stone price baker cook park hill wood woods young king page grant cross carter mason turner cooper parker walker hunter fisher farmer best black white brown green gray grey may march day knight bishop abbott marsh mills bond banks moss love sharp wise power bell street house church rice ford lane swift dean chase bush moon sun sands waters marshall cox rose post field fields long short small law north west major haven frank"""
    ),
    weak_names=w("""line may april june mark art guy hal dean august hope will"""),
    doubtful_honorifics=w("""ms mr dr rev sir eng"""),
    possessives=w("""our their my"""),
    ourselves_after=w("us me"),
)
