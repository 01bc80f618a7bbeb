"""English: what is to be done, and how warm it is."""

from crm.capture.words.lists import phrases, w
from crm.capture.words.vocabulary import Steps

STEPS = Steps(
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
    helping=phrases(
        "pls; please; i have to; i need to; need to; must; to; and; then; remind me to; next step:; next step; next:; next"
    ),
    beside_action=w("""him her them me us back pls please you can we i"""),
    for_somebody=w("for"),
)
