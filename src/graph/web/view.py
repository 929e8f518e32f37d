"""What is said of a few things, at hand for a page: statements by subject and property, and labels by language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from graph.store.base import Reader
from graph.web.languages import DUTCH, Language
from graph.web.prefixes import prefixes
from graph.web.words import Words

_LABELS = (
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://purl.org/dc/terms/title",
    "http://xmlns.com/foaf/0.1/name",
)
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_AT_ONCE = 500
_NAMELESS = ("/quote", "/position")
_STRETCH = re.compile(r"(.+)#char=(\d+),(\d+)")


class View:
    """Statements about things.

    Args:
        statements: what is said; of the same thing several properties, of the same property several values.
        base: of the IRIs of the data.
        language: of the labels that it gives, and of the words that values are written in.
    """

    def __init__(self, statements: Iterable[Triple], base: str, language: Language = DUTCH) -> None:
        self.base = base
        self.words = Words(language)
        self._namespaces = prefixes(base)
        self._said: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        self._by_type: dict[str, list[str]] = defaultdict(list)
        self._labels: dict[str, dict[str, str]] = {}
        self.add(statements)

    def add(self, statements: Iterable[Triple]) -> None:
        """Take in more statements, each once."""
        for statement in statements:
            subject, prop, value = statement.subject, statement.predicate.value, statement.object
            if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
                continue
            values = self._said[subject.value][prop]
            if value not in values:
                values.append(value)
                if prop == _TYPE:
                    self._by_type[value.value].append(subject.value)

    def __contains__(self, iri: str) -> bool:
        return iri in self._said

    def iri(self, name: str) -> str:
        """Write a name such as ``kg:page`` out; an IRI stays what it is."""
        prefix, colon, local = name.partition(":")
        namespace = self._namespaces.get(prefix)
        return namespace + local if colon and namespace and not local.startswith("//") else name

    def of_type(self, name: str) -> list[str]:
        """Give the things of a class, by IRI."""
        return sorted(self._by_type.get(self.iri(name), ()))

    def all(self, iri: str | None, name: str) -> list[str]:
        """Give the values of a property as text, IRIs as they are."""
        return [value.value for value in self.terms(iri, name)]

    def one(self, iri: str | None, name: str) -> str | None:
        """Give the first value of a property as text; None when there is none."""
        return next(iter(self.all(iri, name)), None)

    def terms(self, iri: str | None, name: str) -> Sequence[NamedNode | Literal]:
        """Give the values of a property."""
        if iri is None or iri not in self._said:
            return ()
        return sorted(self._said[iri].get(self.iri(name), ()), key=lambda term: term.value)

    def span(self, passage: str | None) -> tuple[int, int] | None:
        """Give where a passage stands in its text layer, in code points; None when that is not said.

        Args:
            passage: a passage, or a stretch of a layer that says so itself (``…#char=12,40``, RFC 5147).
        """
        if stretch := _STRETCH.fullmatch(passage or ""):
            return int(stretch[2]), int(stretch[3])
        for selector in self.all(passage, "oa:hasSelector"):
            start, end = self.one(selector, "oa:start"), self.one(selector, "oa:end")
            if start is not None and end is not None:
                return int(start), int(end)
        return None

    def layers(self, parts: Iterable[str]) -> list[str]:
        """Give the text layers that questions and answers are stretches of."""
        stretches = (_STRETCH.fullmatch(iri) for part in parts for iri in self.all(part, "prov:wasQuotedFrom"))
        return sorted({stretch[1] for stretch in stretches if stretch})

    def properties(self, iri: str) -> list[tuple[str, Sequence[NamedNode | Literal]]]:
        """Give all that is said of a thing, by property."""
        return [(prop, self.terms(iri, prop)) for prop in sorted(self._said[iri])] if iri in self._said else []

    def subjects(self, name: str, value: str) -> list[str]:
        """Give the things that have a value for a property."""
        wanted = self.iri(name)
        return sorted(
            iri for iri, said in self._said.items() if any(term.value == value for term in said.get(wanted, ()))
        )

    def objects(self) -> set[str]:
        """Give the IRIs of all things, properties and values that a page may want to name."""
        found = set(self._said)
        for said in self._said.values():
            found.update(said)
            found.update(value.value for values in said.values() for value in values if isinstance(value, NamedNode))
        return found

    def name(self, iri: str | None) -> str:
        """Give the label of a thing in the language of the page, in another, or what stands at the end of its IRI."""
        if iri is None:
            return ""
        labels = self._labels.get(iri) or self._own_labels(iri)
        for wanted in (self.words.language.code, "", "nl", "en"):
            if wanted in labels:
                return labels[wanted]
        return next(iter(labels.values()), "") or self.tail(iri)

    def tail(self, iri: str) -> str:
        """Give an IRI as short as people can read it."""
        for prefix, namespace in self._namespaces.items():
            if iri.startswith(namespace) and len(iri) > len(namespace):
                return f"{prefix}:{iri[len(namespace) :]}" if prefix != "kg" else iri[len(namespace) :]
        local = iri.removeprefix(f"{self.base}id/")
        return local.partition("/")[2] if local != iri and local.count("/") == 1 else local

    def learn_labels(self, reader: Reader, more: Iterable[str] = ()) -> View:
        """Look the labels up of all things that are named here, and of `more`; gives itself."""
        asked = (iri for iri in {*self.objects(), *more} if iri not in self._labels and not self._own_labels(iri))
        wanted = sorted(iri for iri in asked if not iri.endswith(_NAMELESS))
        either = " UNION ".join(f"{{ ?s <{label}> ?l BIND({rank} AS ?r) }}" for rank, label in enumerate(_LABELS))
        for start in range(0, len(wanted), _AT_ONCE):
            things = " ".join(f"<{iri}>" for iri in wanted[start : start + _AT_ONCE])
            found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
            for subject, rank, value in reader.query(f"SELECT ?s ?r ?l {{ VALUES ?s {{ {things} }} {either} }}").rows():
                if isinstance(subject, NamedNode) and isinstance(rank, Literal) and isinstance(value, Literal):
                    found[subject.value].append((int(rank.value), value.value, value.language or ""))
            for iri, labels in found.items():
                self._labels[iri] = {language: text for _, text, language in sorted(labels, reverse=True)}
        return self

    def _own_labels(self, iri: str) -> dict[str, str]:
        for label in _LABELS:
            if terms := self.terms(iri, label):
                return {(term.language or "") if isinstance(term, Literal) else "": term.value for term in terms}
        return {}
