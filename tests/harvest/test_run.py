"""A harvest from the search service: paging, resuming, changes, faults; what is in the folder afterwards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.harvest.harvester import Harvester
from tests.harvest.papers import DIAGNOSTIC, PDF, Record, kamerstuk, page
from tests.harvest.service import Service

from graph.build import Outcome as Built
from graph.build import build, find
from graph.build.inputs import load
from graph.errors import HarvestError
from graph.harvest.kinds import Kind
from graph.harvest.listed import Choice
from graph.harvest.outcome import Fate, Outcome
from graph.parse import parse
from graph.read import read
from graph.read.metadata import load_metadata
from graph.store import open_store

RECORDED = Path(__file__).parents[3] / "shared" / "formats"


def stock(service: Service, count: int = 5) -> None:
    for number in range(1, count + 1):
        service.put(Record(f"kst-39999-{number}"), xml=kamerstuk(str(number)))


def test_papers_of_all_pages_stand_in_the_folder_with_their_metadata(service: Service, harvester: Harvester) -> None:
    stock(service)
    totals = harvester.run()
    assert totals.fates[Fate.NEW] == 5 and not totals.failures
    papers = [f"kst/39999/kst-39999-{number}" for number in range(1, 6)]
    assert harvester.files() == sorted(
        [f"{paper}{ending}" for paper in papers for ending in (".xml", "_metadata_owms.xml")]
    )
    metadata = load_metadata(harvester.folder / f"{papers[0]}.xml")
    assert metadata is not None
    assert (metadata.identifier, metadata.basis, metadata.session_year) == ("kst-39999-1", "metadata", "2024-2025")


def test_harvested_folder_is_built_with_identifiers_from_the_metadata(
    service: Service, harvester: Harvester, tmp_path: Path
) -> None:
    body = kamerstuk("1").replace(b"Nr. 1", b"Stuk")  # nothing in the text says which paper it is
    service.put(Record("kst-39999-1"), xml=body)
    harvester.run()
    settings = harvester.settings(store=tmp_path / "store")
    outcomes: list[Built] = []
    totals = build(find([harvester.folder]), settings, open_store(settings.store), done=outcomes.append)
    assert not totals.failed
    assert [outcome.made.identifier for outcome in outcomes] == ["kst-39999-1"]
    paper = load(harvester.folder / "kst" / "39999" / "kst-39999-1.xml")
    identity = parse(read(paper.data, paper.path.name), metadata=paper.metadata).header.identity
    assert (identity.identifier, identity.basis) == ("kst-39999-1", "metadata")


def test_second_run_asks_for_the_list_since_the_first_and_fetches_nothing(
    service: Service, harvester: Harvester
) -> None:
    stock(service)
    harvester.run()
    service.asked.clear()
    totals = harvester.run()
    assert service.paths("/frbr") == [] and not totals.failures
    assert 'dt.modified>="2024-11-30"' in service.queries[-1]


def test_full_run_asks_for_each_file_whether_it_changed(service: Service, harvester: Harvester) -> None:
    stock(service)
    harvester.run()
    service.asked.clear()
    totals = harvester.run(full=True)
    assert totals.fates[Fate.UNCHANGED] == 5
    assert [conditional for path, conditional in service.asked if path.startswith("/frbr")] == [True] * 5


def test_corrected_paper_replaces_the_old_one(service: Service, harvester: Harvester) -> None:
    stock(service, 2)
    harvester.run()
    service.records[0].modified = "2024-12-01"
    service.files[service.records[0].path("xml")] = kamerstuk("1", dikes=13)
    harvester.run()
    assert harvester.fates()["kst-39999-1"] is Fate.CHANGED
    assert b"13 dijken" in (harvester.folder / "kst/39999/kst-39999-1.xml").read_bytes()


def test_paper_that_gets_a_better_format_loses_the_lesser_one(service: Service, harvester: Harvester) -> None:
    record = service.put(Record("kst-39999-1", ("pdf",)), pdf=PDF)
    harvester.run()
    assert "kst/39999/kst-39999-1.pdf" in harvester.files()
    record.formats, record.modified = ("pdf", "html", "xml"), "2024-12-01"
    service.files |= {record.path("xml"): kamerstuk("1"), record.path("html"): page("Dijken")}
    harvester.run()
    assert harvester.files() == ["kst/39999/kst-39999-1.xml", "kst/39999/kst-39999-1_metadata_owms.xml"]


def test_format_that_is_not_there_gives_way_to_the_next(service: Service, harvester: Harvester) -> None:
    service.put(Record("kst-39999-1", ("xml", "html", "pdf")), html=page("Dijken"))
    totals = harvester.run()
    assert not totals.failures and "kst/39999/kst-39999-1.html" in harvester.files()


def test_paper_taken_away_is_moved_out_only_after_the_service_says_so(service: Service, harvester: Harvester) -> None:
    stock(service, 3)
    harvester.run()
    gone, hidden = service.records.pop(0), service.records.pop(0)
    del service.files[gone.path("xml")]  # the other one is only left out of the list
    harvester.run(full=True)
    assert harvester.fates()[gone.identifier] is Fate.WITHDRAWN
    assert hidden.identifier not in harvester.fates()
    assert [name for name in harvester.files() if name.endswith("1.xml")] == []
    assert (harvester.folder / ".withdrawn/kst/39999/kst-39999-1.xml").is_file()
    assert "kst/39999/kst-39999-2.xml" in harvester.files()


def test_paper_that_comes_back_is_fetched_again(service: Service, harvester: Harvester) -> None:
    stock(service, 2)
    harvester.run()
    record = service.records.pop()
    data = service.files.pop(record.path("xml"))
    harvester.run(full=True)
    service.put(record, xml=data)
    harvester.run(full=True)
    assert harvester.fates()[record.identifier] is Fate.NEW


def test_paper_whose_file_was_lost_here_is_fetched_again(service: Service, harvester: Harvester) -> None:
    stock(service, 1)
    harvester.run()
    (harvester.folder / "kst/39999/kst-39999-1.xml").unlink()
    harvester.run(full=True)
    assert "kst/39999/kst-39999-1.xml" in harvester.files()


@pytest.mark.parametrize("faults", [["500"], ["503", "500"], ["truncate"], ["drop"], ["hang"], ["html"], ["429 7"]])
def test_passing_fault_is_tried_again(service: Service, harvester: Harvester, faults: list[str]) -> None:
    stock(service, 2)
    service.faults[service.records[0].path("xml")] = list(faults)
    service.faults["/sru"] = list(faults)
    totals = harvester.run()
    assert totals.fates[Fate.NEW] == 2 and not totals.failures
    assert (harvester.folder / "kst/39999/kst-39999-1.xml").read_bytes() == kamerstuk("1")


def test_body_that_stays_cut_short_is_never_stored_and_is_tried_in_the_next_run(
    service: Service, harvester: Harvester
) -> None:
    stock(service, 2)
    service.faults[service.records[0].path("xml")] = ["truncate"] * 5
    totals = harvester.run()
    assert totals.fates[Fate.FAILED] == 1 and "kst-39999-1" in totals.failures[0]
    assert "kst/39999/kst-39999-1.xml" not in harvester.files()
    service.records[0].modified = "2020-01-01"  # the next list, of what is new, does not have it
    assert harvester.run().fates[Fate.NEW] == 1
    assert "kst/39999/kst-39999-1.xml" in harvester.files()


def test_damaged_xml_gives_way_to_the_next_format_until_it_is_mended(service: Service, harvester: Harvester) -> None:
    record = service.put(Record("kst-39999-1", ("xml", "pdf")), xml=kamerstuk("1")[:-40], pdf=PDF)
    harvester.run()
    assert harvester.outcomes[0].note.startswith("pdf; ") and "well-formed" in harvester.outcomes[0].note
    service.files[record.path("xml")] = kamerstuk("1")
    harvester.run()
    assert "kst/39999/kst-39999-1.xml" in harvester.files() and "kst/39999/kst-39999-1.pdf" not in harvester.files()


def test_page_that_is_given_twice_counts_once(service: Service, harvester: Harvester) -> None:
    stock(service)
    service.shift = 1
    totals = harvester.run()
    assert totals.fates[Fate.NEW] == 5
    assert len(service.paths("/frbr")) == 5


def test_endless_listing_ends_and_is_a_failure(service: Service, harvester: Harvester) -> None:
    stock(service)
    service.same, service.counts = True, False
    totals = harvester.run()
    assert totals.fates[Fate.NEW] == 2
    assert totals.failures == ["sru: the listing repeats itself and does not end: try again later"]


def test_listing_shorter_than_its_count_is_told_and_read_again_in_the_next_run(
    service: Service, harvester: Harvester
) -> None:
    stock(service, 4)
    service.same = True
    harvester.run()
    assert harvester.said == ["sru: counts 4 papers and lists 2; the next run reads the list again"]
    service.same = False
    harvester.run()
    assert len([name for name in harvester.files() if name.endswith("metadata_owms.xml")]) == 4
    assert "dt.modified" not in service.queries[-1]


def test_refused_question_is_told(service: Service, harvester: Harvester) -> None:
    service.raw = DIAGNOSTIC
    assert "no such thing" in harvester.run().failures[0]


def test_long_list_is_read_in_stretches(
    service: Service, harvester: Harvester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.harvest.sru.STRETCH", 3)
    for number in range(1, 10):
        service.put(Record(f"kst-39999-{number}", day=f"2024-01-0{number}"), xml=kamerstuk(str(number)))
    service.beyond = 5
    totals = harvester.run()
    assert totals.fates[Fate.NEW] == 9 and not totals.failures and not harvester.said
    assert len(service.paths("/frbr")) == 9


def test_list_that_the_service_does_not_give_to_its_end_is_not_taken_for_whole(
    service: Service, harvester: Harvester
) -> None:
    stock(service, 6)
    service.beyond = 5
    harvester.run()
    assert harvester.said == ["sru: counts 6 papers and lists 4; the next run reads the list again"]


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers are not here")
def test_recorded_answer_is_harvested_from_a_copy_of_its_files(service: Service, harvester: Harvester) -> None:
    service.raw = (RECORDED / "sru_response_kst-36867_repository.overheid.nl.xml").read_bytes()
    frbr = "/repository/frbr/officielepublicaties/kst"
    service.files |= {
        f"{frbr}/36867/kst-36867-B/1/xml/kst-36867-B.xml": kamerstuk("1"),
        f"{frbr}/onopgemaakt/kst-1259252/1/pdf/kst-1259252.pdf": PDF,
    }
    totals = harvester.run(kinds=(), dossiers=("36867",))
    assert not totals.failures
    assert harvester.files() == [
        "kst/36867/kst-36867-B.xml",
        "kst/36867/kst-36867-B_metadata_owms.xml",
        "kst/36867/kst-36867-D.meta.json",
        "kst/36867/kst-36867-D.pdf",
    ]
    metadata = load_metadata(harvester.folder / "kst/36867/kst-36867-B.xml")
    assert metadata is not None
    assert (metadata.identifier, metadata.answered, metadata.dossier) == ("kst-36867-B", date(2026, 6, 10), "36867")


class Killed(BaseException):
    """As if the process had been killed."""


@pytest.mark.parametrize("after", range(1, 6))
def test_harvest_that_is_killed_goes_on_and_fetches_nothing_twice(
    service: Service, harvester: Harvester, after: int
) -> None:
    stock(service)

    def kill(outcome: Outcome) -> None:
        if len(harvester.outcomes) == after:
            raise Killed

    harvester.killer = kill
    with pytest.raises(Killed):
        harvester.run()
    harvester.killer = lambda outcome: None
    harvester.run()
    assert len([name for name in harvester.files() if name.endswith(".xml") and "owms" not in name]) == 5
    assert len(service.paths("/frbr")) == 5


def test_listing_goes_on_one_page_before_where_it_broke(service: Service, harvester: Harvester) -> None:
    stock(service)
    harvester.killer = lambda outcome: (_ for _ in ()).throw(Killed) if len(harvester.outcomes) == 3 else None
    with pytest.raises(Killed):
        harvester.run()
    harvester.killer = lambda outcome: None
    harvester.run()
    assert harvester.said == ["sru: goes on where the last run stopped"]


def test_dry_run_tells_and_writes_nothing(service: Service, harvester: Harvester) -> None:
    stock(service, 3)
    harvester.run(dry=True)
    assert set(harvester.fates().values()) == {Fate.NEW} and len(harvester.outcomes) == 3
    assert not harvester.folder.exists() and service.paths("/frbr") == []


def test_dry_run_knows_what_is_there(service: Service, harvester: Harvester) -> None:
    stock(service, 2)
    harvester.run()
    service.records[1].modified = "2024-12-01"
    before = {path: path.read_bytes() for path in harvester.folder.rglob("*") if path.is_file()}
    harvester.run(dry=True, full=False)
    assert harvester.fates() == {"kst-39999-2": Fate.CHANGED}
    assert before == {path: path.read_bytes() for path in harvester.folder.rglob("*") if path.is_file()}


def test_provisional_paper_gets_the_name_it_will_have_and_gives_way_to_the_official_one(
    service: Service, harvester: Harvester
) -> None:
    parts = {"dossiernummer": "39999", "ondernummer": "8"}
    record = Record("kst-1234567", ("pdf",), fields={**parts, "documentstatus": "Onopgemaakt"})
    service.put(record, pdf=PDF)
    harvester.run()
    assert harvester.files() == ["kst/39999/kst-39999-8.meta.json", "kst/39999/kst-39999-8.pdf"]
    service.put(Record("kst-39999-8", modified="2024-12-01", fields=parts), xml=kamerstuk("8"))
    for _ in range(2):
        harvester.run(full=True)
        assert harvester.files() == ["kst/39999/kst-39999-8.xml", "kst/39999/kst-39999-8_metadata_owms.xml"]


def test_value_that_build_could_not_read_stands_in_no_metadata(service: Service, harvester: Harvester) -> None:
    service.put(Record("kst-39999-1", fields={"dossiernummer": "een of ander"}), xml=kamerstuk("1"))
    harvester.run()
    assert "kst/39999/kst-39999-1.meta.json" in harvester.files()
    metadata = load_metadata(harvester.folder / "kst/39999/kst-39999-1.xml")
    assert metadata is not None and metadata.identifier == "kst-39999-1"


@pytest.mark.parametrize("identifier", ["../../kst-1-2", "kst-1-2/../..", "kst 1 2", "een paper"])
def test_identifier_that_is_no_name_of_a_file_is_a_failure(
    service: Service, harvester: Harvester, identifier: str
) -> None:
    service.put(Record(identifier), xml=kamerstuk("1"))
    totals = harvester.run()
    assert len(totals.failures) == 1 and harvester.files() == []


def test_papers_of_other_kinds_are_left_out_and_all_of_a_dossier_is_taken(
    service: Service, harvester: Harvester
) -> None:
    stock(service, 1)
    service.put(Record("kst-39999-2", heading="Motie", title="Motie over dijken"), xml=kamerstuk("2"))
    harvester.run(kinds=(Kind.LISTS,))
    assert list(harvester.fates()) == ["kst-39999-1"]
    harvester.run(kinds=(), dossiers=("39999",))
    assert sorted(harvester.fates()) == ["kst-39999-1", "kst-39999-2"]
    assert 'w.dossiernummer=="39999"' in service.queries[-1]


def test_day_is_asked_for(service: Service, harvester: Harvester) -> None:
    stock(service, 2)
    service.records[0].modified = "2023-01-01"
    harvester.run(since=date(2024, 1, 1))
    assert list(harvester.fates()) == ["kst-39999-2"]


def test_service_that_fails_for_paper_after_paper_is_left_for_later(service: Service, harvester: Harvester) -> None:
    stock(service, 8)
    for record in service.records:
        service.faults[record.path("xml")] = ["500"] * 5
    totals = harvester.run()
    assert totals.fates[Fate.FAILED] == 5 and "in a row" in totals.failures[-1]
    service.faults.clear()
    harvester.run()
    assert len([name for name in harvester.files() if "owms" in name]) == 8


def test_two_harvests_do_not_work_in_one_folder(service: Service, harvester: Harvester) -> None:
    stock(service, 1)

    def second(outcome: Outcome) -> None:
        harvester.killer = lambda outcome: None
        with pytest.raises(HarvestError, match="another harvest"):
            harvester.run()

    harvester.killer = second
    harvester.run()


def test_choices_are_remembered_apart() -> None:
    assert Choice((Kind.LISTS,)).key != Choice((Kind.ANSWERS,)).key
    assert Choice((Kind.LISTS,), since=date(2024, 1, 1)).key == Choice((Kind.LISTS,)).key
