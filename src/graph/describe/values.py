"""Values as JSON has them: days, numbers, and stretches of the layer with their words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from graph.model import Report, Span

Json = dict[str, object]


def day(value: date | None) -> str | None:
    """Give a day as ISO 8601."""
    return value.isoformat() if value else None


def number(value: Decimal | None) -> int | float | None:
    """Give a number in its shortest form in JSON: 431600000, 113.8.

    >>> number(Decimal("4.316E+8")), number(Decimal("113.80"))
    (431600000, 113.8)
    """
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def stretch(report: Report, span: Span) -> Json:
    """Give a stretch of the layer: its words, literally, and where they stand."""
    return {"quote": report.source.quote(span), "start": span.start, "end": span.end}
