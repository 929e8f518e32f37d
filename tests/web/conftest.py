"""A small store that was made by hand, and an application over it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from pyoxigraph import RdfFormat, parse
from starlette.routing import Route

from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Change, n_triples
from graph.web import create_app
from graph.web.connection import Connection

BASE = "https://data.example.org/kg/"
HOSTILE = "<script>alert('x')</script> & \"quoted\""

TEXT = (
    'Vraag 1\nHoeveel plekken zijn er bij het COA?\n\nToelichting: <b>vooraf</b> & "nog iets".\n\n'
    "Antwoord 1\nDat is niet nieuw. Er waren ruim 35.140 plekken bij "
    "het COA op 1 oktober 2025, tegen 102 dagen eerder. <b>Het</b> overige wordt niet geregistreerd.\n"
)

PREFIXES = f"""
@prefix kg: <{BASE}def/> .
@prefix id: <{BASE}id/> .
@prefix doc: <{BASE}id/document/kst-1-2/> .
@prefix a1: <{BASE}id/document/kst-1-2/answer/1/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix qb: <http://purl.org/linked-data/cube#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#> .
@prefix sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _passage(iri: str, quote: str) -> str:
    start = TEXT.rindex(quote)
    end = start + len(quote)
    return f"""
<{iri}> a kg:Passage, oa:SpecificResource ; oa:hasSource doc:text\\/abcdef123456 ; kg:page 3 ;
  oa:hasSelector <{iri}/quote>, <{iri}/position> .
<{iri}/quote> a oa:TextQuoteSelector ; oa:exact {_literal(quote)} ; oa:prefix "" ; oa:suffix "" .
<{iri}/position> a oa:TextPositionSelector ; oa:start {start} ; oa:end {end} .
"""


def _stretch(words: str) -> str:
    start = TEXT.index(words)
    return f"{DOCUMENT}/text/abcdef123456#char={start},{start + len(words)}"


DOCUMENT = f"{BASE}id/document/kst-1-2"
ANSWER = f"{DOCUMENT}/answer/1"
STATISTIC = f"{ANSWER}/statistic/35140-1"
UNREAD = f"{DOCUMENT}/unread/toelichtingvooraf-1"
UNREAD_TEXT = TEXT[TEXT.index("Toelichting") : TEXT.index("\n\nAntwoord")]
QUESTION_TEXT = TEXT[TEXT.index("Hoeveel") : TEXT.index("\n\nToelichting")]
ANSWER_TEXT = TEXT[TEXT.index("Dat is") :].rstrip()

PAPER = f"""{PREFIXES}
<{DOCUMENT}> a kg:Document ; dcterms:identifier "kst-1-2" ; dcterms:title {_literal(HOSTILE)}@nl ;
  dcterms:issued "2025-11-12"^^xsd:date ; kg:number 2 ; dcterms:type <{BASE}def/document-kind/verslag> ;
  kg:addressedTo <{BASE}id/post/minister-a> ; foaf:page <https://zoek.officielebekendmakingen.nl/kst-1-2> .
<{DOCUMENT}/text/abcdef123456> a kg:TextLayer ; dcterms:isPartOf <{DOCUMENT}> ; schema:text {_literal(TEXT)} .
<{DOCUMENT}/question/1> a kg:Question ; rdfs:label "Vraag 1"@nl ; kg:key "1" ; kg:number 1 ;
  schema:text {_literal(QUESTION_TEXT)}@nl ; dcterms:isPartOf <{DOCUMENT}> ;
  prov:wasQuotedFrom <{_stretch(QUESTION_TEXT)}> .
<{ANSWER}> a kg:Answer ; rdfs:label "Antwoord 1"@nl ; kg:key "1" ; kg:number 1 ;
  schema:text {_literal(ANSWER_TEXT)}@nl ; kg:answers <{DOCUMENT}/question/1> ;
  dcterms:isPartOf <{DOCUMENT}> ; prov:wasQuotedFrom <{_stretch(ANSWER_TEXT)}> .
<{STATISTIC}> a kg:Statistic, qb:Observation ; rdfs:label "35.140 (plekken)"@nl ; kg:answer <{ANSWER}> ;
  kg:passage <{ANSWER}/passage/35140-1> ; prov:wasQuotedFrom <{ANSWER}/passage/35140-1> ;
  kg:indicator <{BASE}id/indicator/plekken> ; kg:breakdown <{BASE}id/breakdown/total> ;
  kg:period <{BASE}id/period/2025-10-01--2025-10-01> ; kg:place <{BASE}id/place/not-stated> ;
  sdmx-measure:obsValue 35140.0 ; kg:valueText "35.140" ; sdmx-attribute:unitMeasure <http://qudt.org/vocab/unit/NUM> ;
  kg:qualifier <{BASE}def/qualifier/at-least> ; kg:figureStatus <{BASE}def/status/realised> ;
  kg:lowerBound 35140.0 ; kg:countedBy <{BASE}id/organisation/coa> ; kg:rule <{BASE}def/rule/number> .
{_passage(f"{ANSWER}/passage/35140-1", "ruim 35.140 plekken")}
<{ANSWER}/statistic/102-1> a kg:Statistic, qb:Observation ; rdfs:label "102 (termijn)"@nl ; kg:answer <{ANSWER}> ;
  kg:passage <{ANSWER}/passage/102-1> ; prov:wasQuotedFrom <{ANSWER}/passage/102-1> ;
  kg:indicator <{BASE}id/indicator/termijn> ; kg:breakdown <{BASE}id/breakdown/total> ;
  kg:period <{BASE}id/period/unknown> ; kg:place <{BASE}id/place/not-stated> ;
  sdmx-measure:obsValue 102.0 ; kg:valueText "102" ; sdmx-attribute:unitMeasure <http://qudt.org/vocab/unit/DAY> ;
  kg:qualifier <{BASE}def/qualifier/exact> ; kg:figureStatus <{BASE}def/status/realised> .
{_passage(f"{ANSWER}/passage/102-1", "102 dagen")}
<{ANSWER}/mention/coa-1> a kg:Mention, oa:Annotation ; rdfs:label "COA"@nl ; oa:hasBody <{BASE}id/organisation/coa> ;
  oa:hasTarget <{ANSWER}/passage/coa-1> ; kg:mentionKind <{BASE}def/mention-kind/organisation> .
{_passage(f"{ANSWER}/passage/coa-1", "het COA")}
<{ANSWER}/non-answer/niet-1> a kg:NonAnswer ; kg:answer <{ANSWER}> ; kg:passage <{ANSWER}/passage/niet-1> ;
  kg:reason "overige wordt niet geregistreerd"@nl ; kg:asksFor <{DOCUMENT}/question/1> .
{_passage(f"{ANSWER}/passage/niet-1", "overige wordt niet geregistreerd")}
<{DOCUMENT}> kg:unread <{UNREAD}> .
<{UNREAD}> a kg:UnreadStretch, prov:Entity ; rdfs:label "Niet gelezen: “Toelichting …”"@nl ;
  dcterms:isPartOf <{DOCUMENT}> ; kg:unreadReason <{BASE}def/unread-reason/explanatory-note> ;
  kg:characters {len(UNREAD_TEXT)} ; kg:passage <{UNREAD}/passage> ; prov:wasQuotedFrom <{UNREAD}/passage> .
{_passage(f"{UNREAD}/passage", UNREAD_TEXT)}
"""

