"""Persons and posts that are named with a title."""

from __future__ import annotations

import pytest

from graph.extract.people import find_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("de motie Beckerman/Bushoff (Kamerstuk", ["Beckerman", "Bushoff"]),
        ("de leden Van Wijngaarden en Stoffer vragen", ["Van Wijngaarden", "Stoffer"]),
        ("minister Van Weel heeft", ["Van Weel"]),
        ("de staatssecretaris Fiscaliteit, Belastingdienst en Douane", []),
        ("heeft de minister de Staten-Generaal niet tijdig", []),
    ],
)
def test_name_follows_its_title(text: str, names: list[str]) -> None:
    assert [find.label for find in find_people(text)] == names


def test_post_is_known_by_its_title() -> None:
    assert [find.label for find in find_people("De Minister voor Natuur en Stikstof")] == [
        "minister voor Natuur en Stikstof"
    ]
