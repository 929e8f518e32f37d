"""Each denial reads the phrase that it is for, whatever the order of its clause."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.extract.denials import DENIALS, SIGN
from graph.extract.non_answers import clauses
from graph.extract.predicates import Predicate, pattern


@pytest.mark.parametrize("denial", DENIALS, ids=lambda denial: denial.example)
def test_denial_reads_the_phrase_that_it_is_for(denial: Predicate) -> None:
    assert SIGN.search(denial.example)
    assert denial.place(f"{denial.example}.")


@pytest.mark.parametrize("denial", DENIALS, ids=lambda denial: denial.example)
def test_phrase_of_a_denial_is_a_non_answer(denial: Predicate) -> None:
    assert len(list(clauses(f"{denial.example}."))) == 1


@pytest.mark.parametrize("words", list(permutations(("geen", "zicht", "heb"))), ids=" ".join)
def test_words_of_a_predicate_stand_in_any_order(words: tuple[str, ...]) -> None:
    predicate = Predicate("no-figures", "", tuple(pattern(word) for word in ("heb", "geen", "zicht")))
    sentence = " ".join(words)
    assert predicate.place(sentence) == (0, len(sentence))


def test_words_of_two_clauses_are_no_denial() -> None:
    predicate = Predicate("no-figures", "", (pattern("niet"), pattern("bekend")))
    assert predicate.place("Dat klopt niet, het aantal is bekend.") is None
    assert predicate.place("Dat klopt, het aantal is niet bekend.") == (25, 36)


def test_what_a_sentence_is_about_may_stand_in_another_clause() -> None:
    predicate = Predicate("not-known", "", (pattern("onbekend"),), about=pattern("hoeveel"))
    assert predicate.place("Hoeveel dat er zijn, is onbekend.") == (24, 32)
    assert predicate.place("Dat is onbekend.") is None


def test_barred_word_stops_a_predicate() -> None:
    predicate = Predicate("not-known", "", (pattern("onbekend"),), bar=pattern("dader"))
    assert predicate.place("De dader is onbekend.") is None
