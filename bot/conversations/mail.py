"""A mail that is passed on, pasted or as an .eml file, goes on the timeline of whoever it was exchanged with."""

from dataclasses import replace

from bot.account_news import tell_holder
from bot.callback import Tap, id_in
from bot.cards.captured import captured_card
from bot.cards.logged import link_message
from bot.cards.mail import all_card, lead_of_mail_card, mail_card, which_card, with_learned
from bot.chat import Incoming, Reply, t
from bot.context import Context
from bot.documents.file_kinds import is_mail
from bot.documents.kept import TELEGRAM_LIMIT, keep, own_links
from bot.documents.loose_files import take_loose
from bot.documents.passed_on import (
    PassedOn,
    as_told,
    found_for,
    has_become_something,
    is_standing,
    is_theirs,
    lead_draft,
    learn_by_name,
    may_be_mine,
    other_side,
    pasted,
    recalled,
)
from bot.documents.read_mail_file import read_mail_file
from bot.room import Done, Replies, Room
from bot.spoken_of import place_replied_to, subject_at
from crm.errors import Refused
from crm.rules.email_domains import own_domain
from crm.store.blocks import Subject, get_subject
from crm.store.correspondents import Correspondent
from crm.store.jobs import Asked, ask_job
from crm.usecases.capture_lead import capture_lead
from crm.usecases.log_mail import LoggedMail, log_mail
from crm.usecases.own_mail import learn_address
from crm.usecases.undo_turn import undo_turn

_READ = "read-mail"


def passed_on(ctx: Context) -> Replies | None:
    """A pasted mail. None where it is none. Of somebody new a lead is offered."""
    passed = pasted(ctx, ctx.incoming, ctx.work.turn_id)
    if passed is None:
        return None
    subject = _replied_to(ctx, ctx.incoming)
    if subject is not None:
        return [_logged(ctx, passed, as_told(ctx, passed.mail, subject))]
    return [answered(ctx, passed, found_for(ctx, passed.mail))]


def answered(ctx: Context, passed: PassedOn, found: list[Correspondent]) -> Reply:
    """Logged where it is clear whose it is; else asked."""
    if len(found) == 1:
        return _logged(ctx, passed, found[0])
    return which_card(ctx, passed, found)


def took_file(ctx: Context) -> Replies | None:
    """An .eml file is read first; one that is larger than bots can read is a file like any other."""
    file, sender = ctx.incoming.file, ctx.incoming.sender
    if file is None or sender is None or not is_mail(file) or (file.size or 0) > TELEGRAM_LIMIT:
        return None
    asked = Asked(
        _READ, ctx.workspace.id, ctx.incoming.chat_id, sender.user_id, {"turn": str(ctx.work.turn_id)}
    )
    ask_job(ctx.work, ctx.incoming.bot_id, asked, file_id=file.file_id)
    return []


def _on_read(ctx: Context, done: Done) -> Replies:
    """What could not be read as a mail is a file like any other; it stays what it became if it is tried again."""
    message = ctx.recall(int(done.asked["turn"]))
    if message is None or message.file is None or own_links(ctx, message):
        return []
    passed = recalled(ctx, ctx.work.turn_id)
    if passed is not None:
        place = _replied_to(ctx, passed.message)
        found = [as_told(ctx, passed.mail, place)] if place is not None else found_for(ctx, passed.mail)
        return [answered(ctx, passed, found)]
    return [take_loose(ctx, message)]


def _replied_to(ctx: Context, message: Incoming) -> Subject | None:
    place = place_replied_to(ctx, message)
    return subject_at(ctx, place) if place is not None else None


def _logged(ctx: Context, passed: PassedOn, found: Correspondent, edits: int | None = None) -> Reply:
    asks_me = may_be_mine(ctx, passed.mail, [found] if found.by_domain else [])
    done, files = _log(ctx, passed, found)
    learned = learn_by_name(ctx, passed.mail)
    asks_me = asks_me and not learned
    return mail_card(ctx, found, done, passed, files=files, learned=learned, asks_me=asks_me, edits=edits)


