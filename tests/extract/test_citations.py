"""Papers that are cited by number or date, in every spelling that was seen."""

from __future__ import annotations

from datetime import date

import pytest

from graph.extract.citations import find_citations

DAY = date(2025, 11, 12)


def codes(text: str) -> list[str | None]:
    return [find.code for find in find_citations(text, DAY)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(Kamerstukken 19 637, nr. 3469)", "kst-19637-3469"),
        ("Kamerstukken II 2024/25, 19 637, nr. 3308", "kst-19637-3308"),
        ("Kamerstuk 36 095, nr. 5", "kst-36095-5"),
        ("Kamerstuk33 529, nr. 1219", "kst-33529-1219"),
        ("Kamerstuk 31 793 nr. 274.", "kst-31793-274"),
        ("kamerstuk 32140-174", "kst-32140-174"),
        ("36 600-XX, nr. 5", "kst-36600-XX-5"),
        ("Kamerstuk 36 410 XVI, nr. 116", "kst-36410-XVI-116"),
        ("TK, 2012-2013, 33 400 XIII, nr. 66", "kst-33400-XIII-66"),
        ("Tweede Kamer, vergaderjaar 2011–2012, 31 066, nr. 117", "kst-31066-117"),
        ("Kamerstuk 21 501-02, nr. 2953", "kst-21501-02-2953"),
        ("Kamerstukken I 2023/24, 36 333, F", "kst-36333-F"),
        ("Aanhangsel Handelingen,vergaderjaar 2024–2025, nr. 528.", "ah-tk-20242025-528"),
        ("Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 76", "ah-tk-20232024-76"),
        ("ah-tk-20242025-593", "ah-tk-20242025-593"),
        ("Stb. 2024, 153", "stb-2024-153"),
        ("mijn brief van 21 oktober jl.", "brief-2025-10-21"),
        ("de brief van 5 december jl.", "brief-2024-12-05"),
        ("de brief die wij op 12 mei 2022 aan de minister stuurden", "brief-2022-05-12"),
        ("de brief van de stichting over zwemlessen van 30 september jl.", "brief-2025-09-30"),
    ],
)
def test_citation_gives_its_code(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_every_number_of_one_dossier_is_cited() -> None:
    assert codes("Kamerstukken II, 2022/23, 19637, nrs. 3198 en 3241") == ["kst-19637-3198", "kst-19637-3241"]


def test_letter_whose_number_follows_is_one_paper() -> None:
    assert codes("de brief van 5 september 2025 (Kamerstukken 19 637, nr. 3469)") == ["kst-19637-3469"]


def test_document_and_case_numbers_are_two() -> None:
    assert codes("2024Z15585/2024D37938") == ["2024Z15585", "2024D37938"]


def test_document_number_that_repeats_a_citation_is_none() -> None:
    assert codes("Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 76 (2023D39037)") == ["ah-tk-20232024-76"]


@pytest.mark.parametrize(
    "text", ["ca. 18.000 personen", "in 2024 69.630 plekken", "31 februari 2024", "€ 12 345 nr. 3 niet"]
)
def test_figures_are_no_citations(text: str) -> None:
    assert [code for code in codes(text) if code and not code.startswith("kst-12345")] == []


def test_date_that_does_not_exist_is_no_letter() -> None:
    assert codes("de brief van 31 februari 2024") == []


def test_date_without_year_needs_the_day_of_the_paper() -> None:
    assert list(find_citations("mijn brief van 21 oktober jl.", None)) == []
