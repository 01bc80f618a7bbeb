"""What became of a mail: logged, there already, or whose is it?"""

from collections.abc import Sequence

from bot.callback import encode
from bot.cards.buttons import undo_button
from bot.cards.lead import short_name
from bot.cards.logged import logged_card
from bot.cards.timeline import shortened, what_happened
from bot.cards.titles import title_of, titles_of
from bot.chat import About, Bold, Button, Day, Joined, Reply, Value, t
from bot.context import Context
from bot.documents.passed_on import PassedOn
from crm.ids import to_base36
from crm.mail.mail import Mailbox
from crm.rules.local_time import to_wall
from crm.store.blocks import Subject, find_subject
from crm.store.correspondents import Correspondent
from crm.usecases.log_mail import LoggedMail

_SEVERAL = 6
_NAMED = 5


def mail_card(
    ctx: Context, found: Correspondent, done: LoggedMail, passed: PassedOn, *, files: int, edits: int | None
) -> Reply:
    """files: how many were kept in this turn. Where only the organisation was known, the person is one tap away."""
    subject = found.subject
    if done.again and not done.noted and not files:
        return _there_already(ctx, subject, done, edits)
    person = passed.mail.sender.name or passed.mail.sender.address
    when = to_wall(done.activity.happened_at, ctx.zone)
    happened = Joined((what_happened(done.activity), person if found.by_domain else None), " · ")
    head = Joined((happened, Day(when.date(), when.time())), ", ")
    said = Joined((Joined((head, shortened(passed.mail.subject)), ": "), kept_line(files)))
    other = Button(t("button-new-lead"), encode("mail-other", passed.turn_id))
    more = ((other,),) if found.by_domain and passed.turn_id == ctx.work.turn_id else ()
    return logged_card(ctx, subject, said, settled=done.settled, more=more, edits=edits)


def kept_line(files: int) -> Value:
    return t("files-kept", count=files) if files else None


def which_card(
    ctx: Context, passed: PassedOn, other: Mailbox, found: Sequence[Correspondent], *, is_theirs: bool
) -> Reply:
    """other: whom it came from (is_theirs), or went to. Nothing is saved until the member has chosen."""
    turn = to_base36(passed.turn_id)
    subjects: list[Subject] = [one.subject for one in found[:_SEVERAL]]
    titles = titles_of(ctx.work.session, subjects)
    rows = [
        (Button(title, encode("mail-to", subject.id, arg=turn)),)
        for title, subject in zip(titles, subjects, strict=True)
    ]
    last = find_subject(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    if not found and last is not None:
        rows.append((Button(t("button-on", name=short_name(last)), encode("mail-to", last.id, arg=turn)),))
    key = "mail-which" if found else "mail-unknown"
    name = Joined((other.name, other.address))
    if len(found) > 1 and not any(one.by_domain for one in found):
        rows.append((Button(t("button-all-of-them"), encode("mail-all", passed.turn_id)),))
    new = Button(t("button-new-lead"), encode("mail-lead", passed.turn_id))
    ignore = Button(t("button-ignore"), encode("ignore", passed.turn_id))
    who = t("mail-from" if is_theirs else "mail-to", name=name)
    return Reply(
        (Joined((who, shortened(passed.mail.subject)), ": "), t(key)),
        (*rows, (new, ignore)),
    )


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
    when = to_wall(done.activity.happened_at, ctx.zone)
    return Reply(
        (Bold(title_of(ctx.work.session, subject)), t("mail-again", when=Day(when.date(), when.time()))),
        ((Button(t("button-to-card"), encode("open", subject.id)),),),
        about=(About(subject.__tablename__, subject.id),),
        edits=edits,
    )
