"""Hostile input: nothing crashes, nothing leaks from one member to another, no markup breaks."""

import json
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, text

from bot.callback import encode
from bot.registry import REGISTRY
from bot.telegram.convert import _FILES, _OTHER, lane_of
from crm.access import Role, Visibility
from crm.capture.draft import ActivityKind
from crm.ids import to_base36
from crm.models import Activity, Fair, FollowUp, Member, Source, Turn
from crm.store import outbox
from crm.store.database import Database
from crm.store.inbox import NewEntry, UnreadableEntryError, mark_handled, read_open, receive
from crm.store.search.index import index_lead
from crm.store.sent import Sent, mark_sent
from crm.store.work import start_work
from tests.chat_client import BOT_ID, Office
from tests.clock import Clock
from tests.factories import add_lead, add_member, add_workspace, reaches_of
from tests.strict_html import check_body

EVA, TOM, OTTO, STRANGER = 503, 504, 700, 599
TOMS, OTTOS = "Quuxtomsecret", "Quuxottosecret"
"""Words of leads: of a colleague in Eva's private workspace, and of another workspace."""

NASTY = (
    "<b>Klaus</b> & <a href='x'>Bosch</a> </b></i>",
    "*Klaus* _Berger_ `Bosch` [x](http://x) ~s~ ||y||",
    "&lt;script&gt; &amp;amp; &#60; &nbsp; &",
    "\u202eKlaus\u202c שלום עולם مرحبا بالعالم",
    "👨‍👩‍👧‍👦🏳️‍🌈🔥⚠️" * 40,
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "a" * 4096,
    "😀" * 2048,
    "<" * 4096,
    "&" * 4096,
    "Klaus Berger " * 315,
    "\n" * 50 + "x" + "\n" * 50,
    "{ $name } %s {0} ${x} \\u0000 \\",
    "'; DROP TABLE lead; --",
    "klaus@bosch.de " * 200,
    "+49 40 2345678 " * 200,
    "\ud83d half a pair",
    "tomorrow " * 400,
    "€9999999999999999999999999999999",
    "1" * 400,
    "/" * 300,
    "/find " + "x" * 4000,
    "/forget %_%",
    "@" * 500,
)


@dataclass
class Fortress(Office):
    """An office whose every outgoing message is read strictly, and kept by chat."""

    said: dict[int, list[str]] = field(default_factory=dict)

    def send(self) -> None:
        while True:
            with self.database.begin() as session:
                batch = [m for chat in outbox.next_batch(session, BOT_ID) for m in chat]
                for message in batch:
                    shown = [check_body(message.body), json.dumps(message.body, ensure_ascii=False)]
                    self.said.setdefault(message.chat_id, []).extend(shown)
                    number = message.body.get("message_id") or self.next_message_id()
                    sent = Sent(message, number)
                    mark_sent(session, BOT_ID, [sent], self.clock())
            if not batch:
                return

    def takes(self, *updates: dict[str, Any]) -> None:
        """Updates that may be anything, each a turn, in one transaction as the runner does it in a rush.

        One that cannot be read stays open, which is no crash.
        """
        entries = [
            NewEntry(str(next(self._updates)), lane_of(update), json.dumps(update)) for update in updates
        ]
        handled = []
        with self.database.begin() as session:
            stored = receive(session, BOT_ID, Source.TELEGRAM, entries, self.clock(), self.ids)
            for row in read_open(session, [entry.id for entry in stored]):
                try:
                    answers = self.handler.handle(session, row)
                except UnreadableEntryError:
                    continue
                session.flush()
                handled.append(row.id)
                self.toasts.extend(answer.text for answer in answers)
            mark_handled(session, handled, self.clock())
        self.send()

    def heard(self, user_id: int) -> str:
        return "\n".join([*self.said.get(user_id, []), *self.toasts])


@dataclass(frozen=True)
class Rows:
    """Ids of what somebody else holds."""

    member: int
    ids: tuple[int, ...]


@pytest.fixture
def fortress(sqlite_database: Database, clock: Clock) -> Fortress:
    """Eva and Tom in a private workspace, Otto in another."""
    office = Fortress(sqlite_database, clock)
    with sqlite_database.begin() as session:
        ours = add_workspace(session, set_up_at=clock(), visibility=Visibility.PRIVATE)
        theirs = add_workspace(session, name="Elsewhere", set_up_at=clock())
        for workspace, user_id, name, role in (
            (ours, EVA, "Eva", Role.REP),
            (ours, TOM, "Tom", Role.REP),
            (theirs, OTTO, "Otto", Role.OWNER),
        ):
            add_member(session, workspace, user_id=user_id, chat_id=user_id, name=name, role=role)
    return office


