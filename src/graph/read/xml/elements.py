"""What an element of an official publication is: its name, and whether it stands in running text or by itself."""

from __future__ import annotations

from graph.read.trees import Element
from graph.read.xml import vocabulary as names

_BLOCKS = (
    names.PARAGRAPHS
    | names.HEADINGS.keys()
    | names.WHOLE_LINES
    | names.LISTS
    | names.ITEMS
    | names.EXCHANGES.keys()
    | {"table", "al-groep", "tekst", "divisie", "bijlage"}
)

_LINE = names.INLINE | names.NOTES | names.NOTE_CALLS | names.BREAKS


def name_of(element: Element) -> str:
    """Give the name of an element without its namespace; an empty one for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: Element | None) -> str:
    """Give the words of an element on one line; none where there is no element."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def is_mixed(element: Element) -> bool:
    """Whether words stand beside the elements in an element."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def is_block(element: Element) -> bool:
    """Whether an element stands by itself also where it is met in running text.

    One that is not known does when it holds nothing but elements, of which at least one is no part of a line.
    """
    name = name_of(element)
    if name in _BLOCKS or name in names.INLINE or not len(element):
        return name in _BLOCKS
    return not is_mixed(element) and any(name_of(child) not in _LINE for child in element)
