"""German."""

from crm.capture.words.de.amounts import AMOUNTS
from crm.capture.words.de.calendar import CALENDAR
from crm.capture.words.de.done import DONE
from crm.capture.words.de.ending import ENDING
from crm.capture.words.de.formal import FORMAL
from crm.capture.words.de.frame import FRAME
from crm.capture.words.de.names import NAMES
from crm.capture.words.de.organisations import ORGANISATIONS
from crm.capture.words.de.sources import SOURCES
from crm.capture.words.de.steps import STEPS
from crm.capture.words.de.talk import TALK
from crm.capture.words.de.titles import TITLES
from crm.capture.words.vocabulary import Words

DE = Words(
    code="de",
    calendar=CALENDAR,
    names=NAMES,
    titles=TITLES,
    organisations=ORGANISATIONS,
    sources=SOURCES,
    steps=STEPS,
    amounts=AMOUNTS,
    frame=FRAME,
    talk=TALK,
    done=DONE,
    formal=FORMAL,
    ending=ENDING,
)
