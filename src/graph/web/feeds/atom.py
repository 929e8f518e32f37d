"""A feed as Atom (RFC 4287), in pages (RFC 5005, section 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from graph.store.touch import How
from graph.web.feeds.changes import Event, What

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HOW = {How.NEW: "nieuw", How.CHANGED: "gewijzigd", How.GONE: "ingetrokken"}
_WHAT = {What.PAPER: "document", What.FIGURE: "cijfer"}


@dataclass(frozen=True)
class Told:
    """What people read of an event: a title, some words, and the address of its page."""

    title: str
    summary: str
    page: str


@dataclass(frozen=True)
class Feed:
    """A page of a feed.

    Attributes:
        iri: identifies the feed for ever.
        title: of the feed.
        author: who publishes it.
        email: of the author; empty for none.
        updated: when anything in it last changed.
        links: relation and address of this page and of the others.
        page: the address of a page for people.
    """

    iri: str
    title: str
    author: str
    email: str
    updated: datetime
    links: Sequence[tuple[str, str]]
    page: str


def write(feed: Feed, entries: Sequence[tuple[Event, Told]], papers: Mapping[str, str]) -> bytes:
    """Write a page of a feed.

    Args:
        feed: what is said of the whole.
        entries: the events on this page, latest first.
        papers: the addresses of the pages of papers, to which their figures lead.
    """
    root = etree.Element(_name("feed"), {_XML_LANG: "nl"}, nsmap={None: _ATOM})
    _add(root, "id", feed.iri)
    _add(root, "title", feed.title)
    _add(root, "updated", _time(feed.updated))
    author = etree.SubElement(root, _name("author"))
    _add(author, "name", feed.author)
    if feed.email:
        _add(author, "email", feed.email)
    _add(root, "rights", "CC0 1.0: https://creativecommons.org/publicdomain/zero/1.0/")
    _link(root, "alternate", feed.page, "text/html")
    for relation, address in feed.links:
        _link(root, relation, address, MEDIA_TYPE)
    for event, told in entries:
        _entry(root, event, told, papers)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _entry(root: etree._Element, event: Event, told: Told, papers: Mapping[str, str]) -> None:
    entry = etree.SubElement(root, _name("entry"))
    _add(entry, "id", event.iri)
    _add(entry, "title", told.title)
    _add(entry, "published", _time(event.first))
    _add(entry, "updated", _time(event.at))
    for term, label in ((event.what.value, _WHAT[event.what]), (event.how.value, _HOW[event.how])):
        etree.SubElement(entry, _name("category"), {"term": term, "label": label})
    _link(entry, "alternate", told.page, "text/html")
    if event.what is What.FIGURE and event.paper in papers:
        _link(entry, "related", papers[event.paper], "text/html")
    _add(entry, "summary", told.summary)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, _name(name)).text = _NOT_IN_XML.sub("\ufffd", text)


def _link(parent: etree._Element, relation: str, address: str, media_type: str) -> None:
    etree.SubElement(parent, _name("link"), {"rel": relation, "href": address, "type": media_type})


def _name(local: str) -> str:
    return f"{{{_ATOM}}}{local}"


def _time(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
