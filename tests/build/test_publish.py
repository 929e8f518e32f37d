"""Builds: what becomes of each file, and what readers see afterwards. The papers are stand-ins."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.build import Fate, Outcome, build, publish, remove, session
from graph.build.work import Made, Recipe
from graph.build.workers import Workers
from graph.describe.counts import Counts
from graph.errors import StoreError
from graph.settings import Settings
from graph.store.base import Change, GraphVersion, Publication
from graph.store.embedded import EmbeddedStore

BASE = "https://example.org/"


def made(identifier: str, value: str, *, source: str = "", violations: tuple[str, ...] = ()) -> Made:
    """What would be made of a small paper; its fingerprint is what it says."""
    return Made(
        Path(source or f"{identifier}.txt"),
        fingerprint=f"{identifier}{value}",
        identifier=identifier,
        graph=f"{BASE}graph/{identifier}",
        triples=f'<{BASE}id/document/{identifier}> <{BASE}p> "{value}" .\n'.encode(),
        extract=json.dumps(identifier).encode(),
        questions=1,
        figures=2,
        violations=violations,
    )


class StandIn:
    """A shared graph that names the papers."""

    def changes(
        self, changes: Mapping[str, Change], extracts: Mapping[str, bytes], beside: Counts, replaced: Sequence[Quad]
    ) -> list[Change]:
        names = (extracts[graph].decode() for graph in sorted(extracts))
        return [
            Change(f"{BASE}graph/indicators", "".join(f"<{BASE}all> <{BASE}p> {name} .\n" for name in names).encode())
        ]

    def published(self, publication: Publication | None) -> None:
        pass


class Workshop:
    """Builds stand-ins in a store, as the command line would build files."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.settings = Settings(base_iri=BASE, store=folder)
        self.store = EmbeddedStore(folder)
        self._ready: dict[str, Made] = {}
        self.outcomes: list[Outcome] = []
        monkeypatch.setattr(publish, "make_all", self._make_all)
        monkeypatch.setattr(session, "sharing", self._sharing)

    def _make_all(self, paths: Sequence[Path], recipe: Recipe, workers: Workers) -> Iterator[Made]:
        for path in paths:
            paper = self._ready[path.name]
            known = recipe.known.get(paper.fingerprint) if not paper.violations else None
            yield Made(path, paper.fingerprint, paper.identifier, paper.graph, unchanged=True) if known else paper

    @contextmanager
    def _sharing(
        self,
        settings: Settings,
        documents: Mapping[str, GraphVersion],
        present: Sequence[GraphVersion],
        folder: Path,
    ) -> Iterator[StandIn]:
        yield StandIn()

    def build(self, *papers: Made, restore: bool = False) -> dict[str, Fate]:
        """Build and give the fate of each file."""
        self._ready = {paper.path.name: paper for paper in papers}
        self.outcomes = []
        build([p.path for p in papers], self.settings, self.store, restore=restore, done=self.outcomes.append)
        return {outcome.made.path.name: outcome.fate for outcome in self.outcomes}

    def values(self) -> dict[str, list[str]]:
        """Give what each graph says."""
        found: dict[str, list[str]] = {}
        with self.store.reader() as reader:
            for graph, value in reader.query("SELECT ?g ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?o").rows():
                assert isinstance(graph, NamedNode) and isinstance(value, Literal)
                found.setdefault(graph.value.rpartition("/")[2], []).append(value.value)
        return found


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return Workshop(tmp_path / "store", monkeypatch)


def test_new_changed_and_unchanged_papers(shop: Workshop) -> None:
    assert shop.build(made("a", "1"), made("b", "1")) == {"a.txt": Fate.NEW, "b.txt": Fate.NEW}
    assert shop.build(made("a", "1"), made("b", "2")) == {"a.txt": Fate.UNCHANGED, "b.txt": Fate.CHANGED}
    assert shop.values() == {"a": ["1"], "b": ["2"], "indicators": ["a", "b"]}


def test_nothing_changed_is_no_publication(shop: Workshop) -> None:
    shop.build(made("a", "1"))
    shop.build(made("a", "1"))
    assert shop.store.current() == 1


def test_shared_graphs_know_papers_that_were_not_built_this_time(shop: Workshop) -> None:
    shop.build(made("a", "1"))
    shop.build(made("b", "1"))
    assert shop.values()["indicators"] == ["a", "b"]


