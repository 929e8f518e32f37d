"""Papers of the Tweede Kamer: what the official publications lack, what they take over, what is taken away."""

from __future__ import annotations

from datetime import date

from tests.harvest.harvester import Harvester
from tests.harvest.papers import Record, docx, entry, guid, kamerstuk, page, row
from tests.harvest.service import Service

from graph.harvest.kinds import Source
from graph.harvest.outcome import Fate
from graph.read.metadata import load_metadata

ANSWER = docx("Vraag 1", "Hoeveel dijken zijn er?", "Antwoord 1", "Er zijn 12 dijken.")


def put(service: Service, number: int, data: bytes = ANSWER, **more: object) -> None:
    service.rows.append(row(number, **more))
    service.files[f"/odata/Document({guid(number)})/resource"] = data


def test_document_that_has_no_official_number_gets_the_number_of_the_chamber(
    service: Service, harvester: Harvester
) -> None:
    for number in range(1, 6):
        put(service, number)
    totals = harvester.run(Source.ODATA)
    assert totals.fates[Fate.NEW] == 5 and not totals.failures
    assert "tk/2024/2024D00001.docx" in harvester.files()
    metadata = load_metadata(harvester.folder / "tk/2024/2024D00001.docx")
    assert metadata is not None
    assert (metadata.identifier, metadata.basis) == ("2024D00001", "metadata")


def test_official_identifier_follows_from_the_numbers_of_the_chamber(service: Service, harvester: Harvester) -> None:
    put(service, 1, Aanhangselnummer="242500593")
    put(service, 2, Kamerstukdossier=[{"Nummer": 39999, "Toevoeging": "XX"}], Volgnummer=7)
    harvester.run(Source.ODATA)
    assert [name for name in harvester.files() if name.endswith(".docx")] == [
        "ah-tk/20242025/ah-tk-20242025-593.docx",
        "kst/39999-XX/kst-39999-XX-7.docx",
    ]
    metadata = load_metadata(harvester.folder / "kst/39999-XX/kst-39999-XX-7.docx")
    assert metadata is not None and metadata.basis == "derived" and "volgnummer 7" in (metadata.note or "")


def test_paper_that_states_its_number_is_named_by_it(service: Service, harvester: Harvester) -> None:
    put(service, 1, docx("39 999 Wijziging van de Dijkwet", "Nr. 7 LIJST VAN VRAGEN EN ANTWOORDEN", "1", "Hoeveel?"))
    harvester.run(Source.ODATA)
    assert harvester.files() == ["kst/39999/kst-39999-7.docx", "kst/39999/kst-39999-7.meta.json"]
    metadata = load_metadata(harvester.folder / "kst/39999/kst-39999-7.docx")
    assert metadata is not None and metadata.identifier is None
    assert harvester.run(Source.ODATA, full=True).fates[Fate.UNCHANGED] == 1


def test_document_that_the_official_publications_have_is_left_to_them(service: Service, harvester: Harvester) -> None:
    service.put(Record("kst-39999-7"), xml=kamerstuk("7"))
    put(service, 1, Kamerstukdossier=[{"Nummer": 39999, "Toevoeging": None}], Volgnummer=7)
    for _ in range(2):
        harvester.run(Source.SRU, Source.ODATA, full=True)
        assert [name for name in harvester.files() if "owms" not in name] == ["kst/39999/kst-39999-7.xml"]
    assert service.paths("/odata/Document(") == []


def test_answer_gives_way_when_it_is_published_in_the_aanhangsel(service: Service, harvester: Harvester) -> None:
    put(service, 1, Zaak=[{"Nummer": "2024Z12345"}])
    harvester.run(Source.SRU, Source.ODATA)
    assert "tk/2024/2024D00001.docx" in harvester.files()
    notice = {"vraagnummer": "2024Z12345", "aanhangselnummer": "592"}
    service.put(
        Record("ah-tk-20242025-592", ("html",), "Kamervragen (Aanhangsel)", "", "Uitstel beantwoording", fields=notice),
        html=page("Uitstel"),
    )
    harvester.run(full=True)
    assert "tk/2024/2024D00001.docx" in harvester.files()  # a notice of delay is not the answer
    service.put(
        Record("ah-tk-20242025-593", ("html",), "Kamervragen (Aanhangsel)", "", "Vragen over dijken", fields=notice),
        html=page("Antwoord"),
    )
    harvester.run(full=True)
    assert harvester.fates()["2024D00001"] is Fate.WITHDRAWN
    assert not [name for name in harvester.files() if name.startswith("tk/")]
    assert harvester.run(Source.ODATA, full=True).fates[Fate.ELSEWHERE] == 1


def test_document_that_was_taken_away_is_moved_out(service: Service, harvester: Harvester) -> None:
    put(service, 1)
    put(service, 2)
    harvester.run(Source.ODATA)
    service.rows[0] = {"Id": guid(1), "Verwijderd": True}
    harvester.run(Source.ODATA)
    assert harvester.fates()["2024D00001"] is Fate.WITHDRAWN
    assert "Verwijderd eq true" in service.queries[-1] and "ApiGewijzigdOp ge 2024-11-30" in service.queries[-1]
    assert [name for name in harvester.files() if name.startswith("tk/2024/2024D00001")] == []


def test_file_of_a_format_that_is_not_read_is_told(service: Service, harvester: Harvester) -> None:
    put(service, 1, ContentType="application/msword")
    put(service, 2)
    totals = harvester.run(Source.ODATA)
    assert totals.failures == ["odata: 2024D00001: its file is application/msword: DOCX and PDF are read"]
    assert totals.fates[Fate.NEW] == 1


def test_feed_brings_what_changed_and_what_was_taken_away_and_goes_on_where_it_ended(
    service: Service, harvester: Harvester
) -> None:
    for number in (1, 2, 3):
        put(service, number)
    service.changes = [entry(guid(number), "NEXT") for number in (1, 2, 3)] + [entry(guid(9), "NEXT", sort="Motie")]
    totals = harvester.run(Source.SYNCFEED)
    assert totals.fates[Fate.NEW] == 3 and not totals.failures
    service.changes.append(entry(guid(2), "NEXT", deleted=True))
    service.asked.clear()
    harvester.run(Source.SYNCFEED)
    assert harvester.fates() == {"2024D00002": Fate.WITHDRAWN}
    assert len(service.paths("/feed")) == 2 and service.paths("/odata") == []
    assert "tk/2024/2024D00002.docx" not in harvester.files()


def test_feed_passes_over_what_changed_before_the_day(service: Service, harvester: Harvester) -> None:
    put(service, 1)
    service.changes = [entry(guid(1), "NEXT")]
    assert harvester.run(Source.SYNCFEED, since=date(2025, 1, 1)).papers == 0


def test_page_of_the_feed_that_fails_is_read_again_in_the_next_run(service: Service, harvester: Harvester) -> None:
    put(service, 1)
    service.changes = [entry(guid(1), "NEXT")]
    service.faults[f"/odata/Document({guid(1)})"] = ["500"] * 5
    assert harvester.run(Source.SYNCFEED).failures
    assert harvester.run(Source.SYNCFEED).fates[Fate.NEW] == 1


def test_source_that_fails_does_not_keep_the_other_out(service: Service, harvester: Harvester) -> None:
    service.faults["/sru"] = ["500"] * 5
    put(service, 1)
    totals = harvester.run(Source.SRU, Source.ODATA)
    assert totals.fates[Fate.NEW] == 1 and totals.failures[0].startswith("sru: ")
