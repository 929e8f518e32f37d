"""How long the example queries take, on one store or side by side: `python -m benchmarks.queries STORE [OTHER_STORE]`.

A store is a folder, or the address of a server (`sparql+http://…`). Queries that ask a second server are left out. With
two stores it is also said whether they give the same rows, and the command ends with 1 when they do not.
"""

from __future__ import annotations

import hashlib
import statistics
import sys
import time
from dataclasses import dataclass

from graph.describe.examples import Example, examples
from graph.errors import KamergraafError
from graph.store import open_store
from graph.store.base import Form, Reader

RUNS = 3
BAR = 1.0
"""Seconds that an example query may take with 2,000 papers."""


@dataclass(frozen=True)
class QueryTime:
    """What an example query took.

    Attributes:
        name: of its file, without the suffix.
        seconds: the median of the runs, with all rows read.
        first: seconds of the first run, which finds nothing warm.
        rows: how many there are; of a CONSTRUCT, statements.
        digest: equal for equal rows in whatever order.
    """

    name: str
    seconds: float
    first: float
    rows: int
    digest: str


def measure(store: str) -> list[QueryTime]:
    """Time every example query on a store.

    Args:
        store: a folder, or the address of a server.
    """
    with open_store(store).reader() as reader:
        return [_timed(reader, each) for each in examples() if "SERVICE" not in each.text]


def _timed(reader: Reader, example: Example) -> QueryTime:
    times, rows = [], [""]
    for _ in range(RUNS):
        start = time.perf_counter()
        rows = _rows(reader, example)
        times.append(time.perf_counter() - start)
    # in no order: rows that a query does not tell apart by its ORDER BY come in any
    digest = hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()
    return QueryTime(example.slug, statistics.median(times), times[0], len(rows), digest)


def _rows(reader: Reader, example: Example) -> list[str]:
    result = reader.query(example.text)
    if result.form is Form.TRIPLES:
        return [str(triple) for triple in result.triples()]
    return ["\t".join(map(str, row)) for row in result.rows()]


def main(arguments: list[str]) -> int:
    """Measure, and print a line for each query; a star marks what is above the bar.

    Args:
        arguments: one store, or two.

    Returns:
        1 when two stores give different rows, else 0.
    """
    try:
        found = [measure(store) for store in arguments]
    except KamergraafError as error:
        raise SystemExit(str(error)) from error
    print(f"{'':<24}{'rows':>8}" + "".join(f"{'first':>9}{'seconds':>9}  " for _ in found))
    differ = False
    for times in zip(*found, strict=True):
        differs = len({each.digest for each in times}) > 1
        differ |= differs
        print(line_of(times) + ("other rows" if differs else ""))
    return int(differ)


def line_of(times: tuple[QueryTime, ...]) -> str:
    """Give one line of the table: what a query took on each store."""
    line = f"{times[0].name:<24}{times[0].rows:>8,}"
    for each in times:
        line += f"{each.first:>9.3f}{each.seconds:>9.3f}{' *' if each.seconds > BAR else '  '}"
    return line


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
