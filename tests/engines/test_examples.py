"""Every query that ships gives the same on each engine, for the paper that ships and for some that were generated."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.engines.running import Running

from graph.build import build, find
from graph.describe.examples import Example, examples
from graph.resources import resource
from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Form, Reader, Store
from graph.store.dump import FORMATS, dump_to_file

HERE = [example for example in examples() if not example.elsewhere and "SERVICE" not in example.text]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The paper that ships and three others, on disk."""
    return _built(tmp_path_factory.mktemp("examples"), None)


def _built(folder: Path, location: str | None) -> Store:
    papers = folder / "papers"
    _write_papers(papers)
    settings = Settings.load(store=location or folder / "store")
    store = open_store(settings.store)
    totals = build(find([resource("data", "documents"), papers]), settings, store)
    assert totals.publication == 1
    return store


def _write_papers(folder: Path) -> None:
    """Write three papers as the benchmarks do."""
    path = Path(__file__).parents[2] / "benchmarks" / "question_lists.py"
    spec = importlib.util.spec_from_file_location("question_lists", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.write_lists(folder, 3)


@pytest.fixture
def reader(engine: Running, tmp_path: Path) -> Iterator[Reader]:
    with _built(tmp_path, engine.location).reader() as reader:
        yield reader


def _found(reader: Reader, example: Example) -> list[tuple[str, ...]]:
    result = reader.query(example.text)
    if result.form is Form.TRIPLES:
        return sorted((str(triple),) for triple in result.triples())
    return [tuple(map(str, row)) for row in result.rows()]


def test_every_example_gives_the_same_rows(embedded: Store, reader: Reader) -> None:
    assert len(HERE) > 8
    with embedded.reader() as ours:
        for example in HERE:
            # in no order: rows that a query does not tell apart by its ORDER BY come in any
            assert (example.slug, sorted(_found(reader, example))) == (example.slug, sorted(_found(ours, example)))


def test_a_dump_is_the_same_byte_for_byte(embedded: Store, reader: Reader, tmp_path: Path) -> None:
    with embedded.reader() as ours:
        dump_to_file(ours, tmp_path / "ours.nq", FORMATS["nq"])
    dump_to_file(reader, tmp_path / "theirs.nq", FORMATS["nq"])
    assert (tmp_path / "theirs.nq").read_bytes() == (tmp_path / "ours.nq").read_bytes()
