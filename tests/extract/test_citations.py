"""Kamerstukken and letters that are cited, in every spelling that was seen."""

from __future__ import annotations

from datetime import date

import pytest

from graph.extract.citations import find_citations
from graph.extract.found import settle_overlaps

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
        ("Kamerstuk 29 362-300", "kst-29362-300"),
        ("TK 2023-2024, 29 911, nr. 420", "kst-29911-420"),
        ("Kamerstuk 36 740-VI, nr. 12", "kst-36740-VI-12"),
        ("Kamerstukken II 2022/23, 36200-XV-12", "kst-36200-XV-12"),
        ("Kamerstukken II 1998/99, 26 732, nr. 3, blz. 7", "kst-26732-3"),
        ("31 490, nr, 104", "kst-31490-104"),
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


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Kamerstukken II 2024/25, 36 600, nrs. 5, 7 en 9", [5, 7, 9]),
        ("Kamerstuk 36 600, nr. 12 t/m 14", [12, 13, 14]),
        ("36 600, nrs. 13—14)", [13, 14]),
        ("Kamerstuk 36 600, nr. 5 en nr. 7", [5, 7]),
        ("Kamerstuk 36 600, nr. 5, nr. 7 en 32 317, nr. 9", [5, 7]),
        ("Kamerstukken 36 600, nrs. 5 en 7 en 32 317, nr. 900", [5, 7]),
    ],
)
def test_several_numbers_of_a_dossier_are_papers_each(text: str, numbers: list[int]) -> None:
    found = [find.code for find in settle_overlaps(find_citations(text, DAY)) if "kst-36600" in str(find.code)]
    assert found == [f"kst-36600-{number}" for number in numbers]


@pytest.mark.parametrize(
    "text", ["ca. 18.000 personen", "in 2024 69.630 plekken", "31 februari 2024", "€ 12 345 nr. 3 niet"]
)
def test_figures_are_no_citations(text: str) -> None:
    assert [code for code in codes(text) if code and not code.startswith("kst-12345")] == []


def test_date_that_does_not_exist_is_no_letter() -> None:
    assert codes("de brief van 31 februari 2024") == []


def test_date_without_year_needs_the_day_of_the_paper() -> None:
    assert list(find_citations("mijn brief van 21 oktober jl.", None)) == []
