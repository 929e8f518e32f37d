"""Times named from another time: "een jaar eerder", "in hetzelfde kwartaal van 2024", "op dezelfde datum in 2023"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.extract.figures.periods import PeriodPhrase
from graph.extract.figures.timewords import BASELINE
from graph.extract.figures.words import WORD, word_numerals
from graph.model import Period, Rule

RULES = (
    Rule(
        "period-shifted",
        "zelfde tijd in een ander jaar",
        "same time in another year",
        "tegenover 3.310 een jaar eerder; in hetzelfde kwartaal van 2024",
    ),
)

_YEAR = r"(?:19|20)\d\d"
_UNIT = r"(?:kwartaal|half ?jaar|maand|week|datum|dag|peildatum|periode|moment|meetmoment)"
YEAR_BEFORE = re.compile(
    rf"\b(?:(?P<n>een|één|{WORD}|\d{{1,2}}) jaar (?:eerder|daarvoor|ervoor)"
    r"|(?:in )?het (?:voorgaande |voorafgaande )?(?:school|studie)?jaar (?:daarvoor|ervoor)"
    r"|(?:in )?het (?:voorgaande|voorafgaande) jaar"
    rf"|(?:in |op )?(?:hetzelfde|dezelfde) {_UNIT} (?:een jaar eerder|(?:van |in )?(?:het )?vorige? jaar))(?!\w)",
    re.IGNORECASE,
)
"""The time spoken of before, a year earlier, or as many years as are named."""

SAME_TIME = re.compile(
    rf"\b(?:in |op )?(?:hetzelfde|dezelfde) {_UNIT} (?:(?:van|in) )?(?:het jaar )?(?P<first>{_YEAR})"
    rf"(?: en (?:in )?(?P<second>{_YEAR}))?(?!\w)",
    re.IGNORECASE,
)
"""The time spoken of before, in a year that is named."""

_LEAD = 30


def names_another_time(words: str) -> bool:
    """Whether a sentence names a time from another one."""
    return YEAR_BEFORE.search(words) is not None or SAME_TIME.search(words) is not None


def with_shifted(
    words: str, offset: int, found: Sequence[PeriodPhrase], before: PeriodPhrase | None
) -> list[PeriodPhrase]:
    """Add the times of a sentence that another time settles.

    Args:
        words: the sentence.
        offset: where it begins in the view.
        found: its other phrases of time, in the view's offsets.
        before: the last phrase of the sentences before it.
    """
    phrases = list(found)
    for match in (*YEAR_BEFORE.finditer(words), *SAME_TIME.finditer(words)):
        start, end = match.start() + offset, match.end() + offset
        phrases = [phrase for phrase in phrases if phrase.end <= start or end <= phrase.start]
        if BASELINE.search(words, max(0, match.start() - _LEAD), match.start()):
            continue
        base = next((phrase for phrase in reversed(phrases) if phrase.end <= start), before)
        if base is not None:
            periods = _moved(base.periods[-1], match)
            phrases.append(PeriodPhrase(start, end, periods, "period-shifted"))
    return sorted(phrases, key=lambda phrase: phrase.start)


def _moved(period: Period, match: re.Match[str]) -> tuple[Period, ...]:
    """Give a period in the years that are named, or as many years before its own as are told: one, or "vijf jaar"."""
    end = period.end or period.start
    if end is None:
        return (period,)
    told = match.groupdict()
    years = [told[name] for name in ("first", "second") if told.get(name)]
    if years:
        return tuple(_by(period, int(year) - end.year) for year in years)
    return (_by(period, -_number(told.get("n") or "een")),)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else next((int(n.value) for n in word_numerals(word.lower())), 1)


def _by(period: Period, years: int) -> Period:
    return replace(period, start=_day(period.start, years), end=_day(period.end, years))


def _day(day: date | None, years: int) -> date | None:
    """Give the same day in another year; 28 for 29 February where that has none."""
    if day is None:
        return None
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap and (day.year + years) % 4 else day.day)
