"""The figures of scale: what was measured at each number of papers, kept as JSON."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from graph import __version__


@dataclass(frozen=True)
class Build:
    """What a run of `kamergraaf build` took.

    Attributes:
        jobs: the processes it was given.
        seconds: of the clock on the wall.
        processor: seconds of all processors, of all its processes.
        processor_a_paper: the same, divided by the papers that it was given.
        memory: the most that its processes had together at one moment, shared memory counted once (PSS), in MiB.
        private: the most that they had for themselves, without mapped files, in MiB.
    """

    jobs: int
    seconds: float
    processor: float
    processor_a_paper: float
    memory: float
    private: float


@dataclass(frozen=True)
class Change:
    """What one changed paper took, while a server answers from the store; seconds since the build was started, medians.

    Attributes:
        facts: until the endpoint shows its new figure.
        series: until the endpoint shows that figure in its series.
        search: until a search on the server finds its new word.
        ended: until the build has ended.
        processor: of that build, seconds of all processors.
        slowest: until all of it was there, in the slowest run.
        runs: how many papers were changed, one after the other.
        memory: the most that the build had, in MiB (PSS).
    """

    facts: float
    series: float
    search: float
    ended: float
    processor: float
    slowest: float
    runs: int
    memory: float


@dataclass(frozen=True)
class Size:
    """How large things are.

    Attributes:
        sources: bytes of the papers.
        store: bytes that the store takes on the disk, what stands there under several names once.
        index: bytes of that for the search index.
        graphs: the named graphs.
        documents: those of papers.
        statements: in all graphs.
        figures: the statistics among the things described.
    """

    sources: int
    store: int
    index: int
    graphs: int
    documents: int
    statements: int
    figures: int


@dataclass(frozen=True)
class Checked:
    """What the SHACL gate takes for a paper, in seconds of the processor, by the fast engine alone.

    Attributes:
        papers: how many were looked at, spread over all.
        seconds: the median.
        highest: the most.
        statements: the median of what their graphs have.
    """

    papers: int
    seconds: float
    highest: float
    statements: int


@dataclass(frozen=True)
class Asked:
    """What a query or a search takes.

    Attributes:
        name: of the query, or what is searched.
        seconds: the median.
        rows: how many rows, or things found.
    """

    name: str
    seconds: float
    rows: int


@dataclass(frozen=True)
class Page:
    """What an address of the server takes, in seconds to the last byte.

    Attributes:
        name: what it is.
        path: its first path.
        first: the first request after the server was started.
        seconds: the median of all.
        highest: the slowest.
        requests: how many there were, one after the other.
        bytes: the size of the first answer, not compressed.
    """

    name: str
    path: str
    first: float
    seconds: float
    highest: float
    requests: int
    bytes: int


@dataclass(frozen=True)
class Memory:
    """What the server and its workers have after these requests, in MiB; see `Build`."""

    memory: float
    private: float


@dataclass(frozen=True)
class Failure:
    """A step that gave no figure, or not a whole one, and why."""

    step: str
    why: str


@dataclass(frozen=True)
class Growth:
    """What was measured at one number of papers; absent is what failed, or was not reached.

    Attributes:
        papers: the number.
        version: of the software.
        at: when it began (UTC).
        failures: the steps that failed.
    """

    papers: int
    version: str = __version__
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    build: Build | None = None
    unchanged: Build | None = None
    size: Size | None = None
    validation: Checked | None = None
    queries: tuple[Asked, ...] | None = None
    searches: tuple[Asked, ...] | None = None
    pages: tuple[Page, ...] | None = None
    server: Memory | None = None
    change: Change | None = None
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True)
class Machine:
    """Where it was measured; memory in MiB."""

    python: str
    system: str
    processor: str
    processors: int
    memory: int


@dataclass(frozen=True)
class Figures:
    """All figures, by the number of papers."""

    machine: Machine
    growths: tuple[Growth, ...] = ()

    def with_growth(self, growth: Growth) -> Figures:
        """Give the figures with those of one number of papers in the place of older ones of that number."""
        others = [each for each in self.growths if each.papers != growth.papers]
        return Figures(self.machine, tuple(sorted((*others, growth), key=lambda each: each.papers)))


_JSON = TypeAdapter(Figures)


def this_machine() -> Machine:
    """Describe the machine that this runs on."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return Machine(
        platform.python_version(), platform.system(), _processor(), len(os.sched_getaffinity(0)), pages >> 20
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()


def write(figures: Figures, path: Path) -> None:
    """Write figures as JSON, in the place of those that are there, in one instant."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.part")
    half.write_bytes(_JSON.dump_json(figures, indent=2) + b"\n")
    half.replace(path)


def load(path: Path) -> Figures:
    """Read figures.

    Raises:
        ValueError: when the file holds none, with what is wrong.
    """
    try:
        return _JSON.validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise ValueError(f"{path}: holds no figures of scale: {where}: {first['msg']}; measure anew") from error
