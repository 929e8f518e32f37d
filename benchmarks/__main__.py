"""Print the measures as a table and write them as JSON: `python -m benchmarks [FILE]`."""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.measures import Measure, all_measures
from graph import __version__

DEFAULT = Path("build") / "benchmarks.json"


def main(arguments: list[str]) -> None:
    """Measure, print a line for each, write the file.

    Args:
        arguments: the file to write, or nothing.
    """
    out = Path(arguments[0]) if arguments else DEFAULT
    print(f"{'':<44}{'seconds':>9}{'spread':>9}{'bar':>7}  clock")
    measures = []
    for each in all_measures():
        measures.append(each)
        print(line_of(each), flush=True)
    machine = {"python": platform.python_version(), "system": platform.platform(), "processors": os.cpu_count()}
    found = {"version": __version__, "machine": machine, "measures": [asdict(each) for each in measures]}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(f"written to {out}")


def line_of(measure: Measure) -> str:
    """Give one line of the table; a star marks what is above its bar."""
    bar = "" if measure.bar is None else f"{measure.bar:.2f}"
    above = " *" if measure.bar is not None and measure.seconds > measure.bar else ""
    return f"{measure.name:<44}{measure.seconds:>9.3f}{measure.spread:>9.3f}{bar:>7}  {measure.clock}{above}"


if __name__ == "__main__":
    main(sys.argv[1:])
