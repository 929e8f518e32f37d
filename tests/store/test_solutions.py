from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from graph.store.base import Term
from graph.store.solutions import write_csv

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_TERMS: st.SearchStrategy[Term | None] = st.one_of(
    st.none(),
    _TEXT.map(ox.Literal),
    st.text("abc,;.-()'é", min_size=1).map(lambda name: ox.NamedNode(f"https://example.org/{name}")),
    st.text("abc", min_size=1).map(ox.BlankNode),
)


def written(rows: list[tuple[Term | None, Term | None]]) -> bytes:
    out = BytesIO()
    write_csv(["a", "b"], rows, out)
    return out.getvalue()


@given(st.lists(st.tuples(_TERMS, _TERMS), max_size=5))
def test_a_reader_of_tables_finds_what_was_written(rows: list[tuple[Term | None, Term | None]]) -> None:
    found = list(csv.reader(StringIO(written(rows).decode(), newline="")))
    told = [
        ["" if term is None else str(term) if isinstance(term, ox.BlankNode) else term.value for term in row]  # type: ignore[union-attr]
        for row in rows
    ]
    assert found == [["a", "b"], *told]


@given(st.lists(_TEXT.filter(lambda text: "\r" not in text), max_size=5))
def test_literals_are_written_as_the_store_writes_them(texts: list[str]) -> None:
    values = " ".join(f"({ox.Literal(text)} UNDEF)" for text in texts)
    found = ox.Store().query(f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {values} }} }}")
    assert isinstance(found, ox.QuerySolutions)
    assert written([(ox.Literal(text), None) for text in texts]) == found.serialize(format=ox.QueryResultsFormat.CSV)


def test_a_long_table_is_written_in_parts() -> None:
    parts: list[bytes] = []

    class Out(BytesIO):
        def write(self, data: object) -> int:
            parts.append(bytes(data))  # type: ignore[call-overload]
            return len(parts[-1])

    write_csv(["n"], ([ox.Literal(str(number))] for number in range(10_000)), Out())
    assert len(parts) > 2 and max(map(len, parts)) < 20_000
    assert b"".join(parts).splitlines() == [b"n", *(str(number).encode() for number in range(10_000))]
