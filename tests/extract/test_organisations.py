"""Organisations by their names alone, and the abbreviations that papers introduce."""

from __future__ import annotations

import pytest

from graph.extract.organisations import find_organisations, introduced, long_form


def labels(text: str, known: dict[str, str] | None = None) -> list[str]:
    return [find.label for find in find_organisations(text, known or {})]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("aan Stichting Open Nederland (€ 405 miljoen)", "Stichting Open Nederland"),
        ("de taskforce Verbetering Financieel Beheer", "Taskforce Verbetering Financieel Beheer"),
        ("van het Jeugdfonds Sport en Cultuur", "Jeugdfonds Sport en Cultuur"),
        ("met de Mijnraad en regionale overheden", "Mijnraad"),
        ("het Centrum voor Internationaal Recht van het Ministerie van X", "Centrum voor Internationaal Recht"),
        ("de Algemene Bosbouwbond (ABB) meldt", "Algemene Bosbouwbond"),
        ("het Internationale Comité van de Bergen", "Internationale Comité van de Bergen"),
        ("volgens RTV Heuvelland", "RTV Heuvelland"),
        ("de Commissie Mijnbouwschade is ingesteld", "Commissie Mijnbouwschade"),
    ],
)
def test_name_with_a_word_for_an_organisation_is_one(text: str, label: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "de Raad van Bestuur",
        "overgeheveld naar het Gemeentefonds",
        "een commissie voor advies",
        "Onderwijsraad",
        "het Nationaal Programma Energiesysteem",
    ],
)
def test_general_words_are_no_organisations(text: str) -> None:
    assert labels(text) == []


def test_abbreviation_counts_for_the_whole_paper() -> None:
    assert labels("het IMG keert uit", {"IMG": "Instituut Mijnbouwschade Groningen"}) == [
        "Instituut Mijnbouwschade Groningen"
    ]


def test_introduced_name_is_known_in_full_wherever_it_stands() -> None:
    text = "de Wet verwerking door samenwerkingsverbanden geldt"
    name = "Wet verwerking door samenwerkingsverbanden"
    found = [text[find.start : find.end] for find in find_organisations(text, {"Wvs": name})]
    assert found == [name]


def test_abbreviation_of_a_forecast_or_a_register_is_no_organisation() -> None:
    assert list(introduced("de Meerjaren Productie Prognose (MPP) en de Basisregistratie Personen (BRP)")) == []
    assert list(introduced("de beschrijving Vreemdelingen in de Strafrechtketen (VRIS)")) == []


def test_head_before_the_abbreviated_words_belongs_to_the_name() -> None:
    text = "het Agentschap Basisregistratie Persoonsgegevens en Reisdocumenten (BPR)"
    assert list(introduced(text)) == [("BPR", "Agentschap Basisregistratie Persoonsgegevens en Reisdocumenten")]


def test_words_that_the_letters_do_not_spell_are_no_long_form() -> None:
    assert long_form("de Dienst Terugkeer en Vertrek ", "COA") is None
    assert long_form("de Dienst Terugkeer en Vertrek ", "DTenV") == "Dienst Terugkeer en Vertrek"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("volgens Dijkbeheer Nederland zijn", "Dijkbeheer Nederland"),
        ("het Fonds Dijkensport ontvangt", "Fonds Dijkensport"),
        ("de Dienst Water en Dijken voert", "Dienst Water en Dijken"),
        ("onderzoek van bureau Golfslag in", "Bureau Golfslag"),
        ("het samenwerkingsverband DijkWatch Lowlands", "Samenwerkingsverband DijkWatch Lowlands"),
        ("Het Meldpunt dijkgebreken en -breuken ontving", "Meldpunt dijkgebreken en -breuken"),
        ("het Adviescollege Dijken adviseert", "Adviescollege Dijken"),
    ],
)
def test_a_country_a_field_or_a_small_head_makes_a_name(text: str, label: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(
    "text", ["In Nederland wonen", "heel Caribisch Nederland", "Het Dijkbeeld Nederland 2024", "de Dienst Water"]
)
def test_a_country_or_one_field_alone_makes_no_name(text: str) -> None:
    assert labels(text) == []
