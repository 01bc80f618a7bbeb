"""What a language has to say for itself to be understood: one `Words` a language, merged into one vocabulary.

To add a language, write a package like `en` and name it in `words/__init__.py`. Everything is lower case;
inflected and colloquial forms are written out, because a list that can be read beats a stemmer that surprises.
"""

from dataclasses import dataclass, fields
from typing import Any

from crm.capture.words.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Names:
    """common: words that are never part of a name. to_organisation: what stands between a person and the organisation.

    meet: words before a person who was met. place: words before a town. ourselves_after: "us", "me", behind "with" or "from". referred_by: before somebody who only sent
    them. introduced: right before a name that is said for the first time ("my name is"); here: right behind it ("Nigel here").
    does: verbs right behind somebody who is named again ("Lars is CTO").
    surname_endings: endings of surnames behind "van" or "von", which come from places.
    surnames, weak_names: surnames and first names that are everyday words too. doubtful_honorifics: short ones that
    are something else in lower case ("med", "di"). articles: "the", "een"; old_articles: those that only names still have ("den"), before_article: what stands before
    them there ("op den Kelder"). verb_ends: the parted end of a verb ("bel Anna terug").
    role_addresses: parts before the @ that name no person ("info").
    """

    common: frozenset[str]
    to_organisation: frozenset[str]
    meet: frozenset[str]
    place: frozenset[str]
    ourselves_after: frozenset[str]
    honorifics: frozenset[str]
    referred_by: tuple[str, ...]
    introduced: tuple[str, ...]
    here: frozenset[str]
    does: frozenset[str]
    surname_endings: tuple[str, ...]
    surnames: frozenset[str]
    weak_names: frozenset[str]
    doubtful_honorifics: frozenset[str]
    articles: frozenset[str]
    old_articles: frozenset[str]
    before_article: frozenset[str]
    verb_ends: frozenset[str]
    possessives: frozenset[str]
    role_addresses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Titles:
    """titles: heads of job titles. title_openers: heads that take what follows ("head", "Leiter").

    title_parts: what may stand with a head. title_endings: endings of compound titles.
    field_endings: endings of words for a field of work ("Kardiologie"), which may follow a head.
    takes_anything: heads behind which any word is part of the title. needs_company: heads that are everyday words too,
    titles only beside another title word. alone: of those, the ones that also make a title as a piece of their own. title_links: "of", "für".
    """

    titles: frozenset[str]
    title_openers: frozenset[str]
    title_parts: frozenset[str]
    title_endings: tuple[str, ...]
    field_endings: tuple[str, ...]
    title_links: frozenset[str]
    takes_anything: frozenset[str]
    needs_company: frozenset[str]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Organisations:
    """org_first: words that open the name of an organisation ("gemeente"). org_words: inside or at the end of one.

    org_endings: endings of compound ones. goods_endings: endings of words for wares. generic_firm: "company", "chain",
    no part of the name. mere_kind: the same as a label before the name. family: "sons", "Söhne". before_goods: before what is bought rather than who buys.
    at_place: inside a name, before where it lies ("Tierklinik am Deich").
    """

    org_first: frozenset[str]
    org_words: frozenset[str]
    org_endings: tuple[str, ...]
    goods_endings: tuple[str, ...]
    generic_firm: frozenset[str]
    mere_kind: frozenset[str]
    family: frozenset[str]
    before_goods: frozenset[str]
    at_place: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sources:
    """fair_words: "expo", "beurs". fair_lead_in: before a fair's name.
    on_the_fair: the same, before nothing but a fair or a place. talk_nouns: words of a talk there ("Gespräch"). via: before a channel.
    channels: form -> name; cued_channels: of those forms, the ones that need "via" or the like before them (before_channel).
    fair_endings: endings of words for a fair ("Metaalbeurs"). fair_openers: words before a place that make a fair together ("Messe Wels").
    not_a_fair: words that are no name of a fair alone. ordinary: words before "fair" that are no part of its name."""

    fair_words: frozenset[str]
    fair_lead_in: tuple[str, ...]
    on_the_fair: tuple[str, ...]
    talk_nouns: frozenset[str]
    via: frozenset[str]
    before_channel: tuple[str, ...]
    channels: dict[str, str]
    cued_channels: tuple[str, ...]
    fair_endings: frozenset[str]
    fair_openers: frozenset[str]
    not_a_fair: frozenset[str]
    ordinary: frozenset[str]


