"""What a name may mean, and when that is beyond doubt."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from graph.web.reconcile.batch import Query
from graph.web.reconcile.entities import ABBREVIATION, OFFICIAL, OTHER, PEOPLE, Entity
from graph.web.reconcile.index import Index
from graph.web.reconcile.matching import RULES, Candidate, candidates
from graph.web.reconcile.vocabulary import PROPERTIES, TYPE_OF, type_named

BASE = "https://data.example.org/kg/"
ORGANISATION, PLACE = "kind/organisation", "kind/place"


def entity(
    identifier: str,
    *names: tuple[str, str],
    kind: str = ORGANISATION,
    identifiers: tuple[str, ...] = (),
    **said: NamedNode | Literal,
) -> Entity:
    values = {name.replace("__", ":"): (value,) for name, value in said.items()}
    return Entity(identifier, names[0][0], kind, names, identifiers, values)


INDEX = Index(
    [
        entity(
            "organisation/dwb",
            ("Dienst voor Water en Bodem", OFFICIAL),
            ("DWB", ABBREVIATION),
            ("Waterdienst", OTHER),
            identifiers=("https://register.example.org/Q12345", "Q12345"),
            schema__foundingDate=Literal("1990-01-01"),
        ),
        entity("organisation/am-1", ("Adviesraad Mest", OFFICIAL), ("AM", ABBREVIATION)),
        entity("place/am", ("Amland", OFFICIAL), ("AM", ABBREVIATION), ("Amlanders", PEOPLE), kind=PLACE),
        entity("post/minister", ("minister van Mest", OFFICIAL), kind="kind/post"),
        entity("law/mestwet-2012", ("Mestwet 2012", OFFICIAL), kind="kind/law"),
        Entity("document/2024Z1", "2024Z1", "Document", (), ("2024Z1",), {}, described=False),
        entity("document/ah-1", ("Over mest", OFFICIAL), kind="Document", identifiers=("ah-1", "2024Z1")),
        entity("organisation/raad-oud", ("Raad voor de Turf", OFFICIAL), org__x=NamedNode(f"{BASE}id/place/am")),
        entity("organisation/raad-nieuw", ("Raad voor de Turf", OFFICIAL), org__x=NamedNode(f"{BASE}id/place/zz")),
    ],
    BASE,
)


def found(text: str | None, **given: object) -> list[Candidate]:
    return candidates(INDEX, Query(text, **given), f"{BASE}def/")  # type: ignore[arg-type]


def best(text: str) -> tuple[str, str, bool]:
    first = found(text)[0]
    return first.entity.id, first.features[0][0], first.match


@pytest.mark.parametrize(
    ("text", "rule", "match"),
    [
        ("organisation/dwb", "identifier", True),
        (f"{BASE}id/organisation/dwb", "identifier", True),
        ("https://register.example.org/Q12345", "identifier", True),
        ("q12345", "identifier", True),
        ("Dienst voor Water en Bodem", "official-name", True),
        ("DWB", "abbreviation", True),
        ("Waterdienst", "other-name", True),
        ("de dienst voor  Water & Bodem", "official-name-folded", True),
        ("waterdienst", "other-name-folded", True),
        ("dwb", "abbreviation-folded", False),
        ("Dienst voor Water en Bodem (DWB)", "official-name", True),
        ("Dienst voor Water en Boden", "nearly", False),
        ("Bodem en Water, dienst voor", "nearly", False),
    ],
)
def test_the_way_in_which_a_name_is_written_settles_rule_and_match(text: str, rule: str, match: bool) -> None:
    assert best(text) == ("organisation/dwb", rule, match)


def test_scores_go_down_with_the_distance_from_the_official_name() -> None:
    texts = ("Dienst voor Water en Bodem", "DWB", "Waterdienst", "dienst voor water en bodem", "waterdienst", "dwb")
    scores = [found(text)[0].score for text in texts]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert found("Dienst voor Water en Boden")[0].score < min(rule.score for rule in RULES.values())


def test_two_that_bear_one_name_are_both_proposed_and_neither_is_chosen() -> None:
    result = found("AM")
    assert {each.entity.id for each in result} == {"organisation/am-1", "place/am"}
    assert not any(each.match for each in result)


def test_a_type_settles_which_of_two_is_meant() -> None:
    result = found("AM", types=("place",))
    assert [(each.entity.id, each.match) for each in result] == [("place/am", True)]
    soft = found("AM", types=(PLACE,), strictness="should")
    assert [(each.entity.id, each.match) for each in soft] == [("place/am", True), ("organisation/am-1", False)]
    assert found("AM", types=(PLACE, ORGANISATION), strictness="all") == []


def test_what_stands_in_brackets_must_mean_the_same_to_make_a_match() -> None:
    assert found("Adviesraad Mest (AM)")[0].match
    wrong = found("Adviesraad Mest (DWB)")[0]
    assert (wrong.entity.id, wrong.match) == ("organisation/am-1", False)


def test_a_name_of_a_people_does_not_choose_their_country() -> None:
    assert best("Amlanders") == ("place/am", "name-of-people", False)


def test_another_year_is_another_law() -> None:
    assert best("Mestwet 2016") == ("law/mestwet-2012", "nearly", False)


def test_nothing_is_found_for_what_is_unlike_everything() -> None:
    assert found("xyzzy") == []
    assert found("dw") == [], "short names are near everything"


def test_a_property_tells_namesakes_apart() -> None:
    place = (("org:x", ("place/am",)),)
    result = found("Raad voor de Turf", properties=place)
    assert [(each.entity.id, each.match) for each in result] == [
        ("organisation/raad-oud", True),
        ("organisation/raad-nieuw", False),
    ]
    assert ("property:org:x", False) in result[1].features
    named = found("Raad voor de Turf", properties=(("org:x", ("amland",)),))
    assert named[0].match, "an entity may be given by its name as well"


def test_an_unknown_property_matches_nothing_and_says_so() -> None:
    first = found("DWB", properties=(("P31", ("x",)),))[0]
    assert ("property:P31", False) in first.features
    assert first.score < found("DWB")[0].score


def test_a_paper_that_is_here_goes_before_one_that_is_only_cited() -> None:
    result = found("2024Z1")
    assert [(each.entity.id, each.match) for each in result] == [("document/ah-1", True), ("document/2024Z1", False)]


def test_properties_alone_find_entities_and_choose_none_of_them() -> None:
    result = found(None, properties=(("schema:foundingDate", ("1990-01-01",)),))
    assert [(each.entity.id, each.match) for each in result] == [("organisation/dwb", False)]


def test_no_more_candidates_come_than_are_asked() -> None:
    assert len(found("Raad voor de Turf", limit=1)) == 1
    assert not found("Raad voor de Turf", limit=1)[0].match, "the namesake that is not shown counts"


@pytest.mark.parametrize("prefix", ["dien", "water", "DWB", "q123", "organisation/dw", "bodem"])
def test_suggestions_begin_with_the_letters_in_any_word_or_identifier(prefix: str) -> None:
    assert INDEX.beginning(prefix)[0].id == "organisation/dwb"


def test_suggestions_do_not_begin_in_the_middle_of_a_word() -> None:
    assert INDEX.beginning("odem") == []
    assert INDEX.beginning(" ") == []


def test_every_property_belongs_to_types_that_there_are() -> None:
    for each in PROPERTIES:
        assert set(each.types) <= TYPE_OF.keys()
        assert each.values_are in {"", *TYPE_OF}


def test_a_type_may_be_given_by_its_last_word() -> None:
    assert type_named("document", f"{BASE}def/") == "Document"
    assert type_named("P31", f"{BASE}def/") == "P31"
