"""The demo's company and its leads, made by the same use cases as in earnest, some days ago."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.app import Surroundings
from bot.demo.deals import make_deal
from crm.access import Role
from crm.capture import draft
from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.capture.read import read_lead
from crm.models import Fair
from crm.money import Money
from crm.rules.local_time import local_day
from crm.store.members import Who
from crm.store.work import Session, Work, start_work
from crm.usecases.capture_lead import capture_lead
from crm.usecases.come_in import join, make_invite
from crm.usecases.first_start import first_start
from crm.usecases.log_activity import log_activity
from crm.usecases.make_fair import make_fair

_FAIR, _FAIR_COUNTRY = "Hannover Messe", "DE"


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram user of the simulated world."""

    user_id: int
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Log:
    """What came of a lead, that many days ago. euros: of a quote; then_stage: where its opportunity went from there."""

    days: int
    kind: ActivityKind
    text: str
    outcome: Outcome | None = None
    euros: int | None = None
    then_stage: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A message that became a lead. by: 0 the manager, 1 and 2 the reps. at_fair: told at the running event."""

    days: int
    by: int
    text: str
    at_fair: bool = False
    then: Sequence[Log] = field(default=())


_CALL, _EMAIL, _QUOTE, _VISIT = (
    ActivityKind.CALL,
    ActivityKind.EMAIL,
    ActivityKind.QUOTE,
    ActivityKind.VISIT,
)
TOLD = (
    Told(
        12,
        1,
        "Anna Lindqvist, purchasing manager, Volvo Trucks, anna.lindqvist@volvo.example, +46 31 661234, 85k",
        then=(
            Log(10, _CALL, "called Anna, wants a quote for 200 pumps", Outcome.SPOKE),
            Log(6, _QUOTE, "quote sent, 85k", euros=85_000),
        ),
    ),
    Told(
        11,
        2,
        "Lotte Prins, Studio Prins, lotte@studioprins.example, 06 20304050",
        then=(Log(9, _EMAIL, "brochure gemaild"),),
    ),
    Told(
        9,
        1,
        "Marc Dubois, Aqua Sud, marc.dubois@aquasud.example, +33 4 91 55 66 77, hot",
        then=(Log(7, _CALL, "called Marc", Outcome.NO_ANSWER), Log(5, _CALL, "again", Outcome.VOICEMAIL)),
    ),
    Told(8, 2, "Pieter Jansen, Jansen Bouw, p.jansen@jansenbouw.example, 010 2345678"),
    Told(
        7,
        0,
        "Harriet Hale, Hale & Sons, harriet@hale.example, +44 20 7946 0958, 30k",
        then=(Log(3, _VISIT, "visited the plant, they decide in spring"),),
    ),
    Told(
        45,
        1,
        "Hanna Vogel, Vogel Brauerei, hanna@vogel-brau.example, +49 561 555012",
        then=(
            Log(44, _CALL, "spoke with Hanna, new filling line", Outcome.SPOKE),
            Log(40, _QUOTE, "quote sent, 42k", euros=42_000, then_stage="negotiation"),
        ),
    ),
    Told(
        38,
        2,
        "Ruben Maas, Maas Tuinbouw, ruben@maas.example, 06 50607080",
        then=(Log(30, _QUOTE, "quote sent, 18.5k", euros=18_500, then_stage="won"),),
    ),
    Told(
        33,
        1,
        "Claire Martin, Eaux du Nord, c.martin@eauxdunord.example, +33 3 20 55 66 77",
        then=(Log(29, _QUOTE, "quote sent, 64k", euros=64_000, then_stage="verbal-yes"),),
    ),
    Told(
        28,
        0,
        "Tomasz Zieliński, Wodociąg, t.zielinski@wodociag.example, +48 61 555 0102",
        then=(Log(20, _QUOTE, "quote sent, 27k", euros=27_000, then_stage="lost"),),
    ),
    Told(6, 1, "Giulia Conti, Conti Impianti, g.conti@conti.example, +39 02 5550123, call her in 9 days"),
    Told(2, 1, "Jürgen Weiß, Weiß Pumpen GmbH, j.weiss@weiss-pumpen.example, hot, 24k", at_fair=True),
    Told(2, 2, "Sanne de Boer, Waterschap Delfland, s.deboer@delfland.example, demo", at_fair=True),
    Told(1, 1, "Oskar Nowak, Hydropol, +48 22 5550101, wants samples, call him tomorrow 10:00", at_fair=True),
    Told(1, 1, "Petra Kühn, Stadtwerke Kassel, petra.kuehn@stadtwerke.example", at_fair=True),
    Told(1, 2, "Bram Smit, Smit Kassen, 06 10203040, belt zelf terug", at_fair=True),
    Told(
        0, 1, "Emily Carter, Northern Water, e.carter@northern.example, call her tomorrow 14:00", at_fair=True
    ),
)


def furnish(around: Surroundings, owner: Person, *reps: Person) -> None:
    """A company with an owner and reps, an event that runs until tomorrow, and the leads of the last days."""
    now = around.clock()
    with around.database.begin() as session:
        who = _company(session, around, owner, reps, now)
        fair = _fair(session, around, who[0], now)
        for told in TOLD:
            _tell(session, around, who[told.by], told, fair if told.at_fair else None, now)


def _company(
    session: Session, around: Surroundings, owner: Person, reps: Sequence[Person], at: datetime
) -> list[Who]:
    token = first_start(session, around.ids, at)
    assert token is not None, "the demo begins with an empty database"
    first = _join(session, around, token, owner, at)
    first.workspace.name = "Vos Pumps"
    first.workspace.country, first.workspace.set_up_at = "NL", at
    invites = [make_invite(session, around.ids, at, first.access, Role.REP) for _ in reps]
    return [
        first,
        *(_join(session, around, token, rep, at) for token, rep in zip(invites, reps, strict=True)),
    ]


def _join(session: Session, around: Surroundings, token: str, person: Person, at: datetime) -> Who:
    who = join(
        session,
        around.ids,
        at,
        token,
        user_id=person.user_id,
        name=person.name,
        username=None,
        language=person.language,
    )
    who.member.chat_id = person.user_id  # everybody has written to the bot already
    return who


def _fair(session: Session, around: Surroundings, who: Who, now: datetime) -> Fair:
    last_day = local_day(now, who.zone) + timedelta(days=1)
    made = make_fair(_work(session, around, who, now), who, _FAIR, last_day, _FAIR_COUNTRY)
    session.flush()
    return made.fair


def _tell(
    session: Session, around: Surroundings, who: Who, told: Told, fair: Fair | None, now: datetime
) -> None:
    at = now - timedelta(days=told.days, minutes=47)
    read = read_lead(
        told.text,
        draft.Surroundings(
            moment=at,
            zone=who.zone,
            region=who.country or "NL",
            language=who.member.language,
            fair_country=_FAIR_COUNTRY if fair else None,
        ),
    )
    captured = capture_lead(
        _work(session, around, who, at), who, read, text=told.text, written_at=at, fair=fair, always_new=True
    )
    for log in told.then:
        happened_at = now - timedelta(days=log.days, minutes=12)
        work = _work(session, around, who, happened_at)
        if log.euros is not None:
            make_deal(work, who, captured.lead, Money(log.euros * 100, "EUR"), log.text, log.then_stage)
            continue
        log_activity(
            work,
            who.access,
            captured.lead,
            log.kind,
            happened_at=happened_at,
            direction=Direction.OUT,
            outcome=log.outcome,
            text=log.text,
        )
        session.flush()


def _work(session: Session, around: Surroundings, who: Who, at: datetime) -> Work:
    return start_work(session, at, around.ids, turn_id=around.ids(), actor_id=who.member.id)
