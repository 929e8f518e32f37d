"""A few hundred mutated papers of every format give a result or one clear error."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.papers import PAPERS
from tests.formats.pdf import to_pdf
from tests.formats.render import FORMATS
from tests.fuzz.mutate import mutate
from tests.fuzz.target import read_whole

SEEDS = {**FORMATS, "pdf": to_pdf}


@pytest.mark.parametrize("ending", SEEDS)
def test_damaged_papers_give_a_result_or_one_clear_error(ending: str) -> None:
    rng = random.Random(ending)
    seeds = [SEEDS[ending](paper) for paper in PAPERS]
    results = {read_whole(mutate(seeds[n % len(seeds)], rng), f"a.{ending}") is None for n in range(60)}
    assert True in results  # some damage is harmless: else nothing but refusals was tried


@given(st.binary(max_size=2000))
@settings(deadline=None, derandomize=True, max_examples=50)
def test_random_bytes_give_a_result_or_one_clear_error(data: bytes) -> None:
    read_whole(data, "a.pdf")
