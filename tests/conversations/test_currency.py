"""An amount without a currency is in the company's own: as set by the owner, else that of the country."""

from collections.abc import Callable

import pytest

from crm.models import Workspace
from tests.chat_client import Chat, Office

Company = Callable[..., Office]


@pytest.fixture
def company(office: Office) -> Company:
    """company(country="JP", currency=None): the office, there."""

    def there(**settings: str | None) -> Office:
        with office.database.begin() as session:
            for workspace in session.query(Workspace):
                for name, value in settings.items():
                    setattr(workspace, name, value)
        return office

    return there


def test_it_is_the_reporting_currency(company: Company, chat: Chat) -> None:
    company(country="NL", currency="USD")
    chat.says("Anna de Vries, Philips, anna@philips.com, 12k")
    assert "$12,000" in chat.last.text


def test_else_that_of_the_country(company: Company, chat: Chat) -> None:
    company(country="GB")
    chat.says("Anna Ward, Hale Foods, anna@hale.co.uk, 12k")
    assert "£12,000" in chat.last.text


def test_where_money_has_no_cents_twelve_thousand_is_twelve_thousand(company: Company, chat: Chat) -> None:
    company(country="JP")
    chat.says("Anna de Vries, Philips, anna@philips.com, 12k")
    assert "¥12,000" in chat.last.lines
    chat.says("quote sent 15k")
    assert "¥15,000" in chat.last.text and "¥1,500,000" not in chat.last.text
