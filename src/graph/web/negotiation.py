"""Which of the forms that a thing has is sent: the Accept header, settled as RFC 9110 section 12.5.1 says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from starlette.requests import HTTPConnection


@dataclass(frozen=True)
class Form:
    """One form of a thing.

    Attributes:
        name: its short name, which is also the suffix of its address: ``ttl``.
        media_type: what it is sent as.
        also: other media types that clients ask it by; one that was asked for by name is echoed.
        label: how people call it.
    """

    name: str
    media_type: str
    label: str
    also: tuple[str, ...] = ()

    @property
    def media_types(self) -> tuple[str, ...]:
        """All media types that it answers to."""
        return (self.media_type, *self.also)


@dataclass(frozen=True)
class Chosen:
    """A form, and the media type that it is to be sent as."""

    form: Form
    media_type: str

    @property
    def content_type(self) -> str:
        """The media type with the charset, where it is text."""
        return with_charset(self.media_type)


HTML = Form("html", "text/html", "HTML")
TURTLE = Form("ttl", "text/turtle", "Turtle", ("application/x-turtle",))
JSON_LD = Form("jsonld", "application/ld+json", "JSON-LD")
N_TRIPLES = Form("nt", "application/n-triples", "N-Triples")
RDF_XML = Form("rdf", "application/rdf+xml", "RDF/XML")
TRIG = Form("trig", "application/trig", "TriG")
N_QUADS = Form("nq", "application/n-quads", "N-Quads")
JSON = Form("json", "application/json", "JSON")
CSV = Form("csv", "text/csv", "CSV")
TEXT = Form("txt", "text/plain", "tekst")

RESULTS_JSON = Form("json", "application/sparql-results+json", "JSON", ("application/json",))
RESULTS_XML = Form("xml", "application/sparql-results+xml", "XML", ("application/xml", "text/xml"))
RESULTS_TSV = Form("tsv", "text/tab-separated-values", "TSV")

RESULTS = (RESULTS_JSON, RESULTS_XML, CSV, RESULTS_TSV)
"""What SELECT and ASK are answered in; the first where a client does not care."""

GRAPHS = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD, TRIG, N_QUADS)
"""What CONSTRUCT and DESCRIBE are answered in, and named graphs are sent in."""

FORMS = {form.name: form for form in (HTML, TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS, JSON, CSV, TEXT)}
"""All forms of resources by the suffix of their address."""


def with_charset(media_type: str) -> str:
    """Add the charset to a media type of text; the others are UTF-8 by their definition."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


@dataclass(frozen=True)
class _Range:
    kind: str
    subtype: str
    weight: float

    def precision(self, media_type: str) -> int:
        """Say how exactly it names a media type: 3 by name, 2 by kind, 1 by ``*/*``, 0 not at all."""
        kind, _, subtype = media_type.partition("/")
        if self.kind == "*":
            return 1
        if self.kind != kind:
            return 0
        return 2 if self.subtype == "*" else 3 if self.subtype == subtype else 0


def accept_of(request: HTTPConnection) -> str | None:
    """Give the Accept header of a request; several lines of it count as one (RFC 9110, 5.3)."""
    lines = request.headers.getlist("accept")
    return ", ".join(lines) if lines else None


def choose(accept: str | None, forms: Sequence[Form]) -> Chosen | None:
    """Choose a form; None when the client accepts none of them.

    Args:
        accept: the Accept header; an absent or an empty one accepts anything.
        forms: what there is, the preferred first: it settles a draw.

    >>> choose("text/html;q=0.8, text/turtle", (HTML, TURTLE)).media_type
    'text/turtle'
    >>> choose("*/*", (HTML, TURTLE)).media_type
    'text/html'
    >>> choose("text/turtle;q=0", (TURTLE,)) is None
    True
    """
    ranges = _ranges(accept or "*/*")
    best: tuple[float, Chosen] | None = None
    for form in forms:
        for media_type in form.media_types:
            weight = _weight(ranges, media_type, by_name=media_type != form.media_type)
            if weight and (best is None or weight > best[0]):
                best = (weight, Chosen(form, media_type))
    return best[1] if best else None


def media_types(forms: Iterable[Form]) -> list[str]:
    """List the media types of forms, without their other names."""
    return [form.media_type for form in forms]


def _weight(ranges: Sequence[_Range], media_type: str, *, by_name: bool) -> float:
    """Give the weight of a media type: that of the range which names it most exactly; none but by its name if asked."""
    matching = [(found.precision(media_type), found.weight) for found in ranges if found.precision(media_type)]
    precision, weight = max(matching, default=(0, 0.0))
    return weight if precision == 3 or not by_name else 0.0


@lru_cache(maxsize=256)
def _ranges(accept: str) -> tuple[_Range, ...]:
    """Read an Accept header; what is no media range is passed over. An unreadable weight counts as 0."""
    found = []
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        # Java's own client sends a bare * (java.net.HttpURLConnection)
        kind, slash, subtype = ("*/*" if name == "*" else name.lower()).partition("/")
        if slash and kind and subtype:
            found.append(_Range(kind, subtype, _quality(parameters)))
    return tuple(found)


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0) if value.strip().isascii() else 0.0
            except ValueError:
                return 0.0
    return 1.0
