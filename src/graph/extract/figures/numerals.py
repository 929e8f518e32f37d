"""Numbers as they are written: digits with Dutch grouping and decimals, scale words, signs and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from graph.model import Rule

RULES = (
    Rule("number", "getal in cijfers", "number in digits", "69.630"),
    Rule("number-scaled", "getal met schaalwoord", "number with a scale word", "48,1 miljoen"),
    Rule("number-grouped", "getal met spaties", "number grouped by spaces", "46 890 overschrijdingen"),
    Rule("number-range", "bereik", "range", "14 tot 18"),
    Rule("number-one-in", "een op zoveel", "one in so many", "1 leerkracht op 35 leerlingen"),
)

SCALES = {
    "duizend": Decimal(10**3),
    "mln": Decimal(10**6),
    "mln.": Decimal(10**6),
    "miljoen": Decimal(10**6),
    "mld": Decimal(10**9),
    "mld.": Decimal(10**9),
    "miljard": Decimal(10**9),
    "biljoen": Decimal(10**12),
    "cent": Decimal("0.01"),
    "eurocent": Decimal("0.01"),
}
"""Scale words; as in the text, "27,7 miljoen" and "431,6mln"; "12 cent" is a hundredth of 12 euros."""

MAX_DIGITS = 15
"""A longer row of digits is an account or a serial number."""

_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|(?!\d{4,}\.\d{3}(?!\d))\d+(?:[.,]\d+)?"
_SCALE = (
    r"(?:\s?(?P<scale{0}>duizend|miljoen|miljard|biljoen|(?:euro)?cent\b|mln\b(?:\.(?=\s?[a-z€]))?"
    r"|mld\b(?:\.(?=\s?[a-z€]))?))"
)
_LOST_SPACE = (
    r"(?:(?<=[a-zà-ÿ]{2})(?=\d{1,3}(?:\.\d{3})+(?!\d)|\d+,\d|\d+ ?(?:mln|mil|mld|procent|%))"
    r"|(?:(?<=\bzijn)|(?<=\bwaren)|(?<=\bvan)|(?<=\bmet)|(?<=totaal)|(?<=\bcirca)|(?<=\bruim)|(?<=\bvoor)|(?<=\bde))"
    r"(?=\d{2,3} [a-zà-ÿ]{3}|\d\d+ [A-Z][a-z]+ [a-z]))"
)
_BEHIND_A_YEAR = r"(?<=(?:19|20)\d\d)(?<!\w\d{4})(?<![\d.,]\d{4})(?=\d{1,3}(?:\.\d{3})+(?![\d.,]))"
_BEFORE = rf"(?:(?<![A-Z\d_,./–])(?<!\w-)(?:(?<![^\W\d])|{_LOST_SPACE})|{_BEHIND_A_YEAR})"
_MINUS = r"(?P<minus>-/-\s?|[-−](?=\d))?"
_CURRENCY = r"(?:(?:€|EUR|\$|C(?= ))\s?)?"
_TO = (
    r"(?:\s?(?:tot en met|t/m|tot|à|a|[-–])\s?|(?:\s?(?:%|procent|euro)|\s?°C)(?:\s?(?:tot|à)\s|[-–])"
    r"|(?P<both>(?:\s?(?:%|procent))?\sen\s))"
)
_GLUED_UNIT = r"(?:procent|euro|fte|uur|jaar|dagen|km|kg|ha|MW|GW|kWh|mm|cm|m²|m³|m2|m3|°|x(?=[a-z ]))"
_GLUED_NOTE = r"(?<=[a-z])(?=\d{1,2}(?!\w))"
_GLUED_NAME = r"(?<=\d\d)(?<!19\d\d)(?<!20\d\d)(?=[A-Z][a-zà-ÿ]{3}|[A-Z]{2,}-[a-zà-ÿ]{4}|[a-zà-ÿ]{5})"
_NO_SCALE_LEFT = r"(?!\s?(?:duizend|mil(?![a-ik-zà-ÿ])|mln|mld))"
_END = rf"(?:(?!\w)|(?={_GLUED_UNIT})|{_GLUED_NOTE}|{_GLUED_NAME})(?!/\d|[.,]\d){_NO_SCALE_LEFT}"
_FIRST = rf"{_BEFORE}{_MINUS}(?P<low>{_DIGITS}){_SCALE.format(1)}?"
NUMERAL = re.compile(rf"{_FIRST}(?:{_TO}{_CURRENCY}(?P<high>{_DIGITS}){_SCALE.format(2)}?)?{_END}")
_SINGLE = re.compile(rf"{_FIRST}{_END}")
_BETWEEN = re.compile(r"\btussen (?:de |het |circa |ongeveer |ruim )*(?:€ ?|EUR ?|C )?$", re.IGNORECASE)
ONE_IN = re.compile(r"(?<![\w.,])(?:1|[éeE][ée]n)(?: \([^()]{3,40}\))? op (?:de |elke |iedere )?$")
"""What stands before the second number of a ratio: "1 op de 10", "een op de vijf"."""

_ONE = re.compile(r"1 (?:\([^()]{3,40}\) )?op (?:de |elke |iedere )?\d")
_GROUPED = re.compile(r"(?<![\d.,/–-])(?<!\d )\d{1,3}(?: \d{3})+(?![\d/]| \d|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT_OF_FIRST = re.compile(r"%|procent")
_UNIT_OF_SECOND = re.compile(r"\s?(?:%|procent)")
_MONEY_SIGN = re.compile(r"(?:€|EUR|euro|\$) ?$")
_OF_A_PAPER = re.compile(r"(?:stuk(?:ken)?|nrs?\.?|dossier\w*|I|TK|EK|[,;(]) ?$")
_COUNTED_NEXT = re.compile(r" (?!nrs?\b)[a-zà-ÿ]{2}|(?:euro|[.)%;:]|, [a-z])|$")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a view.

    `start` and `end` bound all of it, sign and scale word included; `digits_end` the first number alone, which starts
    at `digits`. `value` and `high` are in base units: "48,1 miljoen" is 48100000.
    """

    start: int
    end: int
    digits: int
    digits_end: int
    value: Decimal
    written: str
    rule: str
    high: Decimal | None = None


