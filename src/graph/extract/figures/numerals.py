"""Numbers as they are written: digits with Dutch grouping and decimals, scale words, signs and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.model import Rule

RULES = (
    Rule("number", "getal in cijfers", "number in digits", "69.630"),
    Rule("number-scaled", "getal met schaalwoord", "number with a scale word", "48,1 miljoen"),
    Rule("number-range", "bereik", "range", "14 tot 18"),
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
}
"""Scale words; as in the text, "27,7 miljoen" and "431,6mln"."""

MAX_DIGITS = 15
"""A longer row of digits is an account or a serial number."""

_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|(?!\d{4,}\.\d{3}(?!\d))\d+(?:[.,]\d+)?"
_SCALE = r"(?:\s?(?P<scale{0}>duizend|miljoen|miljard|biljoen|mln\b(?:\.(?=\s?[a-z€]))?|mld\b(?:\.(?=\s?[a-z€]))?))"
_LOST_SPACE = r"(?<=[a-zà-ÿ]{2})(?=\d{1,3}(?:\.\d{3})+(?!\d)|\d+,\d|\d+ ?(?:mln|mil|mld|procent|%))"
_BEFORE = rf"(?<![A-Z\d_,./–])(?<!\w-)(?:(?<![^\W\d])|{_LOST_SPACE})"
_MINUS = r"(?P<minus>-/-\s?|[-−](?=\d))?"
_CURRENCY = r"(?:(?:€|EUR|\$)\s?)?"
_TO = r"\s?(?:tot en met|t/m|tot|à|a|[-–])\s?"
_GLUED_UNIT = r"(?:procent|euro|fte|uur|jaar|dagen|km|kg|ha|MW|GW|kWh|mm|cm|m²|m³|m2|m3|°)"
_GLUED_NOTE = r"(?<=[a-z])(?=\d{1,2}(?!\w))"
_NO_SCALE_LEFT = r"(?!\s?(?:duizend|mil|mln|mld))"
_END = rf"(?:(?!\w)|(?={_GLUED_UNIT})|{_GLUED_NOTE})(?!/\d|[.,]\d){_NO_SCALE_LEFT}"
_FIRST = rf"{_BEFORE}{_MINUS}(?P<low>{_DIGITS}){_SCALE.format(1)}?"
NUMERAL = re.compile(rf"{_FIRST}(?:{_TO}{_CURRENCY}(?P<high>{_DIGITS}){_SCALE.format(2)}?)?{_END}")
_SINGLE = re.compile(rf"{_FIRST}{_END}")


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
    """Give every number of a text, in order; what it is a number of is for others to say."""
    at = 0
    while match := NUMERAL.search(text, at):
        if match["high"]:
            numeral = _range(match) or _single(_SINGLE.match(text, match.start()))
        else:
            numeral = _single(match)
        if numeral:
            yield numeral
        at = numeral.end if numeral else match.end("low")


def canonical(value: Decimal) -> Decimal:
    """Give the shortest form: no trailing zeros behind the mark, no exponent before it."""
    return Decimal(f"{value.normalize():f}")


def _single(match: re.Match[str] | None) -> Numeral | None:
    if match is None:
        return None
    if sum(map(str.isdigit, match["low"])) > MAX_DIGITS:
        return None
    value = canonical(number(match["low"]) * SCALES.get(match["scale1"] or "", Decimal(1)))
    end = match.end("scale1") if match["scale1"] else match.end("low")
    return Numeral(
        start=match.start(),
        end=end,
        digits=match.start("low"),
        digits_end=match.end("low"),
        value=-value if match["minus"] else value,
        written=match.string[match.start() : end],
        rule="number-scaled" if match["scale1"] else "number",
    )


def _range(match: re.Match[str]) -> Numeral | None:
    """Read both ends of a range, which must rise; "€ 5 tot 10 miljoen" gives its scale to both."""
    scale = SCALES.get(match["scale2"] or "", Decimal(1))
    low = canonical(number(match["low"]) * (SCALES[match["scale1"]] if match["scale1"] else scale))
    high = canonical(number(match["high"]) * scale)
    if match["minus"] or low >= high or sum(map(str.isdigit, match["high"])) > MAX_DIGITS:
        return None
    return Numeral(
        start=match.start(),
        end=match.end(),
        digits=match.start("low"),
        digits_end=match.end("low"),
        value=low,
        written=match.group(),
        rule="number-range",
        high=high,
    )
