"""Every vocabulary term that the data uses: nothing else in the product knows one. A test holds it to the ontology."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import NamedNode

DEFAULT_BASE = "https://w3id.org/kamergraaf/"
"""The base that the shipped ontology, shapes and registers are written with."""

PREFIXES: dict[str, str] = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sdmx-code": "http://purl.org/linked-data/sdmx/2009/code#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix and namespace of the vocabularies that are reused; `kg` is ours and depends on the base."""


def prefixes(base: str) -> dict[str, str]:
    """Give prefix and namespace of all vocabularies, ours among them, to abbreviate IRIs with."""
    return {"kg": f"{base}def/", **PREFIXES}


_USED: dict[str, str] = {
    "dc": "contributor source",
    "dcat": "Catalog DataService Dataset Distribution accessService accessURL byteSize compressFormat contactPoint"
    " dataset distribution downloadURL endDate endpointDescription endpointURL keyword landingPage mediaType"
    " servesDataset service startDate theme themeTaxonomy version",
    "dcterms": "Frequency LicenseDocument LinguisticSystem Location MediaType MediaTypeOrExtent PeriodOfTime"
    " RightsStatement Standard accessRights accrualPeriodicity conformsTo creator dateAccepted dateSubmitted"
    " description format identifier isPartOf isReplacedBy issued language license modified publisher references"
    " replaces rights spatial temporal title type",
    "dqv": "QualityAnnotation QualityMeasurement computedOn isMeasurementOf qualityAssessment value",
    "eli": "LegalResource Work",
    "foaf": "Agent Document homepage name page primaryTopic",
    "oa": "Annotation SpecificResource TextPositionSelector TextQuoteSelector end exact hasBody hasSelector hasSource"
    " hasTarget identifying motivatedBy prefix start suffix",
    "org": "Post",
    "owl": "sameAs",
    "prov": "Activity Entity SoftwareAgent used wasAssociatedWith wasDerivedFrom wasGeneratedBy wasQuotedFrom",
    "qb": "Observation Slice dataSet observation sliceStructure",
    "rdf": "type",
    "rdfs": "Resource comment label seeAlso",
    "schema": "Answer Question Role name parentItem roleName sha256 softwareVersion target text value",
    "sdmx-attribute": "compilingOrg obsStatus unitMeasure",
    "sdmx-code": "obsStatus-A obsStatus-F",
    "sdmx-dimension": "refPeriod",
    "sdmx-measure": "obsValue",
    "sh": "PrefixDeclaration SPARQLConstructExecutable SPARQLExecutable SPARQLSelectExecutable construct declare"
    " namespace prefix prefixes select",
    "skos": "Concept ConceptScheme altLabel exactMatch example inScheme notation prefLabel topConceptOf",
    "spdx": "Checksum ChecksumAlgorithm algorithm checksum checksumAlgorithm_sha256 checksumValue",
    "time": "Instant ProperInterval hasBeginning hasEnd inXSDDate",
    "vcard": "Kind fn hasEmail",
    "void": "Dataset DatasetDescription Linkset class classPartition classes dataDump distinctSubjects documents"
    " entities exampleResource linkPredicate objectsTarget properties property propertyPartition rootResource"
    " sparqlEndpoint subjectsTarget subset triples uriLookupEndpoint uriSpace vocabulary",
    "xsd": "anyURI boolean date dateTime decimal hexBinary integer nonNegativeInteger",
}

OWN_CLASSES: dict[str, tuple[str, ...]] = {
    "kg:Document": ("eli:Work",),
    "kg:Dossier": ("eli:Work",),
    "kg:TextLayer": ("prov:Entity",),
    "kg:Participant": ("schema:Role",),
    "kg:Question": ("schema:Question",),
    "kg:Answer": ("schema:Answer",),
    "kg:Passage": ("oa:SpecificResource",),
    "kg:Mention": ("oa:Annotation",),
    "kg:Statistic": ("qb:Observation",),
    "kg:NonAnswer": ("prov:Entity",),
    "kg:Postponement": ("prov:Entity",),
    "kg:Withdrawal": ("prov:Entity",),
    "kg:UnreadStretch": ("prov:Entity",),
    "kg:Indicator": ("skos:Concept",),
    "kg:Breakdown": ("skos:Concept",),
    "kg:Period": ("time:ProperInterval", "skos:Concept"),
    "kg:Rule": ("skos:Concept",),
    "kg:Tally": ("qb:Observation",),
}
"""Our classes, each with the known ones above it: whatever is one of ours is said to be those as well."""

