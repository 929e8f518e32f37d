"""The Tweede Kamer's SyncFeed: an Atom feed of all that ever changed, in order, with what was taken away.

Each entry names the address behind it; the last page, without entries, names the address to come back to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from graph.harvest.kinds import Kind, sorts_of
from graph.harvest.listed import Choice
from graph.read.formats import XML
from graph.read.limits import Limits, Raw
from graph.read.trees import Element, parse_xml

_LIMITS = Limits(size=50_000_000)


@dataclass(frozen=True)
class Changes:
    """A page of the feed.

    Attributes:
        changed: the documents of the wanted kinds that are new or changed.
        deleted: the documents that were taken away, of whatever kind.
        entries: how many entries it has.
        next: where the next page is; None behind the last one.
        resume: where to ask for what comes later, of the last page.
    """

    changed: tuple[str, ...]
    deleted: tuple[str, ...]
    entries: int
    next: str | None
    resume: str | None


def address_of(service: str) -> str:
    """Give the address of the first page."""
    return f"{service.rstrip('/')}/Feed?category=Document"


def read_page(data: bytes, choice: Choice) -> Changes:
    """Read a page of the feed.

    Args:
        data: the answer.
        choice: which kinds are wanted, and from which day on changes count; of dossiers the feed says nothing.

    Raises:
        ReadError: when it is no XML, or no feed.
    """
    raw = Raw(data, "the feed of changes", XML, _LIMITS)
    root = parse_xml(data, raw)
    if _local(root) != "feed":
        raise raw.refuse(f"its root is <{_local(root)[:50]}>, not <feed>")
    wanted = frozenset(sorts_of(choice.kinds or tuple(Kind)))
    entries = [each for each in root if _local(each) == "entry"]
    changed: dict[str, None] = {}
    deleted: dict[str, None] = {}
    for document in (document for entry in entries for document in _documents(entry)):
        key = _attribute(document, "id")
        if not key:
            continue
        changed.pop(key, None)
        deleted.pop(key, None)
        if _attribute(document, "verwijderd").lower() == "true":
            deleted[key] = None
        elif _sort(document) in wanted and _since(_attribute(document, "bijgewerkt"), choice.since):
            changed[key] = None
    following = [link for entry in entries for link in _links(entry, "next")] or list(_links(root, "next"))
    resume = next(_links(root, "resume"), None)
    return Changes(tuple(changed), tuple(deleted), len(entries), following[-1] if following else None, resume)


def _documents(entry: Element) -> Iterator[Element]:
    for content in entry:
        if _local(content) == "content":
            yield from (each for each in content if _local(each) == "document")


def _sort(document: Element) -> str:
    return next(((each.text or "").strip() for each in document if _local(each) == "soort"), "")


def _since(changed: str, since: date | None) -> bool:
    """Whether a change counts; one without a readable day does."""
    return since is None or not changed or changed[:10] >= since.isoformat()


def _links(parent: Element, relation: str) -> Iterator[str]:
    for each in parent:
        if _local(each) == "link" and each.get("rel") == relation and each.get("href"):
            yield each.get("href", "")


def _attribute(element: Element, name: str) -> str:
    """Give an attribute, with or without the namespace that some answers give it."""
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
