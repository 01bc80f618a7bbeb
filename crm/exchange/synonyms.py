"""Words for statuses, stages and roles: ours, in three languages, and those of HubSpot, Pipedrive and Salesforce."""

from crm.models.accounts import ContactRole
from crm.models.leads import Status
from crm.rules.folding import fold

_STATUSES = {
    Status.NEW: "new|nieuw|neu|open|open not contacted|subscriber|lead",
    Status.CONTACTED: "contacted|working|working contacted|attempted to contact|in progress|connected|benaderd|gesproken"
    "|contact gehad|kontaktiert|in bearbeitung|marketing qualified lead",
    Status.QUALIFIED: "qualified|open deal|gekwalificeerd|qualifiziert|closed converted|converted|geconverteerd|konvertiert"
    "|sales qualified lead|opportunity|customer",
    Status.DISQUALIFIED: "disqualified|unqualified|bad timing|closed not converted|afgewezen|afgevallen|gediskwalificeerd"
    "|disqualifiziert|unqualifiziert|abgelehnt",
}
_STAGES = {
    "new": "new|nieuw|neu|prospecting|lead in|contact made|appointment scheduled|needs analysis",
    "qualified": "qualified|qualification|gekwalificeerd|qualifiziert|qualified to buy|demo scheduled|value proposition"
    "|presentation scheduled|id decision makers|perception analysis",
    "quote-sent": "quote sent|offerte verstuurd|offerte gestuurd|offerte|angebot gesendet|angebot verschickt|angebot"
    "|proposal|proposal made|proposal price quote|contract sent",
    "negotiation": "negotiation|negotiations started|negotiation review|onderhandeling|verhandlung|in negotiation",
    "verbal-yes": "verbal yes|mondeling akkoord|mondeling ja|mündliche zusage|decision maker bought in|commit",
    "won": "won|closed won|gewonnen|gewonnen deal",
    "lost": "lost|closed lost|verloren|lost deal",
}
_ROLES = {
    ContactRole.DECISION_MAKER: "decision maker|beslisser|entscheider|executive sponsor|budget holder|economic buyer"
    "|economic decision maker|entscheidungsträger",
    ContactRole.INFLUENCER: "influencer|beïnvloeder|beeinflusser|champion|evaluator|business user influencer",
    ContactRole.USER: "user|gebruiker|nutzer|anwender|end user|business user",
    ContactRole.BUYER: "buyer|inkoper|einkäufer|purchasing|legal and compliance",
    ContactRole.GATEKEEPER: "gatekeeper|poortwachter|türöffner|blocker|torwächter",
}


def status_of(said: str) -> Status:
    """What is converted elsewhere is as good as qualified here; an unknown word says nothing."""
    return _STATUS_OF.get(fold(said), Status.NEW)


def standard_stage(said: str) -> str | None:
    """The word of the standard stage that is meant; None: none of them."""
    return _STAGE_OF.get(fold(said))


def role_of(said: str | None) -> ContactRole:
    return _ROLE_OF.get(fold(said or ""), ContactRole.OTHER)


def _turned(words: dict[str, str]) -> dict[str, str]:
    return {fold(word): meant for meant, said in words.items() for word in said.split("|")}


_STATUS_OF = {
    word: Status(status) for word, status in _turned({s.value: w for s, w in _STATUSES.items()}).items()
}
_STAGE_OF = _turned(_STAGES)
_ROLE_OF = {
    word: ContactRole(role) for word, role in _turned({r.value: w for r, w in _ROLES.items()}).items()
}
