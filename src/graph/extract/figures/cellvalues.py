"""What a cell of a table holds: one number with its unit and hedge, or a reason why it is no figure."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from graph.extract.figures import lexicon
from graph.extract.figures.calendar import elements
from graph.extract.figures.exclusions import exclusions
from graph.extract.figures.quantities import Quantity, quantities


class NoFigure(StrEnum):
    """Why a cell is no figure."""

    EMPTY = "no value: –, n.v.t., PM"
    TIME = "a date or a year"
    NAME = "a number that names: an article, a telephone number"
    WORDS = "words, or several numbers in words: read as sentences"
    BRACKETED = "a number in brackets, which may be negative or a share"
    HEADING = "names its row or column"
    NUMBERING = "in a column of numbers that name their rows"
    UNNAMED = "nothing says what is measured"


_NOTHING = re.compile(
    r"[-–—−.*x?/\s()]*|n\.?[vo]\.?t\.?[.*]*|n\.?b\.?|n\.?a\.?|p\.?m\.?|nihil|nul|geen|onbekend|niet bekend"
    r"|niet beschikbaar|ja|nee"
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD_WORDS = re.compile(
    r"(?:\d{4}|\d{1,2}|jan\w*|feb\w*|maart|mrt|apr\w*|mei|juni?|juli?|aug\w*|sept?\w*|okt\w*|nov\w*|dec\w*|kwartaal|halfjaar"
    r"|q[1-4]|eerste|tweede|derde|vierde|[1-4]e|t/m|tot|en|met|eind|begin|medio|ultimo|per|op|in|van|het|jaar|de|stand"
    r"|peildatum|school|studie|schooljaar|studiejaar|half|[-–/.:()*])+",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)\d\d ?[/–-] ?(?:(?:19|20)\d\d|\d\d)(?!\d)")
_NOUN = re.compile(r" [a-zà-ÿ][a-zà-ÿ-]{2,}(?:en|s|['’]s|el)")
_NOTE_SIGNS = re.compile(r"[*†‡¹²³⁴⁵]+$")
_SIGN_BEFORE = re.compile(r"(?P<minus>[-−–] |-/- ?)?(?:\+ ?)?")


def value_in(words: str) -> Quantity | NoFigure:
    """Read the words of a cell.

    >>> value_in("12,5%").numeral.value, value_in("n.v.t.").name, value_in("2024").name, value_in("< 5").qualifier.value
    (Decimal('12.5'), 'EMPTY', 'TIME', 'at-most')
    """
    if not _DIGIT.search(words):
        return NoFigure.EMPTY if _NOTHING.fullmatch(words.strip().lower()) else NoFigure.WORDS
    if is_time(words):
        return NoFigure.TIME
    barred = {at for start, end in exclusions(words) for at in range(start, end)}
    digits = {match.start() for match in _DIGIT.finditer(words)}
    if digits <= barred:
        return NoFigure.NAME
    return NoFigure.WORDS if digits & barred else count_in(words)


def is_time(words: str) -> bool:
    """Whether words are a time and nothing else: "2024", "1-1-2025", "2024 (t/m september)", "2023/2024"."""
    plain = words.strip(" *:")
    if _YEARS.fullmatch(plain):
        return True
    if not any(True for _ in elements(plain.lower())) and not any(True for _ in elements(plain)):
        return False
    return _PERIOD_WORDS.fullmatch("".join(plain.split())) is not None


def is_year(words: str) -> bool:
    """Whether words are four digits that may be a year."""
    return _YEAR.fullmatch(words.strip()) is not None


def count_in(words: str) -> Quantity | NoFigure:
    """Read the one number of a cell, though it may look like a year."""
    bare = _NOTE_SIGNS.sub("", words).rstrip()
    found = quantities(bare)
    if len(found) != 1:
        return NoFigure.WORDS
    quantity = found[0]
    before, after = bare[: quantity.start], bare[quantity.end :]
    if before.strip() == "(" and after.strip() == ")":
        return NoFigure.BRACKETED
    sign = _SIGN_BEFORE.fullmatch(before)
    if sign is None or (after.strip() and not (quantity.unit == "count" and is_noun(after))):
        return NoFigure.WORDS
    if sign["minus"] and quantity.numeral.high is None and quantity.numeral.value >= 0:
        numeral = quantity.numeral
        written = bare[sign.start("minus") : numeral.end]
        numeral = replace(numeral, start=sign.start("minus"), value=-numeral.value, written=written)
        quantity = replace(quantity, numeral=numeral, start=sign.start("minus"))
    return quantity


def is_noun(words: str) -> bool:
    """Whether words behind a number are the one noun that it counts: "12 personen"."""
    return _NOUN.fullmatch(words) is not None and words.strip() not in lexicon.FINITE


def negative_in(words: str) -> Quantity | NoFigure:
    """Read "(5)" as minus five, in a paper that says so.

    >>> negative_in("(5)").numeral.value, negative_in("(5)").numeral.written
    (Decimal('-5'), '(5)')
    """
    start, end = words.find("(") + 1, words.rfind(")")
    inner = count_in(words[start:end])
    if not isinstance(inner, Quantity) or inner.numeral.high is not None:
        return NoFigure.BRACKETED
    quantity = moved(inner, start)
    written = words[start - 1 : end + 1]
    numeral = replace(quantity.numeral, start=start - 1, end=end + 1, value=-quantity.numeral.value, written=written)
    return replace(quantity, numeral=numeral, start=start - 1, end=end + 1)


def number_and_share(words: str) -> tuple[Quantity, ...]:
    """Read "1.234 (12%)": a number and, in brackets, which share it is; nothing where a cell holds anything else."""
    bare = _NOTE_SIGNS.sub("", words).rstrip()
    found = quantities(bare)
    if len(found) != 2 or found[1].unit != "percent" or found[0].unit == "percent":
        return ()
    rest = bare[: found[0].start], bare[found[0].end : found[1].start].strip(), bare[found[1].end :].strip()
    return found if rest == ("", "(", ")") else ()


def moved(quantity: Quantity, by: int) -> Quantity:
    """Give a quantity of a cell in the offsets of its view."""
    numeral = quantity.numeral
    numeral = replace(
        numeral,
        start=numeral.start + by,
        end=numeral.end + by,
        digits=numeral.digits + by,
        digits_end=numeral.digits_end + by,
    )
    return replace(quantity, numeral=numeral, start=quantity.start + by, end=quantity.end + by)
