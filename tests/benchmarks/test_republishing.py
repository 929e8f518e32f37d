from __future__ import annotations

import pytest
from benchmarks.corpus import paper
from benchmarks.republishing import AMOUNT, THING, WORDS, changed

from graph.build.work import registers
from graph.pipeline import understand


@pytest.mark.parametrize("number", range(1, 5))
def test_the_figure_that_a_changed_paper_gains_is_read_as_one(number: int) -> None:
    name, text = paper(number)
    found = understand(changed(text, AMOUNT, WORDS[0]).encode(), f"{name}.txt", registers()).statistics
    assert [figure.indicator for figure in found if figure.value == AMOUNT] == [THING]


@pytest.mark.parametrize("number", range(1, 5))
def test_no_paper_has_beforehand_what_a_changed_one_gains(number: int) -> None:
    _, text = paper(number)
    assert not any(word in text for word in WORDS)
    assert "98.761" not in text


def test_a_paper_without_an_answer_cannot_be_changed_so() -> None:
    with pytest.raises(ValueError, match="has no answer"):
        changed("Vraag 1\nHoeveel dijken zijn er?\n", AMOUNT, WORDS[0])
