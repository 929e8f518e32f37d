"""How soon one changed paper is seen by who asks a server: its figure, the series of that, and its words."""

from __future__ import annotations

import json
import re
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.figures import Change
from benchmarks.measures import COMMAND
from benchmarks.serving import connection, get
from benchmarks.watching import Watched, watch

WORDS = ("zeppelinhavens", "kamelenstallen", "pekelmolens")
"""What no invented paper speaks of: a word for each run."""

CHANGES = len(WORDS)
"""How many papers are changed, one after the other; no more than there are words."""

AMOUNT = 98_761
"""A number that no invented paper has; each run has the next one."""

THING = "asielaanvragen"
"""What the new figure counts: what many papers count, so that a long series changes."""

_EVERY = 0.02
_AFTER = 30.0
"""Seconds after the end of a build by which a server has to show it."""

_ANSWER = re.compile(r"^Antwoord(?: \d+|:)?\n", re.MULTILINE)
"""The heading of an answer in an invented paper, in each of their layouts."""

_VALUE = "<http://purl.org/linked-data/sdmx/2009/measure#obsValue>"
_DECIMAL = "<http://www.w3.org/2001/XMLSchema#decimal>"
_MEMBER = "<http://purl.org/linked-data/cube#observation>"


@dataclass(frozen=True)
class _Seen:
    """Seconds until each was there, and what the build took."""

    facts: float
    series: float
    search: float
    build: Watched


def change(port: int, store: Path, papers: list[Path], log: Path) -> Change:
    """Change papers, one after the other, and publish each while a server answers from the store.

    Args:
        port: of the server.
        store: its store.
        papers: files to change, one for each run; each has an answer.
        log: where the output of the builds goes.

    Raises:
        RuntimeError: when a build ends with an error, or a server does not show what has changed.
    """
    found = []
    for number, (path, word) in enumerate(zip(papers, WORDS, strict=False)):
        path.write_text(changed(path.read_text("utf-8"), AMOUNT + number, word), "utf-8")
        found.append(_republish(port, [*COMMAND, "build", str(path), "--store", str(store)], log, number))
    return Change(
        facts=statistics.median(each.facts for each in found),
        series=statistics.median(each.series for each in found),
        search=statistics.median(each.search for each in found),
        ended=statistics.median(each.build.seconds for each in found),
        processor=statistics.median(each.build.processor for each in found),
        slowest=max(max(each.facts, each.series, each.search) for each in found),
        runs=len(found),
        memory=max(each.build.memory for each in found),
    )


def changed(text: str, amount: int, word: str) -> str:
    """Give the text of a paper with a figure and a word more in its first answer.

    Raises:
        ValueError: when it has no answer.
    """
    heading = _ANSWER.search(text)
    if heading is None:
        raise ValueError("the paper to change has no answer")
    figure = f"Op 1 mei 2003 waren er {amount:,} {THING}.".replace(",", ".")
    return f"{text[: heading.end()]}{figure} Daarover schreven de {word}. {text[heading.end() :]}"


def _republish(port: int, command: list[str], log: Path, number: int) -> _Seen:
    figure = f"?figure {_VALUE} '{AMOUNT + number}'^^{_DECIMAL}"
    with ThreadPoolExecutor(1) as threads, connection(port) as line:
        start = time.perf_counter()
        build = threads.submit(watch, command, log)
        looks: dict[str, Callable[[], bool]] = {
            "the figure": lambda: _asked(line, f"ASK {{ {figure} }}"),
            "its series": lambda: _asked(line, f"ASK {{ {figure} . ?series {_MEMBER} ?figure }}"),
            "its word in the search": lambda: _found(line, WORDS[number]),
        }
        seen: dict[str, float] = {}
        ended: float | None = None
        while len(seen) < len(looks):
            if build.done() and ended is None:
                ended = time.perf_counter()
                _check(build.result())
            for name, look in looks.items():
                if name not in seen and look():
                    seen[name] = time.perf_counter() - start
            if ended and len(seen) < len(looks) and time.perf_counter() - ended > _AFTER:
                missing = " and ".join(name for name in looks if name not in seen)
                raise RuntimeError(f"{_AFTER:.0f} s after the end of the build the server does not show {missing}")
            time.sleep(_EVERY)
        facts, series, search = (seen[name] for name in looks)
        taken = build.result()
        _check(taken)
        return _Seen(facts, series, search, taken)


def _check(build: Watched) -> None:
    if build.code:
        raise RuntimeError(f"the build of the changed paper ended with {build.code}")


def _asked(line: HTTPConnection, query: str) -> bool:
    return bool(json.loads(get(line, "/sparql", query=query))["boolean"])


def _found(line: HTTPConnection, word: str) -> bool:
    """Tell whether a search finds the word itself, not one that is spelled alike."""
    return word in get(line, "/search.json", "application/json", q=f'"{word}"').decode().partition('"results"')[2]
