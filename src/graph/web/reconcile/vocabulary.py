"""The types and properties of the reconciliation service: one table of each, with the words that people read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Type:
    """A type of entity.

    Attributes:
        id: with the schema space (``{base}def/``) before it, the IRI of a concept or class of the ontology.
        folder: where the IRIs of such things stand, below ``{base}id/``.
        name: what people call it.
    """

    id: str
    folder: str
    name: str


TYPES = (
    Type("kind/organisation", "organisation", "organisatie"),
    Type("kind/post", "post", "bewindspost"),
    Type("kind/person", "person", "persoon"),
    Type("kind/law", "law", "wet of regeling"),
    Type("kind/bill", "law", "wetsvoorstel"),
    Type("kind/treaty", "law", "verdrag"),
    Type("kind/eu-act", "law", "EU-handeling"),
    Type("kind/case", "case", "rechterlijke uitspraak"),
    Type("kind/place", "place", "plaats"),
    Type("Document", "document", "document"),
    Type("Dossier", "dossier", "dossier"),
    Type("Indicator", "indicator", "indicator"),
)
"""All types, in the order in which they are proposed."""

TYPE_OF = {each.id: each for each in TYPES}


def type_named(text: str, schema_space: str) -> str:
    """Give the id of the type that a client names: by its id, its IRI, or the last word of these.

    >>> type_named("organisation", "https://e.org/def/"), type_named("https://e.org/def/Document", "https://e.org/def/")
    ('kind/organisation', 'Document')
    """
    local = text.removeprefix(schema_space)
    if local in TYPE_OF:
        return local
    return next((each.id for each in TYPES if each.id.lower().removeprefix("kind/") == local.lower()), local)


@dataclass(frozen=True)
class Property:
    """A property that entities have.

    Attributes:
        id: the short name of the term, or a word for what is worked out.
        name: what people call it.
        description: what its values are.
        types: of the entities that can have it.
        values_are: the type of its values where these are entities, otherwise empty.
        counted: whether it is a number that is counted when it is asked for.
    """

    id: str
    name: str
    description: str
    types: tuple[str, ...]
    values_are: str = ""
    counted: bool = False


_ALL = tuple(each.id for each in TYPES)
_REGISTERS = tuple(each.id for each in TYPES if each.folder not in ("document", "dossier", "indicator"))
_LAWS = ("kind/law", "kind/bill", "kind/treaty", "kind/eu-act", "kind/case")
_ORGANISATION = ("kind/organisation",)
_PAPERS = ("Document",)

PROPERTIES = (
    Property("skos:prefLabel", "officiële naam", "de naam in het register", _ALL),
    Property("skos:altLabel", "andere naam", "afkortingen, vroegere en andere namen", (*_REGISTERS, "Indicator")),
    Property("skos:notation", "afkorting of code", "COA, ISO-code van een land", ("kind/organisation", "kind/place")),
    Property("dcterms:identifier", "kenmerk", "BWB, CELEX, ECLI, nummer van een stuk", (*_LAWS, "Document", "Dossier")),
    Property("owl:sameAs", "zelfde als", "IRI's in andere registers: TOOI, OWMS, Wikidata, EU, GeoNames", _REGISTERS),
    Property("skos:exactMatch", "komt overeen met", "IRI's van hetzelfde begrip in andere registers", _REGISTERS),
    Property("foaf:page", "pagina", "de officiële pagina", (*_REGISTERS, "Document", "Dossier")),
    Property("schema:foundingDate", "begin", "dag van oprichting", _ORGANISATION),
    Property("schema:dissolutionDate", "einde", "dag van opheffing", _ORGANISATION),
    Property("org:postIn", "ministerie", "waar de post bij hoort", ("kind/post",), "kind/organisation"),
    Property("holder", "bekleed door", "wie de post bekleedde", ("kind/post",), "kind/person"),
    Property("held", "bekleedde", "de posten van een persoon", ("kind/person",), "kind/post"),
    Property("dcterms:issued", "uitgegeven", "dag van uitgifte", _PAPERS),
    Property("dcterms:isPartOf", "dossier", "het dossier van een stuk", _PAPERS, "Dossier"),
    Property("dcterms:references", "verwijst naar", "stukken die het noemt", _PAPERS, "Document"),
    Property("kg:answeredBy", "beantwoord door", "posten die antwoorden", _PAPERS, "kind/post"),
    Property("mentions", "aantal vermeldingen", "hoe vaak het in stukken wordt genoemd", _REGISTERS, counted=True),
    Property("figures", "aantal cijfers", "hoeveel cijfers het telde", _ORGANISATION, counted=True),
)
"""All properties, in the order in which they are proposed."""

PROPERTY_OF = {each.id: each for each in PROPERTIES}

REGISTERS = {
    "tooi": ("TOOI", "https://identifier.overheid.nl/tooi/"),
    "owms": ("OWMS", "http://standaarden.overheid.nl/owms/"),
    "wikidata": ("Wikidata", "http://www.wikidata.org/entity/"),
    "eu": ("Publicatiebureau van de EU", "http://publications.europa.eu/resource/"),
    "geonames": ("GeoNames", "https://sws.geonames.org/"),
}
"""The registers that a client can ask the IRIs of, each with its name and what its IRIs begin with."""
