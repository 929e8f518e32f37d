"""Papers made on a real Dask cluster of this machine, some of whose parts are killed in mid-run."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from graph.build import Fate, Outcome, Totals, build, cluster, workers
from graph.build.cluster import Cluster
from graph.build.inputs import Paper, load
from graph.build.work import Recipe
from graph.build.workers import Workers, make_all
from graph.cli import run
from graph.errors import ClusterError
from graph.settings import Settings
from graph.store.dump import FORMATS, dump
from graph.store.embedded import EmbeddedStore

PAPER = """Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie (ingezonden 3 maart 2025)

Vraag 1
Hoeveel plekken waren er in 2024?

Antwoord op vraag 1
In 2024 waren er {number} opvangplekken.
"""
RECIPE = Recipe("https://example.org/", seconds=60)


class Deadly(bytes):
    """The bytes of a file that end whatever process they are sent to."""

    def __reduce__(self) -> tuple[Any, tuple[int]]:
        return os._exit, (1,)


class Machines:
    """A scheduler and its workers, each a process of its own, as an operator starts them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._workers: list[subprocess.Popen[bytes]] = []
        self._names = iter(range(1000))
        told = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", str(told))
        _wait(told.exists)
        self.address: str = json.loads(told.read_text())["address"]

    def worker(self, *more: str, registers: str = os.devnull, path: str = "") -> subprocess.Popen[bytes]:
        """Start a worker that makes one paper at a time."""
        folder = self._folder / f"worker{next(self._names)}"
        environ = {"KAMERGRAAF_AUTHORITIES": registers, **({"PYTHONPATH": path} if path else {})}
        where = ("--nthreads", "1", "--local-directory", str(folder))
        self._workers.append(self._start("worker", self.address, *where, *more, **environ))
        return self._workers[-1]

    def end_workers(self) -> None:
        """End the workers, all at once, and leave the scheduler."""
        for worker in self._workers:
            worker.terminate()
        while self._workers:
            _end(self._workers.pop())

    def close(self) -> None:
        """End all of them."""
        self.end_workers()
        _end(self.scheduler)

    def _start(self, kind: str, *more: str, **environ: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--host", "127.0.0.1", "--no-dashboard", *more]
        with (self._folder / f"{kind}{next(self._names)}.log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **environ})  # noqa: S603
        return process


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Machines]:
    """Give machines whose scheduler may be killed."""
    with closing(Machines(tmp_path)) as started:
        yield started


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    with closing(Machines(tmp_path_factory.mktemp("machines"))) as started:
        yield started


@pytest.fixture
def machines(shared: Machines) -> Iterator[Machines]:
    """Give a scheduler without workers."""
    yield shared
    shared.end_workers()


def papers(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"ah-tk-20242025-{each}.txt" for each in range(1, number + 1)]
    for each, path in enumerate(paths):
        path.write_text(PAPER.format(number=1000 + each))
    return paths


def built(
    folder: Path, paths: list[Path], crew: Workers | None, done: Callable[[Outcome], None] = lambda outcome: None
) -> tuple[Totals, bytes]:
    """Build papers, and give what they came to and the whole dataset."""
    settings, out = Settings(store=folder), io.BytesIO()
    store = EmbeddedStore(settings.store)
    totals = build(paths, settings, store, workers=crew, done=done)
    with store.reader() as reader:
        dump(reader, out, FORMATS["nq"])
    return totals, out.getvalue()


def test_worker_that_is_killed_in_mid_run_loses_nothing(tmp_path: Path, machines: Machines) -> None:
    paths = papers(tmp_path, 30)
    victim, _ = machines.worker("--no-nanny"), machines.worker()
    told: list[Path] = []

    def done(outcome: Outcome) -> None:
        told.append(outcome.made.path)
        if len(told) == 5:
            victim.kill()

    crew = Cluster(machines.address)
    totals, there = built(tmp_path / "there", paths, crew, done)
    assert victim.wait() == -9
    assert told == paths and not totals.failed
    assert there == built(tmp_path / "here", paths, None)[1]


def test_origin_of_a_paper_is_where_it_stands_here_and_its_limit_holds_there(
    tmp_path: Path, machines: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers(tmp_path, 4)
    monkeypatch.chdir(tmp_path)
    paths = [Path(f"ah-tk-20242025-{each}.txt") for each in range(1, 5)]
    deadly = paths[1]

    def look(path: Path, recipe: Recipe) -> Paper:
        paper = load(path)
        return replace(paper, data=Deadly(paper.data)) if path == deadly else paper

    monkeypatch.setattr(workers, "look", look)
    machines.worker("--no-nanny")
    with Cluster(machines.address) as crew:
        made = list(make_all(paths, RECIPE, crew))
        late = list(make_all(paths[2:], replace(RECIPE, seconds=0.001), crew))
    assert [each.path for each in made] == paths
    assert [each.path for each in made if each.problem] == [deadly] and "ends the process" in made[1].problem
    assert made[0].origin and made[0].origin.location == str(tmp_path / paths[0])
    assert all("takes more than 0.001 seconds" in each.problem for each in late) and len(late) == 2


def test_scheduler_that_goes_away_is_one_line_and_leaves_the_last_publication(tmp_path: Path, own: Machines) -> None:
    paths = papers(tmp_path, 12)
    own.worker("--no-nanny")
    before = built(tmp_path / "store", paths[:1], None)[1]

    def done(outcome: Outcome) -> None:
        if outcome.fate is Fate.NEW:
            own.scheduler.kill()

    with pytest.raises(ClusterError, match=r"^tcp://\S+: the Dask scheduler went away.*; nothing was published"):
        built(tmp_path / "store", paths, Cluster(own.address), done)
    assert built(tmp_path / "store", [], None)[1] == before


def test_workers_that_all_go_away_are_waited_for_and_then_told(tmp_path: Path, machines: Machines) -> None:
    paths, only = papers(tmp_path, 12), machines.worker("--no-nanny")
    crew = Cluster(machines.address, patience=30)
    with pytest.raises(ClusterError, match=r"there was no worker for 1 seconds; start one: dask worker tcp"), crew:
        for _ in make_all(paths, RECIPE, crew):
            crew._patience = 1
            only.kill()


def test_workers_of_other_software_are_refused_before_the_first_paper_and_when_they_join(
    tmp_path: Path, machines: Machines
) -> None:
    (tmp_path / "registers").mkdir()
    (tmp_path / "registers" / "more.ttl").write_text("")
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "__init__.py").write_text("")
    paths, told = papers(tmp_path, 2), r": worker tcp://\S+ has "
    good = machines.worker("--no-nanny")
    with Cluster(machines.address) as crew:
        assert not any(made.problem for made in make_all(paths, RECIPE, crew))
        other = machines.worker("--no-nanny", registers=str(tmp_path / "registers"))
        good.kill()
        with pytest.raises(ClusterError, match=told + r"another kamergraaf.*with the same registers imported"):
            list(make_all(paths, RECIPE, crew))
    with pytest.raises(ClusterError, match=told + "another kamergraaf"), Cluster(machines.address) as crew:
        list(make_all(paths, RECIPE, crew))
    other.kill()
    machines.worker("--no-nanny", path=str(tmp_path))
    with pytest.raises(ClusterError, match=told + "no kamergraaf like this one"), Cluster(machines.address) as crew:
        list(make_all(paths, RECIPE, crew))


def test_paper_that_ended_every_worker_it_was_given_to_is_named(
    tmp_path: Path, machines: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kills(here: dict[str, str], parcel: bytes, seconds: float) -> tuple[str, bytes]:
        from os import _exit

        _exit(1)

    paths = papers(tmp_path, 2)
    monkeypatch.setattr(cluster, "making", lambda: kills)
    machines.worker()
    with Cluster(machines.address) as crew:
        assert ["ends the process" in made.problem for made in make_all(paths, RECIPE, crew)] == [True, True]


def test_cluster_without_workers_or_scheduler_is_one_line_and_exit_code_1(
    tmp_path: Path, own: Machines, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    papers(tmp_path, 2)
    monkeypatch.setattr(cluster, "Cluster", partial(Cluster, patience=1))
    command = ["build", str(tmp_path), "--store", str(tmp_path / "store"), "--dask", own.address]
    assert run(command) == 1
    _one_line(capsys, f"kamergraaf: {own.address}: there was no worker for 1 seconds; start one: dask worker")
    _end(own.scheduler)
    assert run(command) == 1
    _one_line(capsys, f"kamergraaf: {own.address}: no Dask scheduler answers")


def test_nothing_is_asked_of_a_cluster_that_is_not_needed(tmp_path: Path) -> None:
    paths = papers(tmp_path, 1)
    with Cluster("tcp://127.0.0.1:1") as crew:
        assert [made.path for made in make_all(paths, RECIPE, crew)] == paths


@pytest.mark.parametrize(
    ("address", "settings", "message"),
    [
        ("tls://127.0.0.1:1", {}, "tls needs certificates: set DASK_"),
        ("tls://127.0.0.1:1", {"distributed.comm.tls.ca-file": os.devnull}, "tls needs certificates: set DASK_"),
        (
            "tcp://127.0.0.1:1",
            {"distributed.comm.require-encryption": True},
            "the settings of Dask here want encryption",
        ),
    ],
)
def test_address_that_does_not_go_with_the_certificates_is_refused(
    tmp_path: Path, address: str, settings: dict[str, object], message: str
) -> None:
    import dask

    with (
        dask.config.set(settings),
        Cluster(address) as crew,
        pytest.raises(ClusterError, match=f"{address}: {message}"),
    ):
        list(make_all(papers(tmp_path, 2), RECIPE, crew))


def test_dask_that_is_not_installed_is_told_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)
    assert run(["build", "--dask", "tcp://127.0.0.1:1"]) == 1
    _one_line(capsys, "kamergraaf: --dask needs Dask, which is not installed: pip install 'kamergraaf[dask]'")


@pytest.mark.parametrize(
    "arguments", [["--dask", "http://host:1"], ["--dask", "tcp://host"], ["--dask", "tcp://host:1", "--jobs", "2"]]
)
def test_wrong_use_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", *arguments]) == 2
    assert "Invalid value" in capsys.readouterr().err


def test_jobs_on_the_command_line_go_before_the_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    papers(tmp_path, 2)
    monkeypatch.setenv("KAMERGRAAF_DASK", "tcp://127.0.0.1:1")
    monkeypatch.setattr(cluster, "Cluster", partial(Cluster, patience=0.1))
    command = ["build", str(tmp_path), "--store", str(tmp_path / "store")]
    assert run(command) == 1
    _one_line(capsys, "kamergraaf: tcp://127.0.0.1:1: no Dask scheduler answers")
    assert run([*command, "--jobs", "1"]) == 0


def _one_line(capsys: pytest.CaptureFixture[str], beginning: str) -> None:
    said = capsys.readouterr().err
    assert said.startswith(beginning) and said.count("\n") == 1


def _wait(whether: Callable[[], bool]) -> None:
    while not whether():
        time.sleep(0.05)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process gently, so that a nanny ends its worker."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
