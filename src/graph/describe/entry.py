"""What every entry of the catalogue has: who publishes it, what it is called, where and when it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.describe.facts import data_set
from graph.describe.iris import Iris
from graph.describe.paper import DUTCH
from graph.describe.statements import Statements

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
CC0_NL = "http://creativecommons.org/publicdomain/zero/1.0/deed.nl"
"""The same licence by the name that DCAT-AP-NL asks for."""

VERSION = "0.1.0"
"""The version of ontology, shapes and context, which change together; a test holds it to the ontology."""

ATTRIBUTION = {
    "nl": "Organisaties: waardelijsten TOOI van KOOP. Landen: GeoNames, CC BY 4.0.",
    "en": "Organisations: TOOI value lists of KOOP. Countries: GeoNames, CC BY 4.0.",
}
"""What the sources of the registers ask to be said of them, beside the licence of our own data."""

EU_LISTS = "http://publications.europa.eu/resource/authority/"
ENGLISH = f"{EU_LISTS}language/ENG"
NETHERLANDS = f"{EU_LISTS}country/NLD"
PUBLIC = f"{EU_LISTS}access-right/PUBLIC"
IRREGULAR = f"{EU_LISTS}frequency/IRREG"
THEMES = f"{EU_LISTS}data-theme"
GOVERNMENT = f"{THEMES}/GOVE"

KEYWORDS = {
    "nl": ("Tweede Kamer", "Kamervragen", "antwoorden", "cijfers", "bewindspersonen"),
    "en": ("Dutch parliament", "parliamentary questions", "answers", "figures", "ministers"),
}


@dataclass(frozen=True)
class Publisher:
    """Who publishes the data and whom to ask; what an operator has not set stays unsaid."""

    name: str | None = None
    iri: str | None = None
    contact_name: str | None = None
    contact_email: str | None = None


@dataclass(frozen=True)
class Measured:
    """A file as it was made: how many bytes it has, and their SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Edition:
    """What only the server knows of the data: which publication it serves, since when, and the files of it.

    Attributes:
        number: of the publication.
        issued: when the first was.
        modified: when this one was.
        files: those that there are, by name; None for one that is still being made.
    """

    number: int
    issued: datetime
    modified: datetime
    files: Mapping[str, Measured | None]


@dataclass(frozen=True)
class Catalogue:
    """Everything that the catalogue is described with.

    Attributes:
        base: the base IRI, ending in a slash.
        publisher: who publishes; nothing of it is invented.
        address: of the server, ending in a slash; empty, then it is the base.
        first, last: the days of the earliest and the latest paper (ISO), empty where there is none.
        edition: what the server knows; in the graph there is none, so that it depends on no clock.
    """

    base: str
    publisher: Publisher
    address: str = ""
    first: str = ""
    last: str = ""
    edition: Edition | None = None

    @property
    def server(self) -> str:
        """The address of the server."""
        return self.address or self.base

    @property
    def dataset(self) -> str:
        """The IRI of the data set."""
        return f"{self.base}id/dataset/kamergraaf"

    @property
    def itself(self) -> str:
        """The IRI of the catalogue."""
        return f"{self.base}id/catalogue/kamergraaf"

    @property
    def figures(self) -> str:
        """The IRI of the data set of the figures alone, which is a cube."""
        return data_set(self.base)

    @property
    def rights(self) -> str:
        """The IRI of what the sources of the registers ask to be said."""
        return f"{self.base}id/rights/attribution"

    @property
    def standards(self) -> tuple[tuple[str, str], ...]:
        """What the data keeps to, each with its title: our ontology and shapes in their version, and Data Cube."""
        return (
            (f"{self.base}def/{VERSION}", f"Kamergraaf ontology {VERSION}"),
            (f"{self.base}shapes/{VERSION}", f"Kamergraaf shapes {VERSION}"),
            ("https://www.w3.org/TR/vocab-data-cube/", "The RDF Data Cube Vocabulary"),
        )


class Entries:
    """Says of entries what all of them have.

    Args:
        to: where the statements go.
        about: what they are made from.
    """

    def __init__(self, to: Statements, about: Catalogue) -> None:
        self.to = to
        self.about = about
        self.iris = Iris(about.base)

    def titled(self, iri: str, nl: str, en: str) -> None:
        """Say what a thing is called."""
        self.to.say(iri, "dcterms:title", self.to.text(nl, "nl"), self.to.text(en, "en"))

    def described(self, iri: str, nl: str, en: str) -> None:
        """Say what a thing is."""
        self.to.say(iri, "dcterms:description", self.to.text(nl, "nl"), self.to.text(en, "en"))

    def published(self, iri: str) -> None:
        """Say who publishes a thing and whom to ask, as far as it is known.

        Who publishes the data is who has it made: that is its creator too.
        """
        to, publisher = self.to, self.about.publisher
        if publisher.name or publisher.iri:
            agent = publisher.iri or self.iris.thing("agent", "publisher")
            to.a(agent, "foaf:Agent")
            to.say(agent, "foaf:name", to.text(publisher.name) if publisher.name else None)
            to.say(iri, "dcterms:publisher", agent)
            to.say(iri, "dcterms:creator", agent)
        if publisher.contact_name or publisher.contact_email:
            contact = self.iris.thing("agent", "contact")
            to.a(contact, "vcard:Kind")
            to.say(contact, "vcard:fn", to.text(publisher.contact_name) if publisher.contact_name else None)
            to.say(contact, "vcard:hasEmail", f"mailto:{publisher.contact_email}" if publisher.contact_email else None)
            to.say(iri, "dcat:contactPoint", contact)

    def found(self, iri: str) -> None:
        """Say by what a data set or service is found, and that anyone may use it."""
        to = self.to
        to.say(iri, "dcterms:identifier", to.text(iri))
        to.say(iri, "dcterms:accessRights", PUBLIC)
        to.say(iri, "dcat:theme", GOVERNMENT)
        to.say(iri, "dcat:landingPage", self.about.server)
        to.say(iri, "dcterms:language", DUTCH)
        for language, words in KEYWORDS.items():
            to.say(iri, "dcat:keyword", *(to.text(word, language) for word in words))

    def dated(self, iri: str) -> None:
        """Say when a thing was published first and last, where there is a clock."""
        edition = self.about.edition
        if edition is not None:
            self.to.say(iri, "dcterms:issued", self.to.moment(edition.issued))
            self.to.say(iri, "dcterms:modified", self.to.moment(edition.modified))
