"""What an address says of an organisation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.email_domains import email_domain, email_key, is_freemail, is_shared_mailbox

from .examples import property_test


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("jan.smit@Philips.com", "philips.com"),
        (" k@BOSCH.de ", "bosch.de"),
        ('"a@b"@example.org', "example.org"),
        ("jan@example.org.", "example.org"),
        ("philips.com", None),
        ("@philips.com", None),
        ("jan@", None),
        ("", None),
    ],
)
def test_the_domain_is_what_stands_behind_the_last_at(address: str, domain: str | None) -> None:
    assert email_domain(address) == domain


@pytest.mark.parametrize(
    "domain",
    ["gmail.com", "GMX.net", "gmx.at", "web.de", "ziggo.nl", "yahoo.co.uk", "hotmail.com.au", "t-online.de"],
)
def test_private_mailboxes_are_known(domain: str) -> None:
    assert is_freemail(domain)


@pytest.mark.parametrize(
    "domain",
    [
        "philips.com",
        "bosch.de",
        "livestock.nl",
        "live.acme-systems.com",
        "live.studio",
        "outlook",
        "gmail.com.acme.de",
    ],
)
def test_company_domains_are_not_taken_for_private_ones(domain: str) -> None:
    assert not is_freemail(domain)


def test_a_shared_mailbox_is_told_from_a_persons() -> None:
    assert is_shared_mailbox("Info@philips.com")
    assert not is_shared_mailbox("jan.info@philips.com")


@property_test
@given(st.emails())
def test_every_address_has_a_domain_however_it_is_written(address) -> None:
    assert email_domain(address) == email_domain(address.upper()) == email_domain(f" {address} ")
    assert email_key(email_key(address)) == email_key(address)
