"""The graph of a paper: the same facts as its JSON, no blank nodes, canonical literals, supertypes said."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.describe import Posts, describe, extract, record, shared
from graph.describe.iris import Iris
from graph.describe.terms import OWN_CLASSES, OWN_PROPERTIES, Terms
from graph.describe.units import unit_iri
from graph.model import Kind, Rule, Understanding

BASE = "https://w3id.org/kamergraaf/"
PREFIXES = f"""
PREFIX kg: <{BASE}def/> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#> PREFIX schema: <https://schema.org/>
PREFIX sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX dc: <http://purl.org/dc/elements/1.1/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
SAID = """
SELECT ?iri ?value ?max ?text ?unit ?indicator ?breakdown ?start ?end ?qualifier ?rounded ?lower ?upper ?by ?source
       ?place ?status ?exact ?from ?to WHERE {
  ?iri a kg:Statistic ; kg:passage ?passage ; kg:indicator ?indicator ; kg:period ?period ;
       kg:breakdown ?breakdown ; kg:place ?place ; sdmx-measure:obsValue ?value ; kg:valueText ?text ;
       sdmx-attribute:unitMeasure ?unit ; kg:qualifier/skos:notation ?qualifier ;
       kg:figureStatus/skos:notation ?status .
  ?passage oa:hasSelector [ oa:exact ?exact ], [ oa:start ?from ; oa:end ?to ] .
  ?indicator skos:prefLabel ?any . ?breakdown skos:inScheme kg:breakdowns . ?unit skos:inScheme kg:units .
  OPTIONAL { ?iri kg:valueMax ?max } OPTIONAL { ?iri kg:roundedTo ?rounded } OPTIONAL { ?iri kg:lowerBound ?lower }
  OPTIONAL { ?iri kg:upperBound ?upper } OPTIONAL { ?iri kg:countedBy ?by } OPTIONAL { ?iri dc:source ?source }
  OPTIONAL { ?period kg:periodStart ?start } OPTIONAL { ?period kg:periodEnd ?end }
}"""
GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
PAPERS = sorted(json.loads(path.read_bytes())["file"] for path in GOLD.glob("*-*.json"))


def _store(understanding: Understanding, posts: Posts, rules: tuple[Rule, ...]) -> Store:
    store = Store()
    store.extend(describe(understanding, posts, BASE))
    for quads in shared([extract(understanding)], BASE, rules).values():
        store.extend(quads)
    return store


def _rows(store: Store, query: str) -> list[tuple[str | None, ...]]:
    rows = store.query(PREFIXES + query, use_default_graph_as_union=True)
    return [tuple(None if cell is None else cell.value for cell in row) for row in rows]  # type: ignore[union-attr]


def _number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _facts_of_json(understanding: Understanding) -> set[tuple[object, ...]]:
    figures = record(understanding, BASE)["statistics"]
    assert isinstance(figures, list)
    iris, paper = Iris(BASE), understanding.report.header.identity.identifier
    return {
        (
            *(one["iri"], _number(one["value"]), _number(one["value_max"]), one["value_text"]),
            unit_iri(one["unit"], iris),
            iris.indicator(one["indicator"], one["unit"], f"{paper}.{one['key']}"),
            iris.breakdown(one["breakdown"]),
            *(one["period_start"], one["period_end"], one["qualifier"]),
            *(_number(one["rounded_to"]), _number(one["lower"]), _number(one["upper"])),
            *(one["source_iri"], one["source"]),
            *(one["place"], one["status"], one["quote"], one["start"], one["end"]),
        )
        for one in figures
    }


def _facts_of_graph(store: Store) -> set[tuple[object, ...]]:
    facts: set[tuple[object, ...]] = set()
    for row in _rows(store, SAID):
        iri, value, top, text, unit, indicator, breakdown, start, end, qualifier, rounded, lower, upper = row[:13]
        by, source, place, status, exact, begin, stop = row[13:]
        country = None if str(place).endswith("not-stated") else str(place).rpartition("/")[2].upper()
        facts.add(
            (
                *(iri, _number(value), _number(top), text, unit, indicator, breakdown),
                *(start, end, qualifier, _number(rounded), _number(lower), _number(upper), by, source),
                *(country, status, exact, int(str(begin)), int(str(stop))),
            )
        )
    return facts


UNREAD = """SELECT ?from ?to ?why { ?paper kg:unread ?stretch . ?stretch kg:unreadReason/skos:notation ?why ;
  kg:passage/oa:hasSelector [ oa:start ?from ; oa:end ?to ] } ORDER BY ?from"""


