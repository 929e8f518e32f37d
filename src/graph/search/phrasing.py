"""What was asked, in the terms of the index: which items are found, and what puts one before another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tantivy import Occur, Query

from graph.search.asking import Asked, words_in
from graph.search.item import Kind
from graph.search.references import Reference
from graph.search.schema import AROUND, NAME, OWN, WORD, named, schema
from graph.search.vocabulary import MOST_COMPOUNDS, Vocabulary
from graph.search.words import Token

_FIELDS: Mapping[str, float] = {"head": 3.0, "body": 1.0, "more": 0.6}
"""What a word counts for in each field."""

_AS_TYPED, _AROUND, _PARTED = 0.2, 0.05, 0.3
_LEADS, _NAMED, _EXACTLY, _CITED = 1000.0, 500.0, 100.0, 20.0
"""What counts before words: the question that is meant, the paper or law itself, a name as a whole, who cites it."""

_FEWEST = 4
"""How many compounds of each word are looked for at least."""

_CITING = (Kind.QUESTION, Kind.ANSWER)


class Phrasing:
    """Puts questions to an index with a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def all_of(self, asked: Asked) -> Query:
        """Find what has all words and phrases, of which one at least is its own, and what is called by its number."""
        words = self._all(asked.words, asked.phrases)
        if name := named(asked.text):
            words = _any([words, Query.const_score_query(_is(NAME, name), _EXACTLY)])
        if asked.reference is None:
            return words
        called = _called(asked.reference)
        if rest := words_in(asked.reference.rest):
            called = _all_must([called, self._all(rest, ())])
        return called if asked.reference.is_whole else _any([words, called])

    def some_of(self, asked: Asked) -> Query:
        """Find what has half of the words, where nothing has all of them."""
        own = [*self._owns(asked.words), *map(_phrase, asked.phrases)]
        return Query.boolean_query([(Occur.Should, each) for each in own], (len(own) + 1) // 2)

    def hits(self, asked: Asked) -> frozenset[str]:
        """Give the stems that are marked in a snippet."""
        words = [*asked.words, *(word for phrase in asked.phrases for word in phrase)]
        found = {word.stem for word in words}
        for word in asked.words:
            found.update(self._vocabulary.compounds(word.stem))
            if not self._vocabulary.knows(word.form, word.stem):
                found.update(self._vocabulary.parts(word.stem))
        return frozenset(found)

    def _all(self, words: Sequence[Token], phrases: Sequence[Sequence[Token]]) -> Query:
        own = [*self._owns(words), *map(_phrase, phrases)]
        if not own:
            return Query.empty_query()
        around = [_any([each, _term(AROUND, word.stem, _AROUND)]) for each, word in zip(own, words, strict=False)]
        return _all_must([*around, *own[len(words) :], *([Query.const_score_query(_any(own), 0.0)] if words else [])])

    def _owns(self, words: Sequence[Token]) -> list[Query]:
        """Find each of some words; the more there are, the fewer compounds of each."""
        most = max(_FEWEST, MOST_COMPOUNDS // max(1, len(words)))
        return [self._own(word, most) for word in words]

    def _own(self, word: Token, most: int) -> Query:
        """Find a word: itself in any form, then what it is part of, then its parts where it stands nowhere."""
        found = [_term(name, word.stem, weight) for name, weight in _FIELDS.items()]
        found.append(Query.const_score_query(Query.term_query(schema(), WORD, word.form), _AS_TYPED))
        for other, weight in self._vocabulary.compounds(word.stem, most).items():
            found += [_term(name, other, weight * _FIELDS[name]) for name in ("head", "body")]
        if not self._vocabulary.knows(word.form, word.stem) and (parts := self._vocabulary.parts(word.stem)):
            both = [_any([_term(name, part, weight) for name, weight in _FIELDS.items()]) for part in parts]
            found.append(Query.boost_query(_all_must(both), _PARTED))
        return _any(found)


def chosen(facets: Mapping[str, str]) -> list[Query]:
    """Restrict to values of facets, without any effect on the order."""
    return [
        Query.const_score_query(Query.term_query(schema(), name, value), 0.0) for name, value in sorted(facets.items())
    ]


def both(query: Query, filters: Sequence[Query]) -> Query:
    """Find what a query and all filters find."""
    return _all_must([query, *filters]) if filters else query


def _called(reference: Reference) -> Query:
    """Find what a reference means: the question or answer, the paper or law, and what cites it."""
    part = [_is("what", reference.part), _is("key", reference.number)] if reference.part else []
    if not reference.identifier:
        return Query.const_score_query(_all_must(part), _CITED)
    if reference.identifier.endswith("-"):
        every = Query.regex_query(schema(), "document", f"{reference.identifier.replace('.', '[.]')}.*")
        itself = Query.const_score_query(_all_must([every, *(part or [_is("what", Kind.PAPER)])]), _NAMED)
        return itself
    named = _is("identifier", reference.identifier)
    cites = Query.boolean_query([(Occur.Should, _is("what", kind)) for kind in _CITING])
    found = [
        Query.const_score_query(Query.boolean_query([(Occur.Must, named), (Occur.MustNot, cites)]), _NAMED),
        Query.const_score_query(_all_must([named, cites]), _CITED),
    ]
    if part:
        found.append(Query.const_score_query(_all_must([_is("document", reference.identifier), *part]), _LEADS))
    elif reference.rest:
        found.append(Query.const_score_query(_is("document", reference.identifier), _CITED))
    return _any(found)


def _phrase(phrase: Sequence[Token]) -> Query:
    """Find words that stand next to one another, in any form; a single one as it was typed."""
    if len(phrase) == 1:
        return Query.const_score_query(Query.term_query(schema(), WORD, phrase[0].form), 1.0)
    stems: list[str | tuple[int, str]] = [word.stem for word in phrase]
    return _any([Query.boost_query(Query.phrase_query(schema(), name, stems), _FIELDS[name]) for name in OWN])


def _is(name: str, value: str) -> Query:
    return Query.term_query(schema(), name, value)


def _term(name: str, stem: str, weight: float) -> Query:
    return Query.boost_query(Query.term_query(schema(), name, stem), weight)


def _any(queries: Sequence[Query]) -> Query:
    return Query.disjunction_max_query(queries, 0.1)


def _all_must(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, each) for each in queries])
