"""Files of a lead, account, contact or opportunity: a button each, which sends it again."""

from collections.abc import Sequence

from bot.callback import Tap, encode
from bot.cards.lead import short_name
from bot.cards.row_list import page_buttons, read_way_back
from bot.cards.titles import title_of
from bot.chat import About, Bold, Button, Day, Joined, Reply, Value, t
from bot.context import Context
from crm.ids import to_base36
from crm.models import File
from crm.rules.local_time import to_wall
from crm.store.blocks import Subject, find_subject

PAGE = 6


def file_name(ctx: Context, file: File) -> Value:
    """ "Angebot.pdf, Fri 24 Apr"."""
    day = to_wall(file.created_at, ctx.zone).date()
    name = file.name or t(f"kind-{file.kind.replace('_', '-')}")
    return Joined((name, Day(day, year=day.year != ctx.today.year)), ", ")


def files_card(
    ctx: Context, subject: Subject, files: Sequence[File], count: int, page: int, back: str
) -> Reply:
    """files: those of the page. back: the list that the card was opened from, as way_back writes it."""
    kept = back if read_way_back(back) else ""
    here = Tap("files", subject.id)
    rows = [(Button(file_name(ctx, file), encode("file", file.id)),) for file in files]
    turning = page_buttons(
        Tap(here.verb, here.id, 0, f"{page - 1}~{kept}") if page else None,
        Tap(here.verb, here.id, 0, f"{page + 1}~{kept}") if count > (page + 1) * PAGE else None,
    )
    to_card = Button(t("button-to-card"), encode("open", subject.id, arg=kept))
    to_timeline = Button(t("button-timeline"), encode("timeline", subject.id, arg=f"0~{kept}"))
    return Reply(
        (Bold(title_of(ctx.work.session, subject)), t("files-of", count=count) if count else t("files-none")),
        (*rows, turning, (to_timeline, to_card)),
        about=(About(subject.__tablename__, subject.id),),
        edits=ctx.incoming.message_id,
    )


def whose_card(ctx: Context, kind: str, turn_id: int) -> Reply:
    """A file without words: nothing is saved until the member has chosen. turn_id: of its message."""
    last = find_subject(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    buttons = [
        Button(t("button-new-lead"), encode("file-lead", turn_id)),
        Button(t("button-ignore"), encode("ignore", turn_id)),
    ]
    if last is not None:
        arg = to_base36(turn_id)
        buttons.insert(0, Button(t("button-on", name=short_name(last)), encode("file-to", last.id, arg=arg)))
    name = t(f"kind-{kind.replace('_', '-')}")
    return Reply((t("file-whose", kind=name),), (tuple(buttons),))