def _unread_of_json(understanding: Understanding) -> list[tuple[str | None, ...]]:
    listed = record(understanding, BASE)["unread"]
    assert isinstance(listed, list)
    return [(str(one["start"]), str(one["end"]), one["reason"]) for one in listed]


def test_graph_and_json_say_the_same_of_every_figure(
    invented: Understanding, invented_posts: Posts, invented_rules: tuple[Rule, ...]
) -> None:
    found = _facts_of_graph(_store(invented, invented_posts, invented_rules))
    assert len(found) == len(invented.statistics)
    assert found == _facts_of_json(invented)


def test_graph_and_json_of_the_shipped_paper_say_the_same(shipped: Understanding) -> None:
    from graph.extract import RULES
    from graph.link import Authorities

    store = _store(shipped, Authorities.load(), RULES)
    assert len(shipped.statistics) >= 54
    assert _facts_of_graph(store) == _facts_of_json(shipped)
    assert len(_rows(store, "SELECT ?m { ?m a kg:Mention }")) == len(shipped.mentions)
    assert len(_rows(store, "SELECT ?n { ?n a kg:NonAnswer }")) == len(shipped.non_answers)
    assert len(_rows(store, "SELECT ?a { ?a a kg:Answer ; kg:answers ?q . ?q a kg:Question }")) == 25


@pytest.mark.skipif(not PAPERS, reason="the papers of the gold standard are not beside this checkout")
def test_graph_and_json_of_other_papers_say_the_same() -> None:
    from graph.extract import RULES
    from graph.link import Authorities
    from graph.pipeline import understand

    registers = Authorities.load()
    figures = unread = 0
    for name in PAPERS:
        if name.endswith(".txt"):
            data = (GOLD.parent / "corpus" / "documents" / name).read_bytes()
            paper = understand(data, name, registers, identifier=name.partition("_")[0].removesuffix(".txt"))
            store = _store(paper, registers, RULES)
            assert _facts_of_graph(store) == _facts_of_json(paper), name
            assert len(_rows(store, "SELECT ?s { ?s a kg:Statistic }")) == len(paper.statistics)
            assert _rows(store, UNREAD) == _unread_of_json(paper), name
            figures += len(paper.statistics)
            unread += len(paper.report.unread)
    assert figures > 100
    assert unread > 10


def test_names_and_non_answers_are_the_same_facts(
    invented: Understanding, invented_posts: Posts, invented_rules: tuple[Rule, ...]
) -> None:
    store = _store(invented, invented_posts, invented_rules)
    rows = _rows(
        store,
        """SELECT ?exact ?kind ?label ?body {
           ?m a kg:Mention ; rdfs:label ?label ; kg:mentionKind/skos:notation ?kind ;
           oa:hasTarget/oa:hasSelector/oa:exact ?exact OPTIONAL { ?m oa:hasBody ?body } }""",
    )
    made = record(invented, BASE)
    mentions, non_answers = made["mentions"], made["non_answers"]
    assert isinstance(mentions, list)
    assert isinstance(non_answers, list)
    assert sorted(rows, key=str) == sorted(
        [(one["quote"], one["kind"], one["label"], one["iri"]) for one in mentions], key=str
    )
    told = _rows(store, "SELECT ?reason ?q { ?n a kg:NonAnswer ; kg:reason ?reason ; kg:asksFor/kg:number ?q }")
    assert told == [(" ".join(one["quote"].split()), str(one["question"])) for one in non_answers]


CODED = """SELECT ?m ?code { ?m a kg:Mention .
  OPTIONAL { ?m kg:code ?own }
  OPTIONAL { ?m oa:hasBody ?body OPTIONAL { ?body skos:notation ?notation }
             OPTIONAL { ?body dcterms:identifier ?identifier } }
  BIND (COALESCE(?own, ?notation, ?identifier) AS ?code) }"""


def test_a_name_has_its_code_itself_or_leads_to_what_has_it(shipped: Understanding) -> None:
    from graph.extract import RULES
    from graph.link import Authorities

    mentions = record(shipped, BASE)["mentions"]
    assert isinstance(mentions, list)
    codes = [code for _, code in _rows(_store(shipped, Authorities.load(), RULES), CODED)]
    assert sorted(codes, key=str) == sorted((one["code"] for one in mentions), key=str)


