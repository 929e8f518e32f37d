"""XML and HTML to trees, safely: no entity is expanded, nothing is fetched, and depth has a limit."""

from __future__ import annotations

from html.entities import html5

from lxml import etree
from lxml import html as lxml_html

from graph.read.limits import Raw

Element = etree._Element


def parse_xml(data: bytes, raw: Raw) -> Element:
    """Parse XML; comments and processing instructions are left out.

    Entities that HTML names (``&euml;`` in older papers) become their characters; others are an error, and so is a
    file that declares entities of its own.

    Raises:
        ReadError: when it is not well-formed, declares or names entities, or is nested deeper than the limit.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data.lstrip(), parser)  # a blank line before the declaration is an error to the parser
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise raw.refuse(f"this is no well-formed XML ({error}): get the file again") from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise raw.refuse("it declares entities of its own, which papers do not: take out its DOCTYPE")
    _check_depth(root, raw)
    for entity in list(root.iter(etree.Entity)):
        _replace(entity, raw)
    return root


def parse_html(data: bytes, raw: Raw) -> Element:
    """Parse a page as a browser would; scripts and comments stay out of what `text` of an element gives.

    Raises:
        ReadError: when nothing can be made of it, or it is nested deeper than the limit.
    """
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise raw.refuse(f"this is no readable HTML ({error}): save the page again") from error
    if root is None:
        raise raw.refuse("this HTML is empty: save the page again")
    _check_depth(root, raw)
    return root


def _check_depth(root: Element, raw: Raw) -> None:
    """Refuse a tree deeper than the limit."""
    level = [root]
    depth = 0
    while level:
        depth += 1
        if depth > raw.limits.depth:
            raise raw.refuse(f"its elements are nested more than {raw.limits.depth} deep: no paper is")
        level = [child for element in level for child in element]


def _replace(entity: Element, raw: Raw) -> None:
    """Put the character of a named entity in its place."""
    name = (entity.text or "").strip("&;")
    character = html5.get(f"{name};")
    parent = entity.getparent()
    if character is None or parent is None:
        raise raw.refuse(f"it names the entity &{name}; that is not known: get the file again")
    words = character + (entity.tail or "")
    before = entity.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + words
    else:
        parent.text = (parent.text or "") + words
    parent.remove(entity)
