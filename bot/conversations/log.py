"""Logging what happened: in words, by the Log button, by /call, /visit and /email. One tap logs."""

from dataclasses import dataclass

from bot.callback import Tap, encode
from bot.cards.choose import choose_card
from bot.cards.lead import title_line
from bot.cards.logged import contact_card, found_by_name, has_become_something, the_one, words_card
from bot.chat import About, Bold, Button, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import OnCommand, Replies, Room
from crm.capture.draft import ActivityKind, Direction, LogDraft, Outcome
from crm.capture.read import read_message
from crm.ids import from_base36, to_base36
from crm.models import Lead
from crm.store.leads import find_lead, get_lead, timeline
from crm.usecases.log_in_words import log_contact

_TO = "log-to"
_KINDS = ("call", "email", "visit")


@dataclass(frozen=True, slots=True)
class WhomDraft:
    """kind: what is logged once the lead is chosen, "" where that is asked then."""

    kind: str
    query: str | None = None


def said(ctx: Context, log: LogDraft) -> Replies:
    """A log in words: on the lead it names, else on the one shown last. Nothing is lost where it is not clear."""
    if log.about is None:
        lead = _last(ctx)
        return [words_card(ctx, lead, log)] if lead else [Reply((t("log-no-lead"),), (_new_or_note(ctx),))]
    found = found_by_name(ctx, log.about)
    sure = the_one(found, log.about)
    if sure is not None:
        return [words_card(ctx, sure, log)]
    turn = to_base36(ctx.work.turn_id)
    rows = tuple((Button(title_line(lead), encode(_TO, lead.id, arg=turn)),) for lead in found)
    key = "log-which" if found else "log-nobody"
    again = Button(t("button-search-again"), encode("reply-whom", ctx.work.turn_id))
    return [Reply((t(key, query=log.about),), (*rows, _new_or_note(ctx), (again,)))]


def _new_or_note(ctx: Context) -> tuple[Button, ...]:
    turn, lead = ctx.work.turn_id, _last(ctx)
    new = Button(t("button-new-lead"), encode("as-lead", turn))
    ignore = Button(t("button-ignore"), encode("ignore", turn))
    if lead is None:
        return new, ignore
    note = t("button-note-on", name=lead.name or lead.organisation or t("lead-nameless"))
    return new, Button(note, encode("as-note", turn, arg=str(lead.id))), ignore


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """The lead that the words meant; arg: the turn of the message."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    message = ctx.recall(_number(tap.arg))
    if message is None or has_become_something(ctx, message):
        ctx.toast = t("passed")
        return []
    earlier = ctx.earlier(message)
    log = read_message(earlier.said, earlier.surroundings, after_card=False).log
    if log is None:
        ctx.toast = t("passed")
        return []
    return [words_card(earlier, lead, log, edits=ctx.incoming.message_id)]


def _on_log(ctx: Context, tap: Tap) -> Replies:
    """arg: "" for the choices, "call" for those of a call, "call.out.spoke" logs. rev: the newest entry when shown."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    kind, _, rest = tap.arg.partition(".")
    way, _, outcome = rest.partition(".")
    if kind not in _KINDS or way not in list(Direction) or (outcome and outcome not in list(Outcome)):
        return [_menu(ctx, lead, tap.arg, edits=ctx.incoming.message_id)]
    if tap.rev != _newest(ctx, lead):
        ctx.toast = t("passed")
        return []
    done = log_contact(
        ctx.work,
        ctx.access,
        lead,
        ActivityKind(kind),
        happened_at=ctx.work.now,
        direction=Direction(way),
        outcome=Outcome(outcome) if outcome else None,
    )
    return [contact_card(ctx, lead, done, edits=ctx.incoming.message_id)]


def _menu(ctx: Context, lead: Lead, kind: str, *, edits: int | None = None) -> Reply:
    ctx.work.session.flush()
    ctx.shows(lead)
    newest = _newest(ctx, lead)

    def button(key: str, arg: str) -> Button:
        return Button(t(key), encode("log", lead.id, newest, arg))

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
    note = Button(t("button-note"), encode("note", lead.id))
    other = Button(t("button-log-other"), encode("log-whom", arg=kind))
    rows = {"call": calls, "email": (others[:2],), "visit": (others[2:],)}.get(kind, (*calls, others))
    return Reply(
        (Bold(title_line(lead)), t("log-what")),
        (*rows, (note, other, Button(t("button-back"), encode("card", lead.id)))),
        about=(About("lead", lead.id),),
        edits=edits,
    )


def _newest(ctx: Context, lead: Lead) -> int:
    """The entry logged last, 0 for none: a button pressed twice is known by it."""
    return max((entry.id for entry in timeline(ctx.work.session, lead, limit=20)), default=0)


def _command(kind: str) -> OnCommand:
    def on_command(ctx: Context) -> Replies:
        lead = _last(ctx)
        if lead is None or ctx.said:
            return start(ctx, WHOM, WhomDraft(kind, ctx.said or None))
        return [_menu(ctx, lead, kind)]

    return on_command


def _on_whom(ctx: Context, tap: Tap) -> Replies:
    return start(ctx, WHOM, WhomDraft(tap.arg if tap.arg in _KINDS else ""))


def _finish_whom(ctx: Context, draft: WhomDraft) -> Replies:
    query = draft.query or ""
    found = found_by_name(ctx, query)
    if len(found) == 1:
        return [_menu(ctx, found[0], draft.kind)]
    again = encode("log-whom", arg=draft.kind)
    return [choose_card(ctx, query, found, lambda lead: encode("log", lead.id, arg=draft.kind), again=again)]


WHOM = Conversation(
    name="log-whom",
    version=1,
    draft=WhomDraft,
    asks=(Ask("query", "log-ask-whom", lambda ctx, text: text, optional=False),),
    finish=_finish_whom,
    takes_any_text=True,
)


def _last(ctx: Context) -> Lead | None:
    return find_lead(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)


def _number(text: str) -> int:
    try:
        return from_base36(text)
    except ValueError:
        return 0


ROOM = Room(
    commands={kind: _command(kind) for kind in _KINDS},
    taps={_TO: _on_to, "log": _on_log, "log-whom": _on_whom},
    conversations=(WHOM,),
)
