"""The patterns of the API's description are true of what the server takes."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from graph.web.offers import BATCH, EXTENSION, IRI, QUERY
from graph.web.reconcile.batch import read_batch, read_extension
from graph.web.site import is_absolute_iri


def matching(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(pattern.removesuffix("$") + r"\Z")


@given(matching(IRI))
def test_what_matches_the_pattern_of_an_iri_is_one(text: str) -> None:
    assert is_absolute_iri(text)


@given(st.text(st.sampled_from("ahtp:/?#@%20<>{}^` é.;")))
def test_what_does_not_match_the_pattern_of_an_iri_is_none(text: str) -> None:
    assert bool(re.search(IRI, text)) == is_absolute_iri(text)


@given(matching(QUERY))
def test_what_matches_the_pattern_of_a_query_can_be_run(text: str) -> None:
    assert Store().query(text) is not None


@given(matching(BATCH), matching(EXTENSION))
def test_what_matches_the_patterns_of_reconciliation_is_read(batch: str, extension: str) -> None:
    assert list(read_batch(batch)) == list(json.loads(batch))
    assert read_extension(extension).ids == tuple(json.loads(extension)["ids"])


@pytest.mark.parametrize("text", ["SELECT * { ?s ?p }", "ASK { ?s ?p ?o } LIMIT 0x", "INSERT DATA {}"])
def test_what_is_no_query_does_not_match(text: str) -> None:
    assert re.search(QUERY, text) is None
