"""The catalogue says what is known of the data set and invents nothing."""

from __future__ import annotations

from datetime import UTC, datetime

from graph.describe.catalogue import Catalogue, Publisher, describe_catalogue
from graph.describe.entry import Edition, Measured
from graph.describe.terms import DEFAULT_BASE

DCTERMS = "http://purl.org/dc/terms/"
DCAT = "http://www.w3.org/ns/dcat#"
DATASET = f"{DEFAULT_BASE}id/dataset/kamergraaf"


def said(publisher: Publisher, predicate: str) -> set[str]:
    return {
        quad.object.value  # type: ignore[union-attr]
        for quad in describe_catalogue(Catalogue(DEFAULT_BASE, publisher))
        if quad.subject.value == DATASET and quad.predicate.value == predicate  # type: ignore[union-attr]
    }


def test_without_settings_there_is_no_publisher_and_no_contact() -> None:
    assert said(Publisher(), f"{DCTERMS}publisher") == set()
    assert said(Publisher(), f"{DCAT}contactPoint") == set()


def test_the_publisher_of_the_settings_publishes() -> None:
    tooi = "https://identifier.overheid.nl/tooi/id/oorg/oorg10002"
    assert said(Publisher("Tweede Kamer", tooi), f"{DCTERMS}publisher") == {tooi}
    assert len(said(Publisher("Een stichting"), f"{DCTERMS}publisher")) == 1


def test_a_mail_address_is_a_mailto() -> None:
    quads = describe_catalogue(Catalogue(DEFAULT_BASE, Publisher(contact_email="data@example.org")))
    assert any(str(quad.object) == "<mailto:data@example.org>" for quad in quads)


def test_the_licence_is_cc0_and_the_sources_of_the_registers_are_named() -> None:
    quads = describe_catalogue(Catalogue(DEFAULT_BASE, Publisher()))
    told = " ".join(str(quad.object) for quad in quads)
    assert "TOOI" in told
    assert "GeoNames, CC BY 4.0" in told
    assert "http://creativecommons.org/publicdomain/zero/1.0/" in told


def test_what_dcat_ap_asks_of_a_data_set_is_said() -> None:
    for name in (f"{DCTERMS}title", f"{DCTERMS}description", f"{DCTERMS}identifier", f"{DCAT}theme"):
        assert said(Publisher(), name), name
    assert said(Publisher(), f"{DCTERMS}accessRights") == {
        "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
    }


def test_a_file_that_was_made_has_its_size_and_checksum() -> None:
    day = datetime(2025, 11, 12, tzinfo=UTC)
    edition = Edition(1, day, day, {"kamergraaf.nq.gz": Measured(1234, "ab" * 32)})
    told = [str(quad) for quad in describe_catalogue(Catalogue(DEFAULT_BASE, Publisher(), edition=edition))]
    assert any("ab" * 32 in line for line in told)
    assert any('"1234"' in line and "byteSize" in line for line in told)
