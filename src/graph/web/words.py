"""How values are shown to readers: numbers, days, periods and units, in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Protocol

from babel.dates import format_date
from babel.numbers import format_decimal

from graph.web.languages import DUTCH, Language, nl

_BLANKS = re.compile(r"\n(?:[^\S\n]*\n){2,}[^\S\n]*")

UNITS = {
    "count": "",
    "EUR": nl("euro"),
    "USD": nl("dollar"),
    "percent": nl("procent"),
    "percentage points": nl("procentpunt"),
    "days": nl("dagen"),
    "weeks": nl("weken"),
    "months": nl("maanden"),
    "years": nl("jaar"),
    "hours": nl("uur"),
    "fte": nl("fte"),
}

QUALIFIERS = {"exact": "", "about": nl("ongeveer"), "at-least": nl("minstens"), "at-most": nl("hoogstens")}
STATUSES = {
    "realised": nl("gerealiseerd"),
    "expected": nl("verwacht"),
    "required": nl("nodig"),
    "budgeted": nl("begroot"),
}


class Counted(Protocol):
    """What a figure has that `Words` writes out."""

    @property
    def value(self) -> str: ...  # noqa: D102
    @property
    def value_max(self) -> str | None: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def qualifier(self) -> str: ...  # noqa: D102
    @property
    def status(self) -> str: ...  # noqa: D102
    @property
    def period_start(self) -> str | None: ...  # noqa: D102
    @property
    def period_end(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True)
class Words:
    """Writes values in a language."""

    language: Language = DUTCH

    def number(self, text: str | int | None) -> str:
        """Write a number with the separators of the language, every decimal kept.

        >>> Words().number("431600000"), Words().number("12.5"), Words().number("-0.25")
        ('431.600.000', '12,5', '-0,25')
        """
        try:
            value = Decimal(text if text is not None else "")
        except InvalidOperation:
            return str(text or "")
        return format_decimal(value, locale=self.language.code, decimal_quantization=False)

    def day(self, text: str | None) -> str:
        """Write an ISO day as people say it.

        >>> Words().day("2025-11-12")
        '12 november 2025'
        """
        try:
            found = date.fromisoformat(text or "")
        except ValueError:
            return text or ""
        return format_date(found, "d MMMM y", locale=self.language.code)

    def period(self, start: str | None, end: str | None) -> str:
        """Write a period: a year as a year, a reference day as one day, an open end as such.

        >>> Words().period("2024-01-01", "2024-12-31"), Words().period("2025-10-01", "2025-10-01")
        ('2024', 'op 1 oktober 2025')
        >>> Words().period("2025-01-01", "2025-09-30")
        '1 januari 2025 tot en met 30 september 2025'
        """
        say = self.language.gettext
        if start and start == end:
            return say("op {day}").format(day=self.day(start))
        if start and end:
            if start[4:] == "-01-01" and end[4:] == "-12-31":
                return (
                    start[:4]
                    if start[:4] == end[:4]
                    else say("{first} tot en met {last}").format(first=start[:4], last=end[:4])
                )
            return say("{first} tot en met {last}").format(first=self.day(start), last=self.day(end))
        if start:
            return say("vanaf {day}").format(day=self.day(start))
        return say("tot en met {day}").format(day=self.day(end)) if end else ""

    def period_of(self, item: Counted) -> str:
        """Write the period of a figure; empty where the text gives none."""
        return self.period(item.period_start, item.period_end)

    def unit(self, name: str) -> str:
        """Write a unit; nothing for things that are counted."""
        return self.language.gettext(known) if (known := UNITS.get(name, name)) else ""

    def amount(self, item: Counted) -> str:
        """Write the value of a figure, or its range, with its unit."""
        upper = self.language.gettext(" tot {value}").format(value=self.number(item.value_max))
        return f"{self.number(item.value)}{upper if item.value_max else ''} {self.unit(item.unit)}".strip()

    def hedge(self, item: Counted) -> str:
        """Write how sure a figure is, nothing for an exact one."""
        return self.language.gettext(known) if (known := QUALIFIERS.get(item.qualifier, item.qualifier)) else ""

    def standing(self, item: Counted) -> str:
        """Write whether a figure was counted, expected, needed or budgeted."""
        return self.language.gettext(known) if (known := STATUSES.get(item.status, item.status)) else ""

    def count(self, many: int, one: str, more: str) -> str:
        """Write a number of things.

        >>> Words().count(1, "vraag", "vragen"), Words().count(2500, "vraag", "vragen")
        ('1 vraag', '2.500 vragen')
        """
        return f"{self.number(many)} {self.language.ngettext(one, more, many)}"

    def size(self, count: int) -> str:
        """Write a number of bytes for people.

        >>> Words().size(1536)
        '1,5 kB'
        """
        value = Decimal(count)
        for unit in ("B", "kB", "MB"):
            if value < 1024:
                return f"{self.number(str(value if unit == 'B' else round(value, 1)))} {unit}"
            value /= 1024
        return f"{self.number(str(round(value, 1)))} GB"

    def filters(self) -> dict[str, Callable[..., str]]:
        """Give these as filters of the templates."""
        names = "number day size unit amount hedge standing period_of".split()
        return {"lines": lines, **{name: getattr(self, name) for name in names}}


def lines(text: str) -> str:
    r"""Leave one blank line where a page break left many.

    >>> lines("tot hier\n\n  \n\nen verder")
    'tot hier\n\nen verder'
    """
    return _BLANKS.sub("\n\n", text)
