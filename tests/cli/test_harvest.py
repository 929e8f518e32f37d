"""`kamergraaf harvest`: what it tells, its exit codes, and the way from a service into the store."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.harvest.papers import Record, kamerstuk
from tests.harvest.service import Service, serving

from graph.cli import run


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


def test_help_names_kinds_and_services(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["harvest", "--help"]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("lists, answers", "sru, odata, syncfeed", "--dry-run", "--since DATE"))
