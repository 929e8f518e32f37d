"""A harvest that ends at any moment, and the one after it: nothing is lost, nothing is there twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.harvest.harvester import Harvester
from tests.harvest.papers import PDF, Record, kamerstuk
from tests.harvest.service import Service

from graph.harvest import folder as folder_room
from graph.harvest.folder import Folder
from graph.harvest.state import State


class KilledError(BaseException):
    """As if the process had been killed."""


class Killer:
    """Ends a harvest at the n-th thing that it does to the disk, before or after it is done."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.at = -1
        self.done = 0
        self._patch = patch
        self.watch(folder_room, "write_whole")
        self.watch(Folder, "withdraw")
        for name in ("keep", "read_to", "saw", "fail"):
            self.watch(State, name)

    def watch(self, owner: object, name: str) -> None:
        real: Callable[..., object] = getattr(owner, name)

        def watched(*arguments: object, **more: object) -> object:
            self._count()
            result = real(*arguments, **more)
            self._count()
            return result

        self._patch.setattr(owner, name, watched)

    def _count(self) -> None:
        self.done += 1
        if self.done == self.at:
            raise KilledError


def first(service: Service) -> None:
    """List papers as they are at first."""
    service.records.clear()
    service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    service.put(Record("kst-39999-2", ("pdf",)), pdf=PDF)
    parts = {"dossiernummer": "39999", "ondernummer": "8", "documentstatus": "Onopgemaakt"}
    service.put(Record("kst-1234567", ("pdf",), fields=parts), pdf=PDF)
    service.put(Record("kst-39999-9"), xml=kamerstuk("9"))


def later(service: Service) -> None:
    """List them as they are later: one corrected, one in a better format, one in print, one taken away."""
    service.records.clear()
    service.put(Record("kst-39999-1", modified="2024-12-01"), xml=kamerstuk("1", dikes=13))
    service.put(Record("kst-39999-2", ("pdf", "xml"), modified="2024-12-01"), xml=kamerstuk("2"))
    service.put(Record("kst-39999-8", modified="2024-12-01"), xml=kamerstuk("8"))
    service.files.pop(Record("kst-39999-9").path("xml"), None)


FIRST = ["kst-39999-1.xml", "kst-39999-2.pdf", "kst-39999-8.pdf", "kst-39999-9.xml"]
LATER = ["kst-39999-1.xml", "kst-39999-2.xml", "kst-39999-8.xml"]


def papers(harvester: Harvester) -> list[str]:
    names = [Path(name).name for name in harvester.files()]
    for name in names:  # whatever happened, no paper stands without its metadata
        stem = name.partition(".")[0]
        assert (
            "metadata" in name or "meta" in name or f"{stem}_metadata_owms.xml" in names or f"{stem}.meta.json" in names
        )
    return [name for name in names if "meta" not in name]


def test_harvest_may_end_at_any_moment(service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda file: None)
    killer = Killer(monkeypatch)
    moment, ended = 0, True
    while ended:
        moment += 3
        harvester = Harvester(service, tmp_path / str(moment))
        ended = False
        for given, expected in ((first, FIRST), (later, LATER)):
            given(service)
            killer.done, killer.at = 0, moment
            try:
                harvester.run(full=True)
            except KilledError:
                ended = True
                papers(harvester)
                killer.at = -1
                harvester.run(full=True)
            assert papers(harvester) == expected
            assert not list(harvester.folder.rglob("*.part"))
        killer.at = -1
        harvester.clock.passed += 86400 * 5
        assert not harvester.run(full=True).failures
        assert papers(harvester) == LATER
    assert moment > 20


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize("requests", [1, 4, 9])
def test_process_that_is_killed_leaves_whole_files_and_the_next_one_completes(
    service: Service, tmp_path: Path, requests: int
) -> None:
    service.size = 3
    for number in range(1, 13):
        service.put(Record(f"kst-39999-{number}"), xml=kamerstuk(str(number)))
    settings = {
        "SRU_URL": f"{service.base}/sru",
        "HARVEST_FOLDER": str(tmp_path / "papers"),
        "HARVEST_RATE": "1000",
        "STORE": str(tmp_path / "store"),
    }
    environment = os.environ | {f"KAMERGRAAF_{name}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "graph", "harvest", "--source", "sru"]
    service.stop_after = requests
    process = subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=subprocess.DEVNULL)  # noqa: S603
    assert service.stopped.wait(60)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    service.stop_after = None
    service.going_on.set()
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    folder = tmp_path / "papers" / "kst" / "39999"
    for number in range(1, 13):
        assert (folder / f"kst-39999-{number}.xml").read_bytes() == kamerstuk(str(number))
    assert len(list(folder.iterdir())) == 24
