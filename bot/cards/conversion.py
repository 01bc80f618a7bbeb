"""A conversion: what it would create, link and fill, before it is done; and what became of a lead, after."""

from collections.abc import Sequence
from datetime import date

from bot.callback import encode
from bot.cards.buttons import undo_button
from bot.cards.lead import next_step, short_name
from bot.cards.stage import stage_name
from bot.chat import About, Button, Day, Joined, Reply, Value, t
from bot.context import Context
from crm.ids import to_base36
from crm.models import Account, ContactRole, FollowUp, Lead, Opportunity, Stage
from crm.money import Money
from crm.rules.conversion import NEXT_STEP_DAYS
from crm.store.blocks import Subject, find_subject
from crm.store.conversion import AccountMatch, Matches, become, role_of
from crm.store.value_of import value_of
from crm.usecases.preview_conversion import Along, Conflict, along_with, preview_conversion

CONVERT, NOT_NOW, ROLE, OPEN, NEXT = "convert", "convert-not", "convert-role", "convert-open", "convert-next"
WAITING = "convert-waiting"
NEW = "new"
"""A new account, as the answer of a CONVERT tap; else the id of one in base 36, or "" to be asked."""
_MOST_ACCOUNTS = 3
_MOST_CONFLICTS = 2


def preview_card(
    ctx: Context,
    lead: Lead,
    matches: Matches,
    *,
    logged: Value = None,
    more: tuple[Button, ...] = (),
    edits: int | None = None,
) -> Reply:
    """logged: the quote that it would convert by, as it was logged in this turn: what is chosen then belongs to it.

    more: a row of buttons below those that choose.
    """
    preview = preview_conversion(ctx.work, ctx.who, lead, matches)
    ctx.shows(lead)
    opens = preview.opens
    account = preview.match.account if preview.match else lead
    lines = (
        logged,
        _who_line(short_name(lead), account, why_known(preview.match), lead.supplier),
        _opportunity_line(
            opens.value, opens.stage, opens.stage.probability, opens.closes, is_guess=opens.guessed
        )
        if opens
        else None,
        _along_line(preview.along),
        _filled_line(preview.filled),
        _conflict_line(preview.conflicts),
    )
    undo = (undo_button(ctx.work.turn_id),) if logged is not None else ()
    turn_id = ctx.work.turn_id if logged is not None else 0
    last = (
        Button(t("button-new-account"), _convert_data(lead, NEW, turn_id)),
        Button(t("button-not-now"), encode(NOT_NOW, lead.id)),
    )
    return Reply(
        lines,
        (*_account_rows(lead, turn_id, matches.accounts), (*last, *undo), more),
        about=(About("lead", lead.id, turn_id or None),),
        edits=edits,
    )


def result_card(
    ctx: Context,
    lead: Lead,
    *,
    logged: Value = None,
    why: Value = None,
    filled: Sequence[str] = (),
    conflicts: Sequence[Conflict] = (),
    planned: FollowUp | None = None,
    more: tuple[Button, ...] = (),
    turn_id: int | None = None,
    edits: int | None = None,
) -> Reply:
    """What a lead became, with the role, the opportunity and the next step each one tap away.

    why: how the account was known. filled, conflicts: of the contact. planned: the next step that was just taken.
    more: a row of buttons above the others. turn_id: the turn that Undo undoes, None for this one.
    """
    session = ctx.work.session
    session.flush()
    account = find_subject(session, ctx.access, lead.account_id or 0)
    opportunity = find_subject(session, ctx.access, lead.opportunity_id or 0)
    subject = become(session, ctx.access, lead)
    ctx.shows(subject)
    turn_id = turn_id or ctx.work.turn_id
    role = role_of(session, lead)
    name: Value = short_name(lead)
    if role is not None and role is not ContactRole.OTHER:
        name = Joined((name, t(f"contact-role-{role.value}")), ", ")
    lines = (
        logged,
        _who_line(name, account if isinstance(account, Account) else lead, why, lead.supplier),
        opportunity_line(ctx, opportunity) if isinstance(opportunity, Opportunity) else None,
        _along_line(along_with(session, lead)),
        Joined((_filled_line(filled), _conflict_line(conflicts))),
        t("lead-next", step=next_step(planned)) if planned else None,
    )
    return Reply(
        lines,
        (more, *_result_buttons(ctx, lead, role, opportunity, planned, turn_id)),
        about=(About(subject.__tablename__, subject.id, turn_id),),
        edits=edits,
    )


