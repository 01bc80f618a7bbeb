"""What became of a mail: logged, there already, or whose is it?"""

from collections.abc import Sequence
from dataclasses import replace

from bot.callback import decode, encode, id_in
from bot.cards.buttons import undo_button
from bot.cards.lead import short_name
from bot.cards.logged import logged_card
from bot.cards.timeline import moment_shown, shortened, what_happened
from bot.cards.titles import title_of, titles_of
from bot.chat import About, Bold, Button, Joined, Kind, Reply, Value, t
from bot.context import Context
from bot.documents.passed_on import (
    PassedOn,
    found_for,
    has_become_something,
    is_among_us,
    is_own,
    may_be_mine,
    other_side,
    recalled,
)
from crm.capture.draft import ActivityKind, Direction
from crm.ids import to_base36
from crm.mail.mail import Mail, Mailbox
from crm.models import Activity, FollowUp
from crm.store.blocks import Subject, find_subject
from crm.store.correspondents import Correspondent
from crm.store.namesakes import namesakes
from crm.usecases.log_mail import LoggedMail

_SEVERAL = 6
_NAMED = 5
_TO = "mail-to"
_LEAD = "mail-lead"
_ANSWERS = (_TO, _LEAD, "mail-all")


def mail_card(
    ctx: Context,
    found: Correspondent,
    done: LoggedMail,
    passed: PassedOn,
    *,
    files: int = 0,
    learned: str = "",
    asks_me: bool = False,
    edits: int | None = None,
) -> Reply:
    """files: how many were kept in this turn. learned: the member's own address, told by the name. asks_me: whether the
    sender may be the member. Where only the organisation was known, the person is one tap away."""
    subject = found.subject
    if done.again and not done.noted and not files:
        return _there_already(ctx, subject, done, edits)
    person = passed.mail.sender.name or passed.mail.sender.address
    happened = Joined((_happened(ctx, done.activity, person if found.by_domain else None), kept_line(files)))
    is_new = passed.turn_id == ctx.work.turn_id
    more = (
        *_side_button(done.activity, passed.turn_id),
        *((_me_button(passed),) if asks_me and is_new else ()),
        *(
            (Button(t("button-new-lead"), encode("mail-other", passed.turn_id)),)
            if found.by_domain and is_new
            else ()
        ),
    )
    card = logged_card(
        ctx, subject, happened, settled=done.settled, more=(more,) if more else (), edits=edits
    )
    return with_learned(card, learned)


def turned_card(
    ctx: Context, subject: Subject, mail: Activity, turn_id: int, said_in: int, settled: Sequence[FollowUp]
) -> Reply:
    """turn_id: which logged the mail. said_in: the entry that the mail came in by. settled: by it, after all."""
    side = _side_button(mail, said_in)
    said = _happened(ctx, mail, None)
    edits = ctx.incoming.message_id
    return logged_card(ctx, subject, said, settled=settled, more=(side,), turn_id=turn_id, edits=edits)


def lead_of_mail_card(ctx: Context, card: Reply, mail: Activity, files: int) -> Reply:
    """card: of the lead that was made. mail: which it was made of. files: how many were kept with it."""
    said = Joined((_happened(ctx, mail, None), kept_line(files)))
    return replace(card, lines=(*card.lines, said), edits=ctx.incoming.message_id)


def with_learned(card: Reply, address: str) -> Reply:
    return replace(card, lines=(*card.lines, t("mail-learned", address=address))) if address else card


def kept_line(files: int) -> Value:
    return t("files-kept", count=files) if files else None


