"""Dates as papers write them in full: ``14 november 2025``; and the sessions of parliament that they fall in."""

from __future__ import annotations

import re
from datetime import date, timedelta

from graph.months import MONTHS_NL

DAY = rf"(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS_NL)})\s*(?P<year>\d{{4}})"
_DAY = re.compile(DAY, re.IGNORECASE)


def find_day(text: str) -> date | None:
    """Give the first full date of a text, or None.

    >>> find_day("(ontvangen 14 november 2024)")
    datetime.date(2024, 11, 14)
    >>> find_day("31 februari 2024") is None
    True
    """
    for match in _DAY.finditer(text):
        try:
            return date(int(match["year"]), MONTHS_NL.index(match["month"].lower()) + 1, int(match["day"]))
        except ValueError:
            continue
    return None


def session_of(day: date) -> str | None:
    """Give the session of parliament of a day, ``20242025``; None within two weeks of the day on which it changes.

    A session begins on the third Tuesday of September (Grondwet, article 65).

    >>> session_of(date(2024, 11, 20)), session_of(date(2024, 9, 20)), session_of(date(2024, 6, 1))
    ('20242025', None, '20232024')
    """
    first = date(day.year, 9, 1)
    opening = first + timedelta(days=(1 - first.weekday()) % 7 + 14)
    if abs((day - opening).days) <= 14:
        return None
    year = day.year if day > opening else day.year - 1
    return f"{year}{year + 1}"
