"""/fields: the company's own fields. The owner makes them; on a card anybody who may edit it fills them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.callback import Tap, encode, id_in
from bot.cards.buttons import undo_button
from bot.cards.lead import title_line
from bot.cards.row_list import PAGE, page_buttons, read_page, row_list
from bot.chat import Bold, Button, Day, Reply, Value, t
from bot.context import Context
from bot.dialogue import Ask, Choice, Conversation
from bot.questions import start
from bot.room import Replies, Room
from crm.errors import Refused
from crm.ids import to_base36
from crm.models import Block, CustomField, FieldKind
from crm.rules.visibility import may_set_workspace
from crm.store.blocks import Subject, find_subject, get_subject
from crm.store.own_fields import fields_of, get_field, values_of, with_value
from crm.usecases.check_owner import check_owner
from crm.usecases.shape_fields import add_field, fill_field, remove_field, rename_field

_OWN, _FIELD, _VALUE, _SAME = "own-fields", "own-field", "own-value", "own-same"


@dataclass(frozen=True, slots=True)
class NewFieldDraft:
    block: str
    name: str | None = None
    kind: str | None = None
    choices: str | None = None


@dataclass(frozen=True, slots=True)
class NameDraft:
    """field: its id as text."""

    field: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ValueDraft:
    """field, subject: ids as text."""

    field: str
    subject: str
    value: str | None = None


def _finish_new(ctx: Context, draft: NewFieldDraft) -> Replies:
    choices = (draft.choices or "").replace("\n", ",").split(",")
    kind = FieldKind(draft.kind or FieldKind.TEXT)
    add_field(ctx.work, ctx.access, Block(draft.block), draft.name or "", kind, choices)
    return [_of_block(ctx, Block(draft.block), undo=True)]


def _finish_name(ctx: Context, draft: NameDraft) -> Replies:
    field = get_field(ctx.work.session, ctx.access, int(draft.field))
    rename_field(ctx.work, ctx.access, field, draft.name or "")
    return [_of_block(ctx, field.block, undo=True)]


def _finish_value(ctx: Context, draft: ValueDraft) -> Replies:
    subject = get_subject(ctx.work.session, ctx.access, int(draft.subject))
    field = get_field(ctx.work.session, ctx.access, int(draft.field))
    fill_field(ctx.work, ctx.access, subject, field, draft.value)
    return [_of_subject(ctx, subject, undo=True)]


def _kinds(ctx: Context, draft: NewFieldDraft) -> tuple[Choice, ...]:
    return tuple(Choice(t(f"field-kind-{kind.value}"), kind.value) for kind in FieldKind)


def _choices_of(ctx: Context, draft: ValueDraft) -> tuple[Choice, ...]:
    field = get_field(ctx.work.session, ctx.access, int(draft.field))
    return tuple(Choice(choice, choice) for choice in field.choices)


def _name_of(ctx: Context, draft: ValueDraft) -> dict[str, Value]:
    return {"name": get_field(ctx.work.session, ctx.access, int(draft.field)).name}


NEW = Conversation(
    name="own-field-new",
    version=1,
    draft=NewFieldDraft,
    asks=(
        Ask("name", "ask-field-name", lambda ctx, text: text, optional=False),
        Ask("kind", "ask-field-kind", optional=False, choices=_kinds),
        Ask(
            "choices",
            "ask-field-choices",
            lambda ctx, text: text,
            optional=False,
            when=lambda draft: draft.kind == FieldKind.CHOICE,
        ),
    ),
    finish=_finish_new,
)
RENAME = Conversation(
    name="own-field-name",
    version=1,
    draft=NameDraft,
    asks=(Ask("name", "ask-field-name", lambda ctx, text: text, optional=False),),
    finish=_finish_name,
)
FILL = Conversation(
    name="own-field-value",
    version=1,
    draft=ValueDraft,
    asks=(
        Ask(
            "value",
            "ask-field-value",
            lambda ctx, text: text,
            optional=False,
            choices=_choices_of,
            args=_name_of,
        ),
    ),
    finish=_finish_value,
)


def _on_command(ctx: Context) -> Replies:
    """On the card shown last; the owner, with nothing shown, shapes them."""
    subject = find_subject(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    if may_set_workspace(ctx.access):
        return [_blocks(ctx, subject)]
    if subject is None:
        return [Reply((t("tag-on-what"),))]
    return [_of_subject(ctx, subject)]


def _blocks(ctx: Context, subject: Subject | None) -> Reply:
    buttons = tuple(Button(t(f"block-{block.value}"), encode(_OWN, arg=block.value)) for block in Block)
    shown = ((Button(title_line(subject), encode(_OWN, subject.id)),),) if subject is not None else ()
    return Reply((Bold(t("fields-head")), t("fields-how")), (buttons[:2], buttons[2:], *shown))


def _on_own(ctx: Context, tap: Tap) -> Replies:
    """id: the fields of a row; none: those of a block (arg), to shape."""
    if tap.id:
        subject = get_subject(ctx.work.session, ctx.access, tap.id)
        return [_of_subject(ctx, subject, edits=ctx.incoming.message_id)]
    check_owner(ctx.access)
    if tap.arg.startswith("+") and _is_block(tap.arg[1:]):
        return start(ctx, NEW, NewFieldDraft(tap.arg[1:]))
    if not _is_block(tap.arg):
        raise Refused("passed")
    return [_of_block(ctx, Block(tap.arg), edits=ctx.incoming.message_id)]


def _of_block(ctx: Context, block: Block, *, undo: bool = False, edits: int | None = None) -> Reply:
    ctx.work.session.flush()
    fields = fields_of(ctx.work.session, ctx.workspace.id, block)
    rows = tuple(
        (
            Button(field.name, encode(_FIELD, field.id, field.rev, "rename")),
            Button(t("button-remove"), encode(_FIELD, field.id, field.rev, "remove")),
        )
        for field in fields
    )
    last = (Button(t("button-add-field"), encode(_OWN, arg=f"+{block.value}")), *_undo(ctx, undo))
    lines: tuple[Value, ...] = (
        Bold(t(f"block-{block.value}")),
        t("fields-shape") if fields else t("fields-none"),
    )
    return Reply(lines, (*rows, last), edits=edits)


def _on_field(ctx: Context, tap: Tap) -> Replies:
    check_owner(ctx.access)
    field = get_field(ctx.work.session, ctx.access, tap.id)
    if tap.arg == "rename":
        return start(ctx, RENAME, NameDraft(str(field.id)))
    if tap.arg != "remove":
        raise Refused("passed")
    remove_field(ctx.work, ctx.access, field)
    return [_of_block(ctx, field.block, undo=True, edits=ctx.incoming.message_id)]


def _of_subject(ctx: Context, subject: Subject, *, undo: bool = False, edits: int | None = None) -> Reply:
    """What stands in each field; a tap changes it, the one beside it finds who has the same."""
    ctx.work.session.flush()
    values = values_of(ctx.work.session, subject)
    rows = []
    for field, value in values:
        label = t("own-field-value", name=field.name, value=_shown(ctx, field, value) if value else "–")
        row = [Button(label, encode(_VALUE, subject.id, arg=to_base36(field.id)))]
        if value:
            row.append(Button(t("button-same"), encode(_SAME, subject.id, arg=f"{to_base36(field.id)}.0")))
        rows.append(tuple(row))
    back = Button(t("button-to-card"), encode("open", subject.id))
    lines: tuple[Value, ...] = (Bold(title_line(subject)), t("fields-fill") if values else t("fields-none"))
    return Reply(lines, (*rows, (back, *_undo(ctx, undo))), edits=edits)


def _on_value(ctx: Context, tap: Tap) -> Replies:
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    field = get_field(ctx.work.session, ctx.access, id_in(tap.arg))
    return start(ctx, FILL, ValueDraft(str(field.id), str(subject.id)))


def _on_same(ctx: Context, tap: Tap) -> Replies:
    """Who has the same in a field as this row; arg: field and page."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    number, _, page_said = tap.arg.partition(".")
    field = get_field(ctx.work.session, ctx.access, id_in(number))
    value = next((v for f, v in values_of(ctx.work.session, subject) if f.id == field.id), None)
    if value is None:
        raise Refused("passed")
    page = read_page(page_said)
    found = with_value(ctx.work.session, ctx.access, field, value, limit=PAGE + 1, offset=page * PAGE)

    def at(number: int) -> Tap:
        return Tap(_SAME, subject.id, 0, f"{to_base36(field.id)}.{number}")

    turning = page_buttons(at(page - 1) if page else None, at(page + 1) if len(found) > PAGE else None)
    head = t("own-field-value", name=field.name, value=_shown(ctx, field, value))
    return [row_list((Bold(head),), found[:PAGE], more=(turning,), edits=ctx.incoming.message_id)]


def _shown(ctx: Context, field: CustomField, value: str) -> Value:
    match field.kind:
        case FieldKind.NUMBER:
            return Decimal(value)
        case FieldKind.DATE:
            return Day(date.fromisoformat(value), year=True)
        case _:
            return value


def _undo(ctx: Context, wanted: bool) -> tuple[Button, ...]:
    return (undo_button(ctx.work.turn_id),) if wanted and ctx.work.turn else ()


def _is_block(word: str) -> bool:
    return word in [block.value for block in Block]


ROOM = Room(
    commands={"fields": _on_command},
    taps={_OWN: _on_own, _FIELD: _on_field, _VALUE: _on_value, _SAME: _on_same},
    conversations=(NEW, RENAME, FILL),
)