def which_card(
    ctx: Context,
    passed: PassedOn,
    found: Sequence[Correspondent],
    *,
    lead_in: Value = None,
    shown_before: int = 0,
) -> Reply:
    """found: as found_for says. lead_in: a line before it. shown_before: who is offered where whoever was shown last is
    gone. Nothing is saved until the member has chosen."""
    mail, turn = passed.mail, to_base36(passed.turn_id)
    other = other_side(ctx, mail)
    subjects: list[Subject] = [one.subject for one in found[:_SEVERAL]]
    if not found and other is not None:
        subjects.extend(namesakes(ctx.work.session, ctx.access, other.name))
    titles = titles_of(ctx.work.session, subjects)
    rows = [
        (Button(title, encode(_TO, subject.id, arg=turn)),)
        for title, subject in zip(titles, subjects, strict=True)
    ]
    last = find_subject(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    last = last or find_subject(ctx.work.session, ctx.access, shown_before)
    if not found and last is not None and last.id not in {subject.id for subject in subjects}:
        rows.append((Button(t("button-on", name=short_name(last)), encode(_TO, last.id, arg=turn)),))
    if len(found) > 1 and not any(one.by_domain for one in found):
        rows.append((Button(t("button-all-of-them"), encode("mail-all", passed.turn_id)),))
    if may_be_mine(ctx, mail, found):
        rows.append((_me_button(passed),))
    new = Button(t("button-new-lead"), encode(_LEAD, passed.turn_id, arg=to_base36(last.id) if last else ""))
    ignore = Button(t("button-ignore"), encode("ignore", passed.turn_id))
    who, question = _whose(ctx, mail, other, is_theirs=not is_own(ctx, mail), is_known=bool(subjects))
    return Reply(
        (lead_in, Joined((who, shortened(mail.subject)), ": "), question),
        (*rows, (new, ignore) if other is not None else (ignore,)),
        edits=ctx.incoming.message_id if ctx.incoming.query_id else None,
    )


def asked_again(ctx: Context, turn_id: int, lead_in: Value) -> Reply | None:
    """The question that a tap had answered which was taken back; None where the turn was no such tap."""
    entry = ctx.recall(turn_id)
    tap = decode(entry.text) if entry is not None and entry.kind is Kind.TAP else None
    if tap is None or tap.verb not in _ANSWERS:
        return None
    passed = recalled(ctx, id_in(tap.arg) if tap.verb == _TO else tap.id)
    if passed is None or has_become_something(ctx, passed):
        return None
    before = id_in(tap.arg) if tap.verb == _LEAD else 0
    return which_card(ctx, passed, found_for(ctx, passed.mail), lead_in=lead_in, shown_before=before)


def _whose(
    ctx: Context, mail: Mail, other: Mailbox | None, *, is_theirs: bool, is_known: bool
) -> tuple[Value, Value]:
    if other is None:
        among_us = is_among_us(ctx, mail)
        return t("mail-internal" if among_us else "mail-of-ours"), t("mail-about-whom")
    name = Joined((other.name, other.address))
    return t("mail-from" if is_theirs else "mail-to", name=name), t(
        "mail-which" if is_known else "mail-unknown"
    )


def _happened(ctx: Context, mail: Activity, person: Value) -> Value:
    happened = Joined((what_happened(mail), person), " · ")
    head = Joined((happened, moment_shown(mail.happened_at, ctx.zone, ctx.today)), ", ")
    return Joined((head, shortened(mail.subject or "")), ": ")


def _side_button(mail: Activity, said_in: int) -> tuple[Button, ...]:
    """The guess who wrote it, turned round. said_in: the entry that the mail came in by."""
    if mail.kind is not ActivityKind.EMAIL:
        return ()
    other = Direction.OUT if mail.direction is Direction.IN else Direction.IN
    label = t("button-we-wrote" if other is Direction.OUT else "button-they-wrote")
    return (Button(label, encode("mail-by", mail.id, arg=f"{other.value}.{to_base36(said_in)}")),)


def _me_button(passed: PassedOn) -> Button:
    return Button(t("button-this-is-me"), encode("mail-me", passed.turn_id))


def all_card(ctx: Context, found: Sequence[Correspondent]) -> Reply:
    """It was logged on each of them."""
    titles = titles_of(ctx.work.session, [one.subject for one in found[:_NAMED]])
    undo = undo_button(ctx.work.turn_id)
    about = [About(one.subject.__tablename__, one.subject.id, ctx.work.turn_id) for one in found]
    return Reply(
        (t("mail-on-all", count=len(found)), *titles),
        ((undo,),),
        about=(About("list", 0), *about),
        edits=ctx.incoming.message_id,
    )


def _there_already(ctx: Context, subject: Subject, done: LoggedMail, edits: int | None) -> Reply:
    ctx.shows(subject)
    when = moment_shown(done.activity.happened_at, ctx.zone, ctx.today)
    return Reply(
        (Bold(title_of(ctx.work.session, subject)), t("mail-again", when=when)),
        ((Button(t("button-to-card"), encode("open", subject.id)),),),
        about=(About(subject.__tablename__, subject.id),),
        edits=edits,
    )
