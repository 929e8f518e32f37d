"""How long a search takes, and an index to follow a changed paper: `python -m benchmarks.search [PAPERS] [FILE]`.

The papers are the one that ships, over and over: each with an identifier, numbers, a ministry and many words of its
own, drawn from 60,000 invented compounds as often as words are in a language (Zipf). So they have the layout, the
length and the number of figures of a real one, and an index has as many different words as that of real ones.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from graph.build.work import Recipe, make, registers
from graph.describe import Publisher, shared
from graph.extract import RULES
from graph.resources import resource
from graph.search.asking import Sort, Wanted
from graph.search.index import bring_up
from graph.search.served import Served
from graph.store.base import digest_of, n_triples

BASE = "https://w3id.org/kamergraaf/"
Result = TypeVar("Result")
PAPERS = 2000
DEFAULT = Path("build") / "search.json"
BAR = 0.2
"""Seconds that a search may take with 2,000 papers."""

_HEADS = "plek aanvraag kost procedure wet zorg locatie bedrag besluit huis jaar gemeente kind school subsidie".split()
_FRONTS = (
    "opvang asiel jeugd wonen energie klimaat gezin noord haven belasting onderwijs landbouw water verkeer".split()
)
_WORD = re.compile(r"(?<![\w\\])[a-z]{5,}(?!\w)")
_NUMBER = re.compile(r"\d{2}\.\d{3}")

QUERIES = {
    "one frequent word": Wanted("opvangplekken"),
    "one rare word": Wanted("noodopvangplekken"),
    "three words": Wanted("opvangplekken COA 2025"),
    "a phrase": Wanted('"reguliere plekken"'),
    "a number": Wanted("69.630"),
    "a mistyped word": Wanted("opvangpleken"),
    "a paper": Wanted("kst-41000-XX-7"),
    "a question of a paper": Wanted("41 000 XX, nr. 7 vraag 12"),
    "a word, newest first": Wanted("asielaanvragen", sort=Sort.NEWEST),
    "a word with three facets": Wanted("kosten", {"year": "2025", "what": "figure", "organisation": "coa"}),
    "page 50": Wanted("vreemdelingen", page=50),
    "nothing typed": Wanted(),
    "twenty words": Wanted("kosten opvang asiel gemeente locatie plek jaar besluit procedure zorg wet kind " * 2),
}


@dataclass(frozen=True)
class Held:
    """A graph as the index is told of it."""

    graph: str
    digest: str
    identifier: str | None


class Papers:
    """Generated papers, each made when it is asked for."""

    def __init__(self) -> None:
        path = resource("data", "documents") / "kst-36800-XX-7.txt"
        made = make(path, Recipe(BASE))
        self._text = made.triples.decode()
        graphs = shared([made.extract], BASE, RULES, Publisher())
        self.shared = {name: n_triples(quads) for name, quads in graphs.items() if name.endswith(("ties", "tors"))}
        draw = random.Random(1)
        words = [f"{draw.choice(_FRONTS)}{_syllables(draw)}{draw.choice(_HEADS)}" for _ in range(60_000)]
        self._words, self._weights = words, list(accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def graph(self, number: int, version: int = 0) -> bytes:
        """Give a paper as N-Triples."""
        draw = random.Random(number * 1000 + version)
        spoken = draw.choices(self._words, cum_weights=self._weights, k=4000)

        def word(found: re.Match[str]) -> str:
            return spoken.pop() if spoken and draw.random() < 0.3 else found[0]

        lines = []
        for line in self._text.splitlines():
            if "<https://schema.org/text>" in line and "/text/" not in line.partition(" ")[0]:
                line = _WORD.sub(word, line)
            lines.append(line)
        text = "\n".join(lines).replace("kst-36800-XX-7", f"kst-{40_000 + number}-XX-7")
        text = _NUMBER.sub(
            lambda found: found[0] if draw.random() < 0.5 else f"{draw.randrange(10, 99)}.{found[0][3:]}", text
        )
        text = text.replace('"2025-11-14"', f'"{draw.randrange(1998, 2026)}-11-14"')
        return f"{text}\n".encode()


def _syllables(draw: random.Random) -> str:
    return "".join(draw.choice("bdgklmnprstvz") + draw.choice("aeiou") for _ in range(2))


def main(arguments: list[str]) -> None:
    """Make the index, measure, print a line for each, write the file.

    Args:
        arguments: the number of papers, the file to write; both may be left out.
    """
    many = int(arguments[0]) if arguments else PAPERS
    out = Path(arguments[1]) if len(arguments) > 1 else DEFAULT
    registers()
    papers = Papers()
    with TemporaryDirectory(prefix="kamergraaf-") as folder:
        found = _measure(papers, many, Path(folder))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"papers": many, "seconds": found}, indent=2) + "\n", encoding="utf-8")
    print(f"written to {out}")


def _measure(papers: Papers, many: int, folder: Path) -> dict[str, float]:
    numbers = {f"{BASE}graph/kst-{40_000 + number}-XX-7": number for number in range(many)}
    held = {name: Held(name, digest_of(content), None) for name, content in papers.shared.items()}
    held |= {name: Held(name, "1", name.rpartition("/")[2]) for name in numbers}

    def content(name: str) -> bytes:
        return papers.shared[name] if name in papers.shared else papers.graph(numbers[name])

    made = sum(_timed(partial(papers.graph, number))[0] for number in range(20)) / 20 * many
    seconds: dict[str, float] = {}
    seconds["index of all papers"] = _timed(lambda: bring_up(None, folder / "1", held.values(), content))[0] - made
    changed = next(iter(numbers))
    held[changed] = Held(changed, "2", held[changed].identifier)
    seconds["index follows one paper"], _ = _timed(lambda: bring_up(folder / "1", folder / "2", held.values(), content))
    seconds["open, and first search"], served = _timed(lambda: _opened(folder / "2"))
    print(f"{many} papers, {sum(file.stat().st_size for file in (folder / '2').iterdir()) / 1e6:.0f} MB")
    for name, wanted in QUERIES.items():
        times = [_timed(partial(served.search, wanted))[0] for _ in range(15)]
        seconds[name] = statistics.median(times)
    for name, taken in seconds.items():
        print(f"{name:<28}{taken:>9.3f}{' *' if name in QUERIES and taken > BAR else ''}", flush=True)
    return seconds


def _opened(folder: Path) -> Served:
    served = Served(folder)
    served.warm()
    return served


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


if __name__ == "__main__":
    main(sys.argv[1:])
