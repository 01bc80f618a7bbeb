"""All rooms: which command, which button, which conversation leads where."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversations import (
    about,
    accounts,
    add_contact,
    agenda,
    assign,
    capture,
    close,
    contacts,
    convert,
    deals,
    deals_of,
    edit,
    ended,
    event,
    exporting,
    files,
    find,
    follow_up,
    forget,
    give,
    help,
    import_columns,
    import_run,
    importing,
    invite,
    leads,
    location,
    log,
    mail,
    mail_ours,
    mail_side,
    met,
    move,
    new_lead,
    note,
    outcome,
    own_fields,
    people,
    pipeline,
    quote,
    rates,
    reply,
    report,
    send_contact,
    set_up,
    settings,
    show_text,
    stages,
    status,
    tags,
    team,
    timeline,
    undo,
    walk,
    when,
    whose,
)
from bot.dialogue import Conversation
from bot.room import OnCommand, OnDone, OnLeft, OnTap, Room
from bot.running.jobs import Do

ROOMS: tuple[Room, ...] = (
    capture.ROOM,
    whose.ROOM,
    edit.ROOM,
    undo.ROOM,
    leads.ROOM,
    accounts.ROOM,
    contacts.ROOM,
    deals.ROOM,
    people.ROOM,
    add_contact.ROOM,
    deals_of.ROOM,
    send_contact.ROOM,
    find.ROOM,
    timeline.ROOM,
    status.ROOM,
    give.ROOM,
    agenda.ROOM,
    met.ROOM,
    walk.ROOM,
    follow_up.ROOM,
    event.ROOM,
    assign.ROOM,
    set_up.ROOM,
    invite.ROOM,
    team.ROOM,
    settings.ROOM,
    help.ROOM,
    show_text.ROOM,
    forget.ROOM,
    log.ROOM,
    mail.ROOM,
    mail_side.ROOM,
    mail_ours.ROOM,
    location.ROOM,
    files.ROOM,
    importing.ROOM,
    import_columns.ROOM,
    import_run.ROOM,
    exporting.ROOM,
    move.ROOM,
    ended.ROOM,
    stages.ROOM,
    rates.ROOM,
    pipeline.ROOM,
    tags.ROOM,
    own_fields.ROOM,
    report.ROOM,
    outcome.ROOM,
    close.ROOM,
    new_lead.ROOM,
    note.ROOM,
    reply.ROOM,
    when.ROOM,
    quote.ROOM,
    convert.ROOM,
    about.ROOM,
)


@dataclass(frozen=True, slots=True)
class Registry:
    commands: Mapping[str, OnCommand]
    taps: Mapping[str, OnTap]
    conversations: Mapping[str, Conversation]
    jobs: Mapping[str, Do]
    done: Mapping[str, OnDone]
    left: Mapping[str, OnLeft]


def build(rooms: tuple[Room, ...]) -> Registry:
    """Raises ValueError where two rooms claim the same word."""
    commands: dict[str, OnCommand] = {}
    taps: dict[str, OnTap] = {}
    conversations: dict[str, Conversation] = {}
    jobs: dict[str, Do] = {}
    done: dict[str, OnDone] = {}
    left: dict[str, OnLeft] = {}
    for room in rooms:
        talks = {talk.name: talk for talk in room.conversations}
        for known, new in (
            (commands, room.commands),
            (taps, room.taps),
            (conversations, talks),
            (jobs, room.jobs),
            (done, room.done),
            (left, room.left),
        ):
            twice = known.keys() & new.keys()
            if twice:
                raise ValueError(f"claimed twice: {', '.join(sorted(twice))}")
            known.update(new)  # type: ignore[arg-type]
    return Registry(commands, taps, conversations, jobs, done, left)


REGISTRY = build(ROOMS)
