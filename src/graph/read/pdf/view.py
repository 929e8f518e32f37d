"""From the coordinates of a PDF (points upwards, turned as the file likes) to those of a page that is read."""

from __future__ import annotations

import math
from dataclasses import dataclass

from graph.read.pdf.shapes import Box


@dataclass(frozen=True, slots=True)
class View:
    """The part of a page that is shown, turned so that most of its text runs from left to right.

    Attributes:
        left: its left edge in the file.
        low: its lower edge in the file.
        right: its right edge in the file.
        high: its upper edge in the file.
        quarter: how many quarter turns the text was set against the clock.
    """

    left: float
    low: float
    right: float
    high: float
    quarter: int = 0

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height as it is read."""
        across, up = self.right - self.left, self.high - self.low
        return (up, across) if self.quarter % 2 else (across, up)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Give where a point of the file lies, from the top left corner."""
        match self.quarter:
            case 0:
                return x - self.left, self.high - y
            case 1:
                return y - self.low, x - self.left
            case 2:
                return self.right - x, y - self.low
            case _:
                return self.high - y, self.right - x

    def box(self, left: float, low: float, right: float, high: float) -> Box:
        """Give where a rectangle of the file lies."""
        x0, y0 = self.point(left, low)
        x1, y1 = self.point(right, high)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def quarter_of(a: float, b: float) -> int | None:
    """Give the quarter turns of text whose baseline runs along (a, b); None where it slants."""
    turns = math.degrees(math.atan2(b, a)) / 90
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < 0.06 else None
