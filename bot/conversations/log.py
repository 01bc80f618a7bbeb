"""Logging what happened: in words, by the Log button, by /call, /visit and /email. One tap logs."""

from bot.callback import Tap, encode, id_in
from bot.cards.lead import short_name
from bot.cards.logged import contact_card, still_open
from bot.cards.titles import title_of, titles_of
from bot.cards.told import told_card
from bot.chat import About, Bold, Button, Reply, t
from bot.context import Context
from bot.questions import start
from bot.room import OnCommand, Replies, Room
from bot.whom import found_by_letters, the_one
from bot.whom_question import WhomDraft, whom_question
from crm.capture.draft import ActivityKind, Direction, LogDraft, Outcome
from crm.capture.read import read_message
from crm.ids import to_base36
from crm.store.blocks import Subject
from crm.store.conversion import find_current, get_current
from crm.store.timeline import entries
from crm.usecases.log_in_words import log_contact

_TO = "log-to"
_KINDS = ("call", "email", "visit")


def said(ctx: Context, log: LogDraft) -> Replies:
    """A log in words: on whom it names, else on what was shown last. Nothing is lost where it is not clear."""
    if log.about is None:
        subject = _last(ctx)
        return (
            [told_card(ctx, subject, log)] if subject else [Reply((t("log-no-lead"),), (_new_or_note(ctx),))]
        )
    found = found_by_letters(ctx, log.about)
    sure = the_one(ctx, found, log.about)
    if sure is not None:
        return [told_card(ctx, sure, log)]
    turn = to_base36(ctx.work.turn_id)
    titles = titles_of(ctx.work.session, found)
    rows = tuple(
        (Button(title, encode(_TO, row.id, arg=turn)),) for title, row in zip(titles, found, strict=True)
    )
    key = "log-which" if found else "log-nobody"
    again = Button(t("button-search-again"), encode("reply-whom", ctx.work.turn_id))
    return [Reply((t(key, query=log.about),), (*rows, _new_or_note(ctx), (again,)))]


def _new_or_note(ctx: Context) -> tuple[Button, ...]:
    turn, subject = ctx.work.turn_id, _last(ctx)
    new = Button(t("button-new-lead"), encode("as-lead", turn))
    ignore = Button(t("button-ignore"), encode("ignore", turn))
    if subject is None:
        return new, ignore
    note = t("button-note-on", name=short_name(subject))
    return new, Button(note, encode("as-note", turn, arg=str(subject.id))), ignore


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """Whom the words meant; arg: the turn of the message."""
    subject = get_current(ctx.work.session, ctx.access, tap.id)
    message = still_open(ctx, id_in(tap.arg))
    if message is None:
        return []
    earlier = ctx.earlier(message)
    log = read_message(earlier.said, earlier.surroundings, after_card=False).log
    if log is None:
        ctx.toast = t("passed")
        return []
    return [told_card(earlier, subject, log, edits=ctx.incoming.message_id)]


def _on_log(ctx: Context, tap: Tap) -> Replies:
    """arg: "" for the choices, "call" for those of a call, "call.out.spoke" logs. rev: the newest entry when shown."""
    subject = get_current(ctx.work.session, ctx.access, tap.id)
    kind, _, rest = tap.arg.partition(".")
    way, _, outcome = rest.partition(".")
    if kind not in _KINDS or way not in list(Direction) or (outcome and outcome not in list(Outcome)):
        return [_menu(ctx, subject, tap.arg, edits=ctx.incoming.message_id)]
    if tap.rev != _newest(ctx, subject):
        ctx.toast = t("passed")
        return []
    done = log_contact(
        ctx.work,
        ctx.access,
        subject,
        ActivityKind(kind),
        happened_at=ctx.work.now,
        direction=Direction(way),
        outcome=Outcome(outcome) if outcome else None,
    )
    return [contact_card(ctx, subject, done, edits=ctx.incoming.message_id)]


def _menu(ctx: Context, subject: Subject, kind: str, *, edits: int | None = None) -> Reply:
    ctx.work.session.flush()
    ctx.shows(subject)
    newest = _newest(ctx, subject)

    def button(key: str, arg: str) -> Button:
        return Button(t(key), encode("log", subject.id, newest, arg))

    calls = (
        (button("button-spoke", "call.out.spoke"), button("button-no-answer", "call.out.no-answer")),
        (
            button("button-voicemail", "call.out.voicemail"),
            button("button-wrong-number", "call.out.wrong-number"),
        ),
        (button("button-log-in", "call.in.spoke"),),
    )
    others = (
        button("button-mailed", "email.out"),
        button("button-mail-in", "email.in"),
        button("button-visit", "visit.out"),
    )
    note = Button(t("button-note"), encode("note", subject.id))
    other = Button(t("button-log-other"), encode("log-whom", arg=kind))
    rows = {"call": calls, "email": (others[:2],), "visit": (others[2:],)}.get(kind, (*calls, others))
    return Reply(
        (Bold(title_of(ctx.work.session, subject)), t("log-what")),
        (*rows, (note, other, Button(t("button-back"), encode("card", subject.id)))),
        about=(About(subject.__tablename__, subject.id),),
        edits=edits,
    )


def _newest(ctx: Context, subject: Subject) -> int:
    """The entry logged last, 0 for none: a button pressed twice is known by it."""
    return max((entry.id for entry in entries(ctx.work.session, subject, limit=20)), default=0)


def _command(kind: str) -> OnCommand:
    def on_command(ctx: Context) -> Replies:
        subject = _last(ctx)
        if subject is None or ctx.said:
            return start(ctx, WHOM, WhomDraft(kind, ctx.said or None))
        return [_menu(ctx, subject, kind)]

    return on_command


def _on_whom(ctx: Context, tap: Tap) -> Replies:
    return start(ctx, WHOM, WhomDraft(tap.arg if tap.arg in _KINDS else ""))


WHOM = whom_question(
    "log-whom",
    "log-ask-whom",
    data_of=lambda row, kind: encode("log", row.id, arg=kind),
    again=lambda kind: encode("log-whom", arg=kind),
    at_once=lambda ctx, subject, kind: [_menu(ctx, subject, kind)],
)


def _last(ctx: Context) -> Subject | None:
    return find_current(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)


ROOM = Room(
    commands={kind: _command(kind) for kind in _KINDS},
    taps={_TO: _on_to, "log": _on_log, "log-whom": _on_whom},
    conversations=(WHOM,),
)
