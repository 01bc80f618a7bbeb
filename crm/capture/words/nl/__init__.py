"""Dutch."""

from crm.capture.words.nl.amounts import AMOUNTS
from crm.capture.words.nl.calendar import CALENDAR
from crm.capture.words.nl.done import DONE
from crm.capture.words.nl.ending import ENDING
from crm.capture.words.nl.formal import FORMAL
from crm.capture.words.nl.frame import FRAME
from crm.capture.words.nl.names import NAMES
from crm.capture.words.nl.organisations import ORGANISATIONS
from crm.capture.words.nl.sources import SOURCES
from crm.capture.words.nl.steps import STEPS
from crm.capture.words.nl.talk import TALK
from crm.capture.words.nl.titles import TITLES
from crm.capture.words.vocabulary import Words

NL = Words(
    code="nl",
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
