"""The integrity constraints IC-1 to IC-21 of the W3C RDF Data Cube vocabulary (section 11.1), in our own queries.

Each query asks whether something is wrong. None is believed before the number of observations is known, and each is
shown to find a cube that was broken on purpose: a constraint that selects nothing passes on nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pyoxigraph import NamedNode, Quad, QueryBoolean, Store

from graph.describe import Posts, describe, extract, shared
from graph.describe.aggregates import describe_aggregates
from graph.describe.contribution import contribution
from graph.model import Rule, Understanding

BASE = "https://w3id.org/kamergraaf/"
PREFIXES = f"""
PREFIX qb: <http://purl.org/linked-data/cube#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX kg: <{BASE}def/> PREFIX ex: <https://example.org/>
PREFIX sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#>
PREFIX sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#>
"""
OBSERVATION = f"<{BASE}id/document/ah-tk-20232024-1/answer/1/statistic/1250-1>"
DATASET = f"<{BASE}id/dataset/figures>"
OF_DATASET = "?dataset qb:structure/qb:component/qb:componentProperty"
CODED = f"?o qb:dataSet ?dataset . {OF_DATASET} ?d . ?d a qb:DimensionProperty ; qb:codeList ?list . ?o ?d ?code ."

NORMALISE = """
INSERT { ?c qb:componentProperty ?p . ?p a qb:DimensionProperty } WHERE { ?c qb:dimension ?p } ;
INSERT { ?c qb:componentProperty ?p . ?p a qb:MeasureProperty } WHERE { ?c qb:measure ?p } ;
INSERT { ?c qb:componentProperty ?p . ?p a qb:AttributeProperty } WHERE { ?c qb:attribute ?p } ;
INSERT { ?o a qb:Observation . ?d a qb:DataSet } WHERE { ?o qb:dataSet ?d } ;
INSERT { ?s a qb:Slice } WHERE { ?d qb:slice ?s } ;
INSERT { ?o a qb:Observation ; qb:dataSet ?d }
WHERE { ?d qb:slice/qb:observation ?o FILTER NOT EXISTS { ?o qb:dataSet ?any } }
"""
"""The normalisation of section 10 as far as it reaches an unabbreviated cube."""


@dataclass(frozen=True)
class Constraint:
    """An integrity constraint: what is asked, and updates after each of which the answer must be yes."""

    number: int
    name: str
    ask: str
    breaks: str
    also: str = ""


CONSTRAINTS = (
    Constraint(
        1,
        "every observation has one data set",
        """{ ?o a qb:Observation FILTER NOT EXISTS { ?o qb:dataSet ?d } }
           UNION { ?o a qb:Observation ; qb:dataSet ?d, ?e FILTER (?d != ?e) }""",
        f"DELETE DATA {{ {OBSERVATION} qb:dataSet {DATASET} }}",
        f"INSERT DATA {{ {OBSERVATION} qb:dataSet ex:other }}",
    ),
    Constraint(
        2,
        "every data set has one structure",
        """{ ?d a qb:DataSet FILTER NOT EXISTS { ?d qb:structure ?s } }
           UNION { ?d a qb:DataSet ; qb:structure ?s, ?t FILTER (?s != ?t) }""",
        f"INSERT DATA {{ {DATASET} qb:structure ex:other }}",
        f"DELETE WHERE {{ {DATASET} qb:structure ?s }}",
    ),
    Constraint(
        3,
        "every structure has a measure",
        """?s a qb:DataStructureDefinition .
           FILTER NOT EXISTS { ?s qb:component/qb:componentProperty ?m . ?m a qb:MeasureProperty }""",
        "DELETE WHERE { ?c qb:componentProperty sdmx-measure:obsValue }",
    ),
    Constraint(
        4,
        "every dimension has a range",
        "?d a qb:DimensionProperty FILTER NOT EXISTS { ?d rdfs:range ?r }",
        "DELETE WHERE { kg:period rdfs:range ?r }",
    ),
    Constraint(
        5,
        "every dimension of concepts has a code list",
        "?d a qb:DimensionProperty ; rdfs:range skos:Concept FILTER NOT EXISTS { ?d qb:codeList ?l }",
        "DELETE WHERE { kg:place qb:codeList ?l }",
    ),
    Constraint(
        6,
        "only attributes may be optional",
        """?s qb:component ?c . ?c qb:componentRequired false ; qb:componentProperty ?p .
           FILTER NOT EXISTS { ?p a qb:AttributeProperty }""",
        "INSERT { ?c qb:componentRequired false } WHERE { ?c qb:dimension kg:period }",
    ),
    Constraint(
        7,
        "every slice key belongs to a structure",
        "?k a qb:SliceKey FILTER NOT EXISTS { ?s a qb:DataStructureDefinition ; qb:sliceKey ?k }",
        "INSERT DATA { ex:key a qb:SliceKey }",
    ),
    Constraint(
        8,
        "the components of a slice key are those of its structure",
        """?k a qb:SliceKey ; qb:componentProperty ?p . ?s qb:sliceKey ?k .
           FILTER NOT EXISTS { ?s qb:component/qb:componentProperty ?p }""",
        "INSERT DATA { kg:structure qb:sliceKey ex:key . ex:key a qb:SliceKey ; qb:componentProperty ex:property }",
    ),
    Constraint(
        9,
        "every slice has one structure",
        """{ ?s a qb:Slice FILTER NOT EXISTS { ?s qb:sliceStructure ?k } }
           UNION { ?s a qb:Slice ; qb:sliceStructure ?k, ?l FILTER (?k != ?l) }""",
        "INSERT DATA { ex:slice a qb:Slice }",
        "INSERT DATA { ex:slice a qb:Slice ; qb:sliceStructure ex:one, ex:two }",
    ),
    Constraint(
        10,
        "every slice has a value for each dimension of its key",
        "?s qb:sliceStructure/qb:componentProperty ?d FILTER NOT EXISTS { ?s ?d ?v }",
        "INSERT DATA { ex:slice qb:sliceStructure ex:key . ex:key qb:componentProperty kg:period }",
    ),
    Constraint(
        11,
        "no dimension of an observation is absent",
        f"?o qb:dataSet ?dataset . {OF_DATASET} ?d . ?d a qb:DimensionProperty FILTER NOT EXISTS {{ ?o ?d ?v }}",
        f"DELETE WHERE {{ {OBSERVATION} kg:breakdown ?v }}",
    ),
    Constraint(
        12,
        "no two observations have the same dimensions",
        f"""?o qb:dataSet ?dataset . ?p qb:dataSet ?dataset . FILTER (STR(?o) < STR(?p))
            FILTER NOT EXISTS {{ {OF_DATASET} ?d . ?d a qb:DimensionProperty .
                                 ?o ?d ?v . ?p ?d ?w FILTER (?v != ?w) }}""",
        f"INSERT {{ ex:twin a qb:Observation ; ?p ?v }} WHERE {{ {OBSERVATION} ?p ?v }}",
    ),
    Constraint(
        13,
        "no required attribute is absent",
        """?o qb:dataSet/qb:structure/qb:component ?c . ?c qb:componentRequired true ; qb:componentProperty ?a .
           FILTER NOT EXISTS { ?o ?a ?v }""",
        f"DELETE WHERE {{ {OBSERVATION} sdmx-attribute:unitMeasure ?v }}",
    ),
    Constraint(
        14,
        "no measure is absent where there is no measure dimension",
        f"""?o qb:dataSet ?dataset . {OF_DATASET} ?m . ?m a qb:MeasureProperty .
            FILTER NOT EXISTS {{ {OF_DATASET} qb:measureType }} FILTER NOT EXISTS {{ ?o ?m ?v }}""",
        f"DELETE WHERE {{ {OBSERVATION} sdmx-measure:obsValue ?v }}",
    ),
    Constraint(
        15,
        "the measure type of an observation is one that it has",
        f"""?o qb:dataSet ?dataset ; qb:measureType ?m . {OF_DATASET} qb:measureType .
            FILTER NOT EXISTS {{ ?o ?m ?v }}""",
        f"""INSERT DATA {{ kg:structure qb:component ex:type . ex:type qb:componentProperty qb:measureType .
                           {OBSERVATION} qb:measureType ex:measure }}""",
    ),
    Constraint(
        16,
        "an observation with a measure type has that measure alone",
        f"""?o qb:dataSet ?dataset ; qb:measureType ?m ; ?other ?v . {OF_DATASET} qb:measureType, ?other .
            ?other a qb:MeasureProperty FILTER (?other != ?m)""",
        f"""INSERT DATA {{ kg:structure qb:component ex:type . ex:type qb:componentProperty qb:measureType .
                           {OBSERVATION} qb:measureType ex:measure ; ex:measure 1 }}""",
    ),
    Constraint(
        17,
        "where there is a measure dimension each measure is observed at each point",
        f"""?o qb:dataSet ?dataset ; qb:measureType ?m . {OF_DATASET} qb:measureType, ?other .
            ?other a qb:MeasureProperty FILTER (?other != ?m)
            FILTER NOT EXISTS {{
                ?p qb:dataSet ?dataset ; qb:measureType ?other .
                FILTER NOT EXISTS {{ {OF_DATASET} ?d . ?d a qb:DimensionProperty . ?o ?d ?v . ?p ?d ?w
                                     FILTER (?d != qb:measureType && ?v != ?w) }} }}""",
        f"""INSERT DATA {{ kg:structure qb:component ex:type, ex:second . ex:type qb:componentProperty qb:measureType .
                           ex:second qb:componentProperty ex:measure . ex:measure a qb:MeasureProperty .
                           {OBSERVATION} qb:measureType sdmx-measure:obsValue }}""",
    ),
    Constraint(
        18,
        "the observations of a slice are of the data set of the slice",
        "?d qb:slice/qb:observation ?o FILTER NOT EXISTS { ?o qb:dataSet ?d }",
        f"INSERT DATA {{ ex:dataset qb:slice ex:slice . ex:slice qb:observation {OBSERVATION} }}",
    ),
    Constraint(
        19,
        "every code is of the code list of its dimension",
        f"""{{ {CODED} ?list a skos:ConceptScheme FILTER NOT EXISTS {{ ?code a skos:Concept ; skos:inScheme ?list }} }}
            UNION {{ {CODED} ?list a skos:Collection FILTER NOT EXISTS {{ ?list skos:member+ ?code }} }}""",
        f"DELETE WHERE {{ {OBSERVATION} kg:period ?v }} ; INSERT DATA {{ {OBSERVATION} kg:period ex:whenever }}",
        "INSERT DATA { kg:place qb:codeList ex:some . ex:some a skos:Collection ; skos:member ex:nowhere }",
    ),
    Constraint(
        20,
        "every code is reached from the root of a hierarchical code list",
        f"""{CODED} ?list a qb:HierarchicalCodeList ; qb:parentChildProperty skos:narrower .
            FILTER NOT EXISTS {{ ?list qb:hierarchyRoot/skos:narrower* ?code }}""",
        """INSERT DATA { kg:place qb:codeList ex:tree . ex:tree a qb:HierarchicalCodeList ;
                         qb:parentChildProperty skos:narrower ; qb:hierarchyRoot ex:root }""",
    ),
    Constraint(
        21,
        "likewise where the hierarchy runs from child to parent",
        f"""{CODED} ?list a qb:HierarchicalCodeList ; qb:parentChildProperty/owl:inverseOf skos:broader .
            FILTER NOT EXISTS {{ ?list qb:hierarchyRoot/^skos:broader* ?code }}""",
        """INSERT DATA { kg:place qb:codeList ex:tree . ex:tree a qb:HierarchicalCodeList ;
                         qb:parentChildProperty ex:down ; qb:hierarchyRoot ex:root .
                         ex:down owl:inverseOf skos:broader }""",
    ),
)


def _cube(understanding: Understanding, posts: Posts, rules: tuple[Rule, ...]) -> Store:
    """Give the graph of one paper with what papers share, as one normalised cube."""
    store = Store()
    paper = describe(understanding, posts, BASE)
    shares = shared([extract(understanding, paper, BASE)], BASE, rules)
    graphs = [paper, *shares.values(), *describe_aggregates([contribution(paper, BASE)], BASE)]
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quads in graphs for quad in quads)
    store.update(PREFIXES + NORMALISE)
    return store


def _is_broken(store: Store, constraint: Constraint) -> bool:
    answer = store.query(f"{PREFIXES} ASK {{ {constraint.ask} }}")
    assert isinstance(answer, QueryBoolean)
    return bool(answer)


def _of_kind(store: Store, name: str) -> int:
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    return len(list(store.quads_for_pattern(None, kind, NamedNode(name))))


def _observations(store: Store) -> tuple[int, int]:
    """Give how many figures and how many counts there are, after all observations were found to be one of them."""
    figures, counts = _of_kind(store, f"{BASE}def/Statistic"), _of_kind(store, f"{BASE}def/Tally")
    assert _of_kind(store, "http://purl.org/linked-data/cube#Observation") == figures + counts
    return figures, counts


@pytest.fixture(scope="module")
def cube(invented: Understanding, invented_posts: Posts, invented_rules: tuple[Rule, ...]) -> Store:
    return _cube(invented, invented_posts, invented_rules)


@pytest.fixture(scope="module")
def shipped_cube(shipped: Understanding) -> Store:
    from graph.extract import RULES
    from graph.link import Authorities

    return _cube(shipped, Authorities.load(), RULES)


def test_there_are_observations_before_any_constraint_is_believed(
    cube: Store, invented: Understanding, shipped_cube: Store, shipped: Understanding
) -> None:
    figures, counts = _observations(cube)
    assert figures == len(invented.statistics) == 8
    assert counts >= 20
    figures, counts = _observations(shipped_cube)
    assert figures == len(shipped.statistics) >= 54
    assert counts >= 60


def test_there_are_slices_before_any_constraint_on_them_is_believed(cube: Store, shipped_cube: Store) -> None:
    assert _of_kind(cube, "http://purl.org/linked-data/cube#Slice") == 7
    assert _of_kind(shipped_cube, "http://purl.org/linked-data/cube#Slice") >= 20


def test_all_constraints_of_the_specification_are_here() -> None:
    assert [constraint.number for constraint in CONSTRAINTS] == list(range(1, 22))


def test_no_hierarchical_code_list_is_used_so_two_orders_of_hierarchy_suffice(shipped_cube: Store) -> None:
    kind = NamedNode("http://purl.org/linked-data/cube#HierarchicalCodeList")
    assert list(shipped_cube.quads_for_pattern(None, None, kind)) == []


@pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda each: f"IC-{each.number}")
def test_the_invented_paper_keeps(constraint: Constraint, cube: Store) -> None:
    assert not _is_broken(cube, constraint), constraint.name


@pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda each: f"IC-{each.number}")
def test_the_shipped_paper_keeps(constraint: Constraint, shipped_cube: Store) -> None:
    assert not _is_broken(shipped_cube, constraint), constraint.name


@pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda each: f"IC-{each.number}")
def test_a_cube_broken_on_purpose_is_found(constraint: Constraint, cube: Store) -> None:
    for update in filter(None, (constraint.breaks, constraint.also)):
        broken = Store()
        broken.extend(cube)
        broken.update(PREFIXES + update)
        assert set(broken) != set(cube)
        assert _is_broken(broken, constraint), constraint.name
