"""Things of the registers that have another address now: what says so is sound, and the old address leads there."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode
from tests.build.test_succession import Office

from graph.build.replaced import REPLACED_BY
from graph.registers import DEFAULT_BASE, Statement, operator_folder, statements
from graph.resources import resource

BY = REPLACED_BY.value
ID = f"{DEFAULT_BASE}id/"


def wrong(said: Iterable[Statement]) -> Iterator[str]:
    """Say of which renamed things the new address is not certain, or no thing of the same kind that is described."""
    things: defaultdict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in said:
        things[subject][predicate].append(value)
    for old, node in list(things.items()):
        if BY not in node or set(node) != {BY}:
            continue  # a thing that ended is described, and names its successor
        [new, *more] = [value.value for value in node[BY]]
        kind = old.removeprefix(ID).partition("/")[0]
        if more:
            yield f"{old}: it has {len(more) + 1} new addresses"
        elif not new.startswith(f"{ID}{kind}/"):
            yield f"{old}: {new} is no {kind}"
        elif set(things.get(new, ())) <= {BY}:
            yield f"{old}: {new} is not described"


def rename(old: str, *new: str) -> list[Statement]:
    return [(f"{ID}{old}", BY, NamedNode(f"{ID}{each}")) for each in new]


THING: list[Statement] = [(f"{ID}law/nieuw", "http://purl.org/dc/terms/title", Literal("Wet"))]
ENDED: list[Statement] = [(f"{ID}law/oud", "http://purl.org/dc/terms/title", Literal("Oude wet"))]


def test_what_ships_is_sound() -> None:
    assert list(wrong(statements(path=resource("data", "authorities")))) == []


def test_what_was_renamed_is_described_no_more() -> None:
    text = resource("data", "authorities", "renamed.ttl").read_text("utf-8")
    said = list(statements(path=resource("data", "authorities")))
    renamed = {subject for subject, predicate, _ in said if predicate == BY and f"<{subject}>" in text}
    assert renamed and not {subject for subject, predicate, _ in said if predicate != BY} & renamed


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (rename("law/oud", "law/nieuw"), "is not described"),
        (rename("law/oud", "law/ouder") + rename("law/ouder", "law/oud"), "is not described"),
        (rename("law/oud", "law/oud"), "is not described"),
        (THING + rename("law/oud", "law/nieuw", "law/ander"), "it has 2 new addresses"),
        (THING + rename("case/oud", "law/nieuw"), "is no case"),
        (THING + rename("law/oud", "law/nieuw"), ""),
        (ENDED + rename("law/oud", "law/nieuw", "law/ander"), ""),
    ],
)
def test_a_renaming_that_leads_nowhere_certain_is_found(said: list[Statement], problem: str) -> None:
    found = list(wrong(said))
    assert bool(found) == bool(problem) and all(problem in each for each in found)


def test_the_old_address_of_a_thing_leads_to_the_new_one(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.build(office.paper("brief.txt", identifier="kv-tk-2025Z00001"))
    old, new = (
        "law/overeenkomst-waarbij-een-associatie-tot-stand-wordt-gebracht-tussen-de-eeg-en-turkije",
        ("law/associatie-eeg-turkije"),
    )
    assert office.asks(f"id/{old}", f"doc/{old}.ttl", f"id/{new}") == [
        (301, f"/id/{new}"),
        (301, f"/doc/{new}.ttl"),
        (303, f"/doc/{new}.ttl"),
    ]


def test_an_operator_renames_a_thing_with_a_file_in_the_folder_of_the_registers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("KAMERGRAAF_AUTHORITIES", str(folder))
    assert operator_folder() == folder
    office = Office(tmp_path)
    paper = office.paper("brief.txt", identifier="kv-tk-2025Z00001")
    office.build(paper)
    mention = office.named("mention/coa-1")
    assert office.asks("id/organisation/coa")[0][0] == 303
    mine = f"""
        @prefix dcterms: <http://purl.org/dc/terms/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix org: <http://www.w3.org/ns/org#> .
        <{ID}organisation/coa> dcterms:isReplacedBy <{ID}organisation/opvangdienst> .
        <{ID}organisation/opvangdienst> a org:FormalOrganization, org:Organization ;
            skos:prefLabel "Opvangdienst"@nl ; skos:altLabel "COA"@nl ; skos:notation "COA" ."""
    (folder / "renamed.ttl").write_text(mine, "utf-8")
    # Another process, because what ships and what an operator adds is read once in each.
    command = [sys.executable, "-m", "graph", "build", str(paper), "--store", str(office.settings.store), "--jobs", "1"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert told.stdout.startswith("kv-tk-2025Z00001: changed")
    new = "id/organisation/opvangdienst"
    assert office.asks("id/organisation/coa", new)[0] == (301, f"/{new}")
    with office.store.reader() as reader:
        base = office.settings.base_iri
        query = f"SELECT ?thing {{ <{base}{mention}> <http://www.w3.org/ns/oa#hasBody> ?thing }}"
        assert [str(row[0]) for row in reader.query(query).rows()] == [f"<{base}{new}>"]
