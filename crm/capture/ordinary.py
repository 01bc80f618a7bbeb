"""Words that are no names, or not only: what a name next to them, or the same letters, does not tell."""

from functools import cache

from crm.capture import lexicon

_LISTS = (
    lexicon.COMMON,
    lexicon.MEET,
    lexicon.PLACE,
    lexicon.HONORIFICS,
    lexicon.TITLES,
    lexicon.TITLE_PARTS,
    lexicon.ACTIONS,
    lexicon.ASKS,
    lexicon.WAITS,
    lexicon.SMALL_TALK,
    lexicon.GENERIC_FIRM,
    lexicon.FAIR_WORDS,
    lexicon.VIA,
)
_SURNAMES_TOO = frozenset(
    """baker black brown butcher carpenter carter church clark cook cooper day dean field fisher forest fox frost gold grant
    green hall hill house hunter king knight lake lane law little lock long marsh mason miller moon moore park parker
    porter price prince reed rice rich rivers rose shepherd short silver small smith stone street strong summer taylor
    turner walker ward waters way west white wise wood woods young north winter sommer herbst
    adler bach bauer baum becker berg berger bergmann blum brand braun brunner busch eisen engel ernst fink fischer fleischer
    förster frank franke fuchs gross groß gut hahn haas hase hauser herzog hirsch hoffmann hof horn huber jäger jung
    kaiser kaufmann keller kessler klein klug koch könig kraft kramer krämer krause krieger krüger kurz lang lange lehmann
    linde maurer mayer meier meister metzger meyer mühle müller neumann pfeiffer pohl reich richter ritter roth sauer
    schäfer schmidt schmitz schneider schreiber schröder schulz schuster schwarz sommer stark stein steiner stern
    tischler vogel vogt wagner wald weber weiss weiß wolf zimmer zimmermann
    bakker beek berg berk bloem boer bol boom bos bosch brouwer bruin dam dekker dijk duin graaf groen groot haan hoek
    jager jong kaas keizer kerk klaver klok koning koopman koper koster kuiper kok lange leeuw linde meer meijer mol molen
    molenaar mulder oost oude prins post pot ridder rijk ruiter schilder schipper slager smid smit sluis snoek stam steen
    timmerman tuin veen veld vink visser vis vos vries wal water weg werf west wit zand zee zomer zwaan zwart""".split()
)


@cache
def ordinary_words() -> frozenset[str]:
    """In small letters, of all languages."""
    return frozenset().union(*_LISTS)


@cache
def no_telling_surnames() -> frozenset[str]:
    """Surnames that are words, first names, or so frequent that they tell nobody, in small letters."""
    return ordinary_words() | lexicon.first_names() | lexicon.ORG_WORDS | lexicon.ORG_FIRST | _SURNAMES_TOO
