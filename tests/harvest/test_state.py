"""What a harvest remembers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.errors import HarvestError
from graph.harvest.kinds import Source
from graph.harvest.listed import Listed, Manifestation, Standing
from graph.harvest.state import Kept, Listing, Paper, State
from graph.model import Metadata

PAPER = Paper("k1", "kst-1-2", Standing.OFFICIAL, Kept.STORED, "v1", "xml", choice="c", seen="first")


def test_what_is_kept_is_there_after_closing(tmp_path: Path) -> None:
    state = State(tmp_path / "s")
    state.keep(PAPER, ("2024Z1",))
    state.read_to(Listing(Source.SRU, "c", "2024-12-01", cursor="3"))
    state.close()
    state = State(tmp_path / "s")
    assert state.paper("k1") == PAPER and state.holder("kst-1-2") == PAPER
    assert state.answering(["2024Z1"], [Standing.OFFICIAL]) == [PAPER]
    assert state.answering(["2024Z1"], [Standing.CHAMBER]) == []
    assert state.listing(Source.SRU, "c") == Listing(Source.SRU, "c", "2024-12-01", cursor="3")
    assert state.listing(Source.ODATA, "c") is None
    state.close()


def test_changes_that_belong_together_are_there_together_or_not_at_all(tmp_path: Path) -> None:
    state = State(tmp_path / "s")
    with pytest.raises(KeyError), state.together():
        state.keep(PAPER)
        raise KeyError
    assert state.paper("k1") is None
    state.close()


def test_failed_paper_is_remembered_as_it_was_listed_until_it_is_kept(tmp_path: Path) -> None:
    state = State(tmp_path / "s")
    listed = Listed(
        "k1",
        "kst-1-2",
        files=(Manifestation("xml", "https://example.org/é"),),
        metadata=Metadata("kst-1-2", issued=date(2024, 1, 2), replaces=("kst-1-1",)),
        record="<a>é</a>".encode(),
        question_numbers=("2024Z1",),
    )
    state.fail(Source.SRU, listed)
    assert state.failed(Source.SRU) == [listed] and state.failed(Source.ODATA) == []
    state.keep(PAPER)
    assert state.failed(Source.SRU) == []
    state.close()


def test_papers_that_a_later_listing_lacks_are_known(tmp_path: Path) -> None:
    state = State(tmp_path / "s")
    state.keep(PAPER)
    listing = Listing(Source.SRU, "c", "second")
    assert state.unseen(listing) == [PAPER]
    assert state.unseen(Listing(Source.ODATA, "c", "second")) == []
    state.saw(PAPER, "c", "second")
    assert state.unseen(listing) == []
    state.close()


def test_nothing_is_written_where_nothing_is_kept(tmp_path: Path) -> None:
    state = State(tmp_path / "s", keep=False)
    state.keep(PAPER)
    state.close()
    assert not (tmp_path / "s").exists()


def test_file_of_another_kind_or_version_is_told(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("x" * 4096)
    with pytest.raises(HarvestError, match="move it away"):
        State(tmp_path / "s")
    state = State(tmp_path / "t")
    state._db.execute("PRAGMA user_version = 99")
    state.close()
    with pytest.raises(HarvestError, match="another version"):
        State(tmp_path / "t")
