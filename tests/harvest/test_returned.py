"""Papers that a harvest withdrew and put back."""

from __future__ import annotations

from pathlib import Path

from tests.harvest.harvester import Harvester
from tests.harvest.papers import Record, kamerstuk
from tests.harvest.service import Service

from graph.harvest.returned import came_back
from graph.harvest.state import GONE, moved

PAPER = Path("kst/39999/kst-39999-1.xml")


def test_only_a_file_that_the_harvest_holds_now_came_back(service: Service, harvester: Harvester) -> None:
    record = service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    service.put(Record("kst-39999-2"), xml=kamerstuk("2"))
    harvester.run()
    file = harvester.folder / PAPER
    assert came_back(file, GONE) and came_back(file, moved("kst-39999-2"))
    service.records.remove(record)
    data = service.files.pop(record.path("xml"))
    harvester.run(full=True)
    assert not file.exists() and not came_back(file, GONE)
    file.write_bytes(data)  # a copy that the operator keeps
    assert not came_back(file, GONE)
    service.put(record, xml=data)
    harvester.run(full=True)
    assert came_back(file, GONE)


def test_what_an_operator_withdrew_with_words_of_their_own_stays_away(service: Service, harvester: Harvester) -> None:
    service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    harvester.run()
    file = harvester.folder / PAPER
    assert not came_back(file, "") and not came_back(file, "op verzoek van de familie")


def test_file_elsewhere_is_nothing_that_a_harvest_put_back(
    service: Service, harvester: Harvester, tmp_path: Path
) -> None:
    service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    harvester.run()
    for copy in (tmp_path / PAPER.name, harvester.folder / PAPER.name, harvester.folder / PAPER.with_suffix(".pdf")):
        copy.write_bytes(kamerstuk("1"))
        assert not came_back(copy, GONE)


def test_asking_writes_nothing(service: Service, harvester: Harvester) -> None:
    service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    harvester.run()
    before = {path: path.read_bytes() for path in harvester.folder.rglob("*") if path.is_file()}
    came_back(harvester.folder / PAPER, GONE)
    assert before == {path: path.read_bytes() for path in harvester.folder.rglob("*") if path.is_file()}