OWN_PROPERTIES: dict[str, tuple[str, ...]] = {
    # documents
    "kg:identifierBasis": (),
    "kg:identifierNote": (),
    "kg:number": (),
    "kg:sessionYear": (),
    "kg:adopted": ("dcterms:dateAccepted",),
    "kg:submitted": ("dcterms:dateSubmitted",),
    "kg:answered": (),
    "kg:committee": (),
    "kg:askedBy": ("dc:contributor",),
    "kg:addressedTo": (),
    "kg:answeredBy": (),
    "kg:signedBy": ("dc:contributor",),
    "kg:officeHolding": (),
    "kg:party": (),
    "kg:questionNumber": (),
    "kg:follows": ("dcterms:references",),
    "kg:state": (),
    "kg:postponed": (),
    "kg:withdrawn": (),
    "kg:announced": (),
    "kg:expectedBy": (),
    "kg:unread": (),
    "kg:unreadReason": (),
    "kg:sha256": ("schema:sha256",),
    "kg:pages": (),
    "kg:characters": (),
    # questions and answers
    "kg:key": (),
    "kg:answers": ("schema:parentItem",),
    "kg:refersTo": ("dcterms:references",),
    # passages and mentions
    "kg:page": (),
    "kg:mentionKind": (),
    "kg:code": (),
    "kg:unresolved": (),
    "kg:rule": (),
    # statistics
    "kg:passage": ("prov:wasQuotedFrom",),
    "kg:indicator": (),
    "kg:breakdown": (),
    "kg:period": ("sdmx-dimension:refPeriod",),
    "kg:place": (),
    "kg:valueMax": (),
    "kg:valueText": (),
    "kg:figureStatus": (),
    "kg:qualifier": (),
    "kg:roundedTo": (),
    "kg:lowerBound": (),
    "kg:upperBound": (),
    "kg:answer": ("dcterms:isPartOf",),
    "kg:countedBy": ("sdmx-attribute:compilingOrg",),
    "kg:statedBy": (),
    # non-answers
    "kg:asksFor": (),
    "kg:reason": (),
    "kg:holder": (),
    # periods and registers
    "kg:periodStart": (),
    "kg:periodEnd": (),
    "kg:post": (),
    # aggregates
    "kg:figureCount": (),
    "kg:paperCount": (),
    "kg:firstDay": (),
    "kg:lastDay": (),
    "kg:earliestFigure": (),
    "kg:latestFigure": (),
    "kg:about": (),
    "kg:activity": (),
    "kg:count": (),
}
"""Our properties, each with the known ones above it; what is said with ours is said with those as well.

Only what is always true stands here. Where a known property means something near, the ontology says ``rdfs:seeAlso``:
that claims nothing. So a figure about Syrians in the Netherlands has a `kg:place`, and no reference area in Syria.
"""


class Terms:
    """The terms by their short names, for one base.

    >>> Terms("https://example.org/")["kg:Statistic"].value
    'https://example.org/def/Statistic'
    """

    def __init__(self, base: str) -> None:
        self._nodes, self._above = _made(base)

    def __getitem__(self, name: str) -> NamedNode:
        return self._nodes[name]

    def with_above(self, name: str) -> tuple[NamedNode, ...]:
        """Give a term and the known ones above it."""
        return (self._nodes[name], *self._above.get(name, ()))


def reused() -> tuple[str, ...]:
    """Give the IRIs of all terms of others that the data uses."""
    return tuple(PREFIXES[prefix] + name for prefix, local in _USED.items() for name in local.split())


@lru_cache(maxsize=8)
def _made(base: str) -> tuple[dict[str, NamedNode], dict[str, tuple[NamedNode, ...]]]:
    """Give all terms, and those above ours, by their short names."""
    names = [f"{prefix}:{name}" for prefix, local in _USED.items() for name in local.split()]
    spaces = prefixes(base)
    nodes = {name: _node(name, spaces) for name in [*names, *OWN_CLASSES, *OWN_PROPERTIES]}
    above = {
        name: tuple(nodes[parent] for parent in parents) for name, parents in {**OWN_CLASSES, **OWN_PROPERTIES}.items()
    }
    return nodes, above


def _node(name: str, spaces: dict[str, str]) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(spaces[prefix] + local)
