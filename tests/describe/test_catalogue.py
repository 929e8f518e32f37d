"""The catalogue says what is known of the data set and invents nothing."""

from __future__ import annotations

from graph.describe.catalogue import Publisher, describe_catalogue
from graph.describe.terms import DEFAULT_BASE

DCTERMS = "http://purl.org/dc/terms/"
DATASET = f"{DEFAULT_BASE}id/dataset/kamergraaf"


def said(publisher: Publisher, predicate: str) -> set[str]:
    return {
        quad.object.value  # type: ignore[union-attr]
        for quad in describe_catalogue(DEFAULT_BASE, publisher)
        if quad.subject.value == DATASET and quad.predicate.value == predicate  # type: ignore[union-attr]
    }


def test_without_settings_there_is_no_publisher_and_no_contact() -> None:
    assert said(Publisher(), f"{DCTERMS}publisher") == set()
    assert said(Publisher(), "http://www.w3.org/ns/dcat#contactPoint") == set()


def test_the_publisher_of_the_settings_publishes() -> None:
    tooi = "https://identifier.overheid.nl/tooi/id/oorg/oorg10002"
    assert said(Publisher("Tweede Kamer", tooi), f"{DCTERMS}publisher") == {tooi}
    assert len(said(Publisher("Een stichting"), f"{DCTERMS}publisher")) == 1


def test_a_mail_address_is_a_mailto() -> None:
    quads = describe_catalogue(DEFAULT_BASE, Publisher(contact_email="data@example.org"))
    assert any(str(quad.object) == "<mailto:data@example.org>" for quad in quads)


def test_the_sources_of_the_registers_are_named_beside_the_licence() -> None:
    rights = " ".join(said(Publisher(), f"{DCTERMS}rights"))
    assert "TOOI" in rights
    assert "GeoNames, CC BY 4.0" in rights
    assert said(Publisher(), f"{DCTERMS}license") == {"http://creativecommons.org/publicdomain/zero/1.0/"}
