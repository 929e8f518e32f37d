"""What is found in invented papers, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.search.papers import BASE, PAPERS, paper, served

from graph.search.asking import Sort, Wanted
from graph.search.item import FACETS, Kind
from graph.search.served import Found, Served


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """An index of two papers."""
    return served(tmp_path_factory.mktemp("search") / "index")


def titles(found: Found) -> list[tuple[str, str]]:
    """Give kind and title of what was found."""
    return [(hit.kind, hit.title) for hit in found.hits]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("graver", ("indicator", "gravers")),  # another form
        ("dijkversterking", ("answer", "Antwoord 1")),
        ("vergunning", ("question", "Vraag 1")),
        ("ingetrokken", ("question", "Vraag 1")),
        ("1.250", ("figure", "1.250 (gravers)")),
        ("1250", ("figure", "1.250 (gravers)")),
        ("rdw", ("organisation", "Rijksdienst Dijkwacht")),
        ("curacao", ("place", "Curaçao")),
        ("kst-40001-7", ("paper", "Vragen over dijken")),
        ("40 002 XX, nr. 3", ("paper", "Vragen over dijken")),
        ("40002-XX-3 vraag 1", ("question", "Vraag 1")),
        ("BWBR0099999", ("law", "Dijkenwet")),
        ("Els van Dam", ("person", "Els van Dam")),
        ("gravers vrijwillig 2024", ("figure", "1.250 (gravers)")),
    ],
)
def test_what_is_meant_comes_first(small: Served, typed: str, first: tuple[str, str]) -> None:
    assert titles(small.search(Wanted(typed)))[0] == first


def test_a_word_is_found_inside_others_and_after_itself(small: Served) -> None:
    found = small.search(Wanted("vergunningen"))
    assert titles(found) == [("question", "Vraag 1"), ("answer", "Antwoord 1")]
    answer = found.hits[1].snippet
    assert [answer.text[start:end] for start, end in answer.hits] == ["noodvergunningen"]


def test_a_word_that_stands_nowhere_is_looked_for_by_its_parts(small: Served) -> None:
    found = small.search(Wanted("dijkversterkingsgravers"))
    assert found.corrected is None
    assert titles(found) == [("answer", "Antwoord 1")]


def test_a_mistyped_word_shows_what_was_meant_and_says_so(small: Served) -> None:
    found = small.search(Wanted("gravets"))
    assert found.corrected is not None
    assert (found.corrected.query, found.corrected.applied) == ("gravers", True)
    assert found.total == small.search(Wanted("gravers")).total > 0


def test_a_mistyped_end_of_a_compound_is_corrected(small: Served) -> None:
    found = small.search(Wanted("dijkversterkingsgravets"))
    assert found.corrected is not None and found.corrected.query == "dijkversterkingsgravers"
    assert found.corrected.applied and found.total == 1


def test_a_word_that_is_found_is_not_corrected(small: Served) -> None:
    assert small.search(Wanted("gravers")).corrected is None


def test_a_phrase_asks_for_words_that_stand_together(small: Served) -> None:
    assert small.search(Wanted('"gravers bij de dijkversterkingen"')).total == 1
    assert small.search(Wanted('"dijkversterkingen bij de gravers"')).total == 0


def test_words_of_the_paper_count_only_with_words_of_the_thing_itself(small: Served) -> None:
    together = small.search(Wanted("bij minister"))
    assert ("answer", "Antwoord 1") not in titles(together)
    together = small.search(Wanted("gravers minister"))
    assert ("answer", "Antwoord 1") in titles(together)


def test_where_nothing_has_all_words_half_of_them_do(small: Served) -> None:
    found = small.search(Wanted("gravers ruimtevaart"))
    assert found.relaxed and found.total > 0
    assert not small.search(Wanted("gravers dijken")).relaxed


def test_who_cites_a_paper_is_found_by_its_number(small: Served) -> None:
    assert titles(small.search(Wanted("30123, nr. 4"))) == [("answer", "Antwoord 1")]


def test_nothing_typed_gives_the_newest_papers(small: Served) -> None:
    found = small.search(Wanted())
    assert [hit.document for hit in found.hits] == ["kst-40001-7", "kst-40002-XX-3"]
    assert found.total == 2


def test_newest_first_orders_by_the_day_of_the_paper(small: Served) -> None:
    found = small.search(Wanted("vraag 1", sort=Sort.NEWEST))
    assert [hit.issued for hit in found.hits] == ["2025-03-01", "2024-05-01"]


@pytest.mark.parametrize(
    ("chosen", "total"),
    [
        ({"year": "2024"}, 3),
        ({"kind": "verslag"}, 7),
        ({"ministry": "ministerie-van-water"}, 7),
        ({"organisation": "dijkwacht"}, 5),
        ({"indicator": "graver"}, 5),
        ({"figures": "yes"}, 4),
        ({"unanswered": "yes"}, 3),
        ({"what": "figure", "year": "2024"}, 0),
    ],
)
def test_facets_restrict_what_is_found(small: Served, chosen: Mapping[str, str], total: int) -> None:
    found = [small.search(Wanted("", {"what": what, **chosen})) for what in Kind]
    assert sum(each.total for each in found) == (total if "what" not in chosen else total * len(Kind))


def test_a_facet_counts_as_if_nothing_were_chosen_in_it(small: Served) -> None:
    found = small.search(Wanted("vraag 1", {"year": "2024"}))
    assert dict(found.facets["year"]) == {"2024": 1, "2025": 1}
    assert dict(found.facets["what"]) == {"question": 1}
    assert found.facets.keys() == set(FACETS)


def test_pages_part_the_results_without_loss(small: Served) -> None:
    whole = [hit.iri for hit in small.search(Wanted("gravers", size=100)).hits]
    parts = [
        hit.iri for page in range(1, len(whole) + 1) for hit in small.search(Wanted("gravers", page=page, size=1)).hits
    ]
    assert parts == whole and len(whole) == len(set(whole)) > 2


def test_a_paper_is_found_by_its_own_iri(small: Served) -> None:
    assert small.iris(Wanted("kst-40001-7"), 10) == {f"{BASE}id/document/kst-40001-7"}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=350))
@example('"')
@example("*")
@example('a" OR (b AND *')
@example("head:gravers^9 ~")
@example("\x00")
@example("ﷺ ´ ́")
@example("9" * 300)
@example("vraag 1 vraag 2 vraag 3")
@example("kst-*-7")
@example("“” „«»")
def test_any_text_is_answered(small: Served, typed: str) -> None:
    found = small.search(Wanted(typed))
    assert found.total >= len(found.hits)
    for hit in found.hits:
        assert all(0 <= start < end <= len(hit.snippet.text) for start, end in hit.snippet.hits)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(FACETS), st.text(max_size=30), max_size=3))
def test_any_value_of_a_facet_is_answered(small: Served, chosen: dict[str, str]) -> None:
    assert small.search(Wanted("gravers", chosen)).total >= 0


def test_any_text_of_a_paper_can_be_indexed(tmp_path_factory: pytest.TempPathFactory) -> None:
    hostile = paper("kst-1-1", "a" * 70_000, "<script>alert(1)</script> ﷺ \\u0301 69.630.1,2")
    index = served(tmp_path_factory.mktemp("hostile") / "index", {**PAPERS, "kst-1-1": hostile})
    found = index.search(Wanted("script alert"))
    assert found.hits[0].snippet.text.startswith("<script>alert(1)")
    assert found.hits[0].snippet.pieces()[0].text == "<"
