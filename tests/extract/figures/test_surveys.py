"""What a body found out itself, and the sentences that go on with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Statistic

ReadAnswer = Callable[..., tuple[Statistic, ...]]


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("Het COA heeft een steekproef getrokken. Er zijn 80 kades bekeken. Bij 9% was er schade.", ["COA", "COA"]),
        ("Het COA heeft de schade berekend. Volgens die berekening was de schade € 8 miljoen.", ["COA"]),
        ("Het COA heeft de leden bevraagd. Daaruit blijkt dat er 80 kades zijn.", ["COA"]),
        ("Het COA heeft de leden bevraagd. Er zijn 80 kades in Nederland.", [None]),
        ("Er zijn 80 kades. Deze cijfers komen uit de administratie van het COA.", ["COA"]),
    ],
)
def test_a_survey_is_the_source_of_what_points_to_it(
    read_answer: ReadAnswer, answer: str, names: list[str | None]
) -> None:
    assert [figure.source_name for figure in read_answer(answer)] == names
