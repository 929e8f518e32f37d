"""Names in running text: the longest wins, with word borders, capitals and lost spaces."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract.lexicon import Case, Form, Names
from graph.model import Authority, Kind

COA = Authority(Kind.ORGANISATION, "coa", "Centraal Orgaan opvang asielzoekers", "COA")
WET = Authority(Kind.LAW, "wet-coa", "Wet Centraal Orgaan opvang asielzoekers")
VERDRAG = Authority(Kind.TREATY, "vrouwenverdrag", "Vrouwenverdrag")
NAMES = Names(
    [
        Form("COA", COA, "abbreviation"),
        Form(COA.label, COA, "register-name", Case.FREE_START),
        Form(WET.label, WET, "law-name", Case.FREE_START),
        Form(VERDRAG.label, VERDRAG, "law-name", Case.FREE_START),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.forms[0].authority.slug) for hit in NAMES.find(text)]


def test_longest_name_wins() -> None:
    assert found("de Wet Centraal Orgaan opvang asielzoekers") == [
        ("Wet Centraal Orgaan opvang asielzoekers", "wet-coa")
    ]


def test_compound_with_a_hyphen_holds_the_name_alone() -> None:
    assert found("315 COA-locaties") == [("COA", "coa")]


def test_name_inside_a_word_is_none() -> None:
    assert found("de cocoaboon en COACHING") == []


def test_capitals_of_first_letters_are_free_only_where_the_form_says_so() -> None:
    assert found("het centraal orgaan opvang Asielzoekers") == [("centraal orgaan opvang Asielzoekers", "coa")]
    assert found("coa en Coa") == []


def test_name_with_one_lost_space_is_known() -> None:
    assert found("het Centraal Orgaanopvang asielzoekers") == [("Centraal Orgaanopvang asielzoekers", "coa")]


def test_place_has_a_genitive() -> None:
    place = Authority(Kind.PLACE, "de", "Duitsland", "DE")
    names = Names([Form("Duitsland", place, "place-name"), Form("Parijs", place, "place-name")])
    text = "Duitslands beleid, Duitslandse, Parijss"
    assert [text[hit.start : hit.end] for hit in names.find(text)] == ["Duitslands"]


def test_name_with_which_a_text_begins_is_the_longest() -> None:
    first = NAMES.first("Wet Centraal Orgaan opvang asielzoekers geldt")
    assert first is not None and first.forms[0].authority is WET
    assert NAMES.first("de Wet") is None


def test_whole_text_is_a_name_or_none() -> None:
    assert NAMES.whole("COA") == (COA,)
    assert NAMES.whole("het COA") == ()


def test_names_that_begin_alike_are_told_apart() -> None:
    laws = [Authority(Kind.LAW, str(n), f"Besluit van een heel lange aanhef, nummer {n}") for n in (1, 2)]
    names = Names(Form(law.label, law, "law-name") for law in laws)
    (hit,) = names.find("het Besluit van een heel lange aanhef, nummer 2.")
    assert hit.forms[0].authority is laws[1]


def test_word_that_a_lost_line_end_split_is_whole() -> None:
    assert found("het Vrouwen-verdrag") == [("Vrouwen-verdrag", "vrouwenverdrag")]


def test_name_cut_off_at_the_end_of_the_text_is_none() -> None:
    assert found("het Centraal Orgaan opvang") == []


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    st.lists(st.sampled_from(["COA", "het", "Wet", "Centraal Orgaan opvang asielzoekers", "-", ".", "é"]), max_size=12)
)
def test_hits_are_in_order_and_never_overlap(parts: list[str]) -> None:
    hits = list(NAMES.find(" ".join(parts)))
    assert all(one.end <= other.start for one, other in pairwise(hits))
