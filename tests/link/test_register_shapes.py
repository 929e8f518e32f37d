"""The things in the registers fit the shapes of things: what may be said of them, and with which identifiers."""

from __future__ import annotations

from collections.abc import Iterable

import pyshacl
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode

from graph.link.update.merge import merge
from graph.link.update.rows import Family, LawRow, OfficialList, OrganisationRow
from graph.registers import DEFAULT_BASE, Statement, statements
from graph.resources import resource

SHAPES = rdflib.Graph().parse(data=resource("shapes", "registers", "things.ttl").read_text("utf-8"), format="turtle")


def violations(found: Iterable[Statement]) -> list[str]:
    lines = "".join(f"<{subject}> <{predicate}> {value} .\n" for subject, predicate, value in found)
    data = rdflib.Graph().parse(data=lines, format="nt")
    conforms, _, text = pyshacl.validate(data, shacl_graph=SHAPES, inference="none")
    return [] if conforms else text.splitlines()


def test_everything_in_the_registers_that_ship_fits() -> None:
    assert violations(statements(path=resource("data", "authorities"))) == []


def test_imported_things_fit() -> None:
    iri = "https://identifier.overheid.nl/tooi/id/gemeente/gm9901"
    row = OrganisationRow(1, iri, Family.MUNICIPALITY, "gemeente Nieuwenhoek", "Nieuwenhoek", code="GM9901")
    law = LawRow(2, "BWBR0099001", "Wet over putten", ("Puttenwet",), ("Pw",))
    things = merge({}, [OfficialList("a", (row,), (law,))]).things
    assert violations((s, p, v) for s, thing in things.items() for p, values in thing.items() for v in values) == []


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        ("http://www.w3.org/2002/07/owl#sameAs", NamedNode("https://voorbeeld.nl/coa")),
        ("http://purl.org/dc/terms/title", Literal("COA", language="nl")),
        ("http://www.w3.org/2004/02/skos/core#notation", Literal("C.O.A.")),
    ],
)
def test_thing_with_a_statement_that_does_not_fit_is_found(predicate: str, value: NamedNode | Literal) -> None:
    coa = f"{DEFAULT_BASE}id/organisation/coa"
    said = [each for each in statements(path=resource("data", "authorities")) if each[0] == coa]
    assert violations(said) == []
    assert violations([*said, (coa, predicate, value)]) != []
