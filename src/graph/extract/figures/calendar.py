"""The calendar in Dutch: days, months, quarters, halves and years as they are written, each as dates.

An element may lack its year ("1 oktober", "september"): `Element.on` completes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from graph.extract.figures.schoolyears import school_years

MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6,
    "juli": 7, "augustus": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
}  # fmt: skip

ORDINALS = {"eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4, "laatste": 4}

_MONTH = "|".join(MONTHS)
_ORDINAL = "|".join(ORDINALS)
_YEAR = r"(?:19|20)\d\d"
_OF = r"(?: (?:van|in))?(?: het jaar)? "

ELEMENT = re.compile(
    rf"(?<!\d)(?<!\d[.,-])(?P<day>\d{{1,2}})(?:e|ste|de)? (?P<daymonth>(?i:{_MONTH}))(?: (?P<dayyear>{_YEAR})(?!\d))?"
    r"(?: (?P<past>jl|jongstleden|l\.l)\.?)?"
    rf"|(?<![\d-])(?P<d>\d{{1,2}})[-/.](?P<m>\d{{1,2}})[-/.](?P<y>{_YEAR})(?!\d)"
    rf"|(?:(?P<quarter>{_ORDINAL}) kwartaal|\bQ(?P<q>[1-4]))"
    rf"(?:{_OF}(?P<quarteryear>{_YEAR})(?!\d)| (?P<qyear>{_YEAR})(?!\d))?"
    rf"|(?i:(?<=(?:in|af|ds|et|/m) )week) (?P<week>\d{{1,2}})(?:{_OF}(?P<weekyear>{_YEAR})(?!\d))?(?!\d)"
    rf"|(?P<half>eerste|tweede) (?:half ?jaar|helft)(?:{_OF}(?P<halfyear>{_YEAR})(?!\d))?"
    rf"|(?:(?<![\w-])|(?<=[a-z]-))(?P<month>{_MONTH})(?: (?P<monthyear>{_YEAR})(?![\d-]\d?))?(?!\w)"
    rf"|(?:(?<![\w.,/€$-])|(?<=(?:19|20)\d\d-)|(?<=\bin)|(?<=\bvan)"
    r"|(?<=\btot)|(?<=\bsinds)|(?<=\bvanaf)"
    r"|(?<=\beind)|(?<=\bjaar))"
    rf"(?<!€ )(?P<year>{_YEAR})"
    r"(?=\d{1,3}(?:\.\d{3})+(?![\d.,])|(?<=\bin \d{4})[a-zà-ÿ]{4}"
    r"|(?=\.\d{1,2}(?:\s+[A-Z]|\s*$))|(?![\w/%]|[.,]\d|-(?!(?:19|20)\d\d(?!\d))\d|[–-]I"
    r"| (?:euro|miljoen|mln|miljard|mld|procent)))",
)
"""One element of the calendar: a day, a week, a month, a quarter, a half, a year."""

TURNS = re.compile(r"\b(?P<turn>begin|medio|halverwege|eind(?:e)?|ultimo)(?: van)? (?:het jaar )?$", re.IGNORECASE)
"""Words that name a moment of the year or month behind them: "eind 2024" is its last day, "begin 2024" its first."""


class Grain(IntEnum):
    """How long an element lasts."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    HALF = 5
    YEAR = 6
    SCHOOL_YEAR = 7


