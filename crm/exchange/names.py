"""What columns are called: in English, Dutch and German, in our own exports, in those of HubSpot, Pipedrive and Salesforce."""

from enum import StrEnum

from crm.models.blocks import Block


class Field(StrEnum):
    ID = "id"
    NAME = "name"
    FIRST_NAME = "first-name"
    LAST_NAME = "last-name"
    TITLE = "title"
    ORGANISATION = "organisation"
    PERSON = "person"
    EMAILS = "emails"
    PHONES = "phones"
    WEBSITE = "website"
    SOURCE = "source"
    VALUE = "value"
    CURRENCY = "currency"
    NOTE = "note"
    HOT = "hot"
    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    PRIVATE = "private"
    STATUS = "status"
    REASON = "reason"
    ROLE = "role"
    STAGE = "stage"
    PROBABILITY = "probability"
    CLOSE_DAY = "close-day"
    LOST_REASON = "lost-reason"
    HOLDER = "holder"
    TAGS = "tags"
    CREATED_AT = "created-at"


Target = Field | int
"""A field, or the id of one that the workspace added."""

_PERSON = {
    Field.FIRST_NAME: "first name|given name|voornaam|vorname|person first name",
    Field.LAST_NAME: "last name|surname|family name|achternaam|nachname|familienname|person last name",
    Field.TITLE: "title|job title|position|function|functie|functietitel|position|funktion|berufsbezeichnung|jobtitel"
    "|person job title|job",
}
_REACH = {
    Field.EMAILS: "emails|email|e-mail|email address|e-mail address|mail|e-mailadres|emailadres|e-mail-adresse|mailadresse"
    "|work email|business email|email 1|email 2|secondary email|additional email addresses|person email|person email work"
    "|person email home|person email other|zakelijk e-mailadres|e-mail geschäftlich|e-mail 1|e-mail 2|email work|email home",
    Field.PHONES: "phones|phone|phone number|telephone|tel|mobile|mobile phone|mobile phone number|cell|cell phone"
    "|telefoon|telefoonnummer|mobiel|mobiele telefoon|mobiel nummer|gsm|telefon|telefonnummer|handy|handynummer"
    "|mobiltelefon|mobil|rufnummer|durchwahl|business phone|work phone|home phone|other phone|phone 1|phone 2|person phone"
    "|person phone work|person phone mobile|person phone home|person phone other|telefon geschäftlich|company phone|whatsapp",
}
_COMPANY = (
    "organisation|organization|company|company name|account|account name|company account|employer|bedrijf|bedrijfsnaam"
    "|organisatie|firma|firmenname|unternehmen|associated company|associated company primary|primary company|klant|kunde"
    "|organization name|organisation name|deal organization|person organization|lead organization|relatie|klantnaam|accounts"
)
_COMMON = {
    Field.ID: "id|handslag id",
    Field.SOURCE: "source|lead source|original source|bron|leadbron|herkomst|quelle|leadquelle|herkunft|original traffic source"
    "|event|beurs|messe|campaign|deal source|source name|lead source name",
    Field.HOLDER: "holder|owner|lead owner|contact owner|company owner|account owner|deal owner|opportunity owner|owner name"
    "|houder|eigenaar|accountmanager|account manager|inhaber|besitzer|betreuer|zuständig|verantwortlich|assigned to"
    "|person owner|organization owner|lead owner name|sales rep|verkoper|verkäufer",
    Field.TAGS: "tags|tag|label|labels|etiketten|schlagworte|schlagwörter|person label|person labels|organization label|organization labels|lead label|lead labels|deal label",
    Field.CREATED_AT: "created at|created|create date|created date|creation date|aangemaakt|aangemaakt op|aanmaakdatum|erstellt"
    "|erstellt am|erstelldatum|angelegt am|date created|person person created|deal created|lead created|organization created",
}
_NOTE = "note|notes|description|comment|comments|remarks|notitie|notities|opmerking|opmerkingen|omschrijving|notiz|notizen|bemerkung|bemerkungen|beschreibung|kommentar"
_WEBSITE = "website|website url|web|url|homepage|company domain name|domain|domein|internet|webseite|organization website|webadresse"
_HOT = "hot|priority|rating|heet|prioriteit|heiß|heiss|priorität|temperature"
_SUPPLIER = "supplier|leverancier|lieferant|is supplier|vendor"
_CURRENCY = (
    "currency|currency code|valuta|munt|währung|deal currency|deal currency code|currency iso code|lead currency"
    "|currency of value|deal currency of value|lead currency of value|amount currency|opportunity currency"
    "|opportunity currency code|annual revenue currency|deal value currency|valuta van bedrag|währung des wertes"
)

