"""Which papers are of which kind."""

from __future__ import annotations

import pytest

from graph.harvest.kinds import DEFAULT, TABLE, Kind, cql_of, is_published_as, sorts_of

KAMERSTUK = "Kamerstuk"


@pytest.mark.parametrize(
    ("publication", "heading", "title", "kinds"),
    [
        (KAMERSTUK, "Verslag", "Verslag houdende een lijst van vragen en antwoorden", {Kind.LISTS}),
        (KAMERSTUK, "Lijst van vragen en antwoorden", "Dijken", {Kind.LISTS}),
        (KAMERSTUK, "Lijst van vragen", "Lijst van vragen over dijken", set()),
        (KAMERSTUK, "Verslag", "Verslag van een nader schriftelijk overleg over dijken", {Kind.CONSULTATIONS}),
        (KAMERSTUK, "Brief", "Brief van de Minister over dijken", {Kind.LETTERS}),
        (KAMERSTUK, "Overige Kamerstukken", "Nota naar aanleiding van het verslag", set()),
        (KAMERSTUK, "Motie", "Motie over een brief", set()),
        ("Kamervragen (Aanhangsel)", "", "Vragen over een brief", {Kind.ANSWERS}),
        ("Kamervragen zonder antwoord", "", "Vragen over dijken", {Kind.QUESTIONS}),
        ("Bijlage", "", "Lijst van vragen en antwoorden", set()),
    ],
)
def test_publication_heading_and_title_tell_the_kind(
    publication: str, heading: str, title: str, kinds: set[Kind]
) -> None:
    assert {kind for kind in Kind if is_published_as(kind, publication, (heading,), (title,))} == kinds


def test_every_kind_is_known_to_both_sources() -> None:
    assert TABLE.keys() == set(Kind)
    assert all(cql_of(kind) and sorts_of((kind,)) for kind in Kind)
    assert Kind.QUESTIONS not in DEFAULT
