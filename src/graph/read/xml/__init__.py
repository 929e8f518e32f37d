"""Official publications in XML to pieces: Kamerstukken, Kamervragen, Handelingen, and the older ``kamerwrk``.

The text is that which a reader of the paper sees: the head as it is printed, a question's number as ``Vraag 1`` also
where the file only says ``<vraag><nr>1</nr>``, notes called where they stand and given at the end. What `vocabulary`
does not know is read as well: no words are lost but those of `vocabulary.SKIPPED`.
"""

from __future__ import annotations

from graph.read.content import Content
from graph.read.limits import Raw
from graph.read.trees import Element, parse_xml
from graph.read.xml.elements import name_of
from graph.read.xml.reader import Reader
from graph.read.xml.vocabulary import OTHER_ROOTS, ROOTS

__all__ = ["decode"]


def decode(raw: Raw) -> Content:
    """Decode an official publication.

    Raises:
        ReadError: when it is no well-formed XML or no paper; the message names the root that was found.
    """
    root = parse_xml(raw.data, raw)
    name = name_of(root)
    if name not in ROOTS:
        known = ", ".join(f"<{each}>" for each in ROOTS[:5])
        said = OTHER_ROOTS.get(name.lower(), f"of XML, official publications are read ({known}): give one of those")
        raise raw.refuse(f"its root is <{name[:50]}>; {said}")
    return Content(Reader(root).read(), _labels(root))


def _labels(root: Element) -> dict[str, tuple[str, ...]]:
    """Give what its ``<meta name= content=>`` say."""
    labels: dict[str, tuple[str, ...]] = {}
    for meta in root.iter("{*}meta"):
        name, content = meta.get("name"), (meta.get("content") or "").strip()
        if name and content:
            labels[name] = (*labels.get(name, ()), content)
    return labels
