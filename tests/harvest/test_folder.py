"""The folder of papers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.harvest.folder import Folder, as_json, write_whole
from graph.model import IdentifierBasis, Metadata
from graph.read.metadata import load_metadata, metadata_of

METADATA = Metadata(
    "kst-1-2", IdentifierBasis.DERIVED, "daarom", number=2, issued=date(2024, 1, 2), replaces=("kst-1-1",)
)


def test_metadata_in_our_own_form_are_read_back(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    assert folder.store("kst-1-2", "txt", b"x", METADATA, None)
    assert load_metadata(folder.path("kst-1-2", "txt")) == METADATA
    assert not folder.store("kst-1-2", "txt", b"y", METADATA, None)


def test_metadata_without_identifier_claim_no_basis() -> None:
    assert b"basis" not in as_json(Metadata(title="Dijken"))
    assert metadata_of({"title": "Dijken"}, "x") == Metadata(title="Dijken")


def test_withdrawn_paper_leaves_nothing_for_build(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.store("kst-1-2", "xml", b"<x/>", METADATA, None)
    folder.store("kst-1-3", "xml", b"<x/>", METADATA, None)
    folder.withdraw("kst-1-2")
    assert sorted(path.name for path in (tmp_path / "kst/1").iterdir()) == ["kst-1-3.meta.json", "kst-1-3.xml"]
    assert (tmp_path / ".withdrawn/kst/1/kst-1-2.xml").read_bytes() == b"<x/>"
    folder.withdraw("kst-1-2")


def test_file_is_whole_or_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(tmp_path / "a" / "b.xml", b"old")

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.harvest.folder.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a" / "b.xml", b"new")
    assert (tmp_path / "a" / "b.xml").read_bytes() == b"old"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.xml"]
