"""Questions to the search service, and its answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree
from tests.harvest.papers import DIAGNOSTIC, Record, sru

from graph.errors import HarvestError, ReadError
from graph.harvest.kinds import Kind
from graph.harvest.listed import Choice, Standing
from graph.harvest.sru import address_of, query_of, read_page

ALL = Choice(())
RECORDED = Path(__file__).parents[3] / "shared" / "formats"


def one(record: Record, choice: Choice = ALL) -> bytes:
    return sru([record.xml("https://repository.overheid.nl", 1)], 1)


def test_question_has_kinds_dossiers_and_day() -> None:
    query = query_of(Choice((Kind.ANSWERS, Kind.LETTERS), ("36800-XX", "19637"), date(2025, 1, 2)))
    assert 'w.publicatienaam=="Kamervragen (Aanhangsel)" OR (w.publicatienaam=="Kamerstuk" AND' in query
    assert '(w.dossiernummer=="36800-XX" OR w.dossiernummer=="19637")' in query
    assert query.endswith('dt.modified>="2025-01-02" sortBy dt.date/sort.ascending')


def test_address_has_the_position() -> None:
    asked = parse_qs(urlsplit(address_of("https://example.org/sru", ALL, "101")).query)
    assert (asked["startRecord"], asked["version"]) == (["101"], ["2.0"])


def test_record_gives_files_best_first_and_the_official_record() -> None:
    (paper,) = read_page(one(Record("kst-39999-1", ("pdf", "metadata", "html", "odt", "xml"))), ALL, "1").papers
    assert [file.suffix for file in paper.files] == ["xml", "html", "pdf"]
    assert paper.record is not None
    root = etree.fromstring(paper.record)
    assert root.tag == "owms-metadata" and etree.QName(root[0]).localname == "owmskern"


def test_record_without_files_has_those_of_its_page() -> None:
    xml = one(Record("ah-tk-20192020-1", (), "Kamervragen (Aanhangsel)", ""))
    page = b"<gzd:enrichedData><gzd:preferredUrl>https://zoek.officielebekendmakingen.nl/ah-tk-20192020-1.html</gzd:preferredUrl>"
    (paper,) = read_page(xml.replace(b"<gzd:enrichedData>", page), ALL, "1").papers
    assert [file.address.rpartition("/")[2] for file in paper.files] == [
        f"ah-tk-20192020-1.{suffix}" for suffix in ("xml", "html", "pdf")
    ]


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (Record("kst-1259252", fields={"dossiernummer": "36867", "ondernummer": "D"}), "kst-36867-D"),
        (Record("kst-1259252", fields={"dossiernummer": "36867"}), "kst-1259252"),
        (
            Record("ah-1000001", publication="Kamervragen (Aanhangsel)", fields={"aanhangselnummer": "7"}),
            "ah-tk-20242025-7",
        ),
        (Record("kst-36867-B", fields={"dossiernummer": "36868", "ondernummer": "C"}), "kst-36867-B"),
    ],
)
def test_serial_number_gives_way_to_what_the_paper_states(record: Record, name: str) -> None:
    (paper,) = read_page(one(record), ALL, "1").papers
    assert (paper.key, paper.name) == (record.identifier, name)
    assert (paper.record is None) == (name != record.identifier)
    assert (paper.metadata.note is not None) == (name != record.identifier)


def test_paper_before_typesetting_counts_less() -> None:
    record = Record("kst-1259252", fields={"documentstatus": "Onopgemaakt"})
    assert read_page(one(record), ALL, "1").papers[0].standing is Standing.PROVISIONAL


def test_next_page_begins_behind_the_records_that_came() -> None:
    records = [Record(f"kst-39999-{number}").xml("", number) for number in (1, 2)]
    assert read_page(sru(records, 5), ALL, "1").next == "3"
    assert read_page(sru(records, 2), ALL, "1").next is None
    assert read_page(sru(records, None), ALL, "4").next == "6"
    assert read_page(sru([], None), ALL, "6").next is None


def test_service_may_say_where_the_next_page_is() -> None:
    answer = sru([Record("kst-39999-1").xml("", 1)], 5).replace(
        b"<sru:records>", b"<sru:nextRecordPosition>4</sru:nextRecordPosition><sru:records>"
    )
    assert read_page(answer, ALL, "1").next == "4"


def test_long_list_goes_on_from_the_day_of_its_last_record() -> None:
    records = [Record(f"kst-39999-{number}", day=f"2024-01-0{number}").xml("", number) for number in (1, 2)]
    page = read_page(sru(records, 9000), ALL, "4999")
    assert (page.next, page.total) == ("2024-01-02/1", 9000)
    page = read_page(sru(records, 4002), ALL, "2023-12-31/1")
    assert (page.next, page.total) == ("2023-12-31/3", None)
    assert read_page(sru(records, 9000), ALL, "2024-01-02/5001").next == "2024-01-02/5003"
    assert read_page(sru(records[::-1], 9000), ALL, "5001").next == "5003"
    assert 'dt.date>="2024-01-02" sortBy' in query_of(ALL, "2024-01-02")


def test_record_without_identifier_is_told_and_keeps_no_other_out() -> None:
    bad, good = (Record(name).xml("", 1) for name in ("geen nummer", "kst-39999-1"))
    page = read_page(sru([bad, good], 2), ALL, "1")
    assert [paper.key for paper in page.papers] == ["kst-39999-1"] and len(page.problems) == 1


def test_refusal_has_the_words_of_the_service() -> None:
    with pytest.raises(HarvestError, match="no such thing"):
        read_page(DIAGNOSTIC, ALL, "1")


def test_position_behind_the_last_record_is_the_end() -> None:
    assert read_page(DIAGNOSTIC.replace(b"/1/10", b"/1/61"), ALL, "900").next is None


@pytest.mark.parametrize("answer", [b"", b"<html><body>Even geduld</body></html>", b"<a>", b"not found", b"<?xml"])
def test_other_answers_are_refused(answer: bytes) -> None:
    with pytest.raises(ReadError):
        read_page(answer, ALL, "1")


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers are not here")
def test_recorded_answers_are_read() -> None:
    data = (RECORDED / "sru_response_kst-36867_repository.overheid.nl.xml").read_bytes()
    page = read_page(data, ALL, "1")
    assert page.total == 4 and page.next == "3" and not page.problems
    assert [(paper.key, paper.name) for paper in page.papers] == [
        ("kst-1259252", "kst-36867-D"),
        ("kst-36867-B", "kst-36867-B"),
    ]
    letters = read_page(data, replace(ALL, kinds=(Kind.LETTERS,)), "1")
    assert [paper.name for paper in letters.papers] == ["kst-36867-B"]
    with pytest.raises(HarvestError, match="mismatched input"):
        read_page((RECORDED / "sru_diagnostic_response.xml").read_bytes(), ALL, "1")
    fixture = (RECORDED / "sru_fixture_kst-37020-IX-40_and_ah-tk-20192020-4046.xml").read_bytes()
    (answers,) = read_page(fixture, replace(ALL, kinds=(Kind.ANSWERS,)), "1").papers
    assert (answers.name, answers.question_numbers) == ("ah-tk-20192020-4046", ("2020Z14131",))
