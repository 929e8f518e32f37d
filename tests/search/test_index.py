"""An index follows its graphs: only what changed is read, and the index before stays as it was."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from tests.search.papers import AUTHORITIES, BASE, FIGURE, PAPERS, differences, graphs, index, paper

from graph.search.asking import Wanted
from graph.search.index import record_of
from graph.search.served import Served


def contents(folder: Path) -> dict[str, str]:
    """Give the digests of all files of an index but for its locks."""
    files = sorted(file for file in folder.iterdir() if "lock" not in file.name)
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def total(folder: Path, typed: str) -> int:
    return Served(folder).search(Wanted(typed)).total


def test_a_changed_paper_alone_is_read_again(tmp_path: Path) -> None:
    index(tmp_path / "1", graphs())
    changed = {**PAPERS, "kst-40001-7": paper("kst-40001-7", "Hoeveel?", "Er waren 90 duikers.")}
    assert index(tmp_path / "2", graphs(changed), tmp_path / "1") == (1, 1)
    assert total(tmp_path / "2", "duikers") == 1
    assert total(tmp_path / "2", "dijkversterkingen") == 0
    assert total(tmp_path / "2", "noodvergunningen") == 1


def test_the_index_before_stays_as_it_was(tmp_path: Path) -> None:
    index(tmp_path / "1", graphs())
    before, open_one = contents(tmp_path / "1"), Served(tmp_path / "1")
    for number in range(2, 14):  # often enough for the engine to join the segments of several publications
        changed = {**PAPERS, "kst-40001-7": paper("kst-40001-7", "Hoeveel?", f"Er waren {number} duikers.")}
        index(tmp_path / str(number), graphs(changed), tmp_path / str(number - 1))
    assert contents(tmp_path / "1") == before
    assert open_one.search(Wanted("dijkversterkingen")).total == total(tmp_path / "1", "dijkversterkingen") == 1
    assert [total(tmp_path / "13", f'"{number} duikers"') for number in (12, 13)] == [0, 1]


def test_an_index_that_followed_finds_what_one_made_anew_finds(tmp_path: Path) -> None:
    index(tmp_path / "1", graphs({"kst-40001-7": PAPERS["kst-40001-7"]}))
    index(tmp_path / "2", graphs(), tmp_path / "1")
    index(tmp_path / "3", graphs())
    for typed in ("gravers", "vergunningen", "vraag 1", "RDW", ""):
        followed, anew = (Served(tmp_path / name).search(Wanted(typed, size=100)) for name in "23")
        assert {hit.iri for hit in followed.hits} == {hit.iri for hit in anew.hits}
        assert {name: set(values) for name, values in followed.facets.items()} == {
            name: set(values) for name, values in anew.facets.items()
        }


def test_a_paper_that_is_removed_is_found_no_more(tmp_path: Path) -> None:
    index(tmp_path / "1", graphs())
    assert index(tmp_path / "2", graphs({"kst-40001-7": PAPERS["kst-40001-7"]}), tmp_path / "1") == (1, 0)
    assert total(tmp_path / "2", "noodvergunningen") == 0
    assert total(tmp_path / "2", "kst-40002-XX-3") == 0


@pytest.mark.parametrize("told", [True, False])
def test_names_follow_their_register_one_by_one(tmp_path: Path, told: bool) -> None:
    index(tmp_path / "1", graphs())
    renamed = AUTHORITIES.replace('"RDW"', '"DIJKW"').replace(
        f'<{BASE}id/law/dijkenwet> skos:prefLabel "Dijkenwet"@nl', ""
    )
    renamed = renamed.replace('; dcterms:identifier "BWBR0099999" .', "")
    now = graphs(authorities=renamed)
    index(tmp_path / "2", now, tmp_path / "1", differences(graphs() if told else {}, now))
    assert [total(tmp_path / "2", name) for name in ("DIJKW", "RDW", "BWBR0099999", "Curaçao")] == [1, 0, 0, 1]


def test_of_a_graph_that_is_told_to_be_patched_only_what_changed_is_read(tmp_path: Path) -> None:
    index(tmp_path / "1", graphs())
    renamed = AUTHORITIES.replace('"RDW"', '"DIJKW"')
    now = graphs(authorities=renamed)
    patched = differences(graphs(), now)
    index(tmp_path / "2", {**now, f"{BASE}graph/authorities": b"not read"}, tmp_path / "1", patched)
    assert [total(tmp_path / "2", name) for name in ("DIJKW", "RDW", "Curaçao")] == [1, 0, 1]


def test_a_patch_of_another_graph_than_was_read_is_not_believed(tmp_path: Path) -> None:
    index(tmp_path / "1", graphs(authorities=AUTHORITIES.replace('"RDW"', '"OUDE"')))
    now = graphs(authorities=AUTHORITIES.replace('"Curaçao"', '"Aruba"'))
    index(tmp_path / "2", now, tmp_path / "1", differences(graphs(), now))
    assert [total(tmp_path / "2", name) for name in ("OUDE", "RDW", "Aruba")] == [0, 1, 1]


@pytest.mark.parametrize("told", [True, False])
def test_a_post_that_moves_to_another_ministry_takes_its_papers_along(tmp_path: Path, told: bool) -> None:
    index(tmp_path / "1", graphs())
    moved = AUTHORITIES.replace("org:postIn org-:ministerie-van-water", "org:postIn org-:dijkwacht")
    now = graphs(authorities=moved)
    index(tmp_path / "2", now, tmp_path / "1", differences(graphs() if told else {}, now))
    facets = Served(tmp_path / "2").search(Wanted("")).facets
    assert facets["ministry"] == (("dijkwacht", 2),)


@pytest.mark.parametrize("record", ["", "{}", '{"format": [0, "0"]}', "[]"])
def test_an_index_of_another_version_is_made_anew(tmp_path: Path, record: str) -> None:
    index(tmp_path / "1", graphs())
    (tmp_path / "1" / "made.json").write_text(record)
    assert record_of(tmp_path / "1") is None
    assert index(tmp_path / "2", graphs(), tmp_path / "1") == (0, 4)
    assert total(tmp_path / "2", "gravers") > 0


def test_nothing_published_is_an_index_too(tmp_path: Path) -> None:
    assert index(tmp_path / "1", {}) == (0, 0)
    assert total(tmp_path / "1", "gravers") == 0


def test_the_record_says_what_it_was_made_from(tmp_path: Path) -> None:
    index(tmp_path / "1", graphs({"kst-40001-7": paper("kst-40001-7", "a", "b", more=FIGURE)}))
    said = json.loads((tmp_path / "1" / "made.json").read_text())
    assert said["posts"] == ["minister-van-water"]
    assert sorted(name.rpartition("/")[2] for name in said["graphs"]) == ["authorities", "indicators", "kst-40001-7"]
