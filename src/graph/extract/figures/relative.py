"""Times named from the day of the paper: "dit jaar", "de afgelopen vijf jaar", "op dit moment", "tot nu toe"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from graph.extract.figures.words import WORD, word_numerals
from graph.model import Period, Rule

RULES = (
    Rule("period-relative", "ten opzichte van de dag van het stuk", "relative to the paper's day", "vorig jaar"),
    Rule("period-past", "afgelopen of komende jaren", "past or coming years", "de afgelopen vijf jaar"),
    Rule(
        "period-first-months",
        "eerste maanden van een jaar",
        "first months of a year",
        "de eerste negen maanden van 2024",
    ),
    Rule("period-now", "op de dag van het stuk", "on the paper's day", "op dit moment"),
    Rule("period-so-far", "tot de dag van het stuk", "up to the paper's day", "in 2024 tot nu toe"),
)

_N = rf"(?P<n>\d{{1,2}}|{WORD})"
_UNIT = r"(?P<unit>jaar|jaren|maanden|weken|kwartalen)"

PHRASES: tuple[tuple[str, str, Callable[[date, int], Period]], ...] = (
    ("period-relative", r"(?:per |op )?(?:eind(?:e)?|ultimo) (?:van )?(?:dit|het lopende|het huidige) jaar",
     lambda day, _: _on(day.year, 12, 31)),
    ("period-relative", r"(?:per |op )?(?:eind(?:e)?|ultimo) (?:van )?(?:het )?(?:vorige?|afgelopen) jaar",
     lambda day, _: _on(day.year - 1, 12, 31)),
    ("period-relative", r"(?:per |op )?(?:eind(?:e)?|ultimo) (?:van )?(?:volgend|komend|het komende) jaar",
     lambda day, _: _on(day.year + 1, 12, 31)),
    ("period-relative", r"(?:aan het |in het )?begin (?:van )?(?:dit|het lopende|het huidige) jaar",
     lambda day, _: _on(day.year, 1, 1)),
    ("period-relative", r"(?:aan het |in het )?begin (?:van )?(?:vorig|het vorige|het afgelopen) jaar",
     lambda day, _: _on(day.year - 1, 1, 1)),
    ("period-relative", r"(?:in |van |voor )?(?:dit|het lopende|het huidige) ?(?:kalender)?jaar",
     lambda day, _: _years(day.year)),
    ("period-relative", r"(?:in |van |over )?(?:vorig|het vorige|het afgelopen|afgelopen) ?(?:kalender)?jaar",
     lambda day, _: _years(day.year - 1)),
    ("period-relative", r"(?:in |voor |van )?(?:volgend|komend|het komende?) (?:kalender)?jaar",
     lambda day, _: _years(day.year + 1)),
    ("period-past",
     rf"(?:in |over |gedurende )?(?:de ?)?(?:afgelopen|laatste|voorgaande|voorbije) {_N} {_UNIT}(?! van\b)",
     lambda day, months: Period(_back(day, months) + timedelta(days=1), day)),
    ("period-past", rf"(?:in |voor )?(?:de ?)?(?:komende|volgende|eerstkomende) {_N} {_UNIT}",
     lambda day, months: Period(day, _back(day, -months))),
    ("period-now", r"(?<=\d )nu(?= naar| tot)|op dit moment|op het moment van schrijven|momenteel|thans"
     r"|op dit ogenblik",
     lambda day, _: Period(day, day)),
    ("period-so-far", r"tot (?:nu toe|op heden|op dit moment|dusver(?:re)?|heden|nog toe)",
     lambda day, _: Period(None, day)),
)  # fmt: skip
"""A rule, its words and the period that they mean on a day; the second argument is the length in months."""

_PATTERNS = tuple((rule, re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE), make) for rule, words, make in PHRASES)
_FIRST_MONTHS = re.compile(
    rf"(?<!\w)(?:in |over )?(?:de )?eerste {_N} (?P<unit>maanden|kwartalen)"
    r"(?: (?:van|in) (?:(?P<year>(?:19|20)\d\d)|(?P<this>dit jaar)))?(?! (?:van|na|nadat|erna)\b)(?!\w)",
    re.IGNORECASE,
)
_MONTHS = {"jaar": 12, "jaren": 12, "maanden": 1, "kwartalen": 3}

TOLD = re.compile(
    r"\b(?:ge[ïi]nformeerd|gemeld|bericht|gestuurd|verstuurd|verzonden|toegezegd|aangekondigd|gepubliceerd|aangeboden"
    r"|medegedeeld|meegedeeld|gedeeld|aangegeven|toegelicht|besloten|ondertekend|debat|aangenomen|gevraagd)\b"
)
"""Words of telling and deciding: the day beside them is when that was done, not when what is counted happened."""


def relative_times(text: str, day: date) -> Iterator[tuple[int, int, Period, str]]:
    """Give the times of a text that only the day of the paper settles: start, end, period and rule of each.

    >>> [(str(p.start), str(p.end)) for _, _, p, _ in relative_times("de afgelopen vijf jaar", date(2024, 11, 18))]
    [('2019-11-19', '2024-11-18')]
    """
    taken: list[tuple[int, int]] = []
    for match in _FIRST_MONTHS.finditer(text):
        if period := _first_months(match, day):
            taken.append(match.span())
            yield match.start(), match.end(), period, "period-first-months"
    for rule, pattern, make in _PATTERNS:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            months = _length(match) if "n" in match.groupdict() else 0
            yield match.start(), match.end(), make(day, months), rule


def _first_months(match: re.Match[str], day: date) -> Period | None:
    """Give the first months of the year that is named, else of the last year in which they were over."""
    months = _length(match)
    if not 0 < months <= 12:
        return None
    named = match["year"] or match["this"]
    year = int(match["year"] or day.year)
    end = _back(date(year + 1, 1, 1), 12 - months) - timedelta(days=1)
    if not named and end > day:
        year, end = year - 1, _back(end + timedelta(days=1), 12) - timedelta(days=1)
    return Period(date(year, 1, 1), end)


def _length(match: re.Match[str]) -> int:
    """Give the length of a stretch in months; weeks count as a quarter of one."""
    word = match["n"]
    number = Decimal(word) if word.isdigit() else next((n.value for n in word_numerals(word)), Decimal(1))
    unit = match["unit"].lower()
    return int(number * _MONTHS.get(unit, 1)) if unit != "weken" else max(1, int(number / 4))


def _back(day: date, months: int) -> date:
    """Give the day that lies months before, on the last of its month where that is shorter."""
    month = day.year * 12 + day.month - 1 - months
    year, month = divmod(month, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def _years(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _on(year: int, month: int, day: int) -> Period:
    return Period(date(year, month, day), date(year, month, day))
