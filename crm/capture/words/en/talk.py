"""English: questions, small talk, corrections."""

from crm.capture.words.lists import phrases, w
from crm.capture.words.vocabulary import Talk

TALK = Talk(
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
        "who is waiting; leads without; haven't i followed up; have i not followed up; did i not follow up; "
        "didn't i follow up; haven't we followed up; have we not followed up; been neglecting; am i neglecting; "
        "have i neglected; not been followed up; hasn't been followed up; been left alone; slipped through; "
        "needs a follow-up; need a follow-up; haven't i called; haven't i contacted; haven't i spoken to; "
        "haven't i answered; did i not call; didn't i call; fell through the cracks; still to follow up"
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
    also=phrases(
        "and also; and; also; plus; oh and; + ; add; & ; btw; by the way; one more thing; forgot; ps; p.s.; "
        "as well; correction; more; another thing"
    ),
    negations=phrases("not; no; isn't; wrong,"),
    asked_first=phrases(
        "did; does; has the; has anyone; have we; have you; did we; did you; did i; did anyone; was the; is the; do we; do you; do i; does anyone; are we"
    ),
    addressed=phrases("can you; could you; will you; would you; can somebody; can someone; who can"),
    social=w("""lunch dinner beer beers drinks coffee breakfast party lobby pizza wifi"""),
    not_counted=w("""hall stand booth room gate am pm day days week weeks min"""),
    they=w("""he she they his her their wants needs from at"""),
    instead=phrases("but"),
    it_is=phrases("it's; it is; is"),
    idle=w(
        """mail e-mail email tel phone mobile cell number budget value amount date is his her on at the deal worth about ca circa ex vat"""
    ),
    bare_questions=w("agenda today todo"),
)
