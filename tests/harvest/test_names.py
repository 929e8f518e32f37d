"""Identifiers from parts, and where papers stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.harvest.names import appendix_of, folder_of, is_sound, official_name
from graph.model import Metadata

TWEEDE, EERSTE = "Tweede Kamer der Staten-Generaal", "Eerste Kamer der Staten-Generaal"


@pytest.mark.parametrize(
    ("creators", "identifier"),
    [
        ((TWEEDE,), "ah-tk-20262027-1"),
        ((EERSTE,), "ah-ek-20262027-1"),
        ((), "ah-1000001"),
        ((TWEEDE, EERSTE), "ah-1000001"),
    ],
)
def test_chamber_of_an_aanhangsel_is_stated_or_the_number_stays(creators: tuple[str, ...], identifier: str) -> None:
    listed = Metadata("ah-1000001", session_year="2026-2027")
    assert official_name(listed, "1", creators).identifier == identifier


@pytest.mark.parametrize(
    ("number", "identifier"),
    [("989901580", "ah-tk-19981999-1580"), ("990000012", "ah-tk-19992000-12"), (None, None), ("2024Z1", None)],
)
def test_number_of_the_chamber_gives_session_and_number(number: str | None, identifier: str | None) -> None:
    assert appendix_of(number) == identifier


@given(st.text(max_size=20))
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    if is_sound(name):
        place = f"{folder_of(name)}/{name}.xml"
        assert not place.startswith("/") and ".." not in place and "\\" not in place
