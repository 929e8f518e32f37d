"""The link sets count the links that there are: all of them, each once."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import Literal, NamedNode, Quad

from graph.describe import Publisher, shared
from graph.describe.counts import Tally
from graph.describe.iris import Iris
from graph.describe.linksets import TARGETS, describe_linksets, target_of
from graph.describe.statements import Statements
from graph.describe.terms import DEFAULT_BASE, PREFIXES, Terms

VOID = PREFIXES["void"]
SAME_AS = f"{PREFIXES['owl']}sameAs"
EXACT_MATCH = f"{PREFIXES['skos']}exactMatch"
PAGE = f"{PREFIXES['foaf']}page"
DATASET = f"{DEFAULT_BASE}id/dataset/kamergraaf"


def told(quads: list[Quad]) -> dict[tuple[str, str], int]:
    """Give what link sets say: how many links by target and predicate."""
    said: dict[tuple[str, str], str] = {
        (str(quad.subject), quad.predicate.value): quad.object.value
        for quad in quads
        if isinstance(quad.object, NamedNode | Literal)
    }
    linkset = NamedNode(f"{VOID}Linkset")
    sets = [str(quad.subject) for quad in quads if quad.object == linkset and quad.predicate.value.endswith("#type")]
    return {
        (
            said[each, f"{VOID}objectsTarget"].removeprefix(f"{DEFAULT_BASE}id/dataset/"),
            said[each, f"{VOID}linkPredicate"],
        ): int(said[each, f"{VOID}triples"])
        for each in sets
    }


def test_the_catalogue_counts_every_link_of_the_shared_graphs_by_target() -> None:
    graphs = shared([], DEFAULT_BASE, (), Publisher())
    iris = Iris(DEFAULT_BASE)
    counted: Counter[tuple[str, str]] = Counter()
    for triple in {quad.triple for quads in graphs.values() for quad in quads}:
        if triple.predicate.value in (SAME_AS, EXACT_MATCH, PAGE) and isinstance(triple.object, NamedNode):
            if not triple.object.value.startswith(DEFAULT_BASE):
                counted[target_of(triple.object.value).slug, triple.predicate.value] += 1
    found = told(graphs[iris.graph("catalogue")])
    assert found == dict(counted)
    assert {"tooi", "owms", "wikidata", "wetten", "eur-lex", "eu-authority", "geonames"} <= {name for name, _ in found}
    assert min(found.values()) > 0


def made(*links: tuple[str, str, str]) -> list[Quad]:
    to = Statements(Terms(DEFAULT_BASE), f"{DEFAULT_BASE}graph/catalogue")
    quads = [Quad(*map(NamedNode, link)) for link in links]
    tally = Tally(DEFAULT_BASE)
    tally.add(quads)
    describe_linksets(to, Iris(DEFAULT_BASE), DATASET, tally.counts.links)
    return to.quads()


def test_a_link_that_is_said_twice_counts_once_and_one_to_ourselves_not_at_all() -> None:
    ours, theirs = f"{DEFAULT_BASE}id/organisation/a", "http://www.wikidata.org/entity/Q1"
    quads = made((ours, SAME_AS, theirs), (ours, SAME_AS, theirs), (ours, SAME_AS, f"{DEFAULT_BASE}id/organisation/b"))
    assert told(quads) == {("wikidata", SAME_AS): 1}
    assert (f"<{DATASET}>", f"<{VOID}subset>") in {(str(quad.subject), str(quad.predicate)) for quad in quads}


def test_a_target_that_nobody_named_is_known_by_its_host() -> None:
    ours = f"{DEFAULT_BASE}id/organisation/a"
    assert told(made((ours, PAGE, "https://www.example.org/x"))) == {("www-example-org", PAGE): 1}


def test_no_links_are_no_link_sets() -> None:
    assert made() == []


def test_a_longer_space_goes_before_a_shorter_one() -> None:
    assert target_of("http://publications.europa.eu/resource/authority/country/SYR").slug == "eu-authority"
    assert target_of("http://publications.europa.eu/resource/celex/32016R0399").slug == "eur-lex"
    assert len({target.slug for target in TARGETS}) == len(TARGETS)
