"""How values are shown to Dutch readers: numbers, days, periods and units."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from graph.months import MONTHS_NL

_BLANKS = re.compile(r"\n(?:[^\S\n]*\n){2,}[^\S\n]*")

UNITS = {
    "count": "",
    "EUR": "euro",
    "USD": "dollar",
    "percent": "procent",
    "percentage points": "procentpunt",
    "days": "dagen",
    "weeks": "weken",
    "months": "maanden",
    "years": "jaar",
    "hours": "uur",
    "fte": "fte",
}

QUALIFIERS = {"exact": "", "about": "ongeveer", "at-least": "minstens", "at-most": "hoogstens"}
STATUSES = {"realised": "gerealiseerd", "expected": "verwacht", "required": "nodig", "budgeted": "begroot"}


def number(text: str | None) -> str:
    """Write a number as Dutch does.

    >>> number("431600000"), number("12.5"), number("-0.25")
    ('431.600.000', '12,5', '-0,25')
    """
    try:
        value = Decimal(text or "")
    except InvalidOperation:
        return text or ""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def day(text: str | None) -> str:
    """Write an ISO day as people say it.

    >>> day("2025-11-12")
    '12 november 2025'
    """
    try:
        found = date.fromisoformat(text or "")
    except ValueError:
        return text or ""
    return f"{found.day} {MONTHS_NL[found.month - 1]} {found.year}"


def period(start: str | None, end: str | None) -> str:
    """Write a period: a year as a year, a reference day as one day, an open end as such.

    >>> period("2024-01-01", "2024-12-31"), period("2025-01-01", "2025-09-30"), period("2025-10-01", "2025-10-01")
    ('2024', '1 januari 2025 tot en met 30 september 2025', 'op 1 oktober 2025')
    """
    if start and start == end:
        return f"op {day(start)}"
    if start and end:
        if start[:4] == end[:4] and start[4:] == "-01-01" and end[4:] == "-12-31":
            return start[:4]
        return f"{day(start)} tot en met {day(end)}"
    if start:
        return f"vanaf {day(start)}"
    return f"tot en met {day(end)}" if end else ""


def count(many: int, one: str, more: str) -> str:
    """Write a number of things.

    >>> count(1, "vraag", "vragen"), count(2500, "vraag", "vragen")
    ('1 vraag', '2.500 vragen')
    """
    return f"{number(str(many))} {one if many == 1 else more}"


def size(count: int) -> str:
    """Write a number of bytes for people.

    >>> size(1536)
    '1,5 kB'
    """
    value = float(count)
    for unit in ("B", "kB", "MB"):
        if value < 1024:
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}".replace(".", ",")
        value /= 1024
    return f"{value:.1f} GB".replace(".", ",")


def lines(text: str) -> str:
    r"""Leave one blank line where a page break left many.

    >>> lines("tot hier\n\n  \n\nen verder")
    'tot hier\n\nen verder'
    """
    return _BLANKS.sub("\n\n", text)


def filters() -> dict[str, Callable[..., str]]:
    """Give these as filters of the templates."""
    return {"number": number, "day": day, "lines": lines, "size": size}
