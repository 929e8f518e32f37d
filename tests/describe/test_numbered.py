"""Rulings and EU acts that only their number identifies are described, and lead nowhere that is not known."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from graph.build.work import registers
from graph.check import check
from graph.describe import describe, extract, shared
from graph.describe.numbered import describe_numbered, from_plain, numbered_in, plain
from graph.model import Authority, Kind, Understanding
from graph.pipeline import understand

BASE = "https://w3id.org/kamergraaf/"
PAPER = """Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie (ingezonden 3 maart 2025)

Vraag 1
Kent u de Ontbossingswet (Verordening (EU) 2023/1115) en de uitspraak ECLI:NL:RVS:2024:3946?

Antwoord op vraag 1
Ja. Ook Verordening (EU) 2023/1115 is mij bekend.
"""


def understood() -> Understanding:
    return understand(PAPER.encode(), "a.txt", registers())


def said(quads: list[Quad], iri: str) -> dict[str, str]:
    return {
        quad.predicate.value.rpartition("/")[2].rpartition("#")[2]: quad.object.value
        for quad in quads
        if quad.subject == NamedNode(BASE + iri) and isinstance(quad.object, NamedNode | Literal)
    }


def test_things_with_a_number_are_described_once_with_identifier_and_page() -> None:
    quads = shared([extract(understood())], BASE, ())[f"{BASE}graph/authorities"]
    case = said(quads, "id/case/ecli-nl-rvs-2024-3946")
    assert case["identifier"] == "ECLI:NL:RVS:2024:3946"
    assert case["page"] == "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2024:3946"
    act = said(quads, "id/law/verordening-2023-1115")
    assert act["identifier"] == "32023R1115" and act["prefLabel"] == "Verordening (EU) 2023/1115"


def test_paper_that_names_them_passes_the_gate() -> None:
    paper = understood()
    quads = describe(paper, registers(), BASE)
    named = describe_numbered(numbered_in(paper), BASE)
    assert check(quads, named=named).violations == ()
    assert len(check(quads).violations) >= 2  # without their description they would lead nowhere


def test_what_a_register_has_is_left_to_it() -> None:
    known = Authority(Kind.CASE, "chavez-vilchez", "Chavez", "ECLI:EU:C:2017:354")
    assert describe_numbered([known], BASE) == []


def test_kept_as_json_and_back() -> None:
    for thing in numbered_in(understood()):
        assert from_plain(plain(thing)) == thing
