"""A machine that writes no more: what is there stays whole, the run says so, and the next one goes on."""

from __future__ import annotations

import os
import sqlite3

import pytest
from tests.harvest.harvester import Harvester
from tests.harvest.papers import Record, kamerstuk
from tests.harvest.service import Service

from graph.harvest.kinds import Source
from graph.harvest.outcome import Fate
from graph.harvest.state import State


@pytest.fixture(autouse=True)
def stock(service: Service) -> None:
    for number in range(1, 6):
        service.put(Record(f"kst-39999-{number}"), xml=kamerstuk(str(number)))


@pytest.mark.parametrize("writes", [1, 2, 3, 4, 7])
def test_full_disk_ends_the_run_and_the_next_one_completes(
    service: Service, harvester: Harvester, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    sync, done = os.fsync, []

    def full(file: int) -> None:
        done.append(file)
        if len(done) >= writes:
            raise OSError(28, "No space left on device")
        sync(file)

    monkeypatch.setattr("graph.harvest.folder.os.fsync", full)
    totals = harvester.run(Source.SRU, Source.ODATA)
    assert totals.failures == ["sru: the folder: No space left on device: see to it and run again"]
    assert len(service.paths("/frbr")) <= writes and service.paths("/odata") == []
    assert not list(harvester.folder.rglob("*.part"))
    monkeypatch.setattr("graph.harvest.folder.os.fsync", sync)
    assert not harvester.run().failures
    assert len(harvester.files()) == 10
    for number in range(1, 6):
        assert (harvester.folder / f"kst/39999/kst-39999-{number}.xml").read_bytes() == kamerstuk(str(number))


def test_memory_that_takes_no_more_ends_the_run_and_the_next_one_completes(
    service: Service, harvester: Harvester, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = State.keep

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(State, "keep", full)
    [failure] = harvester.run().failures
    assert (
        failure
        == "sru: what the harvest remembers cannot be written (database or disk is full): see to it and run again"
    )
    monkeypatch.setattr(State, "keep", keep)
    totals = harvester.run()
    assert not totals.failures and totals.fates[Fate.NEW] == 5
    assert len(harvester.files()) == 10
