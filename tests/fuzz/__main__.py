"""Runs the target on mutated papers and prints what came of them; stops at the first finding, which it keeps."""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.formats.papers import PAPERS
from tests.formats.pdf import to_pdf
from tests.formats.render import FORMATS
from tests.fuzz.mutate import mutate
from tests.fuzz.target import read_whole

SEEDS = {**FORMATS, "pdf": to_pdf}
"""What is damaged: the invented papers in every format."""


def main() -> int:
    """Run; 0 when nothing was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--inputs", type=int, default=10_000, help="how many mutated papers")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, default=Path("finding"), help="where an input that breaks it is kept")
    options.add_argument("papers", nargs="*", type=Path, help="real papers to damage as well")
    given = options.parse_args()
    rng = random.Random(given.seed)
    seeds = [(f"{paper.identifier}.{ending}", render(paper)) for paper in PAPERS for ending, render in SEEDS.items()]
    seeds += [(path.name, path.read_bytes()) for path in given.papers]
    results: Counter[str] = Counter()
    slowest = (0.0, "")
    for number in range(given.inputs):
        name, seed = seeds[number % len(seeds)]
        data = mutate(seed, rng)
        began = time.perf_counter()
        try:
            error = read_whole(data, name)
        except Exception:
            given.keep.with_suffix(Path(name).suffix).write_bytes(data)
            traceback.print_exc()
            return 1
        slowest = max(slowest, (time.perf_counter() - began, name))
        results[f"{Path(name).suffix} {'refused' if error else 'read'}"] += 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{given.inputs:,} inputs: {dict(sorted(results.items()))}\n")
    sys.stdout.write(f"slowest {slowest[0]:.2f} s ({slowest[1]}), at most {memory:,.0f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
