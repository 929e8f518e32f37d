from __future__ import annotations

import re
from html.parser import HTMLParser

import httpx
import pytest

PAGES = (
    "/",
    "/documents",
    "/organisations",
    "/laws",
    "/posts",
    "/places",
    "/dossiers",
    "/rulings",
    "/download/",
    "/problems",
    "/sparql",
    "/doc/document/kst-1-2",
    "/doc/document/kst-1-2/answer/1",
    "/doc/document/kst-1-2/question/1",
    "/doc/document/kst-1-2/answer/1/statistic/35140-1",
    "/doc/document/kst-1-2/answer/1/mention/coa-1",
    "/doc/document/kst-1-2/answer/1/passage/35140-1",
    "/doc/document/kst-1-2/text/abcdef123456",
    "/doc/document/kst-1-2/unread/toelichtingvooraf-1",
    "/doc/organisation/coa",
    "/doc/post/minister-a",
    "/doc/indicator/plekken",
    "/doc/period/2025-10-01--2025-10-01",
    "/doc/def/Statistic",
    "/nothing/here",
)
HTML = {"Accept": "text/html"}


class Outline(HTMLParser):
    """What a page is made of: languages, headings, links, and what may not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.language = ""
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = {name: value or "" for name, value in attrs}
        self.attributes |= set(found)
        if tag == "html":
            self.language = found.get("lang", "")
        data = found.get("type") in ("application/json", "application/ld+json")
        if tag == "script" and not data and not found.get("src", "").startswith("/static/"):
            self.inline.append(str(attrs))
        if "href" in found:
            self.links.append(found["href"])


def outline(page: str) -> Outline:
    found = Outline()
    found.feed(page)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_dutch_has_one_heading_and_nothing_that_runs(client: httpx.Client, path: str) -> None:
    answer = client.get(path, headers=HTML)
    found = outline(answer.text)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert found.language == "nl"
    assert found.tags.count("h1") == 1
    assert not {"b", "iframe"} & set(found.tags), "the words of a paper are never markup"
    assert not found.inline, "a script is data, or a file of ours"
    assert not {name for name in found.attributes if name.startswith("on")} | ({"style"} & found.attributes)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_to_this_server_leads_somewhere(client: httpx.Client, path: str) -> None:
    page = client.get(path, headers=HTML).text
    for link in set(outline(page).links):
        if link.startswith("/"):
            answer = client.get(link.partition("#")[0], headers={"Accept": "text/html, */*;q=0.1"})
            missing = ("/doc/def/", "/doc/breakdown/", "/doc/place/not", "/nothing/here")
            known = answer.status_code == 200 or link.startswith(missing)
            assert known, f"{link}: {answer.status_code}"
        elif link.startswith("#"):
            assert f'id="{link[1:]}"' in page


def test_hostile_words_are_shown_as_words(client: httpx.Client) -> None:
    page = client.get("/doc/document/kst-1-2", headers=HTML).text
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &#34;quoted&#34;" in page
    assert "&lt;b&gt;Het&lt;/b&gt;" in page
    assert "<script>" not in page


def test_hostile_addresses_are_not_repeated_as_markup(client: httpx.Client) -> None:
    attack = "<script>alert(1)</script>"
    for path in (
        f"/doc?iri=http://e/{attack}",
        f"/id/{attack}",
        f"/graph/{attack}",
        f"/sparql?query={attack}",
        f"/{attack}",
    ):
        for accept in ("text/html", "text/html,application/xhtml+xml", "application/json"):
            answer = client.get(path + attack, headers={"Accept": accept})
            shown = path.startswith("/sparql") and "xhtml" in accept  # the editor, with the query in its field
            assert answer.status_code == 200 if shown else 400 <= answer.status_code < 500
            assert answer.headers["content-type"] != "text/html; charset=utf-8" or attack not in answer.text


def test_a_paper_shows_its_figures_in_the_words_and_beside_them(client: httpx.Client) -> None:
    page = client.get("/doc/document/kst-1-2", headers=HTML).text
    assert re.search(
        r'<a class="fact is-figure" id="[^"]+/35140-1" href="[^"]+/35140-1"[^>]+>ruim 35.140 plekken</a>', page
    )
    assert '<a class="fact is-organisation" id="answer/1/mention/coa-1" href="/doc/organisation/coa"' in page
    assert '<mark class="is-non-answer"' in page
    assert "minister van A" in page
    assert "12 november 2025" not in page, "the day of issue is not a fact of the header"
    assert "<small>minstens</small>" in page
    assert "op 1 oktober 2025" in page
    assert "102 dagen" in page


def test_a_paper_shows_what_was_not_read_of_it_with_page_reason_and_words(client: httpx.Client) -> None:
    page = client.get("/doc/document/kst-1-2", headers=HTML).text
    section = page.partition('<section id="niet-gelezen"')[2].partition("</section>")[0]
    assert "Niet gelezen</h2>" in section
    assert '<td class="count">3</td>' in section
    assert '<a href="/doc/document/kst-1-2/unread/toelichtingvooraf-1">toelichting</a>' in section
    assert "<q>Toelichting: &lt;b&gt;vooraf&lt;/b&gt; &amp; &#34;nog iets&#34;.</q>" in section


def test_the_page_of_one_answer_does_not_tell_what_was_not_read_elsewhere(client: httpx.Client) -> None:
    assert "Niet gelezen" not in client.get("/doc/document/kst-1-2/answer/1", headers=HTML).text


def test_a_figure_stands_in_its_sentence(client: httpx.Client) -> None:
    page = client.get("/doc/document/kst-1-2/answer/1/statistic/35140-1", headers=HTML).text
    assert '<blockquote lang="nl">Er waren <mark>ruim 35.140 plekken</mark> bij het COA op 1 oktober 2025' in page
    assert "Dat is niet nieuw" not in page
    assert "bladzijde 3" in page
    assert "minstens 35.140" in page
    for suffix in ("ttl", "jsonld", "csv"):
        assert f'statistic/35140-1.{suffix}"' in page


def test_an_organisation_shows_what_it_counted_and_where_it_is_named(client: httpx.Client) -> None:
    page = client.get("/doc/organisation/coa", headers=HTML).text
    assert "Centraal Orgaan opvang asielzoekers" in page
    assert "statistic/35140-1" in page
    assert "kst-1-2, antwoord 1" in page
    assert "<strong>het COA</strong>" in page


def test_style_and_icon_may_be_kept_because_their_address_names_their_content(client: httpx.Client) -> None:
    page = client.get("/", headers=HTML).text
    style = next(link for link in outline(page).links if link.endswith(".css"))
    answer = client.get(style)
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "max-age=31536000" in answer.headers["cache-control"]
    assert client.get("/static/../app.py").status_code == 404
