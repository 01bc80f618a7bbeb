"""When a turn fails: the member hears that nothing is lost, and later, in the same message, how it went on."""

from bot.callback import encode
from bot.catalogue import language_of
from bot.chat import Button, Incoming, Priority, Reply, t
from bot.replies import put_out
from crm.models import Inbox
from crm.store.members import memberships
from crm.store.troubles import outbox_row, owners_to_tell
from crm.store.work import Session, Work


def tell_trouble(work: Work, entry: Inbox, incoming: Incoming | None, *, parked: bool) -> None:
    """Once per entry "not processed yet", later "still stuck" in its place; each owner gets one alarm.

    incoming: None where the entry cannot be read; then only the owners can be told.
    """
    if incoming is not None and incoming.sender is not None:
        _tell_sender(work, entry, incoming, parked=parked)
    if parked:
        for owner in owners_to_tell(work.session):
            assert owner.chat_id is not None
            alarm = Reply(
                (t("alarm-parked"),),
                key=f"alarm-{entry.id}-{owner.id}",
                sounds=True,
                priority=Priority.REMINDER,
            )
            put_out(work, entry.bot_id, owner.chat_id, owner.workspace_id, owner.language, [alarm])


def settle(session: Session, entry: Inbox) -> int | None:
    """The outbox row of "not processed yet", for the answer to take its place; None where nothing was said."""
    return outbox_row(session, entry.bot_id, _key(entry)) if entry.tries else None


def _tell_sender(work: Work, entry: Inbox, incoming: Incoming, *, parked: bool) -> None:
    assert incoming.sender is not None
    known = memberships(work.session, incoming.sender.user_id)
    if not known:
        return
    said = outbox_row(work.session, entry.bot_id, _key(entry))
    if parked:
        show = Button(t("button-show-text"), encode("show-text", entry.id))
        reply = Reply((t("trouble-parked"),), ((show,),), edits_outbox=said, key=f"parked-{entry.id}")
    elif said is None:
        reply = Reply((t("trouble-yet"),), quotes=incoming.message_id, key=_key(entry))
    else:
        return
    language = known[0].member.language or language_of(incoming.sender.language)
    put_out(work, entry.bot_id, incoming.chat_id, known[0].workspace.id, language, [reply])


def _key(entry: Inbox) -> str:
    return f"trouble-{entry.id}"
