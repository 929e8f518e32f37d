"""What is taken of a paper that changes, goes, or comes back."""

from __future__ import annotations

import pytest
from tests.harvest.harvester import Harvester
from tests.harvest.papers import PDF, Record, docx, entry, guid, kamerstuk, page, row
from tests.harvest.service import Service

from graph.harvest.kinds import Source
from graph.harvest.outcome import Fate
from graph.harvest.start import gone
from graph.read.metadata import load_metadata

PAPER = "kst/39999/kst-39999-1"
CHAMBER = "tk/2024/2024D00001.docx"


def put(service: Service, number: int, **more: object) -> None:
    service.rows.append(row(number, **more))
    service.files[f"/odata/Document({guid(number)})/resource"] = docx("Vraag 1", "Hoeveel dijken?", "Antwoord 1", "12.")


def papers(harvester: Harvester) -> list[str]:
    return [name for name in harvester.files() if "meta" not in name]


# what changed


def test_metadata_that_changed_alone_are_told_and_the_file_stays(service: Service, harvester: Harvester) -> None:
    record = service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    harvester.run()
    record.modified, record.title = "2024-12-01", "Lijst van vragen en antwoorden over sluizen"
    harvester.run()
    assert [(each.fate, each.note) for each in harvester.outcomes] == [(Fate.CHANGED, "metadata")]
    metadata = load_metadata(harvester.folder / f"{PAPER}.xml")
    assert metadata is not None and "sluizen" in (metadata.title or "")
    assert harvester.run(full=True).fates[Fate.UNCHANGED] == 1


def test_metadata_of_a_document_of_the_chamber_that_changed_alone_are_told(
    service: Service, harvester: Harvester
) -> None:
    put(service, 1)
    harvester.run(Source.ODATA)
    service.rows[0] |= {"Onderwerp": "Antwoord op vragen over sluizen", "GewijzigdOp": "2024-12-01T10:00:00Z"}
    harvester.run(Source.ODATA)
    assert [(each.fate, each.note) for each in harvester.outcomes] == [(Fate.CHANGED, "metadata")]


def test_correction_in_another_format_only_is_what_there_is(service: Service, harvester: Harvester) -> None:
    record = service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    harvester.run()
    record.formats, record.modified = ("pdf",), "2024-12-01"
    service.files = {record.path("pdf"): PDF}
    harvester.run()
    assert papers(harvester) == [f"{PAPER}.pdf"]


@pytest.mark.parametrize("formats", [("xml", "pdf"), ("pdf",)])
def test_better_format_stays_where_the_paper_has_not_changed(
    service: Service, harvester: Harvester, formats: tuple[str, ...]
) -> None:
    record = service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    harvester.run()
    record.formats = formats
    service.files = {record.path("pdf"): PDF}  # the XML is not there today
    totals = harvester.run(full=True)
    assert totals.fates[Fate.UNCHANGED] == 1 and not totals.failures
    assert papers(harvester) == [f"{PAPER}.xml"]


def test_message_with_status_200_is_stored_as_no_paper(service: Service, harvester: Harvester) -> None:
    record = service.put(Record("kst-39999-1", ("html", "pdf")), html=page("Dijken"), pdf=PDF)
    service.faults[record.path("html")] = ["html"] * 5
    harvester.run()
    assert papers(harvester) == [f"{PAPER}.pdf"] and "a message of the service" in harvester.outcomes[0].note
    harvester.run()
    assert papers(harvester) == [f"{PAPER}.html"]


@pytest.mark.parametrize("source", [Source.SRU, Source.ODATA, Source.SYNCFEED])
def test_message_with_status_200_is_no_listing(service: Service, harvester: Harvester, source: Source) -> None:
    path = {Source.SRU: "/sru", Source.ODATA: "/odata/Document", Source.SYNCFEED: "/feed/Feed"}[source]
    service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    put(service, 1)
    service.changes = [entry(guid(1), "NEXT")]
    service.faults[path] = ["html"] * 5
    [failure] = harvester.run(source).failures
    assert failure.startswith(f"{source}: ") and harvester.files() == []
    totals = harvester.run(source)
    assert totals.fates[Fate.NEW] == 1 and not totals.failures


# what went and came back


def test_document_that_the_chamber_took_away_and_gives_again_is_taken_again(
    service: Service, harvester: Harvester
) -> None:
    put(service, 1)
    harvester.run(Source.ODATA)
    before = service.rows[0]
    service.rows[0] = {"Id": guid(1), "Verwijderd": True}
    harvester.run(Source.ODATA)
    assert papers(harvester) == [] and [name for name, _ in gone(harvester.folder)] == ["2024D00001"]
    service.rows[0] = before
    harvester.run(Source.ODATA)
    assert harvester.fates() == {"2024D00001": Fate.NEW}
    assert papers(harvester) == [CHAMBER] and gone(harvester.folder) == []


