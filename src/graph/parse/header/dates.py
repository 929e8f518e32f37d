"""The days that a header states: when it was adopted, when the questions were sent and when the answers came."""

from __future__ import annotations

import re
from datetime import date, timedelta

from graph.months import MONTHS_NL
from graph.parse.days import DAY, find_day
from graph.parse.header.face import Face

DATES = {
    # as in "Vastgesteld 14 november 2025", "de op 17 april 2013 vastgestelde antwoorden", "op 7 juni 2022 vastgesteld"
    "adopted": (
        re.compile(rf"[Vv]astgesteld:? (?:(?:op|d\.d\.) )?{DAY}"),
        re.compile(rf"\bop {DAY} vastgesteld"),
    ),
    # as in "(ingezonden 10 oktober 2024)", "De vragen zijn op 2 oktober 2025 voorgelegd aan", "Voorgesteld 6 juli
    # 2021", "In antwoord op uw brief van 7 september 2023, nr. 2023Z14759"
    "submitted": (
        re.compile(rf"\b(?:ingezonden|gesteld)(?: op| d\.d\.)? {DAY}"),
        re.compile(
            rf"\b(?:op|d\.d\.) {DAY} (?:(?:zijn|is|heeft|hebben|aan|door) [^.?]{{0,200}}?)?"
            r"\b(?:voorgelegd|toegezonden|ingezonden|gesteld)\b"
        ),
        re.compile(rf"[Vv]oorgesteld:? {DAY}"),
        re.compile(rf"\bop {DAY} een brief (?:gestuurd|gezonden|verzonden)\b"),
        re.compile(rf"\b[Uu]w brief (?:van|d\.d\.) {DAY}"),
    ),
    # as in "(ontvangen 18 november 2024)", "Bij brief van 12 november 2025 zijn ze … beantwoord", "beantwoord bij brief
    # van 4 juni 2025", a letter's "Datum 18 oktober 2023" and "Den Haag, 8 maart 2023"
    "answered": (
        re.compile(rf"[Oo]ntvangen(?: op)? {DAY}"),
        re.compile(rf"[Bb]ij brief van {DAY}[^?]{{0,200}}?\b(?:beantwoord|antwoorden)\b"),
        re.compile(rf"\bhe(?:eft|bben) op {DAY} (?:gereageerd|geantwoord)\b"),
        re.compile(rf"beantwoord (?:bij|per|met|in) (?:de |zijn |haar |hun )?brief (?:van|d\.d\.) {DAY}"),
        re.compile(rf"(?:\bDATUM|\bDatum|\bdatum|D A T U M)\s*:?\s*(?:.{{0,40}}? )?{DAY}"),
        re.compile(rf"(?:Den Haag|'s-Gravenhage|’s-Gravenhage),? {DAY}"),
    ),
}
"""The wordings of the three dates; the first that is found counts."""

_RECENT = re.compile(rf"\b[Oo]p (?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS_NL)}) jl\.")


def dates_of(face: Face) -> dict[str, date | None]:
    """Give the three dates that a header may state; a day without year is the last such day before the answers."""
    found = {name: next(filter(None, (_dated(pattern, face.text) for pattern in DATES[name])), None) for name in DATES}
    recent = _RECENT.search(face.text)
    if found["submitted"] is None and found["answered"] is not None and recent and "vragen" in face.text:
        found["submitted"] = last_before(int(recent["day"]), recent["month"], found["answered"])
    return found


def last_before(day: int, month: str, other: date) -> date | None:
    """Give the last day with a name that is not after another one: ``6 november jl.``.

    >>> last_before(6, "november", date(2024, 11, 20)), last_before(24, "december", date(2025, 1, 8))
    (datetime.date(2024, 11, 6), datetime.date(2024, 12, 24))
    """
    found = find_day(f"{day} {month} {other.year}")
    return find_day(f"{day} {month} {other.year - 1}") if found and found > other else found


def next_after(day: int, month: str, other: date) -> date | None:
    """Give the first day with a name that is not before another one.

    >>> next_after(1, "februari", date(2024, 11, 20))
    datetime.date(2025, 2, 1)
    """
    found = find_day(f"{day} {month} {other.year}")
    return find_day(f"{day} {month} {other.year + 1}") if found and found < other else found


def day_before(day: date) -> date:
    """Give the day before."""
    return day - timedelta(days=1)


def _dated(pattern: re.Pattern[str], text: str) -> date | None:
    """Give the date in the words that a pattern finds."""
    match = pattern.search(text)
    return find_day(f"{match['day']} {match['month']} {match['year']}") if match else None