def number(digits: str) -> Decimal:
    """Read Dutch digits: a point groups by three, a comma is the decimal mark; a point that cannot group is one too.

    >>> number("69.630"), number("1.234,5"), number("27.7")
    (Decimal('69630'), Decimal('1234.5'), Decimal('27.7'))
    """
    if "," in digits:
        return Decimal(digits.replace(".", "").replace(",", "."))
    whole = digits.split(".")
    if len(whole) > 1 and all(len(group) == 3 for group in whole[1:]) and whole[0].lstrip("0"):
        return Decimal("".join(whole))
    return Decimal(digits)


def numerals(text: str) -> Iterator[Numeral]:
    """Give every number in digits of a text, in order; what it is a number of is for others to say."""
    at = 0
    dotted = _with_points(text)
    while match := NUMERAL.search(dotted, at):
        numeral = _range(match) if match["high"] else None
        numeral = numeral or _single(_SINGLE.match(dotted, match.start()) if match["high"] else match)
        if numeral and not (numeral.rule == "number" and _ONE.match(dotted, numeral.start)):
            yield _as_written(numeral, text) if dotted is not text else numeral
        at = numeral.end if numeral else match.end("low")


def _with_points(text: str) -> str:
    """Give the text with a point where a space groups the digits of a number: "46 890 overschrijdingen"."""
    pointed = _GROUPED.sub(lambda m: m.group().replace(" ", ".") if _is_grouped(m, text) else m.group(), text)
    return text if pointed == text else pointed


def _is_grouped(match: re.Match[str], text: str) -> bool:
    """Whether spaces group digits: after a currency, or where no number of a paper and no row of a table can stand."""
    before = text[max(0, match.start() - 12) : match.start()]
    if _MONEY_SIGN.search(before) or match.group() == text:
        return True
    if not _COUNTED_NEXT.match(text, match.end()) or not re.search(r"^$|[a-zà-ÿ(:] \(?$|[a-zà-ÿ:]\($", before):
        return False
    like_a_paper = len(match.group()) == len("36 410")
    if like_a_paper and (text[match.end() : match.end() + 1] != " " or _OF_A_PAPER.search(before.rstrip("("))):
        return False
    return not _OF_A_PAPER.search(before.rstrip("("))


def _as_written(numeral: Numeral, text: str) -> Numeral:
    written = text[numeral.start : numeral.end]
    if written == numeral.written:
        return numeral
    return replace(numeral, written=written, rule="number-grouped" if numeral.rule == "number" else numeral.rule)


