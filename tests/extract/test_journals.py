"""Publications whose number holds a year."""

from __future__ import annotations

import pytest

from graph.extract.journals import find_numbered


def codes(text: str) -> list[str | None]:
    return [find.code for find in find_numbered(text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Aanhangsel Handelingen,vergaderjaar 2024–2025, nr. 528.", "ah-tk-20242025-528"),
        ("Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 76", "ah-tk-20232024-76"),
        ("Aanhangsel Handelingen II 2013/14, 1234", "ah-tk-20132014-1234"),
        ("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel van de Handelingen 2386", "ah-tk-20232024-2386"),
        ("ah-tk-20242025-593", "ah-tk-20242025-593"),
        ("Handelingen II 2023/24, nr. 45, item 8", "h-tk-20232024-45-8"),
        ("Handelingen I 2023/24, 12, item 3", "h-ek-20232024-12-3"),
        ("h-tk-20172018-70-4", "h-tk-20172018-70-4"),
        ("Stb. 2024, 153", "stb-2024-153"),
        ("Staatsblad 2022 nr. 12", "stb-2022-12"),
        ("Stcrt. 2022, nr. 12345", "stcrt-2022-12345"),
        ("Trb. 1951, 131", "trb-1951-131"),
        ("CBS StatLine, tabel 85496NED", "85496NED"),
    ],
)
def test_citation_gives_its_code(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_debate_without_an_item_has_no_code() -> None:
    assert codes("Handelingen TK 2009-2010, nr. 45, p. 4001") == [None]


def test_several_numbers_of_one_session_are_answers_each() -> None:
    text = "Aanhangsel van de Handelingen, vergaderjaar 2024–2025, nrs. 12 en 15"
    assert codes(text) == ["ah-tk-20242025-12", "ah-tk-20242025-15"]


def test_document_and_case_numbers_are_two() -> None:
    assert codes("2024Z15585/2024D37938") == ["2024Z15585", "2024D37938"]


def test_document_number_that_repeats_a_citation_is_none() -> None:
    assert codes("Aanhangsel van de Handelingen, vergaderjaar 2023–2024, nr. 76 (2023D39037)") == ["ah-tk-20232024-76"]


def test_page_is_given_only_for_years_that_are_online() -> None:
    (new,), (old,) = list(find_numbered("Stb. 2024, 153")), list(find_numbered("Trb. 1951, 131"))
    assert new.address == "https://zoek.officielebekendmakingen.nl/stb-2024-153"
    assert old.address is None


def test_table_of_the_cbs_has_its_address() -> None:
    (table,) = find_numbered("tabel 85496NED")
    assert table.address == "https://opendata.cbs.nl/ODataApi/OData/85496NED"
