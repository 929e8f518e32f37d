"""What the series of an indicator is told in: its lines, their moments, and the figures of each moment."""

from __future__ import annotations

from dataclasses import dataclass

from graph.web.series.lookup import Named


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a line. Values are canonical decimals in base units, days ISO; empty or None where not stated.

    Attributes:
        figure: its IRI.
        value, value_max: of a range the lower and the upper end.
        value_text: the number as written.
        lower, upper: what follows from rounding, and from at-least and at-most.
        start, end: of its period.
        qualifier, status: the words of the model: ``exact``, ``realised``.
        counted_by: who counted; with an empty IRI where no register has the name.
        stated_by: the posts that say it.
        document: its paper, with the title.
        quote: its words in the paper.
        issued: the day of the paper.
    """

    figure: str
    value: str
    value_max: str | None
    value_text: str
    lower: str | None
    upper: str | None
    start: str | None
    end: str | None
    qualifier: str
    status: str
    forecast: bool
    counted_by: Named | None
    stated_by: tuple[Named, ...]
    document: Named
    quote: str
    issued: str | None


@dataclass(frozen=True, slots=True)
class Moment:
    """What is said of one period: all figures side by side, the earliest paper first.

    Attributes:
        start, end: of the period.
        points: the figures.
        differing: whether two of one status have different values.
    """

    start: str | None
    end: str | None
    points: tuple[Point, ...]
    differing: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One series in one unit: its moments in order of time, those of an unknown period last."""

    series: str
    breakdown: Named
    place: Named | None
    unit: str
    unit_iri: str
    moments: tuple[Moment, ...]

    @property
    def figures(self) -> int:
        """How many figures it has."""
        return sum(len(moment.points) for moment in self.moments)


@dataclass(frozen=True, slots=True)
class Series:
    """All lines of an indicator: the total first, then those with most figures.

    Attributes:
        cut: whether figures were left out.
        figures, papers: how many there are in all, also of those that were left out.
    """

    indicator: Named
    lines: tuple[Line, ...]
    cut: bool = False
    figures: int = 0
    papers: int = 0
