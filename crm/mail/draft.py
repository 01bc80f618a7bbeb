"""Whom a mail is from or to, as a draft of a lead: the name as the mail has it, the rest from the signature."""

from dataclasses import replace

from crm.capture.draft import DraftLead, Surroundings
from crm.capture.read import read_lead
from crm.mail.mail import Mail, Mailbox
from crm.rules.email_domains import own_domain
from crm.rules.folding import words

_BELOW_SUFFIX = frozenset("co com org net ac gov or gv".split())
"""newfirm.co.uk: the label before the country is no name."""


def draft_of(mail: Mail, other: Mailbox, around: Surroundings, *, is_ours: bool) -> DraftLead:
    """other: whom the lead is to be. is_ours: then the signature is not theirs.

    The mail's own words are nobody's organisation and no note: they stand on the timeline. Where the signature names no
    organisation it is that of the domain. What the member wrote above the mail says how hot it is, its value and when.
    """
    signed = "" if is_ours else mail.signature or _below_name(mail.text, other.name)
    rest = "\n".join(line for line in signed.split("\n") if not _is_part(line, other.name))
    read = read_lead(f"{other.name} <{other.address}>\n{rest}", around)
    named = read.organisation if read.organisation and not _is_part(read.organisation, other.name) else None
    above = read_lead(mail.said_above, around)
    return replace(
        read,
        name=other.name or read.name,
        organisation=named or _of_domain(other),
        emails=(other.address,),
        hot=above.hot,
        value=above.value,
        note="",
        due=above.due,
        next_action=above.next_action,
        source=None,
        others=(),
        is_lead=True,
    )


def _below_name(text: str, name: str) -> str:
    """What stands below the sender's name at the end of a mail without a closing line."""
    lines = text.split("\n")
    at = next(
        (n for n in range(len(lines) - 1, 0, -1) if name and words(lines[n]) == words(name)), len(lines)
    )
    return "\n".join(lines[at + 1 :])


def _is_part(text: str, name: str) -> bool:
    """Whether it says nothing but the name, or a word of it."""
    return set(words(text)) <= set(words(name))


def _of_domain(other: Mailbox) -> str | None:
    """ "Newfirm" of ida@newfirm.com; None at a provider of private mailboxes, and for one's own name."""
    labels = (own_domain(other.address) or "").split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _BELOW_SUFFIX:
        labels.pop()
    label = labels[-1].replace("-", " ") if labels else ""
    if not label or set(words(label)) <= set(words(other.name)) or label == "".join(words(other.name)):
        return None
    return label.title()
