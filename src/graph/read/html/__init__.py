"""Pages to pieces: official publications in HTML, and ordinary pages, also those that Word saves.

What a browser shows is read: blocks and lines, white space collapsed, labels of lists, tables, notes; what it hides is
left out. Where a page marks its main part (``#broodtekst``, ``<main>``, the only ``<article>``) only that is read.
"""

from __future__ import annotations

from graph.read.content import Content
from graph.read.html.charset import decode_page
from graph.read.html.reader import Reader
from graph.read.limits import Raw
from graph.read.trees import Element, parse_html

__all__ = ["decode"]


def decode(raw: Raw) -> Content:
    """Decode a page.

    Raises:
        ReadError: when its bytes are not of its encoding, or nothing can be made of it.
    """
    root = parse_html(decode_page(raw), raw)
    return Content(Reader(root).read(), _labels(root))


def _labels(root: Element) -> dict[str, tuple[str, ...]]:
    """Give what its ``<meta name= content=>`` say."""
    labels: dict[str, tuple[str, ...]] = {}
    for meta in root.iter("meta"):
        name, content = meta.get("name") or meta.get("property"), (meta.get("content") or "").strip()
        if name and content:
            labels[name] = (*labels.get(name, ()), content)
    return labels
