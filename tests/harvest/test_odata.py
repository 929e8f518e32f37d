"""Questions to the Tweede Kamer's OData, and its answers."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.harvest.papers import guid, row

from graph.errors import HarvestError
from graph.harvest.kinds import Kind
from graph.harvest.listed import Choice, Listed
from graph.harvest.odata import address_of, read_one, read_page

SERVICE = "https://example.org/OData"
RECORDED = Path(__file__).parents[3] / "shared" / "formats"


def listed(**more: object) -> Listed:
    return read_one(json.dumps(row(1, **more)).encode(), SERVICE)


def filter_of(choice: Choice) -> str:
    return parse_qs(urlsplit(address_of(SERVICE, choice)).query)["$filter"][0]


def test_question_has_kinds_dossiers_and_day() -> None:
    asked = filter_of(Choice((Kind.CONSULTATIONS,), ("36800-XX",), date(2025, 1, 2)))
    assert asked == (
        "(Soort eq 'Verslag van een schriftelijk overleg' or Verwijderd eq true) and ApiGewijzigdOp ge "
        "2025-01-02T00:00:00Z and Kamerstukdossier/any(d:(d/Nummer eq 36800 and d/Toevoeging eq 'XX'))"
    )


def test_wrong_dossier_is_refused() -> None:
    with pytest.raises(HarvestError, match="is no dossier"):
        address_of(SERVICE, Choice((), ("x') or true",)))


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({}, "2024D00001"),
        ({"Aanhangselnummer": "151601580"}, "ah-tk-20152016-1580"),
        ({"Aanhangselnummer": "151801580"}, "2024D00001"),
        ({"Kamerstukdossier": [{"Nummer": 36800, "Toevoeging": "XX"}], "Volgnummer": 7}, "kst-36800-XX-7"),
        ({"Kamerstukdossier": [{"Nummer": 36800, "Toevoeging": "(XX)"}], "Volgnummer": 7}, "kst-36800-XX-7"),
        ({"Kamerstukdossier": [{"Nummer": 36800}], "Volgnummer": -1}, "2024D00001"),
        ({"Kamerstukdossier": [{"Nummer": 36800}, {"Nummer": 36801}], "Volgnummer": 7}, "2024D00001"),
        ({"Kamerstukdossier": [{"Nummer": 36800}], "Volgnummer": 7, "Kamer": 1}, "2024D00001"),
    ],
)
def test_identifier_follows_only_from_numbers_that_are_there(more: dict[str, object], name: str) -> None:
    paper = listed(**more)
    assert paper.name == name
    assert (paper.metadata.basis == "derived") == (name != "2024D00001")


def test_file_is_asked_for_at_the_document() -> None:
    assert [(file.suffix, file.address) for file in listed(ContentType="application/pdf").files] == [
        ("pdf", f"{SERVICE}/Document({guid(1)})/resource")
    ]


def test_number_of_the_questions_is_that_of_the_answer_not_of_a_notice() -> None:
    cases = [{"Nummer": "2024Z12345"}, {"Nummer": None}]
    assert listed(Zaak=cases).question_numbers == ("2024Z12345",)
    assert listed(Zaak=cases, Soort="Mededeling (uitstel antwoord)").question_numbers == ()


def test_row_that_was_taken_away_needs_nothing_but_its_key() -> None:
    page = read_page(json.dumps({"value": [{"Id": guid(1), "Verwijderd": True}]}).encode(), SERVICE)
    assert page.papers[0].deleted and page.papers[0].key == guid(1)


@pytest.mark.parametrize(
    "bad", [{"Id": "../x"}, {"DocumentNummer": "../../x"}, {"DocumentNummer": None}, {"ContentType": None}, {"Zaak": 3}]
)
def test_row_that_cannot_be_used_is_told_and_keeps_no_other_out(bad: dict[str, object]) -> None:
    page = read_page(json.dumps({"value": [row(1, **bad), row(2)]}).encode(), SERVICE)
    assert [paper.key for paper in page.papers] == [guid(2)] and len(page.problems) == 1


@pytest.mark.parametrize("answer", [b"", b"<html>", b"[]", b'{"value": 3}', b'{"error": {"code": ""}}'])
def test_other_answers_are_refused(answer: bytes) -> None:
    with pytest.raises(HarvestError, match="no answer of OData"):
        read_page(answer, SERVICE)


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers are not here")
def test_recorded_document_is_read() -> None:
    samples = json.loads((RECORDED / "tk_odata_samples.json").read_text(encoding="utf-8"))
    answer = next(sample for sample in samples if "DocumentNummer" in sample["value"][0])
    page = read_page(json.dumps(answer).encode(), SERVICE)
    assert [(paper.name, paper.files[0].suffix) for paper in page.papers] == [("2026D38058", "docx")]
    assert (page.total, page.next) == (1, None)
