"""Pages are Dutch, and English where the address asks for it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import httpx
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import graph.web
from graph.web.languages import DUTCH, Language, languages

FOLDER = Path(graph.web.__file__).parent
HTML = {"Accept": "text/html"}
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
KEYWORDS = {"count": (2, 3), "_": None, "nl": None, "gettext": None, "ngettext": (1, 2)}
PLACES = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]+>")


def _catalogue() -> Catalog:
    return read_po(io.BytesIO((FOLDER / "locale" / "en.po").read_bytes()), locale="en")


def _texts() -> set[str | tuple[str, ...]]:
    found = extract_from_dir(
        FOLDER,
        METHODS,
        {"templates/**.html": {"trimmed": "true", "silent": "false"}},
        KEYWORDS,
    )
    return {message if isinstance(message, str) else tuple(message) for _, _, message, _, _ in found}


def test_every_text_of_the_pages_has_its_english() -> None:
    catalogue = _catalogue()
    texts = _texts()
    missing = [text for text in texts if text not in catalogue or not catalogue[text].string]
    assert len(texts) > 100
    assert not missing, f"add to locale/en.po: {missing}"


def test_the_catalogue_holds_no_text_that_no_page_has() -> None:
    texts = _texts()
    assert not [message.id for message in _catalogue() if message.id and message.id not in texts]


def test_a_translation_keeps_the_places_and_the_markup_of_its_text() -> None:
    for message in _catalogue():
        dutches = [message.id] if isinstance(message.id, str) else message.id
        englishes = [message.string] if isinstance(message.string, str) else message.string or ()
        pairs = zip(dutches, englishes, strict=True)
        for dutch, english in pairs:
            if dutch:
                assert sorted(PLACES.findall(dutch)) == sorted(PLACES.findall(english)), dutch


def test_a_language_falls_back_on_the_dutch_text() -> None:
    assert languages()["en"].gettext("Documenten") == "Documents"
    assert Language("en", "English").gettext("Documenten") == "Documenten"
    assert DUTCH.ngettext("vraag", "vragen", 1) == "vraag"
    assert languages()["en"].ngettext("vraag", "vragen", 2) == "questions"


def test_an_english_page_stays_english_when_its_links_are_followed(client: httpx.Client) -> None:
    page = client.get("/?lang=en", headers=HTML).text
    assert '<html lang="en">' in page
    assert 'href="/documents?lang=en"' in page
    assert '<input type="hidden" name="lang" value="en">' in page
    assert '<a href="/" lang="nl" hreflang="nl">Nederlands</a>' in page


def test_a_page_leads_to_itself_in_the_other_language(client: httpx.Client) -> None:
    page = client.get("/search?q=a%26b&page=1", headers=HTML).text
    assert 'href="/search?q=a%26b&amp;page=1&amp;lang=en"' in page


@pytest.mark.parametrize("asked", ["xx", "", "EN", "en'\"><b>"])
def test_a_language_that_there_is_not_gives_dutch(client: httpx.Client, asked: str) -> None:
    page = client.get("/", params={"lang": asked}, headers=HTML).text
    assert '<html lang="nl">' in page
    assert "<b>" not in page