def holds_something(office: Fortress, user_id: int, secret: str) -> Rows:
    """A lead with everything that can hang on one, and its fair."""
    with office.database.begin() as session:
        member = session.query(Member).filter_by(user_id=user_id).one()
        now, workspace = office.clock(), member.workspace_id
        work = start_work(session, now, office.ids, office.ids(), member.id)
        fair = Fair(
            workspace_id=workspace, id=office.ids(), name="Fair" if user_id == TOM else f"{secret} Fair", key=f"{secret} fair".lower(),
            country="DE", last_day=now.date(), created_by=member.id, created_at=now,
        )  # fmt: skip
        session.add(fair)
        session.flush()
        lead = add_lead(
            session, member, f"Anna {secret}", f"{secret} GmbH", emails=[f"{secret}@x.de"],
            phones=["+49402345678"], fair_id=fair.id, owed_since=now, note=f"{secret} note",
        )  # fmt: skip
        activity = Activity(
            workspace_id=workspace, id=office.ids(), lead_id=lead.id, member_id=member.id,
            kind=ActivityKind.NOTE, text=f"{secret} text", happened_at=now, created_at=now,
        )  # fmt: skip
        follow_up = FollowUp(
            workspace_id=workspace, id=office.ids(), lead_id=lead.id, member_id=member.id,
            created_by=member.id, action=f"call {secret}", day=now.date(), zone="UTC", due_at=now, created_at=now,
        )  # fmt: skip
        turn = Turn(
            workspace_id=workspace, id=work.turn_id, member_id=member.id, at=now, what="turn-captured",
            about_id=lead.id,
        )  # fmt: skip
        session.add_all([activity, follow_up, turn])
        session.flush()
        reaches = reaches_of(session, lead)
        index_lead(work, lead, reaches)
        ids = [lead.id, activity.id, follow_up.id, turn.id, member.id, *(r.id for r in reaches)]
        if user_id == OTTO:
            ids += [fair.id, workspace]
        return Rows(member.id, tuple(ids))


def state_of(database: Database, ids: tuple[int, ...]) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the CRM that has one of the ids anywhere."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with database.begin() as session:
        for table in inspect(session.connection()).get_table_names():
            if table in ("inbox", "outbox", "message_link", "dialogue", "chat"):
                continue
            rows = session.execute(text(f'SELECT * FROM "{table}"')).all()  # noqa: S608
            found[table] = sorted((tuple(row) for row in rows if set(row) & set(ids)), key=repr)
    return found


FEW = ("", "1", "name", "rep", "spoke")
MANY = (*FEW, "0", "2", "phone", "new", "qualified", "owner", "all", "NL", "yes", "mailed", "later", "stop", "hour",
        "tomorrow", "hot", "mine", "call", "out", "team")  # fmt: skip


@pytest.mark.parametrize(("user_id", "secret"), [(TOM, TOMS), (OTTO, OTTOS)])
def test_forged_buttons_show_and_change_nothing_of_somebody_elses(
    fortress: Fortress, pytestconfig: pytest.Config, user_id: int, secret: str
) -> None:
    """Each verb there is, with every id of a private colleague's and of another workspace's rows.

    In the short form with every second argument, by turns.
    """
    theirs = holds_something(fortress, user_id, secret)
    torture = pytestconfig.getoption("--torture")
    args = [*MANY, to_base36(theirs.member), to_base36(theirs.ids[0])] if torture else FEW
    pairs = list(product(theirs.ids, args))
    before = state_of(fortress.database, theirs.ids)
    for number, verb in enumerate(sorted(REGISTRY.taps)):
        tried = pairs if torture else pairs[number % 2 :: 2]
        fortress.takes(*(tap(EVA, f"v1:{verb}:{to_base36(row_id)}:0:{arg}") for row_id, arg in tried))
        assert secret not in fortress.heard(EVA), verb
        assert fortress.said.get(user_id) is None, (
            f"{verb}: somebody was written to because of a forged button"
        )
        assert state_of(fortress.database, theirs.ids) == before, verb


