from __future__ import annotations

from pathlib import Path

import pytest
from tests.conformance.protocol.own import GROUPS
from tests.conformance.protocol.run import DESCRIPTION, W3C, Results, page, run
from tests.conformance.protocol.serving import serving

PAGE = Path(__file__).parents[2] / "docs" / "conformance.md"


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    with serving(tmp_path_factory.mktemp("conformance")) as address:
        return run(address)


@pytest.mark.parametrize("group", [W3C, DESCRIPTION, *GROUPS])
def test_every_row_passes(results: Results, group: str) -> None:
    assert results[group]
    assert {name: lacking for name, lacking in results[group].items() if lacking} == {}


def test_the_page_shows_this_result(results: Results) -> None:
    assert PAGE.read_text("utf-8") == page(results)
