"""What the headings of a table say of the unit of its numbers: "bedragen x € 1.000", "in € mln", "Aantal dagen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from graph.extract.figures.numerals import canonical
from graph.extract.figures.quantities import Quantity, quantities

ONE = Decimal(1)
_MANY = {"d": Decimal(10**3), "mi": Decimal(10**6), "ml": Decimal(10**6), "mld": Decimal(10**9)}
_WORD = r"(?:duizend(?:en|tallen)?|miljoen(?:en)?|mln|miljard(?:en)?|mld)\b\.?"
_EURO = r"(?:€|EUR\b|euro(?:['’]?s)?(?!\w))"

SCALES: tuple[tuple[str, str], ...] = (
    ("bedragen x € 1.000, x 1.000.000, aantallen x1000",
     rf"(?:[x×*]|\bmaal\b|\bkeer\b) ?(?P<sign>{_EURO})? ?1(?P<thousand>[. ]?000)(?P<million>[. ]?000)?(?!\d)"
     rf" ?(?P<sign2>{_EURO})?"),
    ("x 1 miljoen, x € mln", rf"(?:[x×*]|\bmaal\b) ?(?P<sign>{_EURO})? ?(?:1 )?(?P<word>{_WORD}) ?(?P<sign2>{_EURO})?"),
    ("(€ 1.000), in € 1.000", r"(?:\(|\bin )(?P<sign>€|EUR|euro) ?1(?P<thousand>[. ]?000)(?P<million>[. ]?000)?\)?"),
    ("in € mln, € mln", rf"(?P<sign>{_EURO}) ?(?:in )?(?P<word>{_WORD})"),
    ("mln €, in miljoenen euro", rf"(?P<word>{_WORD}) ?(?P<sign>{_EURO})"),
    ("bedragen in miljoenen", rf"(?P<sign>bedragen) in (?P<word>{_WORD})"),
    ("in duizendtallen, (mln)", rf"(?:\bin |\()(?P<word>{_WORD})"),
)  # fmt: skip
"""How a 1 in a table is said to stand for more; each with the phrases that it is for."""

_SCALES = tuple(re.compile(pattern, re.IGNORECASE) for _, pattern in SCALES)
_IN_EUROS = re.compile(rf"\(\s?(?:in )?{_EURO}\s?\)|\bin {_EURO}|(?:^|[\s,]){_EURO}$|^{_EURO}", re.IGNORECASE)
_PERCENT = re.compile(r"%|\b(?:\w+)?percentages?\b|\bprocent(?:en)?\b|\bpct\b", re.IGNORECASE)
_IN_PERCENT = re.compile(r"\s?\(\s?(?:in )?(?:%|procent(?:en)?|percentages?)\s?\)|\s?\bin %|%", re.IGNORECASE)
_PER_SO_MANY = re.compile(
    r"\bper (?:10*\.000(?:\.000)?|duizend|tienduizend|honderdduizend|miljoen) (?!euro)[a-z]", re.IGNORECASE
)
"""A rate: "Opnamen per 1.000 inwoners"."""

_IN_UNIT = re.compile(
    r"(?:\(\s?(?:in )?|\bin |^aantal(?:len)? |^)(?P<unit>[a-z²³0-9]+)\s?(?:\)|$|(?<=kg) )", re.IGNORECASE
)
_UNIT_BEHIND = re.compile(r" ?([a-z²³]+)\)?$", re.IGNORECASE)
IN_UNIT = re.compile(
    r"\b(?:uitgedrukt )?in (?:%|€|euro['’]?s?|procenten|percentages?|fte(?:['’]?s)?|uren|dagen|weken"
    r"|maanden|minuten|hectaren?|km|kilometers?|ton|kiloton|kg|[kMG]Wh?)(?![\w-])"
)
"""How a title or sentence names the unit of its table: "Bezetting in fte per 31 december"."""

COUNTS = re.compile(r"\baantal(?:len)?\b", re.IGNORECASE)
"""A word by which things are counted, though they be named by money: "het aantal dwangsommen"."""

_MONEY = re.compile(
    r"\b(?:\w*kosten|\w*uitgaven|\w*bedrag(?:en)?|\w*budget(?:ten)?|\w*verplichtingen|\w*subsidies?|\w*ontvangsten"
    r"|\w*inkomsten|\w*schuld(?:en)?|\w*omzet|\w*begroting|\w*middelen|\w*vergoeding(?:en)?|\w*tarie(?:f|ven)"
    r"|\w*dwangsommen|\w*salaris(?:sen)?|\w*opbrengst(?:en)?|\w*bijdragen?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scale:
    """What words say of numbers under them: their unit, where they name one, and how much a 1 stands for."""

    unit: str | None = None
    factor: Decimal = ONE


def scale_of(words: str) -> tuple[Scale, str]:
    """Read the unit and scale of a heading; gives the words that are left as well.

    >>> scale_of("Uitgaven (x € 1.000)")
    (Scale(unit='EUR', factor=Decimal('1000')), 'Uitgaven')
    >>> scale_of("Aandeel (in %)")
    (Scale(unit='percent', factor=Decimal('1')), 'Aandeel')
    """
    for pattern in _SCALES:
        if match := pattern.search(words):
            unit, factor = _scale(match)
            behind = _UNIT_BEHIND.match(words, match.end())
            if behind and unit is None and (measured := _unit(behind[1])):
                return Scale(measured, factor), _without(words, match.start(), behind.end())
            return Scale(unit, factor), _without(words, match.start(), match.end())
    if _PERCENT.search(words):
        return Scale("percent"), _IN_PERCENT.sub("", words).strip()
    if euros := _IN_EUROS.search(words):
        return Scale("EUR"), _without(words, euros.start(), euros.end())
    if (named := _IN_UNIT.search(words)) and (unit := _unit(named["unit"])):
        return Scale(unit), _without(words, *named.span()) if named.group().startswith("(") else words
    if _PER_SO_MANY.search(words):
        return Scale("ratio"), words
    return Scale("count" if COUNTS.search(words) else None), words


def _scale(match: re.Match[str]) -> tuple[str | None, Decimal]:
    groups = match.groupdict()
    unit = "EUR" if groups.get("sign") or groups.get("sign2") else None
    if groups.get("thousand"):
        return unit, Decimal(10**6) if groups.get("million") else Decimal(10**3)
    word = match["word"].lower()
    return unit, _MANY["mld" if word.startswith(("miljard", "mld")) else word[:1] if word[0] == "d" else word[:2]]


def _without(words: str, start: int, end: int) -> str:
    """Leave out a stretch with the brackets around it and "bedragen", "in" before it."""
    before = re.sub(
        r"[\s(]*(?:\b(?:alle )?(?:bedragen|aantallen)\b)?[\s:]*(?:\bin\b)?\s*$", "", words[:start], flags=re.I
    )
    return f"{before} {words[end:].lstrip(' ).')}".strip(" ,;")


def _unit(word: str) -> str | None:
    found = quantities(f"2 {word}")
    unit = found[0].unit if len(found) == 1 else "count"
    return None if unit == "count" else unit


def speaks_of_money(words: str) -> bool:
    """Whether a heading names an amount of money: "Uitgaven"."""
    return _MONEY.search(words) is not None and not COUNTS.search(words)


def scaled(quantity: Quantity, headings: Sequence[Scale], *, money: bool) -> tuple[Quantity, bool]:
    """Give a number of a cell the unit and scale of what stands above it, the nearest first.

    Args:
        quantity: the number; a unit or scale word of its own goes first.
        headings: what column, row, title and announcement say.
        money: whether the headings speak of money, for numbers that nothing gives a unit.

    Returns:
        The quantity in base units, and whether a heading had a part in it.
    """
    own = quantity.unit if quantity.unit != "count" else None
    unit = own or next((scale.unit for scale in headings if scale.unit), None)
    if unit is None and money:
        unit = "EUR"
    unit = unit or "count"
    plain = unit in ("EUR", "USD", "count")
    factor = next((s.factor for s in headings if s.factor != ONE and (s.unit == unit or (plain and not s.unit))), ONE)
    numeral = quantity.numeral
    if unit in ("percent", "percentage points") or numeral.rule == "number-scaled":
        factor = ONE
    changed = factor != ONE or (own is None and unit != "count")
    high = None if numeral.high is None else canonical(numeral.high * factor)
    numeral = replace(numeral, value=canonical(numeral.value * factor), high=high)
    return replace(quantity, numeral=numeral, unit=unit), changed