def test_forged_buttons_of_ones_own_lead_name_nobody_elses_rows(fortress: Fortress) -> None:
    """The own rows' ids, with ids of somebody else's rows as the argument."""
    colleague, other = holds_something(fortress, TOM, TOMS), holds_something(fortress, OTTO, OTTOS)
    mine = holds_something(fortress, EVA, "Mine")
    before = state_of(fortress.database, other.ids)
    args = [to_base36(row_id) for row_id in (*other.ids, *colleague.ids) if row_id != colleague.member]
    for verb in sorted(REGISTRY.taps):
        fortress.takes(*(tap(EVA, f"v1:{verb}:{to_base36(mine.ids[0])}:0:{arg}") for arg in args))
        assert TOMS not in fortress.heard(EVA) and OTTOS not in fortress.heard(EVA), verb
        assert state_of(fortress.database, other.ids) == before, verb


@pytest.mark.parametrize("number", range(len(NASTY)))
def test_nasty_texts_are_shown_as_they_were_written(fortress: Fortress, number: int) -> None:
    """As a message, a name, a note, a search, a reply, an edit, a caption, a contact and a command."""
    nasty = NASTY[number]
    said = [nasty, f"{nasty[:3900]} klaus@bosch.de +31 6 12345678"]
    for command in sorted(REGISTRY.commands):
        said += [f"/{command} {nasty[:4000]}", nasty]
    first = message(EVA, text=nasty)["message"]
    fortress.takes(
        *(message(EVA, text=each) for each in said),
        message(EVA, caption=nasty[:1024], photo=[file(width=1, height=1)]),
        message(EVA, contact={"phone_number": nasty[:64], "first_name": nasty[:64]}),
        {"edited_message": first},
        tap(EVA, nasty[:64]),
        tap(EVA, encode("edit", 1)),
        tap(EVA, f"v1:card:zz:0:{nasty[:20]}"),
    )
    assert fortress.said[EVA]


def test_nasty_names_of_members_and_leads_break_no_list(fortress: Fortress) -> None:
    names = [nasty[:190] for nasty in NASTY if nasty.strip() and "\ud83d" not in nasty]
    with fortress.database.begin() as session:
        eva = session.query(Member).filter_by(user_id=EVA).one()
        eva.role = Role.OWNER
        for number, name in enumerate(names):
            holder = session.get_one(Member, (eva.workspace_id, eva.id))
            member = Member(
                workspace_id=eva.workspace_id, id=fortress.ids(), user_id=9000 + number, name=name,
                role=Role.REP, language="en", joined_at=fortress.clock(),
            )  # fmt: skip
            session.add(member)
            lead = add_lead(
                session, holder, name, name, title=name, note=name, hot=True, owed_since=fortress.clock()
            )
            index_lead(start_work(session, fortress.clock(), fortress.ids, 1, eva.id), lead, [])
    for command in ("/team", "/leads", "/agenda", "/find klaus", "/forget klaus", "/undo", "/settings"):
        fortress.takes(message(EVA, text=command))
    pressed = 0
    while pressed < 80:
        waiting = buttons_of(fortress, EVA)[pressed : pressed + 1]
        if not waiting:
            break
        fortress.takes(tap(EVA, waiting[0]))
        pressed += 1
    assert pressed > 20


def buttons_of(office: Fortress, user_id: int) -> list[str]:
    """Every button's data that was shown so far, once, in order."""
    found: dict[str, None] = {}
    for body in office.said.get(user_id, [])[1::2]:
        for row in json.loads(body).get("reply_markup", {}).get("inline_keyboard", []):
            found |= {button["callback_data"]: None for button in row if "callback_data" in button}
    return list(found)


# Random updates: of every kind that the Bot API has, right and wrong.


def file(**more: Any) -> dict[str, Any]:
    return {"file_id": "f", "file_unique_id": "u", **more}


def user(user_id: int) -> dict[str, Any]:
    return {"id": user_id, "is_bot": False, "first_name": "Eva", "language_code": "en"}


def message(user_id: int, **content: Any) -> dict[str, Any]:
    chat = {"id": user_id, "type": "private", "first_name": "Eva"}
    return {"message": {"message_id": 7, "date": 1773135000, "chat": chat, "from": user(user_id), **content}}


def tap(user_id: int, data: str) -> dict[str, Any]:
    chat = {"id": user_id, "type": "private"}
    shown = {"message_id": 7, "date": 1, "chat": chat, "text": "…"}
    query = {"id": "1", "from": user(user_id), "chat_instance": "1", "data": data, "message": shown}
    return {"callback_query": query}


