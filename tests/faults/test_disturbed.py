"""Builds that are killed, of which the system takes the disk away, and whose processes have to end with them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.faults.builds import COMMAND, command, environment
from tests.faults.disturbed import Plan, disturb
from tests.faults.papers import write_papers

from graph.store.embedded import EmbeddedStore

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs signals, limits and /proc")

LIMITED = (
    "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({bytes}, {bytes})); from graph.cli import main; main()"
)


def test_builds_that_are_killed_lose_nothing_while_the_server_answers(tmp_path: Path) -> None:
    """Few and small; `make kills` does 60 of 40 papers."""
    found = disturb(tmp_path, Plan(papers=6, changed=3, kills=12, every=6))
    assert not found.wrong
    assert found.kills == 12 and found.moments["some time"] == 6
    assert found.completed >= 3 and found.copies >= 1
    assert set(found.answers) == {"200"}


@pytest.mark.parametrize("limit", [50_000, 400_000])
def test_a_disk_that_refuses_in_the_middle_of_a_build_is_one_line(tmp_path: Path, limit: int) -> None:
    write_papers(tmp_path / "papers", 3)
    assert command(tmp_path, "build", "papers", "--store", "store", "--jobs", "1").returncode == 0
    with EmbeddedStore(tmp_path / "store").reader() as reader:
        before = {version.graph: reader.n_triples(version.graph) for version in reader.graphs()}
    write_papers(tmp_path / "papers", 6, edition=1)
    refused = subprocess.run(  # noqa: S603
        [sys.executable, "-c", LIMITED.format(bytes=limit), "build", "papers", "--store", "store", "--jobs", "1"],
        capture_output=True, text=True, env=environment(tmp_path), cwd=tmp_path, check=False,
    )  # fmt: skip
    assert refused.returncode == 1
    last = refused.stderr.splitlines()[-1]
    assert last.startswith("kamergraaf: ") and "File too large" in last
    assert "Traceback" not in refused.stderr
    assert ": new: " not in refused.stdout and ": changed: " not in refused.stdout
    with EmbeddedStore(tmp_path / "store").reader() as reader:
        assert {version.graph: reader.n_triples(version.graph) for version in reader.graphs()} == before
    assert command(tmp_path, "build", "papers", "--store", "store", "--jobs", "1").returncode == 0


def test_the_processes_of_a_build_end_when_it_is_killed(tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 40)
    with subprocess.Popen(  # noqa: S603
        [*COMMAND, "build", "papers", "--store", "store", "--jobs", "2"],
        stdout=subprocess.DEVNULL, env=environment(tmp_path), cwd=tmp_path,
    ) as process:  # fmt: skip
        children: list[int] = []
        while len(children) < 3 and process.poll() is None:  # the two that read, and the one that counts resources
            listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii")
            children = [int(each) for each in listed.split()]
        process.kill()
    assert len(children) == 3
    until = time.monotonic() + 60
    while time.monotonic() < until and any(_runs(each) for each in children):
        time.sleep(0.05)
    assert not [each for each in children if _runs(each)]


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
        return " Z " not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (ProcessLookupError, FileNotFoundError):
        return False
