"""/tag vip: on the card shown last; /tags: the tags in use, and who bears one."""

from bot.callback import Tap, encode, id_in
from bot.cards.buttons import in_rows, undo_button
from bot.cards.lead import title_line
from bot.cards.row_list import LAST_PAGE, PAGE, page_buttons, read_page, row_list
from bot.chat import Bold, Button, Joined, Reply, t
from bot.context import Context
from bot.room import Replies, Room
from crm.ids import to_base36
from crm.models import Tag
from crm.store.blocks import Subject, find_subject, get_subject
from crm.store.tags import find_tag, get_tag, tagged, tags_in_use, tags_of
from crm.usecases.tag_subject import tag_subject, untag_subject

_TAG, _TAGGED = "tag", "tagged"
_OFFERED = 6


def _on_command(ctx: Context) -> Replies:
    subject = find_subject(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    if subject is None:
        return [Reply((t("tag-on-what"),))]
    if ctx.said:
        tag_subject(ctx.work, ctx.access, subject, _names(ctx.said))
    return [_card(ctx, subject)]


def _names(said: str) -> list[str]:
    """ "#vip #key account", "vip, key account"."""
    mark = "#" if said.lstrip().startswith("#") else ","
    return said.split(mark)


def _on_tag(ctx: Context, tap: Tap) -> Replies:
    """arg: "" shows the tags of a row, "+<tag>" puts one on, "-<tag>" takes it off."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    sign, number = tap.arg[:1], tap.arg[1:]
    if sign in ("+", "-"):
        tag = get_tag(ctx.work.session, ctx.access, id_in(number))
        if sign == "+":
            tag_subject(ctx.work, ctx.access, subject, [tag.name])
        else:
            untag_subject(ctx.work, ctx.access, subject, tag)
    return [_card(ctx, subject, edits=ctx.incoming.message_id)]


def _card(ctx: Context, subject: Subject, *, edits: int | None = None) -> Reply:
    """The tags on it, each to be taken off, and others in use, each to be put on."""
    session = ctx.work.session
    session.flush()
    there = tags_of(session, subject)
    known = {tag.id for tag in there}
    others = [tag for tag, _ in tags_in_use(session, ctx.access) if tag.id not in known][:_OFFERED]
    off = [
        Button(t("button-drop", name=tag.name), encode(_TAG, subject.id, arg=f"-{to_base36(tag.id)}"))
        for tag in there
    ]
    on = [
        Button(t("button-put", name=tag.name), encode(_TAG, subject.id, arg=f"+{to_base36(tag.id)}"))
        for tag in others
    ]
    undo = (undo_button(ctx.work.turn_id),) if ctx.work.turn else ()
    shown = Joined(tuple(f"#{tag.name}" for tag in there), " ") if there else t("tags-none")
    back = Button(t("button-to-card"), encode("open", subject.id))
    return Reply(
        (Bold(title_line(subject)), shown, t("tag-how")),
        (*in_rows(off, 3), *in_rows(on, 3), (back, *undo)),
        edits=edits,
    )


def _on_list(ctx: Context) -> Replies:
    """ "/tags vip" is the list of that one."""
    ctx.work.session.flush()
    named = find_tag(ctx.work.session, ctx.access, ctx.said)
    if named is not None and tagged(ctx.work.session, ctx.access, named, limit=1):
        return [_tagged(ctx, named, 0)]
    used = tags_in_use(ctx.work.session, ctx.access)
    if not used:
        return [Reply((t("tags-none-yet"),))]
    buttons = [
        Button(t("tag-with-count", name=tag.name, count=count), encode(_TAGGED, tag.id, arg="0"))
        for tag, count in used
    ]
    return [Reply((Bold(t("tags-head")),), in_rows(buttons, 3))]


def _on_tagged(ctx: Context, tap: Tap) -> Replies:
    """Who and what bears a tag; arg: the page."""
    tag = get_tag(ctx.work.session, ctx.access, tap.id)
    return [_tagged(ctx, tag, min(read_page(tap.arg), LAST_PAGE), edits=ctx.incoming.message_id)]


def _tagged(ctx: Context, tag: Tag, page: int, *, edits: int | None = None) -> Reply:
    found = tagged(ctx.work.session, ctx.access, tag, limit=PAGE + 1, offset=page * PAGE)
    here = Tap(_TAGGED, tag.id, 0, str(page))
    turning = page_buttons(
        Tap(_TAGGED, tag.id, 0, str(page - 1)) if page else None,
        Tap(_TAGGED, tag.id, 0, str(page + 1)) if len(found) > PAGE else None,
    )
    return row_list((Bold(f"#{tag.name}"),), found[:PAGE], here=here, more=(turning,), edits=edits)


ROOM = Room(commands={"tag": _on_command, "tags": _on_list}, taps={_TAG: _on_tag, _TAGGED: _on_tagged})