def next_button(ctx: Context, subject: Subject) -> Button:
    """[Follow up Tue 1 Dec]: by the member's own calendar."""
    day = ctx.calendar.add_working_days(ctx.today, NEXT_STEP_DAYS)
    return Button(t("button-follow-up-on", day=Day(day)), encode(NEXT, subject.id, arg=day.isoformat()))


def opportunity_line(ctx: Context, opportunity: Opportunity) -> Value:
    """ "Opportunity €12,400, Quote sent 50%, closes 22 May (guess)"."""
    stage = ctx.work.session.get_one(Stage, (opportunity.workspace_id, opportunity.stage_id))
    percent, closes = opportunity.probability, opportunity.close_day
    return _opportunity_line(value_of(opportunity), stage, percent, closes, opportunity.close_guessed)


def why_known(match: AccountMatch | None) -> Value:
    """ "same domain"; "new" where nothing matched."""
    return t(f"convert-why-{match.why.value}") if match else t("convert-why-new")


def _result_buttons(
    ctx: Context,
    lead: Lead,
    role: ContactRole | None,
    opportunity: Subject | None,
    planned: FollowUp | None,
    turn_id: int,
) -> tuple[tuple[Button, ...], ...]:
    first = [] if planned else [next_button(ctx, lead)]
    if opportunity is None and not lead.supplier:
        first.append(Button(t("button-open-opportunity"), encode(OPEN, lead.id)))
    roles = [
        Button(t(f"contact-role-{other.value}"), encode(ROLE, lead.id, arg=other.value))
        for other in ContactRole
        if role is not None and other is not role
    ]
    undo = undo_button(turn_id)
    rows = ((*first, undo),) if len(first) < 2 else (tuple(first), (undo,))
    return (*rows, tuple(roles[:2]), tuple(roles[2:4]), tuple(roles[4:]))


def _account_rows(
    lead: Lead, turn_id: int, matches: Sequence[AccountMatch]
) -> tuple[tuple[Button, ...], ...]:
    """[Use this account]; where there are several, each by its name."""
    shown = matches[:_MOST_ACCOUNTS]
    one = len(shown) == 1
    return tuple(
        (
            Button(
                t("button-use-account") if one else t("button-use-named", name=match.account.name),
                _convert_data(lead, to_base36(match.account.id), turn_id),
            ),
        )
        for match in shown
    )


def _convert_data(lead: Lead, account: str, turn_id: int) -> str:
    """account: its id in base 36, or NEW. turn_id: of the quote that the tap answers, 0 for none; it stands behind a dot."""
    return encode(CONVERT, lead.id, arg=f"{account}.{to_base36(turn_id)}" if turn_id else account)


def _who_line(name: Value, account: Account | Lead, why: Value, supplier: bool) -> Value:
    """ "Klaus Berger → contact of Bosch Rexroth AG (same domain)"."""
    organisation = account.name if isinstance(account, Account) else account.organisation
    hows = tuple(how for how in (why, t("convert-supplier") if supplier else None) if how is not None)
    if organisation is None or organisation == name:
        became = t("convert-account", name=name)
    else:
        became = t("convert-contact", name=name, account=organisation)
    return t("convert-how", became=became, how=Joined(hows, ", ")) if hows else became


def _opportunity_line(value: Money | None, stage: Stage, percent: int, closes: date, is_guess: bool) -> Value:
    what = Joined((value, t("stage-with-probability", name=stage_name(stage), percent=percent)), ", ")
    return t("convert-opportunity-guess" if is_guess else "convert-opportunity", what=what, day=Day(closes))


def _along_line(along: Along) -> Value:
    parts = tuple(
        t(f"convert-{name}", count=count)
        for name, count in (("notes", along.notes), ("follow-ups", along.follow_ups), ("files", along.files))
        if count
    )
    count = along.notes + along.follow_ups + along.files
    return t("convert-along", what=Joined(parts, ", "), count=count) if parts else None


def _filled_line(filled: Sequence[str]) -> Value:
    shown = tuple(t(f"field-{name}") for name in filled if name != "fair_id")
    return t("convert-filled", fields=Joined(shown, ", ")) if shown else None


def _conflict_line(conflicts: Sequence[Conflict]) -> Value:
    shown: list[Value] = [
        t("convert-stays", field=c.field if c.own else t(f"field-{c.field}"), kept=c.kept, said=c.said)
        for c in conflicts[:_MOST_CONFLICTS]
    ]
    if len(conflicts) > len(shown):
        shown.append(t("digest-more", count=len(conflicts) - len(shown)))
    return t("convert-conflict", what=Joined(tuple(shown), ", ")) if shown else None
