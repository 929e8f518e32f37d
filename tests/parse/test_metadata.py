"""What stands beside a document is checked before it is believed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.errors import ReadError
from graph.model import IdentifierBasis
from graph.parse import Metadata, load_metadata
from graph.parse.metadata import metadata_of

SHIPPED = Path(__file__).parents[2] / "data" / "documents" / "kst-36800-XX-7.txt"


def test_shipped_paper_has_its_metadata_beside_it() -> None:
    metadata = load_metadata(SHIPPED)
    assert metadata is not None
    assert (metadata.identifier, metadata.basis) == ("kst-36800-XX-7", IdentifierBasis.DERIVED)


def test_nothing_beside_a_document_is_nothing(tmp_path: Path) -> None:
    assert load_metadata(tmp_path / "a.txt") is None


def test_dates_and_basis_are_read() -> None:
    assert metadata_of({"identifier": "kst-1-2", "answered": "2025-11-12"}, "a.meta.json") == Metadata(
        "kst-1-2", IdentifierBasis.METADATA, answered=date(2025, 11, 12)
    )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "object"),
        ({"naam": "x"}, "'naam'"),
        ({"title": 3}, "'title'"),
        ({"basis": "zeker"}, "zeker"),
        ({"answered": "12 mei"}, "ISO"),
    ],
)
def test_what_is_wrong_is_named(values: object, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        metadata_of(values, "a.meta.json")


def test_broken_json_is_a_read_error(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_text("{")
    with pytest.raises(ReadError, match="no valid JSON"):
        load_metadata(tmp_path / "a.txt")