NAMES: dict[Block, dict[Field, str]] = {
    Block.LEAD: _PERSON
    | _REACH
    | _COMMON
    | {
        Field.NAME: "name|full name|contact|contact name|contact person|naam|volledige naam|contactpersoon|vollständiger name"
        "|ansprechpartner|kontakt|person name|lead name|lead|person|lead contact person|lead person",
        Field.ORGANISATION: _COMPANY,
        Field.WEBSITE: _WEBSITE,
        Field.VALUE: "value|amount|budget|deal value|lead value|waarde|bedrag|wert|betrag|annual revenue",
        Field.CURRENCY: _CURRENCY,
        Field.NOTE: _NOTE,
        Field.HOT: _HOT,
        Field.SUPPLIER: _SUPPLIER,
        Field.STATUS: "status|lead status|leadstatus|lifecycle stage",
        Field.REASON: "reason|unqualified reason|disqualification reason|reden|grund",
    },
    Block.ACCOUNT: _REACH
    | _COMMON
    | {
        Field.NAME: f"name|naam|{_COMPANY}",
        Field.WEBSITE: _WEBSITE,
        Field.NOTE: _NOTE,
        Field.CUSTOMER: "customer|is customer|is klant|ist kunde",
        Field.SUPPLIER: _SUPPLIER,
        Field.PRIVATE: "private|particulier|privat|privatkunde|person account",
    },
    Block.CONTACT: _PERSON
    | _REACH
    | _COMMON
    | {
        Field.NAME: "name|full name|contact|contact name|naam|volledige naam|contactpersoon|vollständiger name|ansprechpartner"
        "|kontakt|person name|person",
        Field.ORGANISATION: _COMPANY,
        Field.ROLE: "role|buying role|contact role|rol|rolle|roles",
        Field.NOTE: _NOTE,
        Field.HOT: _HOT,
    },
    Block.OPPORTUNITY: _COMMON
    | {
        Field.NAME: "name|title|opportunity|opportunity name|deal|deal name|deal title|naam|titel|verkoopkans|verkaufschance"
        "|opportunity title|bezeichnung|onderwerp",
        Field.ORGANISATION: _COMPANY,
        Field.PERSON: "contacts|contact|contact name|contact person|primary contact|associated contact|person|person name"
        "|deal contact person|deal person|contactpersoon|contacten|persoon|klantcontact|ansprechpartner|kontakt|kontaktperson"
        "|kontakte|lead|leads|lead name|private person|particulier|privatperson",
        Field.EMAILS: _REACH[Field.EMAILS]
        + "|contact email|contact e-mail|e-mail contactpersoon|e-mail ansprechpartner",
        Field.VALUE: "value|amount|deal value|waarde|bedrag|wert|betrag|volumen|deal amount|omzet|umsatz",
        Field.CURRENCY: _CURRENCY,
        Field.STAGE: "stage|deal stage|stage name|fase|phase|stufe|verkoopfase|vertriebsphase|deal stage name",
        Field.PROBABILITY: "probability|probability percent|deal probability|kans|slaagkans|waarschijnlijkheid"
        "|wahrscheinlichkeit",
        Field.CLOSE_DAY: "close day|close date|expected close date|closing date|sluitdatum|verwachte sluitdatum|abschlussdatum"
        "|abschluss|erwartetes abschlussdatum|deal expected close date|expected close",
        Field.LOST_REASON: "lost reason|loss reason|closed lost reason|deal lost reason|verliesreden|reden verloren"
        "|verlustgrund|grund der absage",
    },
}
_ORDER = tuple(Field)
FIELDS: dict[Block, tuple[Field, ...]] = {
    block: tuple(field for field in _ORDER if field in NAMES[block]) for block in Block
}
