"""The fields of the index, and how an item fills them."""

from __future__ import annotations

import json
from functools import lru_cache

import tantivy

from graph.search.item import FACETS, Item
from graph.search.words import fold, tokens

OWN = ("head", "body", "more")
"""The fields with the words that are an item's own, those by which it is found first at the front."""

AROUND = "around"
"""The field with the words of its paper."""

WORD = "word"
"""The field with the words as they are written, without capitals and accents; for suggestions."""


NAME = "name"
"""The field with the names of things, each as a whole."""


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    """Give the fields.

    Words are parted and brought to their stems here, not by the engine: its Dutch stemmer makes "gemeente" and "mening"
    one word, and "ingetrokken" and "intrekken" two.
    """
    made = tantivy.SchemaBuilder()
    for name in (*OWN, AROUND):
        made.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    made.add_text_field(WORD, tokenizer_name="whitespace", index_option="basic")
    for name in ("graph", "iri", "document", "key", "identifier", NAME):
        made.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        made.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    made.add_integer_field("day", indexed=True, fast=True)
    made.add_bytes_field("shown", stored=True)
    return made.build()


def document_of(item: Item, graph: str) -> tantivy.Document:
    """Make what the index takes of an item that stands in a graph."""
    made = tantivy.Document()
    forms: set[str] = set()
    for name, texts in zip(OWN, (item.heads, (item.text,), item.more), strict=True):
        words = list(tokens("\n".join(texts)))
        forms.update(word.form for word in words)
        if words:
            made.add_text(name, " ".join(word.stem for word in words))
    made.add_text(AROUND, _stems(item.around))
    made.add_text(WORD, " ".join(sorted(forms)))
    made.add_text("graph", graph)
    made.add_text("iri", item.iri)
    made.add_text("document", fold(item.document))
    made.add_text("key", item.key)
    for identifier in item.identifiers:
        made.add_text("identifier", fold(identifier))
    for name in {named(head) for head in item.heads} if not item.document else ():
        made.add_text(NAME, name)
    for facet, values in item.facets.items():
        for value in values:
            made.add_text(facet, value)
    made.add_integer("day", int(item.issued.replace("-", "")) if item.issued else 0)
    made.add_bytes("shown", json.dumps(_shown(item), ensure_ascii=False).encode())
    return made


def named(text: str) -> str:
    """Give a name as it is compared as a whole: "Ministerie van AenM" and "ministerie van aenm" are the same."""
    return " ".join(token.form for token in tokens(text))


def _shown(item: Item) -> list[str]:
    """Give what a result shows of an item, in the order of `graph.search.served.Hit`."""
    return [item.iri, item.kind, item.title, item.passage or item.text, item.document, item.key, item.issued]


@lru_cache(maxsize=16)
def _stems(texts: tuple[str, ...]) -> str:
    """Give the stems of the words around an item, which are those around all items of a paper."""
    return " ".join(token.stem for token in tokens("\n".join(texts)))
