"""English: what was done, told in the past."""

from crm.capture.words.lists import phrases, table, w
from crm.capture.words.vocabulary import Done

DONE = Done(
    logs=table("""
        call: called; phoned; rang; tried; tried calling; left a voicemail; left voicemail; left message; left a message; call with; had a call with; had call with; talked to; spoke to; spoke with; talked with; spoken to; spoken with; reached
        email: emailed; mailed; e-mailed; sent an email to; sent email to; sent mail to; wrote to; replied to; sent brochure to; sent the brochure to; sent samples to; sent info to
        email: sent a mail to; sent an e-mail to; sent him a mail; sent her a mail; sent them a mail; sent him an email; sent her an email; sent them an email
        email: sent him an e-mail; sent her an e-mail; sent them an e-mail; wrote him an email; wrote her an email; wrote them an email; wrote him a mail; wrote her a mail; wrote them a mail
        message: texted; whatsapped; messaged; pinged; sent a message to; sent a text to; sent him a text; sent her a text; sent them a text; sent him a message; sent her a message; sent them a message
        visit: visited; visit to; was at; dropped by; dropped in at; stopped by
        meeting: met with; had a meeting with; had meeting with; meeting with; had lunch with; had coffee with; demo given to; gave a demo to"""),
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
    incoming=table("""
        call: called me; called us; called back; rang me; rang back; phoned me; got a call from; call from; called in; got back to me; just called; just rang; returned my call
        email: mailed me; emailed me; replied; answered my mail; wrote back; wrote me; mail from; email from; got mail from; heard from; got an email from; answered my email
        message: texted me
        visit: came by; visited us; dropped by the office"""),
    not_done=phrases(
        "to be; be; needs; need; should; must; want; wants; would like; can; could; if; has to; have to; not yet; never; will; asked for; asks for; ask for; waiting for; awaiting"
    ),
    not_done_after=phrases("to be; tomorrow; soon; request; letter"),
    log_nouns=phrases("call with; meeting with; visit to"),
    talked=w("""met spoke talked saw spoken"""),
    spoke=w("""spoke spoken talked"""),
    ourselves=w("""i i've we we've"""),
    they_did=w(
        """called rang phoned mailed emailed e-mailed texted messaged whatsapped visited replied wrote reached"""
    ),
    log_fill=w(
        """no answer reply response voicemail the a an quote offer proposal to for with from about over re regarding our their my his her contract order agreement"""
    ),
    just=w("""just today again"""),
    tried=phrases("tried; tried calling"),
    idle_outcomes=phrases(
        "unavailable; busy; n/a; not available; was out; vm; not in; engaged; in a meeting; on holiday"
    ),
)
