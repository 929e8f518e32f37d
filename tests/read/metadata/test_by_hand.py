"""What a person writes beside a document is checked before it is believed."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from graph.errors import ReadError
from graph.model import IdentifierBasis, Metadata
from graph.read.limits import LIMITS
from graph.read.metadata import load_metadata, metadata_of

SHIPPED = Path(__file__).parents[3] / "data" / "documents" / "kst-36800-XX-7.txt"


def test_shipped_paper_has_its_metadata_beside_it() -> None:
    metadata = load_metadata(SHIPPED)
    assert metadata is not None
    assert (metadata.identifier, metadata.basis) == ("kst-36800-XX-7", IdentifierBasis.DERIVED)


def test_all_keys_are_read() -> None:
    values = {
        "identifier": "kst-1-2",
        "dossier": "36999-XX",
        "number": 2,
        "answered": "2025-11-12",
        "issued": "2025-11-13",
        "replaces": "kst-1-1",
        "notice_about": ["ah-tk-20242025-1", "ah-tk-20242025-2"],
        "withdrawn": "Ingetrokken bij brief.",
        "title": None,
    }
    assert metadata_of(values, "a.meta.json") == Metadata(
        "kst-1-2",
        IdentifierBasis.METADATA,
        dossier="36999-XX",
        number=2,
        answered=date(2025, 11, 12),
        issued=date(2025, 11, 13),
        replaces=("kst-1-1",),
        notice_about=("ah-tk-20242025-1", "ah-tk-20242025-2"),
        withdrawn="Ingetrokken bij brief.",
    )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "object"),
        ({"naam": "x"}, "'naam'"),
        ({"title": 3}, "'title' must be text"),
        ({"title": "een\ud800"}, "'title' must be text without control characters"),
        ({"note": "een\x02"}, "'note' must be text without control characters"),
        ({"number": "3"}, "'number' must be a whole number"),
        ({"number": True}, "'number'"),
        ({"basis": "zeker"}, "'basis' must be one of stated, metadata"),
        ({"answered": "12 mei"}, "'answered' must be an ISO date"),
        ({"replaces": [1]}, "'replaces' must be an identifier"),
    ],
)
def test_what_is_wrong_is_named(values: object, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        metadata_of(values, "a.meta.json")


def test_broken_json_is_a_read_error(tmp_path: Path) -> None:
    for content in (b"{", b"\xff", b"[" * 100_000, b'{"number": 1e999}'):
        (tmp_path / "a.meta.json").write_bytes(content)
        with pytest.raises(ReadError, match=r"a\.meta\.json"):
            load_metadata(tmp_path / "a.txt")


def test_metadata_as_large_as_no_metadata_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_bytes(b'{"title": "' + b"a" * LIMITS.beside + b'"}')
    with pytest.raises(ReadError, match=r"a\.meta\.json: the file has more than"):
        load_metadata(tmp_path / "a.txt")


def test_damaged_json_gives_metadata_or_a_read_error(tmp_path: Path) -> None:
    rng = random.Random(1)
    seed = b'{"identifier": "kst-1-2", "number": 3, "answered": "2025-01-02", "replaces": ["kst-1-1"]}'
    for _ in range(200):
        data = bytearray(seed)
        for _ in range(rng.choice((1, 3))):
            data[rng.randrange(len(data))] = rng.choice(b'"{}[]0:,\xff a')
        (tmp_path / "a.meta.json").write_bytes(bytes(data))
        try:
            assert isinstance(load_metadata(tmp_path / "a.txt"), Metadata)
        except ReadError as error:
            assert "\n" not in str(error)
