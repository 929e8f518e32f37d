"""What is no valid request is a problem that says what is wrong, whatever it is."""

from __future__ import annotations

import json
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.web.problems import Problem
from graph.web.reconcile.batch import AT_MOST, BATCH, LONGEST, MOST_IDS, Query, read_batch, read_extension


def test_a_query_is_read_with_all_that_it_may_have() -> None:
    asked = {
        "query": " COA ",
        "type": ["kind/organisation"],
        "type_strict": "should",
        "limit": 3.0,
        "properties": [{"pid": "p", "v": [{"id": "place/sy", "name": "Syrië"}, "a", 2, 2.5, True]}],
    }
    values = ("place/sy", "a", "2", "2.5", "true")
    wanted = Query("COA", ("kind/organisation",), "should", 3, (("p", values),))
    assert read_batch(json.dumps({"q0": asked})) == {"q0": wanted}


def test_one_type_may_stand_alone_and_a_large_limit_is_cut() -> None:
    found = read_batch(json.dumps({"q": {"query": "x", "type": "Document", "limit": 10**9}}))["q"]
    assert (found.types, found.limit, found.strictness) == (("Document",), AT_MOST, "any")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "queries has to be an object"),
        ({"q": "COA"}, "queries.q has to be an object"),
        ({"q": {}}, "neither"),
        ({"q": {"query": "  "}}, "neither"),
        ({"q": {"query": None}}, "query has to be a string"),
        ({"q": {"query": "x" * (LONGEST + 1)}}, "characters"),
        ({"q": {"query": "x", "limit": 0}}, "limit"),
        ({"q": {"query": "x", "limit": True}}, "limit"),
        ({"q": {"query": "x", "limit": float("nan")}}, "limit"),
        ({"q": {"query": "x", "limit": "5"}}, "limit"),
        ({"q": {"query": "x", "type": [1]}}, "type has to be a string"),
        ({"q": {"query": "x", "type_strict": "never"}}, "type_strict"),
        ({"q": {"query": "x", "properties": {}}}, "properties has to be an array"),
        ({"q": {"query": "x", "properties": [{"pid": "p"}]}}, "without `v`"),
        ({"q": {"query": "x", "properties": [{"v": "p"}]}}, "pid has to be a string"),
        ({"q": {"query": "x", "properties": [{"pid": "p", "v": None}]}}, "v has to be a string"),
        ({"q": {"query": "x", "propertys": []}}, "`propertys`"),
    ],
)
def test_a_mistake_is_named(asked: object, said: str) -> None:
    with pytest.raises(Problem, match="request is not valid") as caught:
        read_batch(asked if isinstance(asked, str) else json.dumps(asked))
    assert said in caught.value.detail
    assert (caught.value.kind.status, "\n" in caught.value.detail) == (400, False)


def test_a_batch_that_is_too_long_is_too_large() -> None:
    with pytest.raises(Problem) as caught:
        read_batch(json.dumps({str(n): {"query": "x"} for n in range(BATCH + 1)}))
    assert caught.value.kind.status == 413


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"ids": [], "properties": [{}]},
        {"ids": "a", "properties": []},
        {"ids": ["a"] * (MOST_IDS + 1), "properties": []},
        {"ids": [1], "properties": []},
        {"ids": ["a"], "properties": [{"id": "p", "settings": 1}]},
    ],
)
def test_a_wrong_extension_is_a_bad_request(asked: object) -> None:
    with pytest.raises(Problem) as caught:
        read_extension(json.dumps(asked))
    assert caught.value.kind.status == 400


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["query", "type", "limit", "properties", "pid", "v", "ids", "id", "settings", "q"]), inner
        )
    ),
    max_leaves=12,
)


@given(_JSON)
def test_any_json_is_read_or_refused_with_a_problem(value: object) -> None:
    for read in (read_batch, read_extension):
        try:
            assert cast(object, read(json.dumps(value))) is not None
        except Problem as problem:
            assert problem.kind.status in (400, 413)