def test_a_question_is_a_stretch_of_the_layer_and_its_text_can_be_read(shipped: Understanding) -> None:
    from graph.link import Authorities

    store = _store(shipped, Authorities.load(), ())
    rows = _rows(store, "SELECT ?text ?words { ?q a kg:Question ; schema:text ?text ; prov:wasQuotedFrom ?words }")
    stretches = {
        f"{question.span.start},{question.span.end}": shipped.report.source.quote(question.span)
        for question in shipped.report.questions
    }
    assert len(rows) == len(stretches) == 25
    for text, words in rows:
        literal = stretches[str(words).partition("#char=")[2]]
        assert "-\n" not in str(text)
        assert str(text).split()[0] == literal.split()[0]


def test_an_unsettled_name_has_no_body_and_says_so(invented: Understanding, invented_posts: Posts) -> None:
    store = _store(invented, invented_posts, ())
    rows = _rows(
        store,
        """SELECT ?code ?body { ?m kg:unresolved true ; kg:code ?code
           OPTIONAL { ?m oa:hasBody ?body } }""",
    )
    assert rows == [("brief-2024-05-03", None)]


def test_no_dimension_of_a_figure_is_ever_absent(invented: Understanding, invented_posts: Posts) -> None:
    store = _store(invented, invented_posts, ())
    query = """SELECT ?d (COUNT(DISTINCT ?s) AS ?n) (COUNT(?v) AS ?m) { ?d a qb:DimensionProperty .
               ?s a qb:Observation ; ?d ?v } GROUP BY ?d"""
    counts = _rows(store, query)
    total = str(len(invented.statistics))
    assert {dimension.rpartition("/")[2] for dimension, *_ in counts if dimension} == {
        "passage",
        "indicator",
        "breakdown",
        "period",
        "place",
    }
    assert all((figures, values) == (total, total) for _, figures, values in counts)


def test_the_same_input_gives_the_same_statements_without_blank_nodes(
    invented: Understanding, invented_posts: Posts
) -> None:
    once, again = describe(invented, invented_posts, BASE), describe(invented, invented_posts, BASE)
    assert once == again
    assert len(set(once)) == len(once)
    assert all(isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal) for quad in once)
    assert {quad.graph_name for quad in once} == {NamedNode(f"{BASE}graph/ah-tk-20232024-1")}


def test_literals_survive_the_store_unchanged(invented: Understanding, invented_posts: Posts) -> None:
    quads = describe(invented, invented_posts, BASE)
    store = Store()
    store.extend(quads)
    assert set(store) == set(quads)


def test_what_is_one_of_ours_is_said_to_be_what_stands_above_it(invented: Understanding, invented_posts: Posts) -> None:
    quads = describe(invented, invented_posts, BASE)
    said = {(quad.subject, quad.predicate, quad.object) for quad in quads}
    terms = Terms(BASE)
    for name in OWN_CLASSES:
        kind, *above = terms.with_above(name)
        for subject in {subject for subject, _, value in said if value == kind}:
            assert all((subject, terms["rdf:type"], each) in said for each in above)
    for name in OWN_PROPERTIES:
        own, *wider = terms.with_above(name)
        for subject, value in {(subject, value) for subject, predicate, value in said if predicate == own}:
            assert all((subject, each, value) in said for each in wider)


def test_another_base_reaches_every_iri_of_ours(
    invented: Understanding, invented_posts: Posts, invented_rules: tuple[Rule, ...]
) -> None:
    base = "http://localhost:8000/"
    graphs = shared([extract(invented)], base, invented_rules)
    statements = [*describe(invented, invented_posts, base), *(quad for quads in graphs.values() for quad in quads)]
    assert not [quad for quad in statements if BASE in str(quad)]


def test_the_order_of_papers_decides_nothing(invented: Understanding, invented_rules: tuple[Rule, ...]) -> None:
    papers = [extract(invented)]
    for label in ("DIJKEN", "Dijken", "Dijken"):
        figures = (replace(invented.statistics[0], indicator=label),)
        papers.append(extract(replace(invented, statistics=figures)))
    assert shared(papers, BASE, invented_rules) == shared(papers[::-1], BASE, invented_rules)
    indicators = shared(papers, BASE, invented_rules)[f"{BASE}graph/indicators"]
    fact, paper = invented.statistics[0], invented.report.header.identity.identifier
    iri = NamedNode(Iris(BASE).indicator("dijken", fact.unit, f"{paper}.{fact.key}"))
    labels = [quad.object for quad in indicators if quad.subject == iri]
    assert Literal("dijken", language="nl") in labels
    assert Literal("DIJKEN", language="nl") not in labels


