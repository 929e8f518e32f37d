"""Tells a paper in HTML from a message that a service gives with status 200: a fault, upkeep, a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.read.html.charset import decode_page
from graph.read.limits import Raw
from graph.read.trees import Element, parse_html

_FEWEST = 25
"""The words that any paper has: its head alone, with chamber, dossier, number, title and day, has more."""

_OFFICIAL = re.compile(r"(?:DC|DCTERMS|OVERHEID\w*)\.", re.IGNORECASE)
"""Names of ``<meta>`` of official publications: ``DC.identifier``, ``OVERHEIDop.publicationName``."""

_LONGEST = 6
"""The words that the head of a message has; a paper about a breakdown or about upkeep has a longer title."""

_MOST = 200
"""The words from which on a page is no message, whatever its title: "Storing C2000" may head a paper."""

_HIDDEN = frozenset({"script", "style", "template", "noscript"})
_HEADS = frozenset({"title", "h1"})

MESSAGES: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "fault": r"fout opgetreden|foutmelding|storing|technische problemen|(?:server|proxy) error|error \d{3}",
        "not there": r"(?:pagina|document) (?:is )?niet gevonden|not found",
        "busy": r"even geduld|te druk|onderhoud|maintenance|unavailable|bad gateway|timed? ?out",
        "refused": r"geen toegang|toegang geweigerd|access denied|forbidden|request rejected|captcha|just a moment",
    }.items()
}
"""What the head of a message says; a page with official metadata is a paper, whatever its title."""


def message_in(data: bytes) -> str | None:
    """Say why a page is no paper; None where it may be one.

    Args:
        data: the page.

    Raises:
        ReadError: when nothing can be made of it.

    >>> message_in(b"<html><title>502 Bad Gateway</title><body>nginx</body></html>")
    'it is a message of the service (502 Bad Gateway)'
    """
    raw = Raw(data, "the page", "text/html")
    root = parse_html(decode_page(raw), raw)
    if any(_OFFICIAL.match(meta.get("name") or "") for meta in root.iter("meta")):
        return None
    said = _words(root)
    for head in (_words(each) for each in root.iter(*_HEADS)) if len(said.split()) < _MOST else ():
        if len(head.split()) <= _LONGEST and any(words.search(head) for words in MESSAGES.values()):
            return f"it is a message of the service ({head[:80]})"
    if len(said.split()) < _FEWEST:
        return f"it is a message of the service ({said[:80]})"
    return None


def _words(element: Element) -> str:
    return " ".join(" ".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    """Give the texts that a reader sees."""
    if isinstance(element.tag, str) and element.tag not in _HIDDEN:
        yield element.text or ""
        for each in element:
            yield from _texts(each)
            yield each.tail or ""
