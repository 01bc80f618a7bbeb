"""Messages to measure with: numbered, so that each is about somebody else."""

from bot.simulator.people import Person

_SYLLABLES = "ba ber bo da del do fen ga gor ha hol ja kan kel ko la lin lo mar mei mo na nor pe ra rit ro sa sel sten ta ter to va vel wa wit za".split()
_BRANCHES = "Pumpen Logistics Bouw Sensors Foods Techniek Optik Marine Textiles Energie".split()


def word(number: int) -> str:
    """A made-up word for a number; small numbers give short ones."""
    text = ""
    number += len(_SYLLABLES)
    while number:
        number, digit = divmod(number, len(_SYLLABLES))
        text += _SYLLABLES[digit]
    return text


def name_of(number: int) -> tuple[str, str]:
    """First and last name, as in life: few first names, many last names."""
    return word(number % 700).title(), word(number * 7919 % 100_003).title()


def organisation_of(number: int) -> str:
    return f"{word(number * 31 % 20_011).title()} {_BRANCHES[number % len(_BRANCHES)]}"


def phone_of(number: int) -> str:
    """A valid German mobile number."""
    return f"+49151{10_000_000 + number:08d}"


def email_of(number: int) -> str:
    first, last = name_of(number)
    return f"{first}.{last}@{word(number)}.example"


def text_of(number: int) -> str:
    """A message as people type it at a fair: all that understanding looks for is in it."""
    first, last = name_of(number)
    return (
        f"{first} {last}, {organisation_of(number)}, {email_of(number)}, "
        f"{phone_of(number)}, hot, wants 40 sensors for the new line, 12k, mail him friday 10:00"
    )


def send(person: Person, kind: str, number: int) -> None:
    """kind: "text", to be understood; "card", a contact card, where there is nothing to understand."""
    if kind == "text":
        person.says(text_of(number))
    else:
        first, last = name_of(number)
        person.sends_contact(phone_of(number), first, last)
