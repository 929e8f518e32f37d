"""`/sparql` as people get it: which requests are theirs, and what the page says."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from html.parser import HTMLParser

import httpx
import pytest
from fastapi import FastAPI

from graph.describe.examples import examples
from graph.settings import Settings
from graph.web import create_app, editor
from graph.web.assets import built

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"}
ASK = "ASK { ?s ?p ?o }"
Serving = Callable[[FastAPI], AbstractContextManager[str]]


class Form(HTMLParser):
    """What a page asks and offers: the text of its fields, its links, its blocks of JSON."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        self._open = found.get("id", "") if tag in ("textarea", "script") else ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open] = self.texts.get(self._open, "") + data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def all(self, tag: str) -> list[dict[str, str]]:
        return [found for name, found in self.tags if name == tag]


def opened(client: httpx.Client, **parameters: str) -> Form:
    answer = client.get("/sparql", params=parameters, headers=BROWSER)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    return Form(answer.text)


def test_a_browser_that_opens_a_query_gets_it_in_the_editor_to_be_run(client: httpx.Client) -> None:
    page = opened(client, query=ASK)
    assert page.texts["query"].strip() == ASK
    assert "data-run" in page.all("form")[-1]
    assert "data-run" not in opened(client).all("form")[-1]


@pytest.mark.parametrize("accept", ["*/*", "application/json, text/html;q=0.9", "text/html, text/csv", "text/csv"])
def test_a_program_that_takes_a_result_gets_one(client: httpx.Client, accept: str) -> None:
    parameters = {"query": "SELECT * { ?s ?p ?o } LIMIT 1", "format": "tsv"}  # clients send a format of their own
    answer = client.get("/sparql", params=parameters, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] in (
        "application/sparql-results+json",
        "application/json",
        "text/csv",
    )


def test_the_form_without_scripts_chooses_the_format(client: httpx.Client) -> None:
    select = "SELECT ?s { ?s ?p ?o } LIMIT 1"
    for query, name, media_type in (
        (select, "csv", "text/csv"),
        (select, "xml", "application/sparql-results+xml"),
        (select, "ttl", "application/sparql-results+json"),  # no graph: the nearest that there is
        ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "rdf", "application/rdf+xml"),
    ):
        answer = client.get("/sparql", params={"query": query, "format": name}, headers=BROWSER)
        assert answer.headers["content-type"].split(";")[0] == media_type
    broken = client.get("/sparql", params={"query": "SELECT", "format": "csv"}, headers=BROWSER)
    assert (broken.status_code, broken.headers["content-type"]) == (400, "text/html; charset=utf-8")


def test_a_format_that_there_is_not_is_no_reason_to_refuse(client: httpx.Client) -> None:
    assert opened(client, query=ASK, format="docx").texts["query"].strip() == ASK


def test_graphs_that_are_asked_for_are_not_lost_in_the_editor(client: httpx.Client) -> None:
    parameters = {"query": ASK, "default-graph-uri": "https://data.example.org/kg/graph/ontology"}
    answer = client.get("/sparql", params=parameters, headers=BROWSER)
    assert "xml" in answer.headers["content-type"]


def test_the_form_has_what_works_without_scripts(client: httpx.Client) -> None:
    page = opened(client, lang="en")
    assert {"name": "lang", "value": "en", "type": "hidden"} in page.all("input")
    offered = [found["value"] for found in page.all("option")]
    assert offered == [form.name for form in editor.FORMS]
    links = [found["href"] for found in page.all("a") if "data-query" in found]
    assert links
    for link in links:
        query = Form(client.get(link, headers=BROWSER).text).texts["query"].strip()
        slug = link.partition("example=")[2].partition("&")[0]
        assert query.startswith(next(each for each in examples() if each.slug == slug).text[:40])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_example_has_a_title_and_a_description(language: str) -> None:
    for example in editor.offers("https://e.org/", language, federated=True):
        assert example.title != example.slug
        assert example.description
        assert "https://w3id.org/kamergraaf/def/" not in example.text


def test_an_example_that_asks_another_server_is_offered_where_that_may_be_asked() -> None:
    alone = {each.slug for each in editor.offers("https://e.org/", "nl", federated=False)}
    together = {each.slug for each in editor.offers("https://e.org/", "nl", federated=True)}
    assert together - alone == {"with-tooi"}
    assert "from-tooi" not in together


@pytest.mark.parametrize("query", ["</textarea><script>x</script>", "</script>", '"><img src=x>', "\n\n  ?x"])
def test_a_query_is_shown_as_text(client: httpx.Client, query: str) -> None:
    page = opened(client, query=query)
    assert page.texts["query"].removeprefix("\n") == query
    assert not [found for found in page.all("script") if not found.get("type") and not found.get("src")]
    assert not page.all("img")


def test_the_blocks_for_the_script_are_json_in_the_language_of_the_page(client: httpx.Client) -> None:
    texts = {}
    for language in ("nl", "en"):
        page = opened(client, lang=language)
        settings = json.loads(page.texts["settings"])
        assert settings["endpoint"] == "/sparql"
        assert settings["language"] == language
        assert settings["prefixes"]["kg"] == settings["base"] + "def/"
        assert settings["describe"] == ("/doc?lang=en" if language == "en" else "/doc")
        texts[language] = json.loads(page.texts["texts"])
    same = {name for name, text in texts["nl"].items() if texts["en"][name] == text}
    assert same <= {"stop", "download", "download-as", "filter"}


@pytest.mark.skipif(not built(), reason="the scripts are not built: `make web`")
def test_all_that_the_page_loads_is_of_this_server(client: httpx.Client) -> None:
    page = opened(client)
    loaded = [found.get("src") for found in page.all("script") if "src" in found]
    loaded += [found["href"] for found in page.all("link") if found["rel"] in ("stylesheet", "icon", "modulepreload")]
    assert len(loaded) >= 3
    for address in loaded:
        assert address
        assert address.startswith("/static/")
        assert client.get(address).status_code == 200


def test_without_built_scripts_the_page_asks_for_none(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor, "find_asset", lambda name: None)
    page = opened(client)
    assert not [found for found in page.all("script") if "src" in found]
    assert "query" in page.texts


def test_the_page_says_the_limits_of_this_server(settings_of: Callable[..., Settings], serving: Serving) -> None:
    settings = settings_of(query_seconds=7.5, query_rows=1234)
    with serving(create_app(settings)) as address:
        page = httpx.get(f"{address}/sparql?lang=en", headers=BROWSER).text
    assert "at most 7.5 seconds" in page
    assert "at most 1,234 rows" in page
