"""How people and papers write the number of a paper."""

from __future__ import annotations

import pytest

from graph.search.references import WRITINGS, reference_in


@pytest.mark.parametrize(
    ("typed", "identifier", "number"),
    [
        ("kst-36800-XX-7", "kst-36800-xx-7", ""),
        ("Kamerstuk 36 800-XX, nr. 7", "kst-36800-xx-7", ""),
        ("kamerstukken II 2024/25, 36 800 VI nr. 12", "kst-36800-vi-12", ""),
        ("19637 nr 3469", "kst-19637-3469", ""),
        ("19637-3469 antwoord 2-3", "kst-19637-3469", "2-3"),
        ("Aanhangsel 2024-2025, nr. 593", "ah-tk-20242025-593", ""),
        ("2025Z12345", "2025z12345", ""),
        ("36800 XX", "kst-36800-xx-", ""),
        ("vraag 12", "", "12"),
    ],
)
def test_a_number_is_read_as_it_is_written(typed: str, identifier: str, number: str) -> None:
    found = reference_in(typed)
    assert found is not None and (found.identifier, found.number) == (identifier, number)


@pytest.mark.parametrize(
    "typed", ["", "opvangplekken 2025", "in 2024-2025", "12 plekken", "vragen over 12 dijken", "nr. 7"]
)
def test_other_numbers_name_no_paper(typed: str) -> None:
    assert reference_in(typed) is None


@pytest.mark.parametrize("writing", WRITINGS, ids=lambda writing: str(writing.name))
def test_every_way_of_writing_reads_its_example(writing: object) -> None:
    example = getattr(writing, "example", "")
    assert isinstance(example, str) and reference_in(example) is not None


def test_what_else_is_typed_is_kept() -> None:
    found = reference_in("opvang in 36 800 XX, nr. 7 vraag 12 bij het COA")
    assert found is not None and found.rest == "opvang in bij het COA"
