"""Reports, monitors and plans by the shape of their titles."""

from __future__ import annotations

import pytest

from graph.extract.reports import find_reports


def found(text: str) -> set[str]:
    return {find.label for find in find_reports(text)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("berekend in de Monitor dijkbewaking 2024 dat", "Monitor dijkbewaking 2024"),
        ("in de Trendrapportage Dijken en Duinen.", "Trendrapportage Dijken en Duinen"),
        ("De Referentieraming 2025 laat zien", "Referentieraming 2025"),
        ("volgt uit de Dijkmonitor van het bureau", "Dijkmonitor"),
        ("in de Macro Economische Verkenning 2026 een", "Macro Economische Verkenning 2026"),
        ("de Klimaat- en Energieverkenning 2024 (KEV)", "Klimaat- en Energieverkenning 2024"),
        ("het Dreigingsbeeld Noordzee 2023 noemt", "Dreigingsbeeld Noordzee 2023"),
        ("in de Marktscan Dijkzorg 2024 staat", "Marktscan Dijkzorg 2024"),
        ("(Dijkdienst, Dijkatlas jaaroverzicht 2024)", "Dijkatlas jaaroverzicht 2024"),
        ("Blijkens Water at a Glance 2025 van de", "Water at a Glance 2025"),
    ],
)
def test_a_monitor_is_found_by_its_kind_its_capitals_or_its_year(text: str, title: str) -> None:
    assert title in found(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("het eindrapport Ruimte voor Water uit", "Ruimte voor Water"),
        ("bracht het advies Toegang tot Zee uit", "Toegang tot Zee"),
        ("het rapport Dijken in een veranderende wereld.", "Dijken in een veranderende wereld"),
        ("de Staat van de Dijken 2023 meldt", "Staat van de Dijken 2023"),
        ("Zie de Dijknota 2024 van", "Dijknota 2024"),
        ("In het Dijkprogramma 2026 van", "Dijkprogramma 2026"),
        ("in de Nationale prestatieafspraken is", "Nationale prestatieafspraken"),
        ("het Landelijk Actieprogramma Dijken (LAD)", "Landelijk Actieprogramma Dijken"),
        ("het Nationaal Plan Waterkering en", "Nationaal Plan Waterkering"),
    ],
)
def test_a_report_or_plan_is_found_by_the_word_before_its_name(text: str, title: str) -> None:
    assert title in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Monitoring is nodig. Rapportage volgt in 2025.",
        "het advies Raad van State",
        "de MIRT-verkenning loopt in 2025",
        "een EU-programma Support bestaat",
        "In het rapport staat dat in 2024",
        "Begroting is in 2025 vastgesteld",
        "de fase van Verkenning en Raming",
    ],
)
def test_words_for_papers_without_a_name_are_no_titles(text: str) -> None:
    assert found(text) == set()


def test_one_word_at_the_start_of_a_sentence_is_no_title() -> None:
    assert found("Dijkmonitor en raming. Zie de Dijkmonitor.") == {"Dijkmonitor"}