def canonical(value: Decimal) -> Decimal:
    """Give the shortest form: no trailing zeros behind the mark, no exponent before it."""
    return Decimal(f"{value.normalize():f}")


_BY = re.compile(r"\bmet (?:ruim |circa |ongeveer |bijna )?(?:€ ?)?$")
_CHANGES = 4
"""How many times its first number the second of a range is at most, where a change to a level could stand too."""


def _is_change_to(match: re.Match[str], low: Decimal, high: Decimal) -> bool:
    """Whether two numbers are a change and the level that it leads to: "daalde met 1.260 tot 22.640"."""
    by = _BY.search(match.string, max(0, match.start() - 20), match.start("low"))
    return by is not None and high > _CHANGES * low


def _single(match: re.Match[str] | None) -> Numeral | None:
    if match is None:
        return None
    if sum(map(str.isdigit, match["low"])) > MAX_DIGITS or _is_scanned_letter(match):
        return None
    value = canonical(number(match["low"]) * SCALES.get(match["scale1"] or "", Decimal(1)))
    end = match.end("scale1") if match["scale1"] else match.end("low")
    single = Numeral(
        start=match.start(),
        end=end,
        digits=match.start("low"),
        digits_end=match.end("low"),
        value=-value if match["minus"] else value,
        written=match.string[match.start() : end],
        rule="number-scaled" if match["scale1"] else "number",
    )
    one = ONE_IN.search(match.string, max(0, single.start - 50), single.start)
    if one is None or single.rule != "number":
        return single
    written = match.string[one.start() : single.end]
    return replace(
        single, start=one.start(), written=written, value=share_of_one(single.value, written), rule="number-one-in"
    )


def is_share_of_one(whole: Decimal, written: str) -> bool:
    """Whether one in so many is a share: "een op de vijf"; "1 op 15", "1 (coach) op 13", "1 op de 15,7" are ratios."""
    return "op de" in written.lower() and "(" not in written and whole == whole.to_integral_value() and whole > 1


def share_of_one(whole: Decimal, written: str) -> Decimal:
    """Give one in so many as a percentage, to a tenth; a ratio is left as it is.

    >>> share_of_one(Decimal(5), "een op de vijf"), share_of_one(Decimal(3), "1 op de 3")
    (Decimal('20'), Decimal('33.3'))
    """
    if not is_share_of_one(whole, written):
        return canonical(whole)
    return canonical((100 / whole).quantize(Decimal("0.1")))


def _is_scanned_letter(match: re.Match[str]) -> bool:
    """Whether a lone nought is glued to letters: a letter O that was misread, "0gw" for "Ogw"."""
    return match["low"] == "0" and match.string[match.end("low") : match.end("low") + 1].isalpha()


def _range(match: re.Match[str]) -> Numeral | None:
    """Read both ends of a range, which must rise: "14 tot 18", "tussen 5 en 10".

    A scale that only the second number has is shared unless the first is larger: "€ 5 tot 10 miljoen", "900.000 tot 1
    miljoen".
    """
    between = _BETWEEN.search(match.string, max(0, match.start() - 40), match.start())
    if match["both"] and not between:
        return None
    sign = _MONEY_SIGN.search(match.string, match.end("low"), match.start("high"))
    if _YEAR.fullmatch(match["low"]) and (match["scale2"] or sign or "." in match["high"]):
        return None
    if _UNIT_OF_FIRST.search(
        match.string, match.end("scale1") if match["scale1"] else match.end("low"), match.start("high")
    ):
        if not _UNIT_OF_SECOND.match(match.string, match.end()):
            return None
    low, high = number(match["low"]), number(match["high"])
    scale = SCALES.get(match["scale2"] or "", Decimal(1))
    if match["scale1"]:
        low *= SCALES[match["scale1"]]
    elif low < high:
        low *= scale
    high *= scale
    if (
        match["minus"]
        or low >= high
        or _is_change_to(match, low, high)
        or sum(map(str.isdigit, match["high"])) > MAX_DIGITS
    ):
        return None
    start = between.start() if between and match["both"] else match.start()
    return Numeral(
        start=start,
        end=match.end(),
        digits=match.start("low"),
        digits_end=match.end("low"),
        value=canonical(low),
        written=match.string[start : match.end()],
        rule="number-range",
        high=canonical(high),
    )
