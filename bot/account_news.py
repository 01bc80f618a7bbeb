"""A colleague met somebody of one's account: its holder is told, within the budget of what nobody asked for."""

from bot.callback import encode
from bot.cards.lead import title_line
from bot.chat import About, Bold, Button, Priority, Reply, t
from bot.context import Context
from bot.replies import put_out
from crm.models import Account, Lead
from crm.rules.budget import Unasked
from crm.rules.local_time import local_day
from crm.rules.visibility import may_see
from crm.store.members import who_is
from crm.store.unasked import note_unasked


def tell_holder(ctx: Context, lead: Lead, account: Account) -> None:
    """Silent where they did it themselves, may not see the lead, or have had their share of the day."""
    holder = who_is(ctx.work.session, ctx.workspace.id, account.holder_id)
    if holder is None or holder.member.id == ctx.member.id or holder.member.chat_id is None:
        return
    if not may_see(holder.access, lead.holder_id):
        return
    day = local_day(ctx.work.now, holder.zone)
    if not note_unasked(ctx.work.session, ctx.work.ids, holder, day, Unasked.ACCOUNT, lead.id):
        return
    message = Reply(
        (t("account-met", name=ctx.member.name, account=account.name), Bold(title_line(lead))),
        ((Button(t("button-to-card"), encode("open", lead.id)),),),
        about=(About("lead", lead.id),),
        priority=Priority.DIGEST,
        key=f"account-met-{lead.id}",
    )
    put_out(
        ctx.work,
        ctx.incoming.bot_id,
        holder.member.chat_id,
        ctx.workspace.id,
        holder.member.language,
        [message],
    )