def _log(ctx: Context, passed: PassedOn, found: Correspondent) -> tuple[LoggedMail, int]:
    """With how many files were kept by it."""
    done = log_mail(
        ctx.work,
        ctx.access,
        found.subject,
        passed.mail,
        found.direction,
        written_at=passed.message.written_at,
    )
    mail_file = passed.message.file
    inside = mail_file.file_id if mail_file is not None else None
    files = [keep(ctx, done.activity, new, inside=inside)[1] for new in passed.files]
    ctx.work.session.flush()
    link_message(ctx.earlier(passed.message), done.activity)
    return done, sum(files)


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """Whose mail it is; arg: the turn that it came in by."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    passed = _open(ctx, id_in(tap.arg))
    if passed is None:
        return []
    return [_logged(ctx, passed, as_told(ctx, passed.mail, subject), edits=ctx.incoming.message_id)]


def _on_all(ctx: Context, tap: Tap) -> Replies:
    """It went to several who are known."""
    passed = _open(ctx, tap.id)
    found = found_for(ctx, passed.mail) if passed is not None else []
    if passed is None or not found:
        ctx.toast = t("passed")
        return []
    for one in found:
        _log(ctx, passed, one)
    return [all_card(ctx, found)]


def _on_lead(ctx: Context, tap: Tap) -> Replies:
    passed = _open(ctx, tap.id)
    return _new_lead(ctx, passed) if passed is not None else []


def _on_other(ctx: Context, tap: Tap) -> Replies:
    """Known by the organisation only, and it is somebody else there: what was logged is taken back."""
    passed = recalled(ctx, tap.id)
    if passed is None or not is_standing(ctx, tap.id):
        ctx.toast = t("passed")
        return []
    undo_turn(ctx.work, ctx.access, tap.id)
    return _new_lead(ctx, passed)


def _on_me(ctx: Context, tap: Tap) -> Replies:
    """The member wrote it: what was made of it is taken back, and it is understood anew. id: the entry that it came in by.

    Raises Refused("mail-known") where it is the address of somebody else.
    """
    passed = recalled(ctx, tap.id)
    if passed is not None and is_standing(ctx, tap.id):
        undo_turn(ctx.work, ctx.access, tap.id)
        ctx.work.session.flush()
    if passed is None or has_become_something(ctx, passed):
        ctx.toast = t("passed")
        return []
    sender = passed.mail.sender.address
    if own_domain(sender) is None or is_theirs(ctx, passed.mail, found_for(ctx, passed.mail)):
        raise Refused("mail-known")
    learned = sender if learn_address(ctx.work, ctx.access, sender) else ""
    card = answered(ctx, passed, found_for(ctx, passed.mail))
    return [with_learned(replace(card, edits=ctx.incoming.message_id), learned)]


def _open(ctx: Context, turn_id: int) -> PassedOn | None:
    """A mail of which nothing was made yet: a choice is taken once."""
    passed = recalled(ctx, turn_id)
    if passed is None or has_become_something(ctx, passed):
        ctx.toast = t("passed")
        return None
    return passed


def _new_lead(ctx: Context, passed: PassedOn) -> Replies:
    mail, written_at = passed.mail, passed.message.written_at
    other = other_side(ctx, mail)
    if other is None:
        ctx.toast = t("passed")
        return []
    earlier = ctx.earlier(passed.message)
    draft = lead_draft(earlier, mail, other)
    done = capture_lead(
        ctx.work, ctx.who, draft, text=mail.subject, written_at=written_at, fair=earlier.fair, always_new=True
    )
    logged, files = _log(ctx, passed, as_told(ctx, mail, done.lead))
    if done.account is not None:
        tell_holder(ctx, done.lead, done.account)
    card = captured_card(ctx, done, draft, passed.turn_id)
    return [lead_of_mail_card(ctx, card, logged.activity, files)]


ROOM = Room(
    taps={
        "mail-to": _on_to,
        "mail-all": _on_all,
        "mail-lead": _on_lead,
        "mail-other": _on_other,
        "mail-me": _on_me,
    },
    jobs={_READ: read_mail_file},
    done={_READ: _on_read},
)
