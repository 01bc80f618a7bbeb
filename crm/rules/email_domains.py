"""What an e-mail address says of a person's organisation: nothing where the mailbox is private or shared."""

import re

_FREEMAIL = (
    # everywhere
    "gmail.com googlemail.com icloud.com me.com mac.com aol.com mail.com email.com proton.me protonmail.com pm.me "
    "fastmail.com zoho.com tutanota.com tuta.io hushmail.com msn.com ymail.com rocketmail.com yandex.com yandex.ru mail.ru "
    "qq.com 163.com 126.com sina.com rediffmail.com naver.com "
    # Germany, Austria, Switzerland
    "web.de t-online.de freenet.de arcor.de posteo.de mailbox.org vodafone.de online.de aon.at a1.net chello.at "
    "bluewin.ch sunrise.ch hispeed.ch "
    # the Netherlands, Belgium
    "ziggo.nl kpnmail.nl planet.nl xs4all.nl hetnet.nl home.nl upcmail.nl chello.nl casema.nl quicknet.nl telfort.nl "
    "solcon.nl zonnet.nl tele2.nl online.nl caiway.nl telenet.be skynet.be proximus.be pandora.be scarlet.be "
    # the rest of Europe
    "orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it btinternet.com sky.com "
    "virginmedia.com talktalk.net wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz telia.com"
)
FREEMAIL = frozenset(_FREEMAIL.split())

# Providers with a domain in many countries: yahoo.de, hotmail.co.uk, gmx.net.
FREEMAIL_FAMILY = re.compile(r"(yahoo|hotmail|outlook|live|gmx)\.(com|net|org|info|(com?\.)?[a-z]{2})")

_SHARED_MAILBOXES = (
    "info sales contact office mail kontakt verkoop verkauf vertrieb einkauf inkoop purchasing service support admin "
    "hello hallo hi post team zentrale receptie reception empfang administratie orders order bestellung secretariaat "
    "sekretariat marketing export"
)
SHARED_MAILBOXES = frozenset(_SHARED_MAILBOXES.split())


def email_key(address: str) -> str:
    """The same for every way to write one address."""
    return address.strip().casefold()


def email_domain(address: str) -> str | None:
    """The part after the last @, in small letters; None where there is none."""
    mailbox, at, domain = email_key(address).rpartition("@")
    return domain.rstrip(".") or None if at and mailbox else None


def is_freemail(domain: str) -> bool:
    """Whether the domain is a provider of private mailboxes, so that it names no organisation."""
    domain = domain.casefold()
    return domain in FREEMAIL or FREEMAIL_FAMILY.fullmatch(domain) is not None


def own_domain(address: str) -> str | None:
    """The domain of an organisation's own; None for a provider of private mailboxes."""
    domain = email_domain(address)
    return domain if domain and not is_freemail(domain) else None


def is_shared_mailbox(address: str) -> bool:
    """info@, sales@ …: read by several people, so that an equal address is not an equal person."""
    return email_key(address).partition("@")[0] in SHARED_MAILBOXES
