"""The figures of scale as Markdown: all of them, those that the README has, and what they are held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from benchmarks.bars import verdicts
from benchmarks.figures import Figures, Growth

NONE = "–"
"""What stands in the place of a figure that there is not."""

SHORT = (100, 2000, 20000)
"""The numbers of papers that the README tells of, as far as they were measured."""

_MB = 1e6
_DIGITS = ((100, 0), (1, 1), (0.001, 3))
"""How many decimals a figure has from which value on."""


@dataclass(frozen=True)
class Row:
    """A row of a table.

    Attributes:
        name: what it tells, with its unit.
        cell: gives its text for one number of papers; None where that was not measured.
        short: its name in the README; empty where it does not stand there.
    """

    name: str
    cell: Callable[[Growth], str | None]
    short: str = ""


def seconds(value: float) -> str:
    """Write seconds, as many digits as say something.

    >>> [seconds(value) for value in (4711.2, 12.34, 3.456, 0.0123, 0.00004)]
    ['4,711', '12.3', '3.5', '0.012', '0.0000']
    """
    digits = next((digits for least, digits in _DIGITS if value >= least), 4)
    return f"{value:,.{digits}f}"


def _of(path: str, write: Callable[[float], str] = seconds, unit: float = 1) -> Callable[[Growth], str | None]:
    """Give the cell of a figure: the name of its field, and within that its own."""
    outer, _, inner = path.partition(".")

    def cell(growth: Growth) -> str | None:
        return None if getattr(growth, outer) is None else write(attrgetter(inner)(getattr(growth, outer)) / unit)

    return cell


def _whole(value: float) -> str:
    return f"{value:,.0f}"


ROWS = (
    Row("build, s", _of("build.seconds"), "build with two processes, s"),
    Row("of it processor, s", _of("build.processor")),
    Row("processor a paper, s", _of("build.processor_a_paper"), "of it processor a paper, s"),
    Row("most memory (PSS), MiB", _of("build.memory", _whole), "most memory of it, MiB"),
    Row("most memory without mapped files, MiB", _of("build.private", _whole)),
    Row("build again, nothing changed, s", _of("unchanged.seconds")),
    Row("one paper changed: the endpoint shows its figure, s", _of("change.facts")),
    Row("… and its series, s", _of("change.series")),
    Row("… search finds its words, s", _of("change.search")),
    Row(
        "… all of it, the slowest of the runs, s",
        _of("change.slowest"),
        "one paper changed, until all show it (slowest of three), s",
    ),
    Row("… the build has ended, s", _of("change.ended")),
    Row("… of it processor, s", _of("change.processor")),
    Row("… most memory of that build, MiB", _of("change.memory", _whole)),
    Row("papers, MB of text", _of("size.sources", seconds, _MB)),
    Row("statements", _of("size.statements", _whole), "statements"),
    Row("figures", _of("size.figures", _whole)),
    Row("store on the disk, MB", _of("size.store", _whole, _MB), "store on the disk, MB"),
    Row("of it the search index, MB", _of("size.index", seconds, _MB)),
    Row("SHACL a paper, ms of processor", _of("validation.seconds", seconds, 1e-3), "SHACL a paper, ms"),
    Row("… the slowest paper, ms", _of("validation.highest", seconds, 1e-3)),
    Row("memory of the server (PSS), MiB", _of("server.memory", _whole), "memory of the server, MiB"),
    Row("memory of the server without mapped files, MiB", _of("server.private", _whole)),
)
"""What each number of papers has one figure of, in this order."""


def long_table(figures: Figures) -> str:
    """Give all figures as a Markdown table, one column for each number of papers, and below it what failed."""
    growths = figures.growths
    rows = [(row.name, row.cell) for row in (*ROWS, *_named(growths))]
    machine = figures.machine
    versions = " and ".join(sorted({growth.version for growth in growths}))
    days = " and ".join(sorted({f"{growth.at:%Y-%m-%d}" for growth in growths}))
    where = (
        f"Version {versions}, {days}, on {machine.processors} cores ({machine.processor}) with {machine.memory:,} MiB, "
        f"{machine.system}, Python {machine.python}."
    )
    return "\n\n".join((where, _table(rows, growths), "\n".join((*verdicts(growths), *_failures(growths))))).rstrip()


def short_table(figures: Figures) -> str:
    """Give the table of the README: few rows, and of the numbers of papers those it tells of, or all."""
    growths = [growth for growth in figures.growths if growth.papers in SHORT] or list(figures.growths)
    rows = [(row.short, row.cell) for row in (*ROWS, *_short()) if row.short]
    return _table(rows, growths)


def _table(rows: Iterable[tuple[str, Callable[[Growth], str | None]]], growths: Iterable[Growth]) -> str:
    columns = list(growths)
    lines = [("papers", *(f"{growth.papers:,}" for growth in columns)), ("---", *("---:" for _ in columns))]
    lines += [(name, *(cell(growth) or NONE for growth in columns)) for name, cell in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _named(growths: Iterable[Growth]) -> Iterator[Row]:
    """Give a row for each query, search and page that any number of papers has figures of."""
    kinds = (("queries", "query `{}`, s"), ("searches", "search, {}, s"), ("pages", "{}, s"))
    for kind, title in kinds:
        names = dict.fromkeys(each.name for growth in growths for each in getattr(growth, kind) or ())
        for name in names:
            yield Row(title.format(name), _cell_of(kind, name))


def _cell_of(kind: str, name: str) -> Callable[[Growth], str | None]:
    def cell(growth: Growth) -> str | None:
        found = next((each for each in getattr(growth, kind) or () if each.name == name), None)
        if found is None:
            return None
        return f"{seconds(found.seconds)} ({seconds(found.highest)})" if kind == "pages" else seconds(found.seconds)

    return cell


def _short() -> tuple[Row, ...]:
    return (
        Row("", _slowest("queries"), "the slowest example query, s"),
        Row("", _slowest("searches"), "the slowest of eight searches, s"),
        Row("", _cell_of("pages", "front page"), "front page: median (slowest of 20), s"),
        Row("", _cell_of("pages", "indicator with most figures"), "page of the indicator with most figures, s"),
        Row("", _cell_of("pages", "/sparql, smallest query"), "smallest query over HTTP, s"),
    )


def _slowest(kind: str) -> Callable[[Growth], str | None]:
    def cell(growth: Growth) -> str | None:
        return seconds(max(each.seconds for each in getattr(growth, kind))) if getattr(growth, kind) else None

    return cell


def _failures(growths: Iterable[Growth]) -> Iterator[str]:
    for growth in growths:
        for failure in growth.failures:
            yield f"- {growth.papers:,} papers: {failure.step} failed: {failure.why}"
