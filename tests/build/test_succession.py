"""From a build to the address of a thing: what disappeared leads to what took its place, where that is certain."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from pyoxigraph import NamedNode

from graph.build import Fate, Outcome, build, publish, remove
from graph.build.replaced import REPLACED_BY, graph_of
from graph.build.work import Made, Recipe, make
from graph.cli import run
from graph.errors import StoreError
from graph.settings import Settings
from graph.store import open_store
from graph.web import create_app

TEXT = """Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie (ingezonden 3 maart 2025)

Vraag 1
Hoeveel plekken waren er in 2024?

Antwoord op vraag 1
In 2024 waren er 1.250 opvangplekken bij het COA.
"""


class Office:
    """A folder of papers, a store, and the server over it."""

    def __init__(self, folder: Path) -> None:
        self.papers = folder / "papers"
        self.papers.mkdir()
        self.settings = Settings(store=folder / "store")
        self.store = open_store(self.settings.store)

    def paper(self, name: str, text: str = TEXT, **metadata: object) -> Path:
        path = self.papers / name
        path.write_text(text, "utf-8")
        if metadata:
            path.with_suffix(".meta.json").write_text(json.dumps(metadata), "utf-8")
        return path

    def build(self, *paths: Path, restore: bool = False) -> list[tuple[Fate, str]]:
        done: list[Outcome] = []
        build(paths, self.settings, self.store, restore=restore, done=done.append)
        return [(outcome.fate, outcome.note) for outcome in done]

    def documents(self) -> list[str]:
        with self.store.reader() as reader:
            return sorted(version.identifier for version in reader.graphs() if version.identifier)

    def named(self, part: str) -> str:
        """The path of the one thing that has a part in its name."""
        with self.store.reader() as reader:
            rows = reader.query("SELECT DISTINCT ?s { ?s a ?t }").rows()
            found = [row[0].value for row in rows if isinstance(row[0], NamedNode) and row[0].value.endswith(part)]
        assert len(found) == 1, found
        return found[0].removeprefix(self.settings.base_iri)

    def asks(self, *paths: str) -> list[tuple[int, str]]:
        """The status of each path, and where it leads."""
        app = create_app(self.settings)

        async def answers() -> list[httpx.Response]:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
                return [await client.get(f"/{path}", headers={"Accept": "text/turtle"}) for path in paths]

        try:
            return [(answer.status_code, answer.headers.get("location", "")) for answer in asyncio.run(answers())]
        finally:
            app.state.server.snapshots.close()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_paper_of_which_it_becomes_known_which_it_is_leads_to_its_new_name(office: Office) -> None:
    paper = office.paper("brief.txt")
    assert office.build(paper) == [(Fate.NEW, "")]
    [old] = office.documents()
    assert old.startswith("doc-")
    figure = office.named("statistic/1250-1")
    office.paper("brief.txt", identifier="kv-tk-2025Z03456")
    assert office.build(paper) == [(Fate.NEW, f"takes the place of {old}")]
    assert office.documents() == ["kv-tk-2025Z03456"]
    new = "id/document/kv-tk-2025Z03456"
    assert office.asks(f"id/document/{old}", figure, f"doc/document/{old}.ttl", f"graph/{old}") == [
        (301, f"/{new}"),
        (301, f"/{new}/answer/1/statistic/1250-1"),
        (301, "/doc/document/kv-tk-2025Z03456.ttl"),
        (301, "/graph/kv-tk-2025Z03456"),
    ]
    assert office.asks(f"id/document/{old}/answer/9") == [(404, "")]


def test_a_copy_that_does_not_say_what_it_is_is_left_out_whatever_the_order(office: Office) -> None:
    known = office.paper("bekend.txt", identifier="kv-tk-2025Z03456")
    copy = office.paper("kopie.txt")
    assert office.build(copy, known)[1][0] is Fate.NEW
    assert office.documents() == ["kv-tk-2025Z03456"]
    left_out = (Fate.SUPERSEDED, "kv-tk-2025Z03456 is the same document")
    assert office.build(known, copy) == [(Fate.UNCHANGED, ""), left_out]
    assert office.build(copy, restore=True) == [left_out]


def test_two_papers_that_are_known_well_stay_two_whatever_their_text(office: Office) -> None:
    one = office.paper("een.txt", identifier="kv-tk-2025Z00001")
    two = office.paper("twee.txt", identifier="kv-tk-2025Z00002")
    office.build(one)
    office.build(two)
    assert office.documents() == ["kv-tk-2025Z00001", "kv-tk-2025Z00002"]
    unknown = office.paper("kopie.txt")
    assert office.build(unknown) == [(Fate.SUPERSEDED, "kv-tk-2025Z00001 is the same document")]


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (1, 0, 2), (2, 0, 1)])
def test_a_copy_of_two_papers_is_left_out_whatever_the_order_and_in_every_build(
    office: Office, order: tuple[int, ...]
) -> None:
    papers = [
        office.paper("kopie.txt"),
        office.paper("een.txt", identifier="kv-tk-2025Z00001"),
        office.paper("twee.txt", identifier="kv-tk-2025Z00002"),
    ]
    for _ in range(2):
        office.build(*(papers[each] for each in order))
        assert office.documents() == ["kv-tk-2025Z00001", "kv-tk-2025Z00002"]


def test_a_copy_of_what_a_paper_used_to_say_is_none_of_what_it_says_now(office: Office) -> None:
    known = office.paper("bekend.txt", identifier="kv-tk-2025Z03456")
    office.build(known)
    office.paper("bekend.txt", TEXT.replace("1.250", "1.300"), identifier="kv-tk-2025Z03456")
    copy = office.paper("kopie.txt")
    assert [fate for fate, _ in office.build(known, copy)] == [Fate.CHANGED, Fate.NEW]
    assert [fate for fate, _ in office.build(known, copy)] == [Fate.UNCHANGED, Fate.UNCHANGED]


def test_a_copy_of_a_withdrawn_paper_does_not_come_in_its_place(office: Office) -> None:
    known = office.paper("bekend.txt", identifier="kv-tk-2025Z03456")
    copy = office.paper("kopie.txt")
    office.build(known, copy)
    remove("kv-tk-2025Z03456", "privacy", office.settings, office.store)
    kept_out = (Fate.WITHDRAWN, "privacy")
    assert office.build(known, copy) == [kept_out, kept_out]
    other = office.paper("ander.txt", TEXT.replace("1.250", "1.300"))
    assert office.build(other) == [(Fate.NEW, "")]
    assert office.build(known, copy, restore=True)[0] == (Fate.NEW, "")


@pytest.mark.parametrize("reason", ["verwijderd op verzoek", "op de bron verwijderd", "withdrawn at the source"])
def test_a_file_that_was_not_written_since_is_none_that_a_harvest_put_back(office: Office, reason: str) -> None:
    paper = office.paper("kv-tk-2025Z03456.txt")
    office.build(paper)
    [identifier] = office.documents()
    remove(identifier, reason, office.settings, office.store)
    assert office.build(paper) == [(Fate.WITHDRAWN, reason)]


def test_the_address_of_a_withdrawn_paper_leads_where_the_operator_says(office: Office) -> None:
    office.build(
        office.paper("een.txt", identifier="kv-tk-2025Z00001"),
        office.paper("twee.txt", TEXT.replace("1.250", "1.300"), identifier="kv-tk-2025Z00002"),
    )
    with pytest.raises(StoreError, match="kv-tk-2025Z00003: there is no such document that could replace"):
        remove("kv-tk-2025Z00001", "", office.settings, office.store, replaced_by="kv-tk-2025Z00003")
    store = ["--store", str(office.settings.store)]
    assert run(["remove", "kv-tk-2025Z00001", "--replaced-by", "kv-tk-2025Z00002", *store]) == 0
    old = "id/document/kv-tk-2025Z00001"
    assert office.asks(old, f"{old}/answer/1/statistic/1250-1") == [
        (301, "/id/document/kv-tk-2025Z00002"),
        (410, ""),
    ], "a figure of the old paper is none of the new one"
    office.build(office.papers / "een.txt", restore=True)
    assert office.asks(old)[0][0] == 303
    with office.store.reader() as reader:
        assert reader.version(graph_of(office.settings.base_iri)).digest is None  # type: ignore[union-attr]


@pytest.mark.parametrize("first", [True, False])
def test_a_withdrawn_paper_leads_to_the_one_that_says_it_replaces_it(office: Office, first: bool) -> None:
    old = office.paper("een.txt", identifier="kv-tk-2025Z00001")
    new = office.paper(
        "twee.txt", TEXT.replace("1.250", "1.300"), identifier="kv-tk-2025Z00002", replaces=["kv-tk-2025Z00001"]
    )
    office.build(old, *([new] if first else []))
    if first:
        assert office.asks("id/document/kv-tk-2025Z00001")[0][0] == 303, "as long as it is there it is itself"
    remove("kv-tk-2025Z00001", "corrected", office.settings, office.store)
    if not first:
        assert office.asks("id/document/kv-tk-2025Z00001") == [(410, "")]
        office.build(new)
    with office.store.reader() as reader:
        said = list(reader.graph(graph_of(office.settings.base_iri)))
    assert [triple.predicate for triple in said] == [REPLACED_BY]
    assert office.asks("id/document/kv-tk-2025Z00001") == [(301, "/id/document/kv-tk-2025Z00002")]


def test_a_figure_that_gets_another_name_leads_to_it_and_one_that_is_taken_back_is_gone(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a better rule finds that a number serves two periods: then the period is part of the name."""

    def anew(path: Path, recipe: Recipe) -> Made:
        made = make(path, replace(recipe, known={}))
        triples = made.triples.replace(b"statistic/1250-1>", b"statistic/1250-1-2024-01-01>")
        kept = [line for line in triples.splitlines(keepends=True) if b"/mention/" not in line]
        return replace(made, fingerprint="anew", triples=b"".join(sorted(kept)))

    paper = office.paper("brief.txt", identifier="kv-tk-2025Z03456")
    office.build(paper)
    figure, mention = office.named("statistic/1250-1"), office.named("mention/coa-1")
    monkeypatch.setattr(publish, "make_all", lambda paths, recipe, workers: [anew(path, recipe) for path in paths])
    assert office.build(paper) == [(Fate.CHANGED, "")]
    assert office.asks(figure, mention) == [(301, f"/{figure}-2024-01-01"), (410, "")]
