"""The shared graphs after any changes of papers are those that a build of the same papers makes at once."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from graph.build import build, find, remove
from graph.build.extracts import unpack
from graph.build.summary import FILE
from graph.check import compare, quality, without_period
from graph.describe import shared
from graph.describe.claims import claims_in
from graph.describe.counts import from_plain
from graph.extract import RULES
from graph.settings import Settings
from graph.store.base import n_triples
from graph.store.dump import FORMATS, dump
from graph.store.embedded import EmbeddedStore

PARTS = ("bezette opvangplekken", "lege opvangplekken", "herhaalde asielaanvragen", "aanvragen", "lege opvangplekken")


def paper(number: int, value: str = "", thing: str = "", more: str = "") -> str:
    """Write a small paper that shares its indicators, periods and cited papers with others."""
    value = value or f"1.2{number:02}"
    thing = thing or PARTS[number % len(PARTS)]
    return f"""Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie (ingezonden {number} maart 2025)

Vraag 1
Hoeveel {thing} telde het COA op 1 januari 2024?

Antwoord op vraag 1
Op 1 januari 2024 telde het COA {value} {thing}. In {2000 + number} waren er 300 {thing} in België. Zie Kamerstuk
19 637, nr. {number % 3 + 1}, en het arrest ECLI:EU:C:2024:{number % 2 + 7}. {more}

ah-tk-20242025-{number}
"""


class Papers:
    """A folder with papers and a store that is built from it time after time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(store=folder / "store", shacl_sample=0)
        self.store = EmbeddedStore(self.settings.store)
        (folder / "papers").mkdir()

    def write(self, papers: Mapping[int, str]) -> None:
        for number, text in papers.items():
            (self.folder / "papers" / f"ah-tk-20242025-{number}.txt").write_text(text, encoding="utf-8")

    def build(self) -> None:
        assert not build(find([self.folder / "papers"]), self.settings, self.store).failed

    def remove(self, number: int) -> None:
        remove(f"ah-tk-20242025-{number}", "a mistake", self.settings, self.store)
        (self.folder / "papers" / f"ah-tk-20242025-{number}.txt").unlink()

    def dump(self) -> bytes:
        out = io.BytesIO()
        with self.store.reader() as reader:
            dump(reader, out, FORMATS["nq"])
        return out.getvalue()

    def made_at_once(self) -> bytes:
        """Give the dump of a store that was built from the same papers in one go."""
        other = EmbeddedStore(self.folder / f"other-{len(list(self.folder.iterdir()))}")
        settings = self.settings.model_copy(update={"store": other.folder})
        build(find([self.folder / "papers"]), settings, other)
        out = io.BytesIO()
        with other.reader() as reader:
            dump(reader, out, FORMATS["nq"])
        return out.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Papers]:
    papers = Papers(tmp_path_factory.mktemp("shared"))
    papers.write({number: paper(number) for number in range(1, 11)})
    papers.build()
    yield papers


def test_graphs_from_the_summary_are_those_made_from_all_extracts(built: Papers) -> None:
    base = built.settings.base_iri
    with built.store.reader() as reader:
        versions = reader.graphs()
        extracts = [unpack(reader.extract(version.graph)) for version in versions if version.identifier]
        said = from_plain(json.loads(reader.extract(f"{base}graph/aggregates")))
        claims = claims_in(extracts)
        found = quality(compare(claims), base, without_period(claims))
        assert any("Contradiction" in str(quad) or "contradiction" in str(quad) for quad in found)
        graphs = shared(extracts, base, RULES, more={f"{base}graph/quality": found}, beside=said)
        for graph, quads in graphs.items():
            assert reader.n_triples(graph) == n_triples(quads), graph


def test_what_changes_step_by_step_is_what_is_made_at_once(built: Papers) -> None:
    built.write({3: paper(3, value="1.400"), 11: paper(11, thing="dwangsommen"), 4: paper(4, thing="asielaanvragen")})
    built.build()
    assert built.dump() == built.made_at_once()
    built.write({11: paper(11, thing="dwangsommen", more="Dat is 45% van het totaal.")})
    built.build()
    built.remove(2)
    built.remove(10)
    assert built.dump() == built.made_at_once()
    built.write({1: paper(1, more="Zie ook het antwoord op Kamervragen (Aanhangsel 2024-2025, nr. 5).")})
    built.build()
    assert built.dump() == built.made_at_once()


def test_summary_that_is_missing_or_of_other_papers_is_made_anew(built: Papers) -> None:
    before = built.dump()
    old = (built.settings.store / FILE).read_bytes()
    built.write({5: paper(5, value="2.000")})
    built.build()
    (built.settings.store / FILE).write_bytes(old)
    built.write({6: paper(6, value="2.500")})
    built.build()
    assert built.dump() == built.made_at_once() != before
    (built.settings.store / FILE).write_bytes(b"this is no database at all, and long enough to be one" * 100)
    built.write({6: paper(6, value="2.600")})
    built.build()
    assert built.dump() == built.made_at_once()
