"""The reconciliation service against the W3C specification, version 0.2, over the paper and the registers that ship.

The schemas in `tests/conformance/reconciliation/` were written from the prose of the specification.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator

from graph.build import build, find
from graph.resources import resource
from graph.settings import Settings
from graph.store import open_store
from graph.web import create_app

SCHEMAS = Path(__file__).parents[1] / "conformance" / "reconciliation"
COA, TOOI = "organisation/coa", "https://identifier.overheid.nl/tooi/id/"


@pytest.fixture(scope="module")
def service(
    tmp_path_factory: pytest.TempPathFactory, serving: Callable[[FastAPI], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    """A client of the service over the paper that ships."""
    settings = Settings.load(store=tmp_path_factory.mktemp("reconcile") / "store", jobs=1, query_workers=1)
    build(find([resource("data", "documents")]), settings, open_store(settings.store))
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=60) as found:
        yield found


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def valid(name: str, found: object) -> None:
    """Hold an answer to a schema; the first error is shown."""
    assert not [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(found)]


def reconcile(service: httpx.Client, **queries: Mapping[str, object]) -> dict[str, list[dict[str, object]]]:
    """Ask with POST, as the specification wants, and hold question and answer to their schemas."""
    valid("query-batch", queries)
    answer = service.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200
    valid("result-batch", answer.json())
    assert answer.json().keys() == queries.keys()
    return {key: each["result"] for key, each in answer.json().items()}


def extend(service: httpx.Client, *ids: str, **properties: Mapping[str, object]) -> dict[str, dict[str, list[object]]]:
    """Fetch properties, of which the colon is written as two underscores."""
    asked = {
        "ids": ids,
        "properties": [{"id": name.replace("__", ":"), "settings": each} for name, each in properties.items()],
    }
    valid("extension-query", json.loads(json.dumps(asked)))
    answer = service.post("/reconcile", data={"extend": json.dumps(asked)})
    assert answer.status_code == 200
    valid("extension-response", answer.json())
    rows: dict[str, dict[str, list[object]]] = answer.json()["rows"]
    return rows


def test_the_manifest_is_one_and_every_address_in_it_answers(service: httpx.Client) -> None:
    found = service.get("/reconcile").json()
    valid("manifest", found)
    for kind, place in found["suggest"].items():
        answer = service.get(place["service_url"] + place["service_path"], params={"prefix": "o"})
        valid(
            {"entity": "suggest-entities", "property": "suggest-properties", "type": "suggest-types"}[kind],
            answer.json(),
        )
        assert answer.json()["result"]
    proposals = found["extend"]["propose_properties"]
    answer = service.get(proposals["service_url"] + proposals["service_path"], params={"type": "kind/law", "limit": 3})
    valid("property-proposal", answer.json())
    assert len(answer.json()["properties"]) == 3
    for name in ("view", "preview"):
        address = found[name]["url"].replace("{{id}}", quote(COA, safe=""))
        page = service.get(address, headers={"Accept": "text/html"}, follow_redirects=True)
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert "Centraal Orgaan opvang asielzoekers" in page.text


def test_ids_are_the_ends_of_iris_and_types_are_terms_of_the_ontology(service: httpx.Client) -> None:
    found = service.get("/reconcile").json()
    iris = [found["identifierSpace"] + COA, *(found["schemaSpace"] + each["id"] for each in found["defaultTypes"])]
    for iri in iris:
        assert service.get("/doc", params={"iri": iri}, headers={"Accept": "text/turtle"}).status_code == 200, iri


def test_a_list_of_agencies_and_laws_is_matched(service: httpx.Client) -> None:
    names = {
        "Centraal Orgaan opvang asielzoekers (COA)": "organisation/coa",
        "IND": "organisation/ind",
        "dienst justitiele inrichtingen": "organisation/dji",
        "Vreemdelingenwet 2000": "law/vreemdelingenwet-2000",
        "BWBR0011823": "law/vreemdelingenwet-2000",
        "ECLI:EU:C:2017:354": "case/chavez-vilchez",
        "Syrië": "place/sy",
        "kst-36800-XX-7": "document/kst-36800-XX-7",
        "Kamerstukken II 2025/26, 36 800 XX, nr. 7": "document/kst-36800-XX-7",
    }
    found = reconcile(service, **{f"q{n}": {"query": name} for n, name in enumerate(names)})
    chosen = [[each["id"] for each in result if each["match"]] for result in found.values()]
    assert chosen == [[name] for name in names.values()]


def test_an_id_and_an_iri_lead_to_the_entity(service: httpx.Client) -> None:
    found = reconcile(service, a={"query": COA}, b={"query": f"{TOOI}zbo/zb000210"}, c={"query": "zb000210"})
    assert {result[0]["id"] for result in found.values()} == {COA}
    assert all(result[0]["match"] and result[0]["score"] == 100 for result in found.values())


def test_candidates_come_best_first_and_not_more_than_asked(service: httpx.Client) -> None:
    found = reconcile(service, q={"query": "Ministerie van Justitie", "limit": 3})["q"]
    scores = [each["score"] for each in found]
    assert 1 <= len(found) <= 3
    assert scores == sorted(scores, key=lambda score: -float(str(score)))


def test_what_is_only_nearly_so_is_proposed_and_not_chosen(service: httpx.Client) -> None:
    found = reconcile(service, q={"query": "Centraal Orgaan opvang asielzoeker"})["q"]
    assert (found[0]["id"], found[0]["match"]) == (COA, False)


def test_the_same_batch_is_answered_by_get(service: httpx.Client) -> None:
    batch = json.dumps({"q0": {"query": "COA", "type": "kind/organisation", "type_strict": "should"}})
    got = service.get("/reconcile", params={"queries": batch})
    assert got.json() == service.post("/reconcile", data={"queries": batch}).json()


def test_a_web_page_of_another_origin_may_ask(service: httpx.Client) -> None:
    origin = {"Origin": "https://refine.example.org"}
    paths = ("", "/suggest/entity?prefix=co", "/suggest/type", "/properties", f"/preview?id={COA}", "?queries={}")
    for path in paths:
        assert service.get(f"/reconcile{path}", headers=origin).headers["access-control-allow-origin"] == "*"
    asked = {**origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    assert service.options("/reconcile", headers=asked).status_code == 200


def test_matched_entities_are_extended_with_the_identifiers_of_one_register(service: httpx.Client) -> None:
    rows = extend(
        service, COA, "place/sy", owl__sameAs={"register": "tooi"}, schema__foundingDate={}, skos__notation={}
    )
    assert rows[COA]["owl:sameAs"] == [{"str": f"{TOOI}zbo/zb000210"}]
    assert rows[COA]["schema:foundingDate"] == [{"date": "1994-01-01T00:00:00Z"}]
    assert rows["place/sy"] == {"owl:sameAs": [], "schema:foundingDate": [], "skos:notation": [{"str": "SY"}]}


def test_counts_are_those_of_the_store(service: httpx.Client) -> None:
    rows = extend(service, COA, mentions={}, figures={})
    patterns = ("?s <http://www.w3.org/ns/oa#hasBody>", "?s <https://w3id.org/kamergraaf/def/countedBy>")
    counted = []
    for pattern in patterns:
        query = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ {pattern} <https://w3id.org/kamergraaf/id/{COA}> }}"
        bindings = service.get("/sparql", params={"query": query}).json()["results"]["bindings"]
        counted.append(int(bindings[0]["n"]["value"]))
    assert [rows[COA]["mentions"], rows[COA]["figures"]] == [[{"int": number}] for number in counted]
    assert min(counted) > 0
    assert extend(service, "place/sy", figures={})["place/sy"]["figures"] == [], "a country counts nothing"


def test_values_that_are_entities_name_them_and_their_type(service: httpx.Client) -> None:
    asked = {"ids": ["post/minister-van-asiel-en-migratie", "no/such"], "properties": [{"id": "org:postIn"}]}
    found = service.get("/reconcile", params={"extend": json.dumps(asked)}).json()
    valid("extension-response", found)
    assert found["meta"][0]["type"]["id"] == "kind/organisation"
    values = found["rows"]["post/minister-van-asiel-en-migratie"]["org:postIn"]
    assert values[0]["id"].startswith("organisation/")
    assert found["rows"]["no/such"] == {"org:postIn": []}


@pytest.mark.parametrize(
    ("schema", "wrong"),
    [
        ("manifest", {"versions": ["0.1"], "name": "x", "identifierSpace": "http://e/", "schemaSpace": "http://e/"}),
        ("query-batch", {"q": {"type": "kind/law"}}),
        ("query-batch", {"q": {"properties": []}}),
        ("result-batch", {"q": {"result": [{"name": "x", "score": 1, "match": False, "type": []}]}}),
        ("extension-response", {"meta": [], "rows": {"a": {"p": [{"date": "2024-01-01"}]}}}),
        ("suggest-entities", {"result": [{"id": "a"}]}),
    ],
)
def test_the_schemas_refuse_what_the_specification_does(schema: str, wrong: object) -> None:
    assert not validator(schema).is_valid(wrong)
