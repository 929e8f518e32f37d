"""What the figures of scale are held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from benchmarks.figures import Growth

_GB = 1e9 / (1 << 20)
"""A gigabyte, in MiB."""


@dataclass(frozen=True)
class Bar:
    """A figure and what it should stay below.

    Attributes:
        name: what is held.
        papers: at which number of papers.
        limit: the most that it may be.
        unit: of both.
        figure: gives it; None where it was not measured.
    """

    name: str
    papers: int
    limit: float
    unit: str
    figure: Callable[[Growth], float | None]


def _page(name: str) -> Callable[[Growth], float | None]:
    return lambda growth: next((page.seconds for page in growth.pages or () if page.name == name), None)


def _slowest_query(growth: Growth) -> float | None:
    return max((each.seconds for each in growth.queries or ()), default=None)


BARS = (
    Bar("build with two processes", 2000, 600, "s", lambda growth: growth.build.seconds if growth.build else None),
    Bar("memory of that build", 2000, _GB * 1.5, "MiB", lambda growth: growth.build.memory if growth.build else None),
    Bar(
        "one changed paper, until all show it",
        2000,
        2,
        "s",
        lambda growth: growth.change.slowest if growth.change else None,
    ),
    Bar("the slowest example query", 2000, 1, "s", _slowest_query),
    Bar("front page", 2000, 0.3, "s", _page("front page")),
    Bar("indicator with most figures", 2000, 0.3, "s", _page("indicator with most figures")),
)
"""What is held at one number of papers."""

FEW, MANY, GROWS = 500, 5000, 1.3
"""Between which numbers of papers the processor time of one is compared, and how much it may grow."""


def verdicts(growths: Iterable[Growth]) -> Iterator[str]:
    """Say of each bar whether it is kept, as far as its figures were measured."""
    known = {growth.papers: growth for growth in growths}
    for bar in BARS:
        figure = bar.figure(known[bar.papers]) if bar.papers in known else None
        if figure is not None:
            yield _line(f"{bar.papers:,} papers: {bar.name}", figure, bar.limit, f" {bar.unit}")
    few, many = (known[count].build if count in known else None for count in (FEW, MANY))
    if few and many:
        name = f"a paper of {MANY:,} beside one of {FEW:,}, processor"
        yield _line(name, many.processor_a_paper / few.processor_a_paper, GROWS, " times")


def _line(name: str, figure: float, limit: float, unit: str) -> str:
    verdict = "kept" if figure <= limit else "NOT KEPT"
    return f"- {name}: {_written(figure)}{unit}, at most {_written(limit)}: {verdict}"


def _written(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