def test_other_labels_of_an_indicator_are_kept_beside_the_one_that_most_use(
    invented: Understanding, invented_rules: tuple[Rule, ...]
) -> None:
    labels = ("verleende vergunningen", "verleende vergunningen", "vergunning, verleend", "Verleende vergunningen")
    papers = [
        extract(replace(invented, statistics=(replace(invented.statistics[0], indicator=label),))) for label in labels
    ]
    graph = shared(papers, BASE, invented_rules)[f"{BASE}graph/indicators"]
    said = {
        (quad.predicate.value.rpartition("#")[2], quad.object.value)
        for quad in graph
        if quad.subject == NamedNode(f"{BASE}id/indicator/vergunning-verleend") and isinstance(quad.object, Literal)
    }
    assert said == {("prefLabel", "verleende vergunningen"), ("altLabel", "vergunning, verleend")}


def test_the_paper_points_to_shared_things_and_never_describes_them(
    invented: Understanding, invented_posts: Posts
) -> None:
    quads = describe(invented, invented_posts, BASE)
    own = (f"{BASE}id/document/ah-tk-20232024-1", f"{BASE}graph/", f"{BASE}id/activity/")
    assert all(isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(own) for quad in quads)


def test_posts_and_who_held_them_on_the_day(invented: Understanding, invented_posts: Posts) -> None:
    store = _store(invented, invented_posts, ())
    document = f"<{BASE}id/document/ah-tk-20232024-1>"
    assert _rows(store, f"SELECT ?p {{ {document} kg:answeredBy ?p }} ORDER BY ?p") == [
        (f"{BASE}id/document/ah-tk-20232024-1/post/minister-voor-zeewier",),
        (f"{BASE}id/post/minister-van-water-en-wind",),
    ]
    assert _rows(store, f"SELECT ?m {{ {document} kg:officeHolding ?m }}") == [
        (f"{BASE}id/membership/minister-van-water-en-wind--a-golf--2023",)
    ]


def test_settings_and_input_are_the_identity_of_the_activity(invented: Understanding, invented_posts: Posts) -> None:
    def activity(quads: list[Quad]) -> str:
        (made,) = [q.object for q in quads if q.predicate.value.endswith("wasGeneratedBy")]
        return str(made)

    plain = activity(describe(invented, invented_posts, BASE))
    assert plain == activity(describe(invented, invented_posts, BASE))
    assert plain != activity(describe(invented, invented_posts, BASE, settings="other"))


def test_the_extract_is_canonical_json(invented: Understanding) -> None:
    made = extract(invented)
    assert json.dumps(json.loads(made), ensure_ascii=False, sort_keys=True).encode() == made


@pytest.mark.parametrize("rule", ["invented", "invented-period"])
def test_every_rule_that_a_fact_names_is_a_concept(
    invented: Understanding, invented_posts: Posts, invented_rules: tuple[Rule, ...], rule: str
) -> None:
    store = _store(invented, invented_posts, invented_rules)
    iri = f"<{BASE}def/rule/{rule}>"
    rows = _rows(store, f"SELECT DISTINCT ?example {{ ?fact kg:rule {iri} . {iri} skos:example ?example }}")
    assert len(rows) == 1
    assert _rows(store, "SELECT ?r { ?f kg:rule ?r FILTER NOT EXISTS { ?r a kg:Rule } }") == []


def test_an_article_of_a_law_is_named_beside_the_law(invented: Understanding, invented_posts: Posts) -> None:
    article = "https://wetten.overheid.nl/jci1.3:c:BWBR0011823&artikel=4&lid=1"
    law = replace(invented.mentions[0], kind=Kind.LAW, rule="article", address=article)
    table = replace(
        invented.mentions[2],
        kind=Kind.DOCUMENT,
        code="85496NED",
        address="https://opendata.cbs.nl/ODataApi/OData/85496NED",
    )
    store = _store(replace(invented, mentions=(law, table)), invented_posts, ())
    assert [page for (page,) in _rows(store, "SELECT ?page { ?m a kg:Mention ; rdfs:seeAlso ?page }")] == [article]
    told = _rows(store, "SELECT ?body ?code { ?m oa:hasBody ?body ; kg:code ?code }")
    assert told == [("https://opendata.cbs.nl/ODataApi/OData/85496NED", "85496NED")]
