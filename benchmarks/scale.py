"""How the build grows with the number of papers: `python -m benchmarks.scale FOLDER COUNT [JOBS]`.

Invented papers (`benchmarks.corpus`) are built anew, then once more without a change, then with one that has changed.
Of each the seconds on the wall and of all processors are printed, the seconds of processor a paper, and the most memory
that all processes had at one moment.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.watching import Watched, watch

_COMMAND = [sys.executable, "-c", "from graph.cli import main; main()", "build"]


def main(arguments: list[str]) -> None:
    """Build so many papers, and print a line for each build.

    Args:
        arguments: the folder to work in, the number of papers, and the processes to build with (2 where not said).
    """
    folder, count, jobs = Path(arguments[0]), int(arguments[1]), arguments[2] if len(arguments) > 2 else "2"
    papers, store = folder / f"papers-{count}", folder / f"store-{count}"
    for old in (papers, store):
        shutil.rmtree(old, ignore_errors=True)
    files = write_corpus(papers, count)
    command = [*_COMMAND, str(papers), "--store", str(store), "--jobs", jobs]
    print(f"{'':<28}{'seconds':>10}{'processor':>11}{'a paper':>9}{'MiB':>8}{'private':>9}")
    print(line_of(f"{count:,} papers, {jobs} jobs", _build(command), count), flush=True)
    print(line_of("unchanged", _build(command), count), flush=True)
    middle = files[count // 2]
    middle.write_text(middle.read_text("utf-8").replace("Antwoord", "Antwoord ", 1), "utf-8")
    print(line_of("one of them changed", _build([*_COMMAND, str(middle), "--store", str(store)]), 1))


def _build(command: list[str]) -> Watched:
    taken = watch(command)
    if taken.code:
        raise SystemExit(f"the build ended with {taken.code}: {' '.join(command)}")
    return taken


def line_of(name: str, taken: Watched, papers: int) -> str:
    """Give one line of the table."""
    each = taken.processor / papers
    numbers = f"{taken.seconds:>10.1f}{taken.processor:>11.1f}{each:>9.3f}{taken.memory:>8.0f}{taken.private:>9.0f}"
    return f"{name:<28}{numbers}"


if __name__ == "__main__":
    main(sys.argv[1:])