def test_an_invalid_paper_is_kept_out_and_the_last_valid_version_stays(shop: Workshop) -> None:
    shop.build(made("a", "1"))
    broken = made("a", "2", violations=("p. 3: “ruim 600”: no unit",))
    assert shop.build(broken, made("b", "1")) == {"a.txt": Fate.INVALID, "b.txt": Fate.NEW}
    assert shop.values() == {"a": ["1"], "b": ["1"], "indicators": ["a", "b"]}
    outcome = shop.outcomes[0]
    assert outcome.note == "the last valid version stays" and outcome.report is not None
    assert "ruim 600" in outcome.report.read_text(encoding="utf-8")
    waiting = session.quarantine_of(shop.settings)
    assert [rejected.identifier for rejected in waiting.all()] == ["a"]
    shop.build(made("a", "3"))
    assert waiting.all() == [] and shop.values()["a"] == ["3"]


def test_an_unreadable_file_does_not_keep_the_others_out(shop: Workshop) -> None:
    unreadable = Made(Path("empty.txt"), problem="empty.txt: the file is empty")
    assert shop.build(unreadable, made("a", "1")) == {"empty.txt": Fate.UNREADABLE, "a.txt": Fate.NEW}
    assert shop.values()["a"] == ["1"]


def test_an_empty_store_stays_empty_when_nothing_is_valid(shop: Workshop) -> None:
    shop.build(made("a", "1", violations=("p. 1: x",)))
    assert shop.store.current() == 0


@pytest.mark.parametrize("turned", [False, True])
def test_of_one_document_in_two_formats_the_best_wins_in_any_order(shop: Workshop, turned: bool) -> None:
    papers = [made("a", "pdf", source="a.pdf"), made("a", "xml", source="a.xml")]
    fates = shop.build(*(papers[::-1] if turned else papers))
    assert fates == {"a.xml": Fate.NEW, "a.pdf": Fate.SUPERSEDED}
    assert shop.values()["a"] == ["xml"]
    assert shop.build(made("a", "text", source="a.txt")) == {"a.txt": Fate.SUPERSEDED}
    assert shop.build(made("a", "new xml", source="a.xml")) == {"a.xml": Fate.CHANGED}


def test_a_withdrawn_paper_stays_out_until_it_is_restored(shop: Workshop) -> None:
    shop.build(made("a", "1"), made("b", "1"))
    remove("a", "the wrong paper", shop.settings, shop.store)
    assert shop.values() == {"b": ["1"], "indicators": ["b"]}
    assert shop.build(made("a", "1")) == {"a.txt": Fate.WITHDRAWN}
    assert shop.outcomes[0].note == "the wrong paper"
    assert shop.build(made("a", "1"), restore=True) == {"a.txt": Fate.NEW}
    assert shop.values()["a"] == ["1"]
    with shop.store.reader() as reader:
        assert reader.gone(f"{BASE}id/document/a") is not None, "the ledger keeps that it was gone"


def test_removing_what_is_not_there_says_so(shop: Workshop) -> None:
    shop.build(made("a", "1"))
    with pytest.raises(StoreError, match="b: there is no such document"):
        remove("b", "", shop.settings, shop.store)
    with pytest.raises(StoreError, match="indicators: there is no such document"):
        remove("indicators", "", shop.settings, shop.store)


def test_a_rejected_paper_can_be_removed_from_the_quarantine(shop: Workshop) -> None:
    shop.build(made("a", "1", violations=("p. 1: x",)), made("b", "1"))
    remove("a", "", shop.settings, shop.store)
    assert session.quarantine_of(shop.settings).all() == [] and shop.store.current() == 1


def test_another_base_needs_another_store(shop: Workshop, tmp_path: Path) -> None:
    shop.build(made("a", "1"))
    other = Settings(base_iri="https://other.example/", store=shop.settings.store)
    with pytest.raises(StoreError, match="use another store for another base"):
        build([], other, shop.store)


def test_the_same_statements_made_again_are_no_change(shop: Workshop) -> None:
    first = made("a", "1")
    shop.build(first)
    again = Made(**{**vars(first), "fingerprint": "another version of the software"})
    assert shop.build(again) == {"a.txt": Fate.SAME}
    assert shop.store.current() == 1
    assert shop.build(again) == {"a.txt": Fate.UNCHANGED}


def test_quads_are_given_without_their_graph() -> None:
    from graph.store.base import n_triples

    name = NamedNode(f"{BASE}a")
    assert n_triples([Quad(name, name, Literal("x"), name)]) == f'<{BASE}a> <{BASE}a> "x" .\n'.encode()
