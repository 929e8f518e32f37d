"""Reads a name that is a citation of a paper: "Kamerstukken II 2025/26, 36 800 XX, nr. 7" is kst-36800-XX-7."""

from __future__ import annotations


def cited_in(text: str) -> str | None:
    """Give the official number of the paper that a text cites, when the citation is all of it; otherwise None.

    >>> cited_in("36 800-XX, nr. 7"), cited_in("zie ook 36 800-XX, nr. 7"), cited_in("Vreemdelingenwet 2000")
    ('kst-36800-XX-7', None, None)
    """
    if not any(sign.isdecimal() for sign in text):
        return None
    from graph.extract.citations import find_citations  # a third of a second: only where there is a number
    from graph.extract.journals import find_numbered

    found = [*find_citations(text, None), *find_numbered(text)]
    codes = {each.code for each in found if (each.start, each.end) == (0, len(text))}
    return codes.pop() if len(codes) == 1 else None
