"""Kills builds one after the other while a server answers, and looks after each what is left."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from pyoxigraph import RdfFormat
from tests.faults.builds import COMMAND, Killed, command, environment, killed_build, moment_of
from tests.faults.papers import figure_of, write_papers

from graph.store.base import Reader, digest_like
from graph.store.dump import dump
from graph.store.embedded import EmbeddedStore

DONE = "done before"
BASE = "https://w3id.org/kamergraaf/"
ADDRESSES = (
    "/health/ready",
    "/status",
    "/documents.json",
    "/doc/document/ah-tk-20242025-1.ttl",
    "/graph/ah-tk-20242025-1",
    "/search?q=dijken",
    "/sparql?query=SELECT%20(COUNT(*)%20AS%20?n)%20%7B%20?s%20?p%20?o%20%7D",
    "/feed.atom",
)
"""What visitors ask all the time."""


@dataclass(frozen=True)
class Plan:
    """How much is tried.

    Attributes:
        papers: in the store.
        changed: how many of them each build finds changed.
        kills: how many builds are killed, every second one aimed at its publication.
        every: after how many kills a build is left alone and compared with an undisturbed one.
        seed: decides the moments.
    """

    papers: int = 40
    changed: int = 40
    kills: int = 60
    every: int = 1
    seed: int = 1


@dataclass
class Figures:
    """What came of it; `wrong` has a line for everything that should not be."""

    moments: Counter[str] = field(default_factory=Counter)
    published: int = 0
    copies: int = 0
    completed: int = 0
    reported: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """How many builds were killed; those that were done before their moment came do not count."""
        return self.moments.total() - self.moments[DONE]


def disturb(folder: Path, plan: Plan) -> Figures:
    """Do all of it in a folder of its own."""
    figures = Figures()
    dumps = [_undisturbed(folder, plan, edition) for edition in (0, 1)]
    _write(folder, plan, 0)
    began = time.monotonic()
    _complete(folder, figures, dumps[0])
    whole = time.monotonic() - began
    stored, edition = 0, 0
    rng = random.Random(plan.seed)
    with served(folder) as address, visited(address, figures):
        while figures.kills < plan.kills:
            if edition == stored:
                edition = 1 - stored
                _write(folder, plan, edition)
            number = figures.moments.total() + 1
            aimed = figures.moments["some time"] * 2 >= figures.kills + 1
            moment, wait = moment_of(folder / "store", rng, whole, aimed=aimed)
            copy = folder / "copy" if number % 2 == 0 else None
            killed = killed_build(folder, moment, wait, jobs=1 + (number % 3 == 0), copy=copy)
            stored = _look(folder, plan, figures, killed, (stored, edition))
            if number % plan.every == 0 or figures.kills == plan.kills:
                _complete(folder, figures, dumps[edition])
                stored = edition
    return figures


def _look(folder: Path, plan: Plan, figures: Figures, killed: Killed, editions: tuple[int, int]) -> int:
    """Look at what a killed build left; gives the edition that is stored."""
    figures.moments[killed.moment if killed.code < 0 else DONE] += 1
    figures.reported += len(killed.reported)
    before, after = editions
    with EmbeddedStore(folder / "store").reader() as reader:
        stored = _edition(reader, plan, figures, killed.moment)
    if stored == after:
        figures.published += 1
    elif killed.reported:
        figures.wrong.append(f"{killed}: {len(killed.reported)} papers were reported as stored and are not")
    if (copy := folder / "copy").exists():
        figures.copies += 1
        with EmbeddedStore(copy).reader() as reader:
            if _edition(reader, plan, figures, f"copy, {killed.moment}") not in (before, stored):
                figures.wrong.append(f"{killed}: the copy holds neither what was stored nor what came")
        shutil.rmtree(copy)
    return stored


def _edition(reader: Reader, plan: Plan, figures: Figures, moment: str) -> int:
    """Give the edition of the papers in a store, having looked at all its graphs; -1 where they are mixed."""
    editions = set()
    for version in reader.graphs():
        content = reader.n_triples(version.graph)
        if version.digest is None or digest_like(content, version.digest) != version.digest:
            figures.wrong.append(f"{moment}: {version.graph} is not what the ledger says")
    for number in range(1, plan.papers + 1):
        content = reader.n_triples(f"{BASE}graph/ah-tk-20242025-{number}")
        said = [edition for edition in (0, 1) if f'"{figure_of(number, edition)}"'.encode() in content]
        if number <= plan.changed:
            editions.add(said[0] if said else -1)
        elif 0 not in said:
            figures.wrong.append(f"{moment}: paper {number} is lost")
    if len(editions) != 1 or -1 in editions:
        figures.wrong.append(f"{moment}: papers are lost, or one publication holds editions {editions}")
    return editions.pop() if len(editions) == 1 else -1


def _write(folder: Path, plan: Plan, edition: int) -> None:
    write_papers(folder / "papers", plan.papers)
    write_papers(folder / "papers", plan.changed, edition=edition)


def _undisturbed(folder: Path, plan: Plan, edition: int) -> bytes:
    """Build an edition into a store of its own, and give its dump."""
    _write(folder, plan, edition)
    done = command(folder, "build", "papers", "--store", f"calm-{edition}", "--jobs", "1")
    if done.returncode:
        raise RuntimeError(done.stderr)
    return _dump(folder, f"calm-{edition}")


def _complete(folder: Path, figures: Figures, wanted: bytes) -> None:
    """Let a build go on to its end, and compare what is stored with what it should be."""
    done = command(folder, "build", "papers", "--store", "store", "--jobs", "1")
    if done.returncode:
        figures.wrong.append(f"the next build did not complete: {done.stderr or done.stdout}")
    elif _dump(folder, "store") != wanted:
        figures.wrong.append("the next build left another data set than an undisturbed one")
    else:
        figures.completed += 1


def _dump(folder: Path, store: str) -> bytes:
    out = io.BytesIO()
    with EmbeddedStore(folder / store).reader() as reader:
        dump(reader, out, RdfFormat.N_QUADS)
    return out.getvalue()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the store by a process of its own; gives its address."""
    with (folder / "server.txt").open("wb") as log, subprocess.Popen(  # noqa: S603
        [*COMMAND, "serve", "--port", "0", "--store", "store"],
        stdout=subprocess.PIPE, stderr=log, text=True, env=environment(folder), cwd=folder,
    ) as process:  # fmt: skip
        try:
            if process.stdout is None or not (told := re.search(r"http://[\d.]+:\d+", process.stdout.readline())):
                raise RuntimeError((folder / "server.txt").read_text())
            yield told.group()
        finally:
            process.terminate()


@contextmanager
def visited(address: str, figures: Figures, visitors: int = 1) -> Iterator[None]:
    """Let visitors ask the server all the time; whatever is not answered by 200 is wrong."""
    done = threading.Event()

    def visit() -> None:
        with httpx.Client(base_url=address, timeout=60) as client:
            while not done.is_set():
                for path in ADDRESSES:
                    _ask(client, path, figures)
                    done.wait(0.1)

    threads = [threading.Thread(target=visit) for _ in range(visitors)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join()


def _ask(client: httpx.Client, path: str, figures: Figures) -> None:
    try:
        answer = client.get(path)
        figures.answers[str(answer.status_code)] += 1
        if answer.status_code != 200:
            figures.wrong.append(f"{path}: {answer.status_code}: {answer.text[:300]}")
    except httpx.HTTPError as error:
        figures.answers["none"] += 1
        figures.wrong.append(f"{path}: no answer: {error!r}")
