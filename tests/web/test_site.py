from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.web.figures import natural
from graph.web.marking import Mark, marked
from graph.web.site import Site, is_absolute_iri

SITE = Site("https://data.example.org/kg/")


@pytest.mark.parametrize(
    ("iri", "path", "collection"),
    [
        ("id/document/kst-1-2", "/doc/document/kst-1-2", "document"),
        ("id/document/k/answer/2-3/statistic/113,8-1", "/doc/document/k/answer/2-3/statistic/113,8-1", "statistic"),
        ("id/place/curaçao", "/doc/place/cura%C3%A7ao", "place"),
        ("id/document/brief%202025%2F10", "/doc/document/brief%202025%2F10", "document"),
        ("def/Statistic", "/doc/def/Statistic", ""),
        ("graph/kst-1-2", "/graph/kst-1-2", ""),
    ],
)
def test_an_iri_has_an_address_that_leads_back_to_it(iri: str, path: str, collection: str) -> None:
    assert SITE.path(SITE.base + iri) == path
    assert SITE.collection(SITE.base + iri) == collection
    folder = iri.partition("/")[0]
    sent = path.removeprefix("/doc/").removeprefix("def/").removeprefix("/graph/")
    assert SITE.base + iri in SITE.candidates(folder, sent)


def test_an_iri_of_others_has_no_address_here() -> None:
    assert SITE.path("https://elsewhere.example.org/id/x") is None
    assert SITE.document_of("https://elsewhere.example.org/id/document/x") is None


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.text(max_size=30))
def test_what_stands_between_brackets_in_a_query_can_never_leave_them(text: str) -> None:
    for iri in [*SITE.candidates("id", text), *([text] if is_absolute_iri(text) else [])]:
        assert not set(iri) & set('<>"{}|\\^` \n\r\t')


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=6))
def test_marks_never_change_the_words(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = marked(text, 7, [Mark(start + 7, end + 7, "figure", "", "") for start, end in spans])
    assert "".join(piece.text for piece in pieces) == text


def test_keys_are_in_the_order_of_the_paper() -> None:
    keys = ["1", "1a", "1b", "9", "10", "2-1", "2-10"]
    assert sorted(reversed(keys), key=natural) == keys
