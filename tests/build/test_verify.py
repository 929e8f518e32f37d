"""A store is held to its ledger, its files, and what follows from them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad
from pyoxigraph import Store as Database
from typer.testing import CliRunner, Result

from graph.build.verify import Verdict, verify
from graph.cli.app import app
from graph.resources import resource
from graph.settings import Settings
from graph.store import open_store

NAME = "kst-36800-XX-7"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the paper that ships in `papers`, and a store that it was built into."""
    folder = tmp_path_factory.mktemp("verify")
    shutil.copytree(resource("data", "documents"), folder / "papers")
    assert run("build", str(folder / "papers"), "--store", str(folder / "store")).exit_code == 0
    return folder


def looked_at(folder: Path) -> Verdict:
    settings = Settings(store=folder / "store")
    store = open_store(settings.store)
    with store.reader() as reader:
        return verify(reader, settings)


def test_nothing_is_wrong_with_a_store_that_was_just_built(built: Path) -> None:
    found = looked_at(built)
    assert (found.wrong, found.left) == ((), ())
    assert found.sources == 1
    assert found.graphs > 5


def test_a_file_that_changed_or_is_gone_is_told_with_what_to_do(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built / "papers", tmp_path / "kept")
    paper = built / "papers" / f"{NAME}.txt"
    try:
        paper.write_text(paper.read_text("utf-8") + "\nMeer.\n", "utf-8")
        (changed,) = looked_at(built).wrong
        assert (changed.part, changed.name) == ("source", NAME)
        assert "has changed since it was built; run: kamergraaf build" in str(changed)
        paper.unlink()
        (gone,) = looked_at(built).wrong
        assert "is gone" in gone.reason
        assert f"kamergraaf remove {NAME}" in gone.advice
        told = run("status", "--verify", "--format", "json", "--store", str(built / "store"))
        assert told.exit_code == 1
        assert json.loads(told.stdout)["wrong"][0]["name"] == NAME
    finally:
        shutil.copy(tmp_path / "kept" / f"{NAME}.txt", paper)


def test_a_database_that_something_was_written_into_is_told(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built / "store", tmp_path / "store")
    settings = Settings(store=tmp_path / "store")
    with open_store(settings.store).reader() as reader:
        folder = reader.folder
    assert folder is not None
    database = next(each.parent for each in folder.rglob("CURRENT") if each.parent.name != "search")
    graph = NamedNode(f"{settings.base_iri}graph/{NAME}")
    term = NamedNode("https://example.org/x")
    store = Database(str(database))
    store.add(Quad(term, term, term, graph))
    store.add(Quad(term, term, term, term))
    store.flush()
    del store
    wrong = {each.name for each in looked_at(tmp_path).wrong if each.part == "graph"}
    assert wrong == {graph.value, term.value}
    assert run("status", "--verify", "--store", str(tmp_path / "store")).exit_code == 1
