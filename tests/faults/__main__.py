"""Kill builds and print what came of it; 1 when anything was lost, refused or other than it should be."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.disturbed import Plan, disturb


def main() -> int:
    """Run; 0 when nothing was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=60, help="how many builds are killed")
    options.add_argument("--papers", type=int, default=40, help="how many papers each builds")
    options.add_argument("--every", type=int, default=1, help="after how many kills a build is left alone")
    options.add_argument("--seed", type=int, default=1, help="decides the moments")
    given = options.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kamergraaf-faults-") as folder:
        found = disturb(Path(folder), Plan(given.papers, given.papers, given.kills, given.every, given.seed))
    sys.stdout.write(
        f"{found.kills} builds of {given.papers} papers killed: {dict(sorted(found.moments.items()))}\n"
        f"{found.published} had published, {found.reported} papers had been reported as stored; "
        f"{found.copies} copies of the store in mid-write were opened\n"
        f"{found.completed} builds completed after them, each with the dump of an undisturbed build\n"
        f"answers of the server meanwhile: {dict(found.answers)}\n"
        f"{len(found.wrong)} wrong; {time.monotonic() - began:,.0f} s\n"
    )
    for line in found.wrong[:20]:
        sys.stdout.write(f"  {line}\n")
    return int(bool(found.wrong))


if __name__ == "__main__":
    sys.exit(main())
