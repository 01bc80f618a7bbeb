"""Columns as HubSpot, Pipedrive, Salesforce and people in three languages call them."""

import pytest

from crm.exchange.header import guess_block, recognise, targets
from crm.exchange.names import Field
from crm.models import Block

HUBSPOT_CONTACTS = "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Lead Status,Job Title,Create Date,Associated Company"
HUBSPOT_DEALS = "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Associated Company,Create Date,Deal probability,Closed Lost Reason"
HUBSPOT_COMPANIES = (
    "Record ID,Company name,Company owner,Create Date,Phone Number,Company Domain Name,Description"
)
PIPEDRIVE_PEOPLE = "Person - Name,Person - Label,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Phone - Mobile,Person - Owner,Person - Job title"
PIPEDRIVE_DEALS = "Deal - Title,Deal - Value,Deal - Currency,Deal - Stage,Deal - Organization,Deal - Expected close date,Deal - Probability,Deal - Owner,Deal - Lost reason,Deal - Label"
SALESFORCE_LEADS = "First Name,Last Name,Title,Company / Account,Email,Phone,Mobile,Lead Source,Lead Status,Rating,Lead Owner,Created Date,Description,Website"
SALESFORCE_DEALS = "Opportunity Name,Account Name,Stage,Amount,Close Date,Probability (%),Opportunity Owner,Lead Source,Created Date"
SALESFORCE_API = "Id,FirstName,LastName,MobilePhone,LeadSource,JobTitle,Company,OwnerName"
DUTCH = "Voornaam,Achternaam,Functie,Bedrijfsnaam,E-mailadres,Telefoonnummer,Mobiel,Waarde,Bron,Opmerkingen,Eigenaar,Aangemaakt op"
GERMAN = "Vorname,Nachname,Position,Firma,E-Mail-Adresse,Telefon,Handy,Betrag,Währung,Quelle,Bemerkungen,Zuständig,Erstellt am"


def known(head: str, block: Block) -> list[str]:
    found = recognise(head.split(","), block)
    return [f"{head.split(',')[number]}={target}" for number, target in found.items()]


@pytest.mark.parametrize(
    ("head", "block", "unknown"),
    [
        (HUBSPOT_CONTACTS, Block.LEAD, {"Record ID"}),
        (HUBSPOT_CONTACTS, Block.CONTACT, {"Record ID", "Lead Status"}),
        (HUBSPOT_DEALS, Block.OPPORTUNITY, {"Record ID"}),
        (HUBSPOT_COMPANIES, Block.ACCOUNT, {"Record ID"}),
        (PIPEDRIVE_PEOPLE, Block.CONTACT, set()),
        (PIPEDRIVE_PEOPLE, Block.LEAD, set()),
        (PIPEDRIVE_DEALS, Block.OPPORTUNITY, set()),
        (SALESFORCE_LEADS, Block.LEAD, set()),
        (SALESFORCE_DEALS, Block.OPPORTUNITY, set()),
        (SALESFORCE_API, Block.LEAD, set()),
        (DUTCH, Block.LEAD, set()),
        (GERMAN, Block.LEAD, set()),
    ],
)
def test_every_column_of_an_export_is_recognised(head: str, block: Block, unknown: set[str]) -> None:
    names = head.split(",")
    found = recognise(names, block)
    assert {names[number] for number in range(len(names)) if number not in found} == unknown


def test_they_mean_what_they_say() -> None:
    assert known("Person - Name,Person - Email - Work,Person - Organization", Block.CONTACT) == [
        "Person - Name=name",
        "Person - Email - Work=emails",
        "Person - Organization=organisation",
    ]
    assert known("Deal - Value,Deal - Currency of Value", Block.OPPORTUNITY) == [
        "Deal - Value=value",
        "Deal - Currency of Value=currency",
    ]
    assert known("Amount,Amount Currency", Block.OPPORTUNITY) == ["Amount=value", "Amount Currency=currency"]
    assert known("Bedrijfsnaam,Bron", Block.ACCOUNT) == ["Bedrijfsnaam=name", "Bron=source"]


@pytest.mark.parametrize(
    ("head", "name", "block"),
    [
        (HUBSPOT_CONTACTS, "hubspot-crm-exports-all-contacts.csv", Block.CONTACT),
        (HUBSPOT_CONTACTS, "export.csv", Block.LEAD),
        (HUBSPOT_COMPANIES, "export.csv", Block.ACCOUNT),
        (HUBSPOT_DEALS, "export.csv", Block.OPPORTUNITY),
        (PIPEDRIVE_DEALS, "pipedrive.xlsx", Block.OPPORTUNITY),
        (SALESFORCE_LEADS, "report1234.csv", Block.LEAD),
        (DUTCH, "beurs.csv", Block.LEAD),
        (GERMAN, "Kontakte.xlsx", Block.CONTACT),
        ("Naam,Bedrijf,E-mail,Telefoon", "klanten.csv", Block.LEAD),
        ("Bedrijf,Website", "klanten.csv", Block.ACCOUNT),
        ("Naam,Website", "klanten.csv", Block.ACCOUNT),
    ],
)
def test_what_the_rows_are_is_guessed(head: str, name: str, block: Block) -> None:
    assert guess_block(head.split(","), name) is block


def test_a_field_that_is_filled_once_takes_the_first_column() -> None:
    found = recognise(["Name", "Full Name", "Email", "E-mail"], Block.LEAD)
    assert found == {0: Field.NAME, 2: Field.EMAILS, 3: Field.EMAILS}


def test_fields_of_the_workspaces_own_are_recognised() -> None:
    found = recognise(
        ["Name", "Machine Type", "custom Source", "Source"], Block.LEAD, {"machinetype": 77, "source": 78}
    )
    assert found == {0: Field.NAME, 1: 77, 2: 78, 3: Field.SOURCE}


@pytest.mark.parametrize("block", list(Block))
def test_every_field_that_is_offered_can_be_recognised(block: Block) -> None:
    for field in targets(block):
        assert field in recognise([field.value.replace("-", " ")], block).values(), field
