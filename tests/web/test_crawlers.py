"""What search engines and browsers are told."""

from __future__ import annotations

import httpx
from lxml import etree

MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def root(client: httpx.Client) -> str:
    return str(client.base_url).rstrip("/")


def test_site_maps_lead_to_pages_that_are_there(client: httpx.Client) -> None:
    index = etree.fromstring(client.get("/sitemap.xml").content)
    maps = [str(each.text) for each in index.iter(f"{MAPS}loc")]
    assert maps == [f"{root(client)}/sitemap-1.xml"]
    found = [str(each.text) for each in etree.fromstring(client.get(maps[0]).content).iter(f"{MAPS}loc")]
    assert f"{root(client)}/doc/document/kst-1-2" in found
    for address in found:
        assert client.get(address, headers={"Accept": "text/html"}).status_code == 200, address


def test_a_site_map_that_there_is_not_is_a_problem(client: httpx.Client) -> None:
    for number in ("0", "2", "99999999999999999999"):
        assert client.get(f"/sitemap-{number}.xml").status_code == 404
    assert client.get("/sitemap-x.xml").status_code in (400, 404)


def test_robots_leave_queries_alone_and_find_the_site_map(client: httpx.Client) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /sparql?" in lines
    assert f"Sitemap: {root(client)}/sitemap.xml" in lines


def test_a_browser_can_search_from_its_address_bar(client: httpx.Client) -> None:
    found = etree.fromstring(client.get("/opensearch.xml").content)
    templates = [url.get("template") for url in found.iter("{http://a9.com/-/spec/opensearch/1.1/}Url")]
    assert f"{root(client)}/search?q={{searchTerms}}" in templates
