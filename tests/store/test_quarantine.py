"""The quarantine: reports that stay until the document is valid or withdrawn."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.store.quarantine import Quarantine, Rejected


def test_a_report_is_kept_replaced_and_released(tmp_path: Path) -> None:
    quarantine = Quarantine(tmp_path / "quarantine")
    assert quarantine.all() == []
    quarantine.keep(Rejected("kst-1", "a.txt", ("page 1: no number",)), b"<x:a> <x:p> <x:b> .\n")
    again = Rejected("kst-1", "b.txt", ("page 2: no unit", "page 3: “§”"))
    path = quarantine.keep(again)
    assert quarantine.all() == [again]
    assert path.with_suffix(".nt").read_bytes() == b""
    quarantine.release("kst-1")
    quarantine.release("kst-1")
    assert list((tmp_path / "quarantine").iterdir()) == []


def test_a_broken_report_still_names_its_document(tmp_path: Path) -> None:
    quarantine = Quarantine(tmp_path)
    quarantine.keep(Rejected("kst-1", "a.txt", ())).write_text("{")
    assert [rejected.identifier for rejected in quarantine.all()] == ["kst-1"]


@settings(deadline=None, derandomize=True, max_examples=30)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_no_identifier_leads_out_of_the_folder(identifier: str) -> None:
    path = Quarantine(Path("folder"))._path(identifier)
    assert path.parent == Path("folder") and not path.name.startswith(".")