MONTHS_OF = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12, Grain.SCHOOL_YEAR: 12}
"""How many months an element lasts."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the calendar in a text: its stretch, and what is known of its date.

    `number` is the month, week, quarter or half, 1-based, of a school year its first month; `year` is None where the
    text leaves it out. `turn` is "eind" where only the last day is meant, "begin" where the first, "" else.
    """

    start: int
    end: int
    grain: Grain
    number: int
    day: int
    year: int | None
    past: bool = False
    turn: str = ""

    def on(self, year: int) -> Element:
        """Give the same element in a year, if it has none of its own."""
        return self if self.year else replace(self, year=year)

    @property
    def first(self) -> date:
        """The first day; `ValueError` for a day that does not exist, such as 31 June."""
        year = self.year or 1
        if self.turn == "eind":
            return replace(self, turn="").last
        match self.grain:
            case Grain.DAY:
                return date(year, self.number, self.day)
            case Grain.WEEK:
                return date.fromisocalendar(year, self.number, 1)
            case Grain.MONTH | Grain.SCHOOL_YEAR:
                return date(year, self.number, 1)
            case Grain.QUARTER:
                return date(year, 3 * self.number - 2, 1)
            case Grain.HALF:
                return date(year, 6 * self.number - 5, 1)
            case Grain.YEAR:
                return date(year, 1, 1)

    @property
    def last(self) -> date:
        """The last day."""
        if self.turn or self.grain is Grain.DAY:
            return self.first
        if self.grain is Grain.WEEK:
            return self.first + timedelta(days=6)
        months = MONTHS_OF.get(self.grain, 12)
        month = self.first.month + months
        return date(self.first.year + month // 13, (month - 1) % 12 + 1, 1) - timedelta(days=1)

    def nearest_past(self, today: date) -> Element:
        """Give a year to an element that has none: the latest in which it began by today."""
        this_year = self.on(today.year)
        return this_year if this_year.first <= today else self.on(today.year - 1)


def elements(text: str) -> Iterator[Element]:
    """Give the elements of the calendar in a text, in order; impossible dates are none.

    >>> [(str(e.first), str(e.last)) for e in elements("op 1 juli 2025 en in het tweede kwartaal van 2024")]
    [('2025-07-01', '2025-07-01'), ('2024-04-01', '2024-06-30')]
    """
    schools = [Element(start, end, Grain.SCHOOL_YEAR, month, 1, year) for start, end, year, month in school_years(text)]
    found = [_turned(_element(match), text) for match in ELEMENT.finditer(text)]
    plain = [e for e in found if e and not any(e.start < school.end and school.start < e.end for school in schools)]
    for element in sorted([*schools, *plain], key=lambda element: element.start):
        try:
            element.on(2024).first  # noqa: B018
        except ValueError:
            continue
        yield element


def _turned(element: Element, text: str) -> Element | None:
    """Take "eind 2024" for a day, "begin 2024" too; None for "medio 2024", which tells no dates."""
    turn = TURNS.search(text, max(0, element.start - 30), element.start)
    if turn is None or element.grain not in (Grain.YEAR, Grain.MONTH):
        return element
    word = turn["turn"].lower()
    if word.startswith(("eind", "ultimo")):
        return replace(element, start=turn.start(), turn="eind")
    if element.grain is Grain.MONTH:
        return element
    return replace(element, start=turn.start(), turn="begin") if word == "begin" else None


def _element(match: re.Match[str]) -> Element:
    def year(*names: str) -> int | None:
        return next((int(match[name]) for name in names if match[name]), None)

    start, end = match.span()
    if match["day"]:
        past = match["past"] is not None
        return Element(
            start, end, Grain.DAY, MONTHS[match["daymonth"].lower()], int(match["day"]), year("dayyear"), past
        )
    if match["d"]:
        return Element(start, end, Grain.DAY, int(match["m"]), int(match["d"]), year("y"))
    if match["quarter"] or match["q"]:
        number = ORDINALS[match["quarter"]] if match["quarter"] else int(match["q"])
        return Element(start, end, Grain.QUARTER, number, 1, year("quarteryear", "qyear"))
    if match["week"]:
        return Element(start, end, Grain.WEEK, int(match["week"]), 1, year("weekyear"))
    if match["half"]:
        return Element(start, end, Grain.HALF, ORDINALS[match["half"]], 1, year("halfyear"))
    if match["month"]:
        return Element(start, end, Grain.MONTH, MONTHS[match["month"]], 1, year("monthyear"))
    return Element(start, end, Grain.YEAR, 1, 1, year("year"))
