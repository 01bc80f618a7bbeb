"""English."""

from crm.capture.words.en.amounts import AMOUNTS
from crm.capture.words.en.calendar import CALENDAR
from crm.capture.words.en.done import DONE
from crm.capture.words.en.ending import ENDING
from crm.capture.words.en.formal import FORMAL
from crm.capture.words.en.frame import FRAME
from crm.capture.words.en.names import NAMES
from crm.capture.words.en.organisations import ORGANISATIONS
from crm.capture.words.en.sources import SOURCES
from crm.capture.words.en.steps import STEPS
from crm.capture.words.en.talk import TALK
from crm.capture.words.en.titles import TITLES
from crm.capture.words.vocabulary import Words

EN = Words(
    code="en",
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