AUTHORITIES = f"""{PREFIXES}
<{BASE}id/organisation/coa> a org:FormalOrganization ; skos:prefLabel "Centraal Orgaan opvang asielzoekers"@nl ;
  skos:altLabel "COA"@nl ; owl:sameAs <https://identifier.overheid.nl/tooi/id/zbo/zb000071> .
<{BASE}id/post/minister-a> a org:Post ; skos:prefLabel "minister van A"@nl .
<{BASE}id/place/curaçao> skos:prefLabel "Curaçao"@nl .
"""

INDICATORS = f"""{PREFIXES}
<{BASE}id/indicator/plekken> a kg:Indicator, skos:Concept ; skos:prefLabel "plekken"@nl .
<{BASE}id/indicator/termijn> a kg:Indicator, skos:Concept ; skos:prefLabel "termijn"@nl .
<{BASE}id/period/2025-10-01--2025-10-01> a kg:Period ; rdfs:label "1 oktober 2025"@nl ;
  kg:periodStart "2025-10-01"^^xsd:date ; kg:periodEnd "2025-10-01"^^xsd:date .
"""

ONTOLOGY = f"""{PREFIXES}
kg:Statistic a owl:Class ; rdfs:label "cijfer"@nl, "figure"@en .
<{BASE}def/qualifier/at-least> a skos:Concept ; skos:prefLabel "minstens"@nl, "at least"@en .
<{BASE}def/unread-reason/explanatory-note> a skos:Concept ; skos:prefLabel "toelichting"@nl, "explanatory note"@en .
"""


def _change(name: str, turtle: str, identifier: str | None = None) -> Change:
    quads = list(parse(turtle, RdfFormat.TURTLE))
    return Change(f"{BASE}graph/{name}", n_triples(quads), name, identifier)


@pytest.fixture(scope="session")
def hand_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with one invented paper, whose words are hostile to a page."""
    folder = tmp_path_factory.mktemp("web") / "store"
    store = open_store(folder)
    gone = f'{PREFIXES} <{BASE}id/document/kst-9-9> a kg:Document ; dcterms:identifier "kst-9-9" .'
    store.publish([_change("kst-9-9", gone, "kst-9-9")])
    store.publish(
        [
            _change("kst-1-2", PAPER, "kst-1-2"),
            _change("authorities", AUTHORITIES),
            _change("indicators", INDICATORS),
            _change("ontology", ONTOLOGY),
            Change(f"{BASE}graph/kst-9-9", None, reason="op verzoek"),
        ]
    )
    return folder


@pytest.fixture(scope="session")
def settings_of(hand_made: Path) -> Callable[..., Settings]:
    """Makes settings for the hand-made store, with what a test wants otherwise."""

    def make(**given: object) -> Settings:
        return Settings.load(**{"base_iri": BASE, "store": hand_made, "query_seconds": 10.0, **given})

    return make


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """Serve an application on a free port of this machine; gives its address."""
    server = uvicorn.Server(uvicorn.Config(app, http=Connection, log_level="error", lifespan="on"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        while not server.started:
            if not thread.is_alive():
                raise RuntimeError("the server did not start")
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(20)


def every_path(app: FastAPI) -> set[str]:
    """Give the path of every route, also of those that the description of the API leaves out."""
    routers = [app, *(each.original_router for each in app.routes if hasattr(each, "original_router"))]
    return {route.path for router in routers for route in router.routes if isinstance(route, Route)}


@pytest.fixture(scope="session")
def serving() -> Callable[[FastAPI], AbstractContextManager[str]]:
    """Serves an application for as long as a test needs it."""
    return running


@pytest.fixture(scope="session")
def address(settings_of: Callable[..., Settings]) -> Iterator[str]:
    """The address of a server over the hand-made store."""
    with running(create_app(settings_of())) as found:
        yield found


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """A client of that server, which follows no redirects."""
    with httpx.Client(base_url=address, timeout=30) as found:
        yield found