def test_feed_that_takes_away_and_gives_again_is_followed(service: Service, harvester: Harvester) -> None:
    put(service, 1)
    service.changes = [entry(guid(1), "NEXT")]
    harvester.run(Source.SYNCFEED)
    service.changes.append(entry(guid(1), "NEXT", deleted=True))
    harvester.run(Source.SYNCFEED)
    assert papers(harvester) == []
    service.changes.append(entry(guid(1), "NEXT"))
    harvester.run(Source.SYNCFEED)
    assert papers(harvester) == [CHAMBER] and gone(harvester.folder) == []


def test_document_that_failed_and_was_taken_away_since_is_tried_no_more(service: Service, harvester: Harvester) -> None:
    put(service, 1)
    service.changes = [entry(guid(1), "NEXT")]
    del service.files[f"/odata/Document({guid(1)})/resource"]
    service.faults[f"/odata/Document({guid(1)})/resource"] = ["404"] * 2
    assert harvester.run(Source.SYNCFEED).failures
    service.changes.append(entry(guid(1), "NEXT", deleted=True))
    assert not harvester.run(Source.SYNCFEED).failures
    assert not harvester.run(Source.SYNCFEED).failures


def test_paper_that_was_never_there_is_tried_until_a_whole_list_lacks_it(
    service: Service, harvester: Harvester
) -> None:
    service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    absent = service.put(Record("kst-39999-2"))
    for full in (False, False, True):
        assert harvester.run(full=full).fates[Fate.FAILED] == 1
    service.records.remove(absent)
    assert harvester.run().fates[Fate.FAILED] == 1
    harvester.run(full=True)
    assert harvester.said[-1] == "kst-39999-2: no longer listed, and not there: it is not tried again"
    assert not harvester.run().failures


def test_official_paper_that_went_with_410_and_comes_back_is_taken_again(
    service: Service, harvester: Harvester
) -> None:
    record = service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    service.put(Record("kst-39999-2"), xml=kamerstuk("2"))
    harvester.run()
    service.records.remove(record)
    service.faults[record.path("xml")] = ["410"]
    harvester.run(full=True)
    assert f"{PAPER}.xml" not in harvester.files() and len(gone(harvester.folder)) == 1
    record.modified = "2024-12-01"
    service.records.append(record)
    harvester.run()
    assert harvester.fates() == {"kst-39999-1": Fate.NEW}
    assert f"{PAPER}.xml" in harvester.files() and gone(harvester.folder) == []


@pytest.mark.parametrize("withdrawn", ["as known by its questions", "under the same name"])
def test_document_of_the_chamber_comes_back_when_the_official_paper_goes(
    service: Service, harvester: Harvester, withdrawn: str
) -> None:
    questions = withdrawn == "as known by its questions"
    more = {"Zaak": [{"Nummer": "2024Z12345"}]} if questions else {"Aanhangselnummer": "242500593"}
    put(service, 1, **more)
    harvester.run(Source.ODATA)
    own = CHAMBER if questions else "ah-tk/20242025/ah-tk-20242025-593.docx"
    assert papers(harvester) == [own]
    fields = {"vraagnummer": "2024Z12345", "aanhangselnummer": "593"}
    answer = Record("ah-tk-20242025-593", ("html",), "Kamervragen (Aanhangsel)", "", "Vragen", fields=fields)
    service.put(answer, html=page("Antwoord"))
    harvester.run()
    assert papers(harvester) == ["ah-tk/20242025/ah-tk-20242025-593.html"]
    service.records.clear()
    service.files.pop(answer.path("html"))
    harvester.run(full=True)
    assert papers(harvester) == [own]
    expected = [("ah-tk-20242025-593", "op de bron verwijderd")] if questions else []
    assert gone(harvester.folder) == expected


def test_document_of_the_chamber_that_was_asked_first_comes_back_as_well(
    service: Service, harvester: Harvester
) -> None:
    service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    put(service, 1, Kamerstukdossier=[{"Nummer": 39999, "Toevoeging": None}], Volgnummer=1)
    harvester.run(Source.SRU, Source.ODATA)
    service.files.pop(service.records.pop().path("xml"))
    harvester.run(Source.ODATA, Source.SRU, full=True)
    assert papers(harvester) == [f"{PAPER}.docx"] and gone(harvester.folder) == []


def test_document_of_the_chamber_that_goes_leaves_the_official_paper(service: Service, harvester: Harvester) -> None:
    service.put(Record("kst-39999-1"), xml=kamerstuk("1"))
    put(service, 1, Kamerstukdossier=[{"Nummer": 39999, "Toevoeging": None}], Volgnummer=1)
    harvester.run(Source.SRU, Source.ODATA)
    service.rows[0] = {"Id": guid(1), "Verwijderd": True}
    harvester.run(Source.SRU, Source.ODATA)
    assert papers(harvester) == [f"{PAPER}.xml"] and harvester.outcomes == []
