"""A contact that leaves the bot: as a Telegram contact, and as a vCard file that mail programs read."""

from bot.cards.lead import short_name
from bot.chat import About, Button, Document, Reply, SentContact, Value
from bot.context import Context
from bot.render import as_plain
from crm.exchange.vcards import Card, write_card
from crm.models import Contact, ReachKind
from crm.store.accounts import organisations_of
from crm.store.leads import reaches_of

_VCARD_LIMIT = 2048
"""Bytes that Telegram takes with a contact."""


def shared_contact(ctx: Context, contact: Contact, buttons: tuple[tuple[Button, ...], ...]) -> Reply | None:
    """As a Telegram contact with its vCard; None where there is no number, which Telegram needs."""
    card = _card(ctx, contact)
    if not card.phones:
        return None
    vcard = write_card(card)
    sent = SentContact(card.phones[0], card.name, vcard if len(vcard.encode()) <= _VCARD_LIMIT else "")
    return Reply((), buttons, about=_about(contact), contact=sent)


def card_file(ctx: Context, contact: Contact) -> Reply:
    card = _card(ctx, contact)
    file = Document(f"{_file_name(card.name)}.vcf", write_card(card))
    return Reply((card.name,), about=_about(contact), document=file)


def _about(contact: Contact) -> tuple[About, ...]:
    """A reply to it is about the person."""
    return (About(contact.__tablename__, contact.id),)


def _card(ctx: Context, contact: Contact) -> Card:
    """What is said of the person; not what the team notes of them."""
    session = ctx.work.session
    reaches = reaches_of(session, contact)
    name: Value = short_name(contact)
    return Card(
        uid=f"handslag-{contact.id}",
        name=as_plain(name, ctx.language),
        organisation=organisations_of(session, [contact]).get(contact.id),
        title=contact.title,
        emails=[reach.value for reach in reaches if reach.kind is ReachKind.EMAIL],
        phones=[reach.value for reach in reaches if reach.kind is ReachKind.PHONE],
    )


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() else " " for letter in name).strip()[:60] or "contact"