WORDS = (
    "Klaus Berger", "Bosch", "klaus@bosch.de", "+31 6 12345678", "call", "tomorrow", "friday 10:00", "no answer",
    "€12k", "hot", "not", "gebeld", "angerufen", "who should I call?", "<b>", "&", "Tom:", "next week", "\n", ",",
)  # fmt: skip
users = st.sampled_from([EVA, EVA, EVA, TOM, OTTO, STRANGER])
letters = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80)
sentences = st.lists(st.sampled_from(WORDS) | letters, min_size=1, max_size=8).map(" ".join)
commands = st.builds(
    lambda name, rest: f"/{name} {rest}", st.sampled_from(sorted(REGISTRY.commands)), sentences
)
texts = st.one_of(sentences, sentences, commands, letters)
numbers = st.integers(-(2**63), 2**64)
junk = st.recursive(
    st.none() | st.booleans() | numbers | st.floats(allow_nan=False) | letters,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(letters, inner, max_size=3),
    max_leaves=5,
)
datas = st.one_of(
    st.builds(
        lambda verb, row, rev, arg: f"v1:{verb}:{to_base36(row)}:{to_base36(rev)}:{arg}"[:64],
        st.sampled_from([*sorted(REGISTRY.taps), "ask"]),
        st.integers(0, 2**63 - 1),
        st.integers(0, 3),
        st.sampled_from(
            ["", "0", "1", "value=0", "value!cancel", "query!cancel", "zone=1", "zone!skip", "name"]
        )
        | letters,
    ),
    letters,
)
contents = st.one_of(
    st.fixed_dictionaries({"text": texts}, optional={"entities": junk, "reply_to_message": junk}),
    st.fixed_dictionaries(
        {"text": texts, "reply_to_message": st.builds(lambda n: {"message_id": n}, st.integers(1, 60))}
    ),
    st.fixed_dictionaries(
        {"contact": st.fixed_dictionaries({"phone_number": letters, "first_name": letters})}
    ),
    st.builds(lambda kind, value: {kind: value}, st.sampled_from([*_OTHER, "venue", "new_chat_title"]), junk),
    st.builds(lambda kind, caption: {kind: file(), "caption": caption}, st.sampled_from(_FILES[1:]), texts),
    st.builds(
        lambda kind, name, album: {kind: file(file_name=name), "media_group_id": album},
        st.sampled_from(_FILES[1:]),
        st.sampled_from(["a.eml", "a.pdf", "a.csv", ""]),
        st.sampled_from(["1", "2"]),
    ),
    st.builds(
        lambda a, b: {"location": {"latitude": a, "longitude": b}}, st.floats(-90, 90), st.floats(-180, 180)
    ),
    st.dictionaries(
        st.sampled_from(["text", "photo", "contact", "chat", "from", "date", "message_id"]), junk, max_size=3
    ),
)
moments = st.integers(1773000000, 1774000000)
updates = st.one_of(
    st.builds(lambda who, content, at: message(who, **{"date": at, **content}), users, contents, moments),
    st.builds(tap, users, datas),
    st.builds(
        lambda who, content, number: {"edited_message": message(who, **content)["message"] | {"message_id": number}},
        users, contents, st.integers(1, 60),
    ),
    st.builds(lambda kind, body: {kind: body}, st.sampled_from(
        ["message", "edited_message", "callback_query", "my_chat_member", "channel_post", "inline_query", "poll", "x"]), junk),
)  # fmt: skip


def test_thousands_of_random_updates_crash_nothing_leak_nothing_and_break_no_markup(
    fortress: Fortress, pytestconfig: pytest.Config
) -> None:
    holds_something(fortress, TOM, TOMS)
    holds_something(fortress, OTTO, OTTOS)
    examples = 2000 if pytestconfig.getoption("--torture") else 80

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(updates, min_size=10, max_size=20))
    def run(batch: list[dict[str, Any]]) -> None:
        fortress.takes(*batch)

    run()
    assert TOMS not in fortress.heard(EVA) and OTTOS not in fortress.heard(EVA)
    assert TOMS not in fortress.heard(OTTO) and OTTOS not in fortress.heard(TOM)
    assert TOMS not in fortress.heard(STRANGER) and OTTOS not in fortress.heard(STRANGER)
    assert len(fortress.said[EVA]) + len(fortress.toasts) > 300
