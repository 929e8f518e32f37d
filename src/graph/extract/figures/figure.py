"""A figure while it is read, and what its reader knows beforehand; all in the offsets of a view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from graph.extract.figures.quantities import Quantity
from graph.extract.figures.scene import Framing
from graph.model import Authority, Kind, Mention, Period, Qualifier, Status


@dataclass(frozen=True, slots=True)
class Name:
    """A mention, in the offsets of a view."""

    start: int
    end: int
    mention: Mention


@dataclass(frozen=True)
class Context:
    """What a reader of an answer knows beforehand: the question, the day of the paper, the names in both."""

    question: str
    day: date | None
    places: tuple[Authority, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A number that has been read; `periods` has one entry for each fact that it is.

    `sentence` and `line` are the indexes of its sentence and its line of thought, `end` is where its quote ends.
    """

    quantity: Quantity
    sentence: int
    line: int
    framing: Framing
    head: str
    indicator: str
    breakdown: str | None
    end: int
    rules: tuple[str, ...]
    periods: tuple[Period, ...] = ()
    status: Status = Status.REALISED
    rounded_to: Decimal | None = None
    source: Name | None = None
    place: Authority | None = None


def is_foreign(authority: Authority | None) -> bool:
    """Whether a place is a country other than the Netherlands."""
    if authority is None or authority.kind is not Kind.PLACE or authority.code is None:
        return False
    return len(authority.code) == 2 and authority.code != "NL"


def bounds_of(figure: Figure) -> tuple[Decimal | None, Decimal | None]:
    """Give the bounds that follow from rounding (half a step each way) or from at-least and at-most."""
    value, top = figure.quantity.numeral.value, figure.quantity.numeral.high
    match figure.quantity.qualifier:
        case Qualifier.AT_LEAST:
            return value, None
        case Qualifier.AT_MOST:
            return None, top or value
    if figure.rounded_to:
        half = figure.rounded_to / 2
        return value - half, (top or value) + half
    return None, None
