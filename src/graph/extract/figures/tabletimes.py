"""When the numbers of a table are of: what column, row and title say, and the day of each year at which was counted."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.extract.figures.calendar import MONTHS
from graph.extract.figures.headings import Heading, heading_of, is_whole_year, year_of
from graph.extract.figures.schoolyears import FIRST_MONTHS
from graph.extract.figures.tabletopics import is_title
from graph.joints import BREAK
from graph.model import Period

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})\b(?! (?:19|20)\d\d)"
_DAY = rf"(?P<day>\d{{1,2}})(?:e|ste)? {_MONTH}"
_EACH = r"(?:elk|ieder|het (?:betreffende|desbetreffende|genoemde|betrokken)|dat|het) (?:kalender)?jaar"
_ALWAYS = r"(?:steeds|telkens|jaarlijks|elk jaar|ieder jaar)"

ANYWHERE: tuple[tuple[str, str], ...] = (
    ("De peildatum is steeds 1 april; peildatum: 31 december",
     rf"\bpeildatum\W+(?:(?:is|was|van|op|per|hierbij|{_ALWAYS})\W+)*{_DAY}"),
    ("steeds gemeten per 31 december; jaarlijks op 1 oktober",
     rf"\b{_ALWAYS}\W+(?:\w+\W+){{0,3}}?(?:per|op)\W+{_DAY}"),
    ("op 1 oktober van elk jaar", rf"\b{_DAY} van {_EACH}"),
    ("de maand september van het betreffende jaar", rf"\b(?:maand )?{_MONTH} van {_EACH}"),
    ("per ultimo van het jaar; eind van elk jaar; steeds ultimo",
     rf"\b(?P<last>(?:ultimo|eind|einde) (?:van )?{_EACH}|{_ALWAYS} (?:per )?ultimo|per jaareinde|ultimo jaar)\b"),
)  # fmt: skip
"""How the lines around a table say at which day or month of each year was counted."""

ABOVE: tuple[tuple[str, str], ...] = (
    ("Aantal inwoners per 1 januari, leerlingen op 1 oktober", rf"\b(?:per|op|stand) {_DAY}"),
    ("Schulden per ultimo", r"\b(?P<last>(?:per|stand) ultimo)$"),
)
"""Likewise in a title or announcement of the table."""

_ANYWHERE = tuple(re.compile(pattern, re.IGNORECASE) for _, pattern in ANYWHERE)
_ABOVE = tuple(re.compile(pattern, re.IGNORECASE) for _, pattern in ABOVE)
_OF_SCHOOLS = re.compile(rf"\b(?:{'|'.join(words for _, words in FIRST_MONTHS)})\b", re.IGNORECASE)
_PAIR = re.compile(r"(?P<first>(?:19|20)\d\d) ?[/–-] ?(?P<last>(?:(?:19|20)\d\d|\d\d))\W*")
_NOTE = re.compile(r"\W*(?:bron|peil|noot|stand|cijfers|gegevens|de (?:cijfers|peildatum|gegevens)|\*)", re.IGNORECASE)
_LINES_ABOVE = 3
_LINES_BELOW = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of each year, or a month of it where `day` is None."""

    month: int
    day: int | None = None

    def of(self, year: int) -> Period | None:
        """Give it in a year; None for a day that the year does not have."""
        last = monthrange(year, self.month)[1]
        if self.day and self.day > last:
            return None
        return Period(date(year, self.month, self.day or 1), date(year, self.month, self.day or last))


@dataclass(frozen=True, slots=True)
class Told:
    """What the words around a table say of its times: the day of each year, and the word for its pairs of years."""

    moment: Moment | None = None
    school: str = ""

    def words(self, label: str) -> str:
        """Give a heading its word: "2021/2022" in a table of school years is "schooljaar 2021/2022"."""
        pair = _PAIR.fullmatch(label) if self.school else None
        follows = pair and (int(pair["first"]) + 1) % 100 == int(pair["last"]) % 100
        return f"{self.school} {label}" if follows else label


def told_around(text: str, start: int, end: int, floor: int, more: Sequence[str]) -> Told:
    """Read what the lines above and the notes below a table say of its times.

    Args:
        text: the text of a view.
        start: where the table begins in it.
        end: where it ends.
        floor: where the table before it ends.
        more: its own titles; behind them the heading of its labels and the question.
    """
    above = [line for line in text[floor:start].split(BREAK) if line.strip(" |")][-_LINES_ABOVE:]
    below: list[str] = []
    for line in text[end:].split(BREAK)[1 : _LINES_BELOW + 1]:
        if not _NOTE.match(line):
            break
        below.append(line)
    words = _OF_SCHOOLS.search(" ".join([*above[-1:], *more]))
    named = [*more[:-2], *(line.split(". ")[-1] for line in above[-2:] if is_title(line) or line is above[-1])]
    return Told(moment_in([*above, *more, *below], named), _singular(words.group()) if words else "")


def moment_in(around: Sequence[str], titles: Sequence[str] = ()) -> Moment | None:
    """Read the day of each year at which was counted; None where the lines name none, or more than one.

    Args:
        around: the lines around a table.
        titles: those of them that name the table, where "per 1 januari" is enough.

    >>> moment_in(["Het aantal bedrijven staat hieronder. De peildatum is steeds 1 april."])
    Moment(month=4, day=1)
    >>> moment_in(["De cijfers gaan over de maand september van het betreffende jaar."])
    Moment(month=9, day=None)
    """
    found = {_moment(m) for line in around for pattern in _ANYWHERE for m in pattern.finditer(line)}
    if not found:
        found = {_moment(m) for line in titles for pattern in _ABOVE for m in pattern.finditer(line)}
    days = {moment for moment in found if moment.day} or found
    return next(iter(days)) if len(days) == 1 else None


def _moment(match: re.Match[str]) -> Moment:
    groups = match.groupdict()
    if groups.get("last"):
        return Moment(12, 31)
    return Moment(MONTHS[groups["month"].lower()], int(groups["day"]) if groups.get("day") else None)


def _singular(word: str) -> str:
    return re.sub(r"jaren$", "jaar", word.lower())


def period_of(
    columns: Sequence[Heading],
    rows: Sequence[Heading],
    table: tuple[Period, str],
    moment: Moment | None,
    day: date | None,
) -> tuple[Period, str]:
    """Give the time of a cell: of its column, its row, both ("2024" over "januari"), else of the table; and the rule.

    Args:
        columns: the headings of its column, from top to bottom.
        rows: those of its row, the group first.
        table: the time that the title gives, and its rule.
        moment: at which day of each year was counted.
        day: the day of the paper.
    """
    told = [(h, "period-column") for h in reversed(columns)] + [(h, "period-row") for h in reversed(rows)]
    told = [(heading, rule) for heading, rule in told if heading.period]
    if not told:
        return table
    years = [h.period for h, _ in told if is_whole_year(h.period)] or [table[0]]
    year = year_of(years[0])
    found = [
        (heading_of(h.words, day, year=year).period if h.yearless and year else h.period, rule) for h, rule in told
    ]
    period, rule = next(((p, rule) for p, rule in found if not is_whole_year(p)), found[0])
    if moment and year and is_whole_year(period) and (counted := moment.of(year)):
        return counted, "period-each-year"
    return period, rule
