"""Describes a paper itself: its header, its text layer, the people in it, and how its graph was made."""

from __future__ import annotations

import hashlib

import graph
from graph.describe.iris import page_of, slug
from graph.describe.scene import Scene

DUTCH = "http://publications.europa.eu/resource/authority/language/NLD"
_TOOI = "https://identifier.overheid.nl/tooi/def/thes/kern/"
TOOI_KINDS = {
    "verslag": _TOOI + "c_056a75e1",
    "lijst van vragen en antwoorden": _TOOI + "c_056a75e1",
    "schriftelijk overleg": _TOOI + "c_056a75e1",
    "brief": _TOOI + "c_7652d853",
}
"""The TOOI kind of a paper where one fits: ``Kamerstuk``, ``brief``; of Kamervragen see `describe_paper`."""

_ANSWERED_QUESTIONS = _TOOI + "c_6d494ab6"
_OPEN_QUESTIONS = _TOOI + "c_03c52ba0"


def describe_paper(scene: Scene) -> None:
    """Describe the header of a paper, its people, its text layer and its provenance."""
    _header(scene)
    _people(scene)
    _layer(scene)
    _provenance(scene)


def tooi_kind(scene: Scene) -> str | None:
    """Give the TOOI kind of a paper, None where none fits."""
    if scene.header.kind == "kamervragen":
        return _ANSWERED_QUESTIONS if scene.report.answers else _OPEN_QUESTIONS
    return TOOI_KINDS.get(str(scene.header.kind))


def _header(scene: Scene) -> None:
    to, header, document, iris = scene.to, scene.header, scene.document, scene.iris
    to.a(document, "kg:Document")
    to.say(document, "dcterms:identifier", to.text(header.identity.identifier))
    to.say(document, "kg:identifierBasis", iris.term(f"identifier-basis/{header.identity.basis}"))
    to.say(document, "kg:identifierNote", to.text(header.identity.note, "nl"))
    to.say(document, "dcterms:title", to.text(header.title or header.identity.identifier, "nl"))
    to.say(document, "dcterms:language", DUTCH)
    to.say(document, "dcterms:type", iris.term(f"document-kind/{slug(header.kind)}"), tooi_kind(scene))
    notice = header.postponed.day if header.postponed else None
    to.say(document, "dcterms:issued", to.day(header.adopted or header.answered or notice or header.submitted))
    to.say(document, "dcterms:isPartOf", iris.dossier(header.dossier) if header.dossier else None)
    to.say(document, "foaf:page", page_of(scene.report))
    to.say(document, "kg:number", to.integer(header.number))
    to.say(document, "kg:sessionYear", to.text(header.session_year))
    to.say(document, "kg:adopted", to.day(header.adopted))
    to.say(document, "kg:submitted", to.day(header.submitted))
    to.say(document, "kg:answered", to.day(header.answered))
    to.say(document, "kg:committee", to.text(header.committee, "nl"))
    to.say(document, "kg:askedBy", *scene.asking)
    to.say(document, "kg:addressedTo", *map(scene.post, header.addressed_to))
    to.say(document, "kg:answeredBy", *scene.answering)
    to.say(document, "kg:state", iris.term(f"state/{scene.report.state}") if scene.report.state else None)
    to.say(document, "kg:questionNumber", *map(to.text, header.question_numbers))
    to.say(document, "kg:follows", *map(iris.cited, header.follows))
    to.say(document, "dcterms:replaces", *map(iris.cited, header.replaces))
    for code in (*header.references, *(mention.code for mention in scene.understanding.mentions)):
        cited = iris.cited(code)
        to.say(document, "dcterms:references", cited if cited != document else None)


def _people(scene: Scene) -> None:
    """Say who asks and signs, as the paper names them: who they are elsewhere is not guessed."""
    to, header, document = scene.to, scene.header, scene.document
    for asker, iri in zip(header.asked_by, scene.asking, strict=True):
        to.a(iri, "kg:Participant")
        to.say(iri, "schema:name", to.text(asker.name))
        to.say(iri, "kg:party", to.text(asker.party))
    for signatory in header.signed_by:
        iri = f"{document}/signatory/{slug(f'{signatory.role} {signatory.name}')}"
        to.say(document, "kg:signedBy", iri)
        to.a(iri, "kg:Participant")
        to.say(iri, "schema:name", to.text(signatory.name))
        to.say(iri, "schema:roleName", to.text(signatory.role, "nl"))
    stating = header.postponed.stated_by if header.postponed else ()
    for title in (*header.addressed_to, *header.answered_by, *stating):
        if scene.posts.post(title, header.day) is None:
            iri = scene.post(title)
            to.a(iri, "org:Post")
            to.say(iri, "skos:prefLabel", to.text(title, "nl"))
    for title in header.answered_by:
        if (post := scene.posts.post(title, header.day)) is not None:
            for held in scene.posts.holders(post, header.day):
                to.say(document, "kg:officeHolding", scene.iris.thing("membership", held.slug))


def _layer(scene: Scene) -> None:
    """Describe the text layer and the file that it was read from."""
    to, source, layer = scene.to, scene.report.source, scene.layer
    file = scene.iris.file(scene.identifier, source.file_sha256)
    to.a(layer, "kg:TextLayer")
    to.say(layer, "dcterms:isPartOf", scene.document)
    to.say(layer, "dcterms:language", DUTCH)
    to.say(layer, "schema:text", to.text(source.text))
    to.say(layer, "kg:sha256", to.text(source.sha256))
    to.say(layer, "kg:pages", to.integer(len(source.page_starts)) if len(source.page_starts) > 1 else None)
    to.say(layer, "kg:characters", to.integer(len(source.text)))
    to.say(layer, "prov:wasDerivedFrom", file)
    to.a(file, "prov:Entity")
    to.say(file, "rdfs:label", to.text(source.file_name))
    to.say(file, "kg:sha256", to.text(source.file_sha256))
    to.say(file, "dcat:mediaType", f"https://www.iana.org/assignments/media-types/{source.media_type}")


def _provenance(scene: Scene) -> None:
    """Say how the graph was made, without a clock: the same input and software are the same activity."""
    to = scene.to
    graph_iri = scene.iris.graph(scene.identifier)
    made_from = f"{graph.__version__}\n{scene.settings}\n{scene.report.source.file_sha256}\n{scene.identifier}"
    activity = scene.iris.thing("activity", hashlib.sha256(made_from.encode()).hexdigest()[:16])
    to.a(graph_iri, "prov:Entity")
    to.say(graph_iri, "prov:wasDerivedFrom", scene.layer)
    to.say(graph_iri, "prov:wasGeneratedBy", activity)
    to.a(activity, "prov:Activity")
    to.say(activity, "prov:used", scene.layer)
    to.say(activity, "prov:wasAssociatedWith", software(scene.iris.base))


def software(base: str) -> str:
    """Give the IRI of the software that made the data, with its version."""
    return f"{base}id/software/kamergraaf-{graph.__version__}"
