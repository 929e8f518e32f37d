"""Official metadata is read in both its forms, and from the head of a paper."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from graph.errors import ReadError
from graph.model import Metadata
from graph.read.metadata import metadata_of_labels
from graph.read.metadata.official import read_official

Fields = dict[str, str | tuple[str, ...]]

REPORT: Fields = {
    "DC.identifier": "kst-36999-XX-7",
    "DC.title": "Begroting van Proef; Verslag; Verslag houdende een lijst van vragen en antwoorden",
    "DC.type": ("officiële publicatie", "Verslag", "Kamerstuk"),
    "DCTERMS.issued": "2025-11-14",
    "OVERHEIDop.documenttitel": "Verslag houdende een lijst van vragen en antwoorden",
    "OVERHEIDop.dossiernummer": ("36888", "36999-XX"),
    "OVERHEIDop.ondernummer": "7",
    "OVERHEIDop.vergaderjaar": "2025-2026",
    "DCTERMS.replaces": "kst-36999-XX-6",
}
ANSWERS: Fields = {
    "DC.identifier": "ah-tk-20242025-593",
    "DC.title": "Antwoord op vragen over de opvang",
    "OVERHEIDop.datumIndiening": "2024-10-10",
    "OVERHEIDop.datumOntvangst": "18-11-2024",
    "OVERHEIDop.aanhangselNummer": "593",
    "OVERHEIDop.vraagnummer": "2024Z15432",
    "OVERHEIDop.mededelingOver": ("kv-tk-2024Z15432", "onbekend"),
}


def values_of(fields: Fields) -> dict[str, tuple[str, ...]]:
    return {name: (value,) if isinstance(value, str) else value for name, value in fields.items()}


def gegevens(fields: Fields) -> bytes:
    rows = "".join(
        f'<metadata name="{name}" scheme="" content="{value}"/>'
        for name, values in values_of(fields).items()
        for value in values
    )
    return f"<metadata_gegevens>{rows}</metadata_gegevens>".encode()


def owms(fields: Fields) -> bytes:
    def tag(name: str) -> str:
        prefix, _, local = name.partition(".")
        return f"{'overheidop' if prefix == 'OVERHEIDop' else 'dcterms'}:{local}"

    rows = "".join(
        f"<{tag(name)}>{value}</{tag(name)}>" for name, values in values_of(fields).items() for value in values
    )
    spaces = 'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:overheidop="http://standaarden.overheid.nl/oep/meta/"'
    return f"<owms-metadata {spaces}><owmskern>{rows}</owmskern></owms-metadata>".encode()


def official(data: bytes, tmp_path: Path) -> Metadata:
    path = tmp_path / "metadata.xml"
    path.write_bytes(data)
    return read_official(path)


@pytest.mark.parametrize("form", [gegevens, owms])
def test_a_report_has_its_dossier_number_and_the_day_it_was_adopted(form: object, tmp_path: Path) -> None:
    assert callable(form)
    assert official(form(REPORT), tmp_path) == Metadata(
        "kst-36999-XX-7",
        title="Verslag houdende een lijst van vragen en antwoorden",
        dossier="36999-XX",
        number=7,
        session_year="2025-2026",
        adopted=date(2025, 11, 14),
        issued=date(2025, 11, 14),
        replaces=("kst-36999-XX-6",),
    )


def test_answers_have_the_days_of_question_and_answer(tmp_path: Path) -> None:
    metadata = official(gegevens(ANSWERS), tmp_path)
    assert (metadata.submitted, metadata.answered) == (date(2024, 10, 10), date(2024, 11, 18))
    assert (metadata.number, metadata.question_number) == (593, "2024Z15432")
    assert metadata.notice_about == ("kv-tk-2024Z15432",)
    assert metadata.title == "Antwoord op vragen over de opvang"


def test_a_letter_answers_on_its_day(tmp_path: Path) -> None:
    letter: Fields = {"DC.identifier": "kst-1-D", "DC.type": "Brief regering", "DCTERMS.issued": "2023-07-07"}
    assert official(gegevens(letter), tmp_path).answered == date(2023, 7, 7)
    dated: Fields = {**letter, "OVERHEIDop.datumBrief": "2023-07-06", "OVERHEIDop.ondernummer": "D"}
    assert official(gegevens(dated), tmp_path).answered == date(2023, 7, 6)
    assert official(gegevens(dated), tmp_path).number is None


@pytest.mark.parametrize(
    ("given", "dossier"),
    [
        ("36999", "36999"),
        ("36 999 XX", "36999-XX"),
        ("36999XX", "36999-XX"),
        ("36999-A", "36999-A"),
        ("21501-02", "21501-02"),
        ("35999;36999-XX", "36999-XX"),
    ],
)
def test_dossiers_get_our_form(given: str, dossier: str, tmp_path: Path) -> None:
    fields: Fields = {"DC.identifier": f"kst-{dossier}-3", "OVERHEIDop.dossiernummer": given}
    assert official(gegevens(fields), tmp_path).dossier == dossier


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (gegevens({"DCTERMS.issued": "2009-02-31"}), r"'2009-02-31' of issued is no date"),
        (gegevens({"OVERHEIDop.datumOntvangst": "morgen"}), "'morgen' of datumontvangst"),
        (gegevens({"OVERHEIDop.dossiernummer": "x"}), "'x' of dossiernummer"),
        (gegevens({"OVERHEIDop.vergaderjaar": "2020"}), "'2020' of vergaderjaar"),
        (b"<metadata_gegevens>", "well-formed"),
        (b"<kamerstuk/>", "its root is <kamerstuk>"),
        (b"", "empty"),
    ],
)
def test_what_is_wrong_is_named_with_its_field(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=rf"metadata\.xml: .*{words}"):
        official(data, tmp_path)


def test_the_head_of_a_paper_says_the_same() -> None:
    metadata = metadata_of_labels(values_of(REPORT))
    assert metadata is not None and metadata.identifier == "kst-36999-XX-7" and metadata.adopted == date(2025, 11, 14)


def test_the_address_of_the_record_gives_the_identifier() -> None:
    address = "https://zoek.officielebekendmakingen.nl/kst-36999-XX-7/metadata.xml"
    metadata = metadata_of_labels({"OVERHEIDop.externMetadataRecord": (address,)})
    assert metadata == Metadata("kst-36999-XX-7")


def test_the_head_of_another_page_says_nothing() -> None:
    labels = {"DC.identifier": ("https://example.org/7f3a",), "DC.title": ("Kamerbrief",), "description": ("x",)}
    assert metadata_of_labels(labels) is None
    assert metadata_of_labels({}) is None


def test_what_cannot_be_read_in_a_head_is_left_out() -> None:
    labels = values_of({**REPORT, "DCTERMS.issued": "2009-02-31", "OVERHEIDop.vergaderjaar": "?"})
    metadata = metadata_of_labels(labels)
    assert metadata is not None and (metadata.issued, metadata.session_year) == (None, None)


def test_damaged_metadata_gives_metadata_or_a_read_error(tmp_path: Path) -> None:
    rng = random.Random(1)
    for _ in range(300):
        data = bytearray(rng.choice((gegevens, owms))(rng.choice((REPORT, ANSWERS))))
        for _ in range(rng.choice((1, 1, 5))):
            data[rng.randrange(len(data))] = rng.choice(b'<>"&-9 \xffZ')
        try:
            assert isinstance(official(bytes(data), tmp_path), Metadata)
        except ReadError as error:
            assert str(error).startswith("metadata.xml: ") and "\n" not in str(error)
