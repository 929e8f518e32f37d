"""How everything grows with the number of papers: `python -m benchmarks.scale [FOLDER] [COUNT …]`.

Invented papers (`benchmarks.corpus`) are built anew, once more without a change, and with one that has changed; what
the store takes, validation, the example queries, searches and the pages of a server are measured at each count. The
figures are written after every step. `--table FILE` measures nothing and prints the tables of a file.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from benchmarks.figures import Figures, load, this_machine, write
from benchmarks.growth import measured
from benchmarks.republishing import CHANGES
from benchmarks.tables import long_table, short_table

COUNTS = (100, 500, 2000, 5000)
FOLDER = Path("build") / "scale"
FILE = Path("build") / "scale.json"


def main(arguments: list[str]) -> int:
    """Measure, or print what was measured.

    Args:
        arguments: see `--help`.

    Returns:
        1 when a step failed, 2 when a file cannot be read, else 0.
    """
    given = _parser().parse_args(arguments)
    figures = Figures(this_machine())
    if given.table or (given.add and given.json.exists()):
        try:
            before = load(given.table or given.json)
        except (OSError, ValueError) as error:
            print(error, file=sys.stderr)
            return 2
        if given.table:
            print(tables(before))
            return 0
        figures = Figures(figures.machine, before.growths)
    folder, counts = _asked(given.what)
    for count in counts:
        figures = _measure(figures, folder, count, given)
    print(tables(figures))
    return int(any(growth.failures for growth in figures.growths))


def _measure(figures: Figures, folder: Path, count: int, given: argparse.Namespace) -> Figures:
    start = time.perf_counter()
    folder.mkdir(parents=True, exist_ok=True)
    told = 0
    steps = measured(folder, count, jobs=given.jobs, changes=given.changes, keep=given.keep)
    for step, growth in steps:
        print(f"{time.strftime('%H:%M:%S')} {count:,} papers: {step}, {time.perf_counter() - start:.0f} s", flush=True)
        for failure in growth.failures[told:]:
            print(f"  failed: {failure.step}: {failure.why}", flush=True)
        told = len(growth.failures)
        figures = figures.with_growth(growth)
        write(figures, given.json)
    print(f"{count:,} papers: written to {given.json}", flush=True)
    return figures


def tables(figures: Figures) -> str:
    """Give the long table for docs/scale.md and the short one for the README."""
    return f"{long_table(figures)}\n\nFor the README:\n\n{short_table(figures)}"


def _asked(what: list[str]) -> tuple[Path, tuple[int, ...]]:
    """Tell the folder from the counts."""
    folder = FOLDER if not what or what[0].isdigit() else Path(what[0])
    counts = tuple(int(each) for each in what[what[:1] == [str(folder)] :])
    return folder, counts or COUNTS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("what", nargs="*", metavar="FOLDER|COUNT", help=f"where to work ({FOLDER}); how many papers")
    parser.add_argument("--json", type=Path, default=FILE, metavar="FILE", help=f"where the figures go ({FILE})")
    parser.add_argument("--add", action="store_true", help="keep the figures of other counts that stand in that file")
    parser.add_argument("--jobs", type=int, default=2, help="the processes to build with (2)")
    runs = range(1, CHANGES + 1)
    parser.add_argument("--changes", type=int, default=CHANGES, choices=runs, help=f"papers to change ({CHANGES})")
    parser.add_argument("--keep", action="store_true", help="leave papers and stores in the folder")
    parser.add_argument("--table", type=Path, metavar="FILE", help="measure nothing; print the tables of a file")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