@dataclass(frozen=True, slots=True)
class Steps:
    """actions: what is to be done next, verbs and nouns. asks: what a prospect does ("wants").

    waits: words beside a day that is no next step ("delivery"). helping: before an action ("please", "I have to").
    beside_action: small words between a day, an action and a time.
    for_somebody: before a colleague's name. hot, supplier: how warm, and which way.
    """

    actions: frozenset[str]
    asks: frozenset[str]
    waits: frozenset[str]
    hot: tuple[str, ...]
    supplier: frozenset[str]
    helping: tuple[str, ...]
    beside_action: frozenset[str]
    for_somebody: frozenset[str]


@dataclass(frozen=True, slots=True)
class Amounts:
    """budget: words near a deal's total; sure_budget: those that make a bare number one. unit_price: behind the price
    of one piece, unit_before: before it. each_year: behind an amount that comes again every year, which is the deal's value;
    after_tax: behind a bare number that is an amount ("netto", "excl. btw"). turnover: amounts that are no deal. not_money: units that a number counts.
    and_a_half: behind a number ("twelve and a half"). halves: words for one and a half, and for half a million
    (only before a word for it). ones: words for one, which alone are articles.
    not_alone: forms that are numbers only inside others ("sech" in "sechzehn"). doubles: "double seven". hundred_thousand: "ton", which is money only in its own language. half_endings: "einhalb" in "zweieinhalb"."""

    budget: frozenset[str]
    sure_budget: frozenset[str]
    unit_price: tuple[str, ...]
    unit_before: tuple[str, ...]
    each_year: tuple[str, ...]
    after_tax: tuple[str, ...]
    turnover: frozenset[str]
    not_money: frozenset[str]
    thousand: frozenset[str]
    million: frozenset[str]
    hundred_thousand: frozenset[str]
    currencies: dict[str, str]
    numbers: dict[str, str]
    number_and: frozenset[str]
    ones: frozenset[str]
    not_alone: frozenset[str]
    doubles: frozenset[str]
    and_a_half: tuple[str, ...]
    halves: dict[str, str]
    half_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameWords:
    """labels and headers: form -> kind. fax, identifiers: before numbers that are no phone number.

    forwarded: lines above a forwarded mail; sent_from: how the line begins that names the telephone or program.
    chat_self: the name that a chat gives its reader. ends_in: before the last digits of a number. number_marks: "nr".
    phone_labels: right before a phone number. openers: what a message opens with that only says what it is: "new lead:"."""

    labels: dict[str, str]
    headers: dict[str, str]
    closings: tuple[str, ...]
    greetings: tuple[str, ...]
    fax: tuple[str, ...]
    identifiers: tuple[str, ...]
    forwarded: tuple[str, ...]
    sent_from: tuple[str, ...]
    chat_self: tuple[str, ...]
    ends_in: tuple[str, ...]
    number_marks: tuple[str, ...]
    phone_labels: tuple[str, ...]
    openers: tuple[str, ...]
    spoken_at: frozenset[str]
    spoken_dot: frozenset[str]


