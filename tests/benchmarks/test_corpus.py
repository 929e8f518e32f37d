from __future__ import annotations

import hashlib
from pathlib import Path

from benchmarks.corpus import paper, write_corpus


def test_the_same_number_gives_the_same_paper_whatever_the_count(tmp_path: Path) -> None:
    few = write_corpus(tmp_path / "few", 3)
    many = write_corpus(tmp_path / "many", 8)
    later = write_corpus(tmp_path / "later", 2, first=2)
    assert [path.name for path in few] == [path.name for path in many[:3]]
    assert [path.read_bytes() for path in few] == [path.read_bytes() for path in many[:3]]
    assert [path.read_bytes() for path in later] == [path.read_bytes() for path in many[1:3]]


def test_papers_are_those_that_earlier_figures_were_measured_on() -> None:
    written = hashlib.sha256("\0".join("\0".join(paper(number)) for number in range(1, 101)).encode())
    assert written.hexdigest() == "72a14384ae6c3ff7ed268a586db8333a6d0991bf85a9c64c27f36d89acdb3a0b"


def test_each_paper_has_an_identifier_of_its_own() -> None:
    names = [paper(number)[0] for number in range(1, 501)]
    assert len(set(names)) == len(names)
