"""Which column of a file is which field: by the names that people, and other programs, give them."""

from collections.abc import Sequence

from crm.exchange.cells import Cell
from crm.exchange.names import FIELDS, NAMES, Field, Target
from crm.models.blocks import Block
from crm.rules.folding import fold

SEVERAL = frozenset({Field.EMAILS, Field.PHONES, Field.NOTE, Field.TAGS, Field.PERSON})
"""Fields that more than one column may fill."""
_FILE_WORDS = {
    Block.OPPORTUNITY: ("deal", "opportunit", "verkoopkans", "kansen", "chancen", "verkaufschance"),
    Block.CONTACT: ("contact", "kontakt", "person", "people", "ansprechpartner"),
    Block.ACCOUNT: ("account", "compan", "organi", "klant", "kunden", "bedrij", "firm", "relaties"),
    Block.LEAD: ("lead", "prospect", "interessent"),
}


def key_of(name: str) -> str:
    """ "E-Mail Address", "EmailAddress" and "e-mail address" are one name."""
    return fold(name).replace(" ", "")


_FIELD_OF = {
    block: {
        key_of(name): field
        for field, names in NAMES[block].items()
        for name in names.replace("\n", " ").split("|")
    }
    for block in Block
}
_ALL = {name for fields in _FIELD_OF.values() for name in fields}


def known_names(row: Sequence[Cell]) -> int:
    """How many cells of a row are names of columns in any block."""
    return sum(isinstance(cell, str) and key_of(cell) in _ALL for cell in row)


def recognise(head: Sequence[str], block: Block, own: dict[str, int] | None = None) -> dict[int, Target]:
    """Column number -> field. own: the workspace's fields of that block by key_of their name -> id."""
    found: dict[int, Target] = {}
    for number, name in enumerate(head):
        key = key_of(name)
        field: Target | None = _FIELD_OF[block].get(key)
        custom = key.removeprefix("custom")
        if field is None and own and (key in own or custom in own):
            field = own.get(key, own.get(custom, 0))
        if field is not None and (field in SEVERAL or field not in found.values()):
            found[number] = field
    return found


def guess_block(head: Sequence[str], file_name: str) -> Block:
    """By what only one block has, by the file's name, by how many columns are known.

    A file of customers that names a person and an organisation in each row lists people."""
    keys = {key_of(name) for name in head}
    if keys & {key_of(name) for name in ("stage", "fase", "phase", "deal stage", "close date", "deal title")}:
        return Block.OPPORTUNITY
    persons = {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME}
    of_a_lead = set(recognise(head, Block.LEAD).values())
    at_work = bool(persons & of_a_lead) and Field.ORGANISATION in of_a_lead
    said = fold(file_name)
    for block, words in _FILE_WORDS.items():
        if any(word in said for word in words) and not (block is Block.ACCOUNT and at_work):
            return block
    counts = {block: len(recognise(head, block)) for block in (Block.LEAD, Block.CONTACT, Block.ACCOUNT)}
    if not persons & of_a_lead:
        counts[Block.ACCOUNT] += 1
    return max(counts, key=lambda block: counts[block])


def targets(block: Block) -> tuple[Field, ...]:
    """Every field that a column can fill, in the order that they are offered."""
    return FIELDS[block]
