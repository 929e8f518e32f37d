"""Papers and pages by address or title."""

from __future__ import annotations

import pytest

from graph.extract.titles import find_titles


def found(text: str) -> list[tuple[str, str]]:
    return [(find.rule, find.label) for find in find_titles(text)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("(https://www.coa.nl/nl/locatiezoeker). Deze", "https://www.coa.nl/nl/locatiezoeker"),
        ("Capaciteit en bezetting | www.coa.nl).", "https://www.coa.nl"),
        ("zie schadedoormijnbouw.nl voor meer", "https://schadedoormijnbouw.nl"),
    ],
)
def test_address_ends_where_the_sentence_goes_on(text: str, address: str) -> None:
    assert [find.address for find in find_titles(text) if find.rule == "url"] == [address]


def test_name_of_a_site_as_a_title_is_no_address() -> None:
    assert [rule for rule, _ in found("Financieel | Telegraaf.nl")] == []


def test_title_in_quotation_marks_is_a_document() -> None:
    assert ("quoted-title", "Zicht op Rijksbezit in 2021") in found("het rapport «Zicht op Rijksbezit in 2021»")


def test_quoted_words_or_laws_are_no_titles() -> None:
    assert found("de ‘harde’ aanpak en de ‘Wet uitwerking fiscale maatregelen’") == []


@pytest.mark.parametrize(
    "text", ["bij Voorjaarsnota 2025", "de voorjaarsnota 2026", "het Hoofdlijnenakkoord", "het Regeerprogramma"]
)
def test_papers_of_the_cabinet_are_documents(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In het Integraal Zorgakkoord staat", "Integraal Zorgakkoord"),
        ("Het Zorgakkoord is gesloten", "Zorgakkoord"),
        ("Het Aanvullend Haven- en Kadeakkoord (AHK)", "Aanvullend Haven- en Kadeakkoord"),
        ("het Gezond en Actief Leven Akkoord (GALA)", "Gezond en Actief Leven Akkoord"),
        ("het regeerakkoord VVD/PvdA", "regeerakkoord VVD/PvdA"),
    ],
)
def test_an_agreement_has_the_capital_words_before_it_in_its_name(text: str, name: str) -> None:
    assert found(text) == [("coalition-paper", name)]


@pytest.mark.parametrize("text", ["akkoord gaan", "het Handelsakkoord", "het Associatieakkoord met Turkije"])
def test_treaties_are_no_papers_of_the_cabinet(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("de uitzending van ‘Dossier Recht’ over", "Dossier Recht"),
        ("het rapport «Onder druk» van de inspectie", "Onder druk"),
    ],
)
def test_a_short_title_in_quotation_marks_needs_a_word_for_a_paper_before_it(text: str, title: str) -> None:
    assert found(text) == [("quoted-title", title)]


def test_two_quoted_words_by_themselves_are_no_title() -> None:
    assert found("het nieuwe kader «Beter Samen» geldt") == []
