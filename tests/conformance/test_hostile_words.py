"""Every parameter of the pages gets every hostile text, on a store whose paper is hostile as well."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_from_bytes

import pytest
from fastapi import FastAPI
from lxml import etree
from tests.conformance.test_hostile import BYTES, MARK, TEXTS, Answer, Hostile, alive, ask, check

from graph.build import build, find
from graph.settings import Settings
from graph.store import open_store

PAPER = f"""Tweede Kamer der Staten-Generaal
Vergaderjaar 2023-2024
Vragen van het lid Zonnebloem (PvdZ) aan de Minister van Asiel en Migratie over <{MARK} on{MARK}='1'>opvang.

1
Hoeveel <{MARK}>opvangplekken"><{MARK} a=" zijn er?

Antwoord op vraag 1
Op 1 januari 2024 beheerde het COA <{MARK} on{MARK}="1"> 1.250 opvangplekken voor <{MARK}>mensen in Nederland.
Op 1 juli 2024 beheerde het COA 1.350 opvangplekken </script><{MARK}> in Nederland.

2
Wat kost dat <!--<{MARK}>?

Antwoord op vraag 2
Dat wordt niet geregistreerd door het COA "><{MARK} a=". Zie www.example.org/<{MARK}>.
"""

VALUES = tuple(text.encode() for text in TEXTS) + BYTES
FACETS = "what year kind ministry organisation indicator figures unanswered sort page size".split()
PARAMETERS = {
    "/": ("lang",),
    "/card": ("iri", "lang"),
    "/doc": ("iri", "year", "page"),
    "/documents": ("q", "order", "page", "size", "lang"),
    "/feed.atom": ("q", "of", "kind", "organisation", "indicator", "page"),
    "/indicators": ("order", "page", "size", "lang"),
    "/opensearch.xml": ("lang",),
    "/report": ("iri", "lang"),
    "/search": ("q", *FACETS, "lang"),
    "/search.csv": ("q", "what"),
    "/search.json": ("q", "what"),
    "/sparql": ("example", "format", "lang"),
}
BESIDE = {"/search": "q=opvangplekken", "/card": "iri=urn:x", "/feed.atom": "of=figures"}
"""What stands beside the hostile parameter, unless it is that one, so that a page with results comes."""

BROWSER, PROGRAM = b"text/html, */*;q=0.1", b"application/json, */*;q=0.1"

WORDS = frozenset({"q", "iri", "what", "year", "lang"})
"""The parameters that get every text at every address; those with few values get a third each."""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a server with the hostile paper, understood as papers are."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "papers").mkdir()
    (folder / "papers" / "kst-1-2.txt").write_text(PAPER, "utf-8")
    found = Settings.load(store=folder / "store", jobs=1, query_seconds=5.0, log_format="none")
    build(find([folder / "papers"]), found, open_store(found.store))
    return found


def requests(path: str, name: str) -> Iterator[Hostile]:
    """Make the requests that give one parameter of an address hostile texts, to a browser and to a program."""
    beside = BESIDE.get(path, "")
    rest = f"&{beside}".encode() if beside and not beside.startswith(f"{name}=") else b""
    starts = (b"", b"https://w3id.org/kamergraaf/id/document/kst-1-2/answer/1/statistic/") if name == "iri" else (b"",)
    shift, step = (0, 1) if name in WORDS else (PARAMETERS[path].index(name) % 3, 3)
    for number, value in enumerate(VALUES[shift::step]):
        for start in starts:
            target = f"{path}?{name}={quote_from_bytes(start + value, '')}".encode() + rest
            accept = PROGRAM if number % 3 == 2 else BROWSER
            yield Hostile("GET", target, ((b"accept", accept),), b"", False)


async def get(app: FastAPI, target: str, accept: bytes = BROWSER) -> Answer:
    """Ask for an address and hold the answer to what is promised."""
    asked = Hostile("GET", target.encode("ascii"), ((b"accept", accept),), b"", False)
    answer = await asyncio.wait_for(ask(app, asked), 30)
    check(asked, answer)
    return answer


@pytest.mark.parametrize("path", PARAMETERS)
def test_no_parameter_comes_back_as_markup_or_breaks_the_server(settings: Settings, path: str) -> None:
    async def run() -> set[int]:
        statuses = set()
        async with alive(settings) as app:
            for name in PARAMETERS[path]:
                for asked in requests(path, name):
                    answer = await asyncio.wait_for(ask(app, asked), 30)
                    check(asked, answer)
                    statuses.add(answer.status)
        return statuses

    assert asyncio.run(run()) <= {200, 303, 400, 403, 404, 406, 410, 413}


def test_the_words_of_a_hostile_paper_are_text_on_every_page(settings: Settings) -> None:
    async def run() -> list[tuple[str, int]]:
        seen = []
        async with alive(settings) as app:
            sitemap = etree.fromstring((await get(app, "/sitemap-1.xml")).body)
            paths = [str(each.text).removeprefix("http://testserver") for each in sitemap.iter("{*}loc")]
            paths += [f"/search?q={word}" for word in ("opvangplekken", MARK, "COA", quote(f"<{MARK}>"))]
            paths += ["/feed.atom", "/embed/indicator/opvangplek", "/opensearch.xml", "/robots.txt", "/status"]
            for path in paths:
                for asked in (path, f"{path}{'&' if '?' in path else '?'}lang=en"):
                    seen.append((asked, (await get(app, asked)).status))
        return seen

    seen = asyncio.run(run())
    assert {path for path, status in seen if status != 200} == set()
    assert any("/doc/document/kst-1-2" in path for path, _ in seen)
    assert any("/doc/indicator/opvangplek" in path for path, _ in seen)


def test_the_cards_of_a_hostile_paper_and_the_letter_about_each_are_text(settings: Settings) -> None:
    kinds = "<https://w3id.org/kamergraaf/def/{}>"
    values = " ".join(kinds.format(kind) for kind in ("Statistic", "Mention", "NonAnswer"))
    query = quote(f"SELECT ?iri {{ VALUES ?kind {{ {values} }} ?iri a ?kind }}", safe="")

    async def run() -> list[Answer]:
        async with alive(settings) as app:
            found = json.loads((await get(app, f"/sparql?query={query}", PROGRAM)).body)
            iris = [quote(row["iri"]["value"], safe="") for row in found["results"]["bindings"]]
            return [await get(app, f"/{page}?iri={iri}") for iri in iris for page in ("card", "report")]

    answers = asyncio.run(run())
    assert len(answers) >= 8 and {answer.status for answer in answers} == {200}
    assert any(f"&lt;{MARK}".encode() in answer.body for answer in answers)


def test_the_paper_has_figures_and_is_hostile_in_the_data(settings: Settings, tmp_path: Path) -> None:
    async def run() -> tuple[dict[str, int], str]:
        async with alive(settings) as app:
            listed = json.loads((await get(app, "/indicators.json", PROGRAM)).body)
            paper = await get(app, "/doc/document/kst-1-2.ttl")
            return {each["name"]: each["figures"] for each in listed["indicators"]}, paper.body.decode()

    indicators, turtle = asyncio.run(run())
    assert indicators == {"opvangplekken": 2}
    assert f"<{MARK} on{MARK}='1'>opvang" in turtle
