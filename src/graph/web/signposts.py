"""The signposts in the header Link: where a name leads, in which forms, what it is and under which licence.

Relations of RFC 8288's registry, used as FAIR Signposting does (https://signposting.org/FAIR/).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from weakref import WeakKeyDictionary

from pyoxigraph import NamedNode, Triple

from graph.describe.entry import CC0
from graph.store.base import Reader
from graph.web.negotiation import HTML, Form
from graph.web.responses import Link

KINDS = 5
"""How many classes of a thing are named at most."""

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def alternates(path: str, forms: Sequence[Form]) -> list[Link]:
    """Give the addresses of all forms of what is at a path."""
    return [Link(f"{path}.{form.name}", "alternate", form.media_type) for form in forms]


def of_name(iri: str, path: str, forms: Sequence[Form]) -> list[Link]:
    """Give the signposts of a name, which leads to its description.

    Args:
        iri: the name.
        path: of the description, without suffix.
        forms: of the description.
    """
    return [Link(iri, "cite-as"), Link(path, "describedby"), *alternates(path, forms)]


def of_description(
    iri: str,
    path: str | None,
    prefix: str,
    statements: Iterable[Triple],
    forms: Sequence[Form],
    form: Form,
    page: str | None = None,
) -> list[Link]:
    """Give the signposts of a description.

    Args:
        iri: what is described.
        path: of the description, without suffix; None for a thing of others, which is described at no path of its own.
        prefix: what stands before every path.
        statements: what is said of the thing.
        forms: of the description.
        form: the one that is sent.
        page: the whole address of the page in the language that was asked, which search engines want; None for `path`.
    """
    links = [Link(iri, "describes"), Link(iri, "cite-as"), Link(CC0, "license")]
    links += [Link(kind, "type") for kind in kinds_of(iri, statements)[:KINDS]]
    if path is None:
        return links
    links.append(Link(page if page and form is HTML else path, "canonical"))
    if form is HTML:
        data = [each for each in forms if each.name in ("ttl", "jsonld")]
        links += [Link(f"{path}.{each.name}", "describedby", each.media_type) for each in data]
    else:
        links.append(Link(f"{prefix}/.well-known/void", "describedby"))
    return [*links, *alternates(path, forms)]


def kinds_of(iri: str, statements: Iterable[Triple]) -> list[str]:
    """Give the classes of a thing, by IRI."""
    me = NamedNode(iri)
    ends = (each.object for each in statements if each.predicate.value == _TYPE and each.subject == me)
    return sorted({end.value for end in ends if isinstance(end, NamedNode)})


_published: WeakKeyDictionary[Reader, datetime | None] = WeakKeyDictionary()


def published(reader: Reader) -> datetime | None:
    """Give when the publication was made that a reader reads: what is told of it last changed then.

    Read once for each reader: a publication tells all graphs that it changed, which may be thousands.
    """
    if reader not in _published:
        _published[reader] = next((each.at for each in reader.publications(1)), None)
    return _published[reader]
