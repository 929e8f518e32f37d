from __future__ import annotations

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.web.negotiation import CSV, HTML, JSON_LD, RESULTS, RESULTS_JSON, RESULTS_XML, TURTLE, Form, choose

FORMS = (HTML, TURTLE, JSON_LD)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (None, HTML),
        ("", HTML),
        ("*/*", HTML),
        ("text/turtle", TURTLE),
        ("text/turtle;q=0.5, application/ld+json", JSON_LD),
        ("text/*;q=0.3, text/turtle;q=0.9, */*;q=0.1", TURTLE),
        ("text/html;q=0, */*", TURTLE),
        ("TEXT/TURTLE ; Q=1", TURTLE),
        ("application/rdf+xml, application/ld+json;q=0.2", JSON_LD),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", HTML),
        ("application/pdf", None),
        ("text/turtle;q=0", None),
        ("nonsense", None),
    ],
)
def test_the_form_with_the_highest_weight_is_chosen(accept: str | None, form: Form | None) -> None:
    chosen = choose(accept, FORMS)
    assert (chosen.form if chosen else None) is form


def test_a_media_type_that_was_asked_by_another_name_is_echoed() -> None:
    json = choose("application/json", RESULTS)
    xml = choose("text/xml;q=0.4", RESULTS)
    assert json is not None and xml is not None
    assert (json.form, json.content_type) == (RESULTS_JSON, "application/json")
    assert (xml.form, xml.content_type) == (RESULTS_XML, "text/xml; charset=utf-8")


def test_text_names_its_charset() -> None:
    chosen = choose("text/csv", [CSV])
    assert chosen is not None
    assert chosen.content_type == "text/csv; charset=utf-8"


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.text(alphabet="abctexurl/*;=,.q019 -", max_size=60))
def test_any_header_gives_a_form_or_none(accept: str) -> None:
    chosen = choose(accept, FORMS)
    assert chosen is None or chosen.form in FORMS


def test_several_lines_count_as_one_and_a_bare_star_is_anything(client: httpx.Client) -> None:
    lines = [("Accept", "text/turtle;q=0.1"), ("Accept", "application/ld+json")]
    answer = client.get("/doc/document/kst-1-2", headers=lines)
    assert answer.headers["content-type"] == "application/ld+json"
    chosen = choose("image/gif, *; q=.2", [CSV])
    assert chosen is not None
    assert chosen.form is CSV
