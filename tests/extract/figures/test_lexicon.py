"""Words and the part that they can play."""

from __future__ import annotations

import pytest

from graph.extract.figures import lexicon


@pytest.mark.parametrize("word", ["levert", "vermeldt", "financiert", "vormde", "concludeerde", "verlaat", "is"])
def test_a_verb_form_carries_a_clause(word: str) -> None:
    assert lexicon.is_finite(word)
    assert not lexicon.is_noun(word)


@pytest.mark.parametrize("word", ["budget", "winst", "leerlingen", "ingewilligde", "uitgesplitst", "gebruikt", "kaart"])
def test_a_noun_or_participle_carries_none(word: str) -> None:
    assert not lexicon.is_finite(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [("levensduurvan", ["levensduur", "van"]), ("eenprijsstijging", ["een", "prijsstijging"]),
     ("inspectiesuitgevoerd", ["inspecties", "uitgevoerd"])],
)  # fmt: skip
def test_a_lost_space_falls_between_a_known_word_and_a_small_one(word: str, parts: list[str]) -> None:
    (at,) = lexicon.joints(word)
    assert [word[:at], word[at:]] == parts


@pytest.mark.parametrize(
    ("word", "read"), [("onregel-matigheden", "onregelmatigheden"), ("zij-instromers", "zij-instromers")]
)
def test_a_hyphen_of_a_line_end_goes_and_that_of_a_compound_stays(word: str, read: str) -> None:
    assert lexicon.whole(word) == read


@pytest.mark.parametrize("word", ["opvangplekken", "doorstroomlocaties", "voorraadkosten", "omvaarroutes"])
def test_a_compound_stays_whole(word: str) -> None:
    assert lexicon.joints(word) == ()


@pytest.mark.parametrize(("word", "right"), [("gecontroleerd", True), ("uitgefaseerd", True), ("gemeenten", False)])
def test_a_participle_of_a_loan_verb_is_one(word: str, right: bool) -> None:
    assert lexicon.is_participle(word) is right
