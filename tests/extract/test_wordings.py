"""Each wording of a non-answer reads the phrase that it is for, and belongs to a rule that is published."""

from __future__ import annotations

import pytest

from graph.extract import non_answers
from graph.extract.denials import DENIALS
from graph.extract.wording import Wording
from graph.extract.wordings import NEGATED, SUPPOSED, WORDINGS


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.example)
def test_wording_reads_the_phrase_that_it_is_for(wording: Wording) -> None:
    assert wording.pattern.search(wording.example)
    assert NEGATED.search(wording.example)
    assert not SUPPOSED.search(wording.example)


def test_every_rule_has_a_wording_or_a_denial_and_each_of_them_a_rule() -> None:
    told = {wording.rule for wording in WORDINGS} | {denial.rule for denial in DENIALS}
    assert told == {rule.slug for rule in non_answers.RULES}
