"""What an element of a page is: its name, its classes, whether it is seen, and where the paper is on the page."""

from __future__ import annotations

from collections.abc import Iterator

from graph.read.html import vocabulary as names
from graph.read.trees import Element


def name_of(element: Element) -> str:
    """Give the name of an element; an empty one for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def classes_of(element: Element) -> set[str]:
    """Give the classes of an element, in lower case."""
    return set(element.get("class", "").lower().split())


def text_of(element: Element) -> str:
    """Give the words of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def is_seen(element: Element) -> bool:
    """Whether a reader of the page sees an element, and it is part of what pages say."""
    if name_of(element) in names.LEFT_OUT or not name_of(element):
        return False
    if not element.attrib:
        return True
    if element.get("hidden") is not None or classes_of(element) & names.HIDDEN_CLASSES:
        return False
    return not names.HIDDEN_STYLE.search(element.get("style", ""))


def is_block(element: Element) -> bool:
    """Whether an element stands by itself."""
    name = name_of(element)
    return name in names.BLOCKS or name in names.HEADINGS


def main_of(root: Element) -> Element:
    """Give the element that holds the paper: the first place of `MAIN` that has words, else the body.

    An ``<article>`` counts only where it is the only one: a page with several is no paper.
    """
    found: dict[tuple[str, str], list[Element]] = {}
    for element in root.iter():
        for place in _places_of(element):
            found.setdefault(place, []).append(element)
    for place in names.MAIN:
        here = found.get(place, [])
        if here and text_of(here[0]) and (place != ("tag", "article") or len(here) == 1):
            return here[0]
    body = next((each for each in root if name_of(each) == "body"), None)
    return root if body is None else body


def _places_of(element: Element) -> Iterator[tuple[str, str]]:
    """Give the names by which an element may be the main part of a page."""
    yield "tag", name_of(element)
    for kind in ("id", "class", "role") if element.attrib else ():
        for value in element.get(kind, "").lower().split():
            yield kind, value
