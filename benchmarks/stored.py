"""What a store holds and takes on the disk, what searches in it take, and what the SHACL gate takes for its papers."""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Asked, Checked, Size
from benchmarks.measures import measure
from graph.build.inputs import load
from graph.build.work import registers
from graph.check import check
from graph.describe import describe
from graph.describe.numbered import describe_numbered, numbered_in
from graph.pipeline import understand
from graph.search.asking import Sort, Wanted
from graph.search.index import FOLDER
from graph.search.served import Served
from graph.settings import Settings
from graph.store import open_store

VALIDATED = 20
"""How many papers are validated, spread over all."""

SEARCHES = {
    "one frequent word": Wanted("opvangplekken"),
    "three words": Wanted("opvangplekken COA 2019"),
    "a phrase": Wanted('"ouder dan een jaar"'),
    "a mistyped word": Wanted("opvangpleken"),
    "a word, newest first": Wanted("asielaanvragen", sort=Sort.NEWEST),
    "a word with two facets": Wanted("kosten", {"year": "2019", "what": "figure"}),
    "page 50": Wanted("kabinet", page=50),
    "nothing typed": Wanted(),
}
"""What is searched."""

_RUNS = 9
_BLOCK = 512
"""Bytes of the unit in which a file tells what it takes on the disk (POSIX, sys/stat.h)."""


def size(papers: Sequence[Path], store: Path) -> Size:
    """Measure what a store holds and takes on the disk.

    Args:
        papers: the files that it was built from.
        store: its folder.
    """
    with open_store(store).reader() as reader:
        versions = reader.graphs()
        query = f"SELECT (COUNT(*) AS ?n) {{ ?figure a <{Settings.load().base_iri}def/Statistic> }}"
        figures = int(getattr(next(reader.query(query).rows())[0], "value", "0"))
        index = disk(reader.folder / FOLDER) if reader.folder else 0
    return Size(
        sources=sum(path.stat().st_size for path in papers),
        store=disk(store),
        index=index,
        graphs=len(versions),
        documents=sum(version.identifier is not None for version in versions),
        statements=sum(version.size for version in versions),
        figures=figures,
    )


def disk(folder: Path) -> int:
    """Give the bytes that the files of a folder take; a file with several names counts once."""
    taken: dict[tuple[int, int], int] = {}
    for where, _, names in os.walk(folder):
        for name in names:
            try:
                found = os.lstat(Path(where, name))
            except FileNotFoundError:
                continue  # a store that is being read tidies up
            taken[found.st_dev, found.st_ino] = found.st_blocks * _BLOCK
    return sum(taken.values())


def validated(papers: Sequence[Path]) -> Checked:
    """Validate some papers, spread over all, by the fast engine; without the sample that pySHACL judges as well.

    Raises:
        ValueError: when a paper does not fit the shapes: another engine judges it then, and the figure is not of this.
    """
    chosen = papers[:: max(1, len(papers) // VALIDATED)][:VALIDATED]
    seconds, statements = zip(*(_validated(path) for path in chosen), strict=True)
    median = statistics.median
    return Checked(len(chosen), median(seconds), max(seconds), round(median(statements)))


def _validated(path: Path) -> tuple[float, int]:
    base, paper = Settings.load().base_iri, load(path)
    understanding = understand(paper.data, path.name, registers(), metadata=paper.metadata)
    quads = describe(understanding, registers(), base)
    named = describe_numbered(numbered_in(understanding), base)
    if not check(quads, base=base, named=named, sample=0).conforms:
        raise ValueError(f"{path.name}: does not fit the shapes")
    taken = measure(path.name, lambda: check(quads, base=base, named=named, sample=0), runs=3)
    return taken.seconds, len(quads)


def searched(store: Path) -> Iterator[Asked]:
    """Search the index of a store in this process.

    Raises:
        LookupError: when the store keeps no index.
    """
    with open_store(store).reader() as reader:
        if reader.folder is None:
            raise LookupError("the store keeps no index on this machine")
        served = Served(reader.folder / FOLDER)
        served.warm()
        for name, wanted in SEARCHES.items():
            yield _searched(served, name, wanted)


def _searched(served: Served, name: str, wanted: Wanted) -> Asked:
    taken = measure(name, lambda: served.search(wanted), runs=_RUNS, wall=True)
    return Asked(name, taken.seconds, served.search(wanted).total)