@dataclass(frozen=True, slots=True)
class Talk:
    """question_…: phrases of the questions that we answer. asked_first: a question by its first words.
    bare_questions: words that with a question mark ask for today.

    commands: what tells the bot to show something. addressed: asks a colleague to do something. social: words of a
    meal or a party. not_counted: beside a number that counts no wares ("hall 5"). also: opens a message that goes on.
    instead: between what is denied and what is right. it_is: before a right value. idle: words of a correction that
    say nothing.
    """

    question_words: frozenset[str]
    question_today: tuple[str, ...]
    question_neglected: tuple[str, ...]
    question_about: tuple[str, ...]
    asked_first: tuple[str, ...]
    bare_questions: frozenset[str]
    commands: tuple[str, ...]
    small_talk: frozenset[str]
    addressed: tuple[str, ...]
    social: frozenset[str]
    not_counted: frozenset[str]
    also: tuple[str, ...]
    they: frozenset[str]
    negations: tuple[str, ...]
    instead: tuple[str, ...]
    it_is: tuple[str, ...]
    idle: frozenset[str]


@dataclass(frozen=True, slots=True)
class Done:
    """What was done. logs: phrase -> kind of activity; incoming: the same where they came to us.

    not_done, not_done_after: before and behind such a phrase where it was not done ("wants", "moet", "werden").
    log_nouns: phrases of `logs` that may be planned too ("meeting with"). talked: words of a talk, which may be
    somebody new; spoke: those that are a log by themselves, at the beginning. ourselves: "I", "we". they_did: verbs whose subject stands right before. log_fill: no names.
    idle_outcomes: outcomes that alone are no log. tried: a call without answer. just: between a name and a verb.
    """

    logs: dict[str, str]
    incoming: dict[str, str]
    not_done: tuple[str, ...]
    not_done_after: tuple[str, ...]
    log_nouns: tuple[str, ...]
    talked: frozenset[str]
    spoke: frozenset[str]
    ourselves: frozenset[str]
    they_did: frozenset[str]
    log_fill: frozenset[str]
    just: frozenset[str]
    tried: tuple[str, ...]
    no_answer: tuple[str, ...]
    voicemail: tuple[str, ...]
    wrong_number: tuple[str, ...]
    idle_outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formal:
    """Quotes, contracts and orders, told in the past: a noun and a participle of one clause, or a phrase.

    formal_phrases: phrase -> "quote-sent", "quote-received", "contract-signed", "ordered".
    confirmation_nouns: what a supplier sends us when we have ordered.
    with_them: "bij", before the supplier from whom we ordered. ours: "our": such a quote was not received by us. ordered_words: say too little alone ("pizza ordered"), enough with an amount.
    valid_until: before the day to which a quote holds.
    """

    quote_nouns: frozenset[str]
    contract_nouns: frozenset[str]
    order_nouns: frozenset[str]
    confirmation_nouns: tuple[str, ...]
    sent_words: tuple[str, ...]
    received_words: tuple[str, ...]
    signed_words: tuple[str, ...]
    formal_phrases: dict[str, str]
    ordered_words: frozenset[str]
    with_them: frozenset[str]
    ours: frozenset[str]
    valid_until: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a deal ended, told in the past. signed_alone: participles that say by themselves that a contract was signed.

    ending_fill: all that may stand in one clause with one of these. ending_others: who may sign, but wins nothing for us.
    lost_because: before the reason; lost_to: before who got it instead. lost_reasons: phrase -> standard reason for losing (crm/rules/stages.py).
    """

    won_words: tuple[str, ...]
    lost_words: tuple[str, ...]
    signed_alone: frozenset[str]
    ending_fill: frozenset[str]
    ending_others: frozenset[str]
    lost_because: tuple[str, ...]
    lost_to: tuple[str, ...]
    lost_reasons: dict[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """One language, by what the words are for."""

    code: str
    calendar: Calendar
    names: Names
    titles: Titles
    organisations: Organisations
    sources: Sources
    steps: Steps
    amounts: Amounts
    frame: FrameWords
    talk: Talk
    done: Done
    formal: Formal
    ending: Ending

    def list_of(self, name: str) -> Any:
        """The list of that name, whichever part it stands in; AttributeError where there is none."""
        parts = (getattr(self, part.name) for part in fields(self) if part.name != "code")
        return getattr(next((part for part in parts if hasattr(part, name)), self), name)
