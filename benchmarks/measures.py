"""What is measured, each with the bar that it is held against."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.papers import paper
from graph.build.inputs import find, load
from graph.build.work import registers
from graph.check import check
from graph.describe import describe
from graph.extract import Names, find_mentions, find_statistics
from graph.extract.lexicon import Form
from graph.model import Authority, Kind
from graph.pipeline import understand
from graph.read import read
from graph.settings import Settings

_PAGES = 200
_NAMES = 20_000
"""How many names the registers may hold: all organisations of the state, municipalities, laws and treaties."""

COMMAND = [sys.executable, "-c", "from graph.cli import main; main()"]


@dataclass(frozen=True)
class Measure:
    """One figure.

    Attributes:
        name: what was done.
        seconds: the median of the runs.
        spread: the slowest run less the fastest.
        runs: how many there were.
        clock: ``cpu`` of this process, or ``wall``.
        bar: what it should stay below, in seconds; None where nothing was agreed.
    """

    name: str
    seconds: float
    spread: float
    runs: int
    clock: str
    bar: float | None = None


def measure(
    name: str, work: Callable[[], object], *, runs: int, wall: bool = False, bar: float | None = None
) -> Measure:
    """Do some work several times, once before that to load and warm, and give the median."""
    clock = time.perf_counter if wall else time.process_time
    work()
    times = []
    for _ in range(runs):
        start = clock()
        work()
        times.append(clock() - start)
    spread = max(times) - min(times)
    return Measure(name, statistics.median(times), spread, runs, "wall" if wall else "cpu", bar)


def all_measures() -> Iterator[Measure]:
    """Measure everything, one after the other."""
    yield from _loading()
    yield from _reading()
    yield from _understanding()
    yield from _recognition()
    yield from _commands()


def _loading() -> Iterator[Measure]:
    """Measure what the registers add to a start: all of them and their names, in a new process each time."""
    code = (
        "import time, graph.extract, graph.link, graph.settings; start = time.process_time(); "
        "graph.link.Authorities.load().names; print(time.process_time() - start)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout) for _ in range(9)
    ]
    spread = max(times) - min(times)
    yield Measure("load the registers and their names", statistics.median(times), spread, len(times), "cpu", 0.3)


def _reading() -> Iterator[Measure]:
    """Measure how long a PDF takes from its bytes to the text layer, on one core."""
    data = paper(_PAGES)
    yield measure(f"read a PDF of {_PAGES} pages", lambda: read(data, "paper.pdf"), runs=3, bar=20)


def _understanding() -> Iterator[Measure]:
    """Measure one paper in this process: the one that ships."""
    base = Settings.load().base_iri
    paper = load(find([])[0])
    authorities = registers()
    understanding = understand(paper.data, paper.path.name, authorities, metadata=paper.metadata)
    quads = describe(understanding, authorities, base)

    def understood() -> None:
        again = understand(paper.data, paper.path.name, authorities, metadata=paper.metadata)
        describe(again, authorities, base)

    yield measure("understand the shipped paper, read to RDF", understood, runs=9, bar=0.3)
    report, mentions = understanding.report, understanding.mentions
    questions = len(report.questions)
    figures = measure("find the figures of all its questions", lambda: find_statistics(report, mentions), runs=9)
    yield replace(figures, name="find figures, a question", seconds=figures.seconds / questions, bar=0.01)
    yield measure("of that, describe it as RDF", lambda: describe(understanding, authorities, base), runs=9, bar=0.1)
    yield measure("validate it with SHACL", lambda: check(quads, base=base), runs=3)


def _recognition() -> Iterator[Measure]:
    """Measure how long names and citations take: in the paper that ships, and with as many names as there may be."""
    paper = load(find([])[0])
    authorities = registers()
    report = understand(paper.data, paper.path.name, authorities, metadata=paper.metadata).report
    names = authorities.names
    yield measure("find names and citations of a paper", lambda: find_mentions(report, names), runs=9, bar=0.02)
    many = list(_forms(_NAMES))
    yield measure(f"make {_NAMES:,} names ready", lambda: Names(many), runs=9, bar=0.3)
    ready = Names(many)
    yield measure(f"the paper with {_NAMES:,} names", lambda: find_mentions(report, ready), runs=9, bar=0.02)


def _forms(count: int) -> Iterator[Form]:
    """Make names as long as those of laws are, no two alike."""
    words = "regeling vaststelling bedrag subsidie gemeente opvang beroep onderwijs stelsel toezicht".split()
    for number in range(count):
        digits = [int(digit) for digit in f"{number:05d}"]
        label = f"Besluit {' en '.join(words[digit] for digit in digits)} {number}"
        yield Form(label, Authority(Kind.LAW, f"law-{number}", label), "law-name")


def _commands() -> Iterator[Measure]:
    """Measure commands as a user runs them, each in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        yield measure("kamergraaf --help", lambda: _run("--help"), runs=9, wall=True, bar=0.5)
        with _fresh(store) as build:
            yield measure("kamergraaf build, the shipped paper", build, runs=3, wall=True)
        _run("build", "--store", str(store))
        yield measure("the same, unchanged", lambda: _run("build", "--store", str(store)), runs=5, wall=True)
        out = str(Path(folder) / "all.nq")
        yield measure("kamergraaf dump", lambda: _run("dump", out, "--store", str(store)), runs=5, wall=True)
        ask = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        yield measure("kamergraaf query, a count", lambda: _run("query", ask, "--store", str(store)), runs=5, wall=True)
        export = ("export", "statistics", str(Path(folder) / "figures.csv"), "--store", str(store))
        yield measure("kamergraaf export statistics", lambda: _run(*export), runs=5, wall=True)


@contextmanager
def _fresh(store: Path) -> Iterator[Callable[[], None]]:
    """Give a build that finds an empty store every time."""
    number = iter(range(1_000))
    yield lambda: _run("build", "--store", f"{store}-{next(number)}")


def _run(*arguments: str) -> None:
    subprocess.run([*COMMAND, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
