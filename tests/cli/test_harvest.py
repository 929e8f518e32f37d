"""`kamergraaf harvest`: what it tells, its exit codes, and the way from a service into the store."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.harvest.papers import Record, kamerstuk
from tests.harvest.service import Service, serving

from graph.cli import run
from graph.store import open_store


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Service]:
    for name in [name for name in os.environ if name.startswith("KAMERGRAAF_") or name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    with serving() as started:
        settings = {
            "SRU_URL": f"{started.base}/sru",
            "ODATA_URL": f"{started.base}/odata",
            "SYNCFEED_URL": f"{started.base}/feed",
            "HARVEST_RATE": "1000",
            "HARVEST_ATTEMPTS": "1",
            "STORE": str(tmp_path / "store"),
            "AUTHORITIES": os.devnull,
        }
        for name, value in settings.items():
            monkeypatch.setenv(f"KAMERGRAAF_{name}", value)
        for number in (1, 2):
            started.put(Record(f"kst-39999-{number}"), xml=kamerstuk(str(number)))
        yield started


def lines(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[str]:
    assert run(arguments) == code
    return capsys.readouterr().out.splitlines()


def test_each_paper_has_a_line_and_the_last_one_counts(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "harvest") == [
        "kst-39999-1: new (xml)",
        "kst-39999-2: new (xml)",
        "2 papers: 2 new; in papers",
    ]
    assert lines(capsys, "harvest") == ["0 papers: nothing new; in papers"]


def test_dry_run_tells_addresses_and_writes_nothing(
    service: Service, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told = lines(capsys, "harvest", "--dry-run", "--source", "sru")
    assert told[0] == f"kst-39999-1: would be new (xml {service.base}{service.records[0].path('xml')})"
    assert told[-1] == "2 papers: 2 new; nothing written"
    assert list(tmp_path.iterdir()) == []


def test_failure_is_named_with_its_reason_and_gives_exit_code_1(
    service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    service.faults[service.records[0].path("xml")] = ["500"]
    told = lines(capsys, "harvest", "--source", "sru", code=1)
    address = f"{service.base}{service.records[0].path('xml')}"
    assert told[-3:] == [
        "1 failure:",
        f"  kst-39999-1: {address}: the service answers 500",
        "2 papers: 1 new, 1 failed; in papers",
    ]
    assert lines(capsys, "harvest", "--source", "sru")[0] == "kst-39999-1: new (xml)"


def test_nothing_found_at_all_gives_exit_code_1(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    service.records.clear()
    told = lines(capsys, "harvest", "--dossier", "36 800 XX", code=1)
    assert told == ["0 papers: no papers found: check --kind, --dossier and --since; in papers"]
    assert 'w.dossiernummer=="36800-XX"' in service.queries[0]


@pytest.mark.parametrize(
    "wrong", [("--kind", "moties"), ("--dossier", "x"), ("--since", "gisteren"), ("--source", "rss"), ("paper",)]
)
def test_wrong_usage_gives_exit_code_2(
    service: Service, capsys: pytest.CaptureFixture[str], wrong: tuple[str, ...]
) -> None:
    assert run(["harvest", *wrong]) == 2
    assert wrong[-1] in capsys.readouterr().err and service.asked == []


def test_papers_are_built_and_leave_the_store_when_they_are_taken_away(
    service: Service, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines(capsys, "harvest", "--source", "sru")
    assert lines(capsys, "build", "papers", "--jobs", "1")[-1] == "2 files: 2 new; publication 1"
    gone = service.records.pop()
    del service.files[gone.path("xml")]
    told = lines(capsys, "harvest", "--source", "sru", "--full")
    assert told[0] == "kst-39999-2: withdrawn (op de bron verwijderd)"
    assert told[1].startswith("kst-39999-2: still in the store") and "kamergraaf remove kst-39999-2" in told[1]
    told = lines(capsys, "harvest", "--source", "sru", "--withdraw")
    assert told[0] == "kst-39999-2: withdrawn from the store (op de bron verwijderd)"
    assert lines(capsys, "harvest", "--source", "sru", "--withdraw") == ["0 papers: nothing new; in papers"]
    assert lines(capsys, "build", "papers", "--jobs", "1")[0].startswith("kst-39999-1: unchanged")


def test_store_at_which_a_build_works_keeps_nothing_of_the_harvest_untold(
    service: Service, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines(capsys, "harvest", "--source", "sru")
    lines(capsys, "build", "papers", "--jobs", "1")
    gone = service.records.pop()
    del service.files[gone.path("xml")]
    with open_store(tmp_path / "store").writing():
        told = lines(capsys, "harvest", "--source", "sru", "--full", "--withdraw", code=1)
    assert told[0] == "kst-39999-2: withdrawn (op de bron verwijderd)"
    assert told[-3] == "1 failure:" and told[-2].startswith("  store: ") and told[-1].startswith("2 papers: ")
    told = lines(capsys, "harvest", "--source", "sru", "--withdraw")
    assert told[0] == "kst-39999-2: withdrawn from the store (op de bron verwijderd)"


def test_full_disk_is_a_failure_of_one_line(
    service: Service, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.harvest.folder.os.fsync", full)
    assert lines(capsys, "harvest", "--source", "sru", code=1) == [
        "1 failure:",
        "  sru: the folder: No space left on device: see to it and run again",
        "0 papers; in papers",
    ]


def test_terminal_shows_how_far_how_fast_and_how_long_still(service: Service, tmp_path: Path) -> None:
    for number in range(3, 9):
        service.put(Record(f"kst-39999-{number}"), xml=kamerstuk(str(number)))
    service.size, service.stop_after = 8, 5  # the list and four papers
    here, there = pytest.importorskip("pty", reason="no such terminals").openpty()
    command = [sys.executable, "-m", "graph", "harvest", "--source", "sru"]
    environment = os.environ | {"COLUMNS": "140", "TERM": "xterm"}
    process = subprocess.Popen(command, stdout=there, stderr=there, env=environment, cwd=tmp_path)  # noqa: S603
    os.close(there)
    shown = b""
    try:
        while not re.search(rb"Harvesting sru .*4 of 8.* a minute .*left .*\d:\d\d:\d\d", shown):
            shown += os.read(here, 4096)
        service.stop_after = None
        service.going_on.set()
        while part := _read(here):
            shown += part
    finally:
        process.kill()
        code = process.wait()
        os.close(here)
    assert code == 0 and b"kst-39999-8: new (xml)" in shown and b"8 papers: 8 new" in shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that nobody writes to it any more
        return b""


def test_help_names_kinds_and_services(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["harvest", "--help"]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("lists, answers", "sru, odata, syncfeed", "--dry-run", "--since DATE"))


def test_paper_that_comes_back_is_published_again_unless_the_operator_withdrew_it(
    service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    lines(capsys, "harvest", "--source", "sru")
    lines(capsys, "build", "papers", "--jobs", "1")
    first, second = service.records
    data = {record.path("xml"): service.files.pop(record.path("xml")) for record in (first, second)}
    service.records.clear()
    lines(capsys, "remove", "kst-39999-2", "--reason", "op verzoek")
    lines(capsys, "harvest", "--source", "sru", "--full", "--withdraw")
    assert lines(capsys, "build", "papers", "--jobs", "1", code=1)[-1].startswith("0 files")
    service.records, service.files = [first, second], data
    told = lines(capsys, "harvest", "--source", "sru", "--full", "--withdraw")
    assert told == ["kst-39999-1: new (xml)", "kst-39999-2: new (xml)", "2 papers: 2 new; in papers"]
    told = lines(capsys, "build", "papers", "--jobs", "1")
    assert told[0] == "kst-39999-2: withdrawn, kept out (op verzoek), from kst-39999-2.xml"
    assert told[1].startswith("kst-39999-1: new")
    assert lines(capsys, "build", "papers", "--jobs", "1")[0].startswith("kst-39999-1: unchanged")
