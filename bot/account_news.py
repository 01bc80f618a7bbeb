"""A colleague met somebody of one's account: its holder is told, at once or in the next digest."""

from bot.callback import encode
from bot.cards.lead import title_line
from bot.chat import About, Bold, Button, Priority, Reply, t
from bot.context import Context
from bot.replies import put_out
from crm.models import Account, Chat, Lead
from crm.rules.budget import Unasked
from crm.rules.local_time import local_day
from crm.rules.visibility import may_see
from crm.store.account_news import keep_for_digest
from crm.store.members import who_is
from crm.store.unasked import note_unasked


def tell_holder(ctx: Context, lead: Lead, account: Account) -> None:
    """Silent where they did it themselves, or may not see the lead. Who has had their share of the day, or has blocked
    the bot, finds it in the next digest."""
    holder = who_is(ctx.work.session, ctx.workspace.id, account.holder_id)
    if holder is None or holder.member.id == ctx.member.id or holder.member.chat_id is None:
        return
    if not may_see(holder.access, lead.holder_id):
        return
    day = local_day(ctx.work.now, holder.zone)
    session, ids = ctx.work.session, ctx.work.ids
    chat = session.get(Chat, (ctx.incoming.bot_id, holder.member.chat_id))
    is_blocked = chat is not None and chat.blocked_at is not None
    if is_blocked or not note_unasked(session, ids, holder, day, Unasked.ACCOUNT, lead.id):
        keep_for_digest(session, ids, holder, day, lead)
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
