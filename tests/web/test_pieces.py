from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from graph.web.frames import ABOUT, PIECE, Frames, Kind, Tag, frame
from graph.web.pieces import Bounds, Pieces, Refusal


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_a_short_result_is_one_frame(ends: tuple[socket.socket, socket.socket]) -> None:
    pieces = Pieces(ends[1], Kind.GRAPH, 7, Bounds(), "ttl")
    pieces.write(b"ab")
    pieces.write(b"c")
    pieces.end()
    assert list(Frames().feed(ends[0].recv(1000))) == [(Tag.WHOLE, ABOUT.pack(b"g", 7) + b"abc")]


def test_frames_come_out_as_they_went_in_however_they_are_cut() -> None:
    sent = [(Tag.START, b"a" * 10), (Tag.DATA, b""), (Tag.DATA, b"b" * PIECE), (Tag.END, b"")]
    stream = b"".join(frame(tag, data) for tag, data in sent)
    for size in (1, 3, 7, 1000, PIECE):
        frames = Frames()
        found = [each for at in range(0, len(stream), size) for each in frames.feed(stream[at : at + size])]
        assert found == sent


@pytest.mark.parametrize(
    ("form", "rows"),
    [
        ("json", [b'{"head":{"vars":["a"]},"results":{"bindings":[', b'{"a":{}}', b',{"a":{"value":"},{ "}}', b"]}}"]),
        ("csv", [b"a\r\n", b"1\r\n", b"2\r\n"]),
        ("tsv", [b"?a\n", b"1\n", b"2\n"]),
        ("xml", [b"<results>", b"<result></result>", b"<result></result>"]),
        ("nt", [b"<a:a> <a:b> 1 .\n", b"<a:a> <a:b> 2 .\n"]),
    ],
)
def test_a_result_with_more_rows_than_allowed_is_refused(
    ends: tuple[socket.socket, socket.socket], form: str, rows: list[bytes]
) -> None:
    for bound, refused in ((2, False), (1, True)):
        pieces = Pieces(ends[1], Kind.RESULTS, 1, Bounds(rows=bound), form)
        for row in rows:
            pieces.write(row)
        if refused:
            with pytest.raises(Refusal, match=f"more than {bound} rows"):
                pieces.end()
        else:
            pieces.end()


def test_a_row_across_two_pieces_is_counted(ends: tuple[socket.socket, socket.socket]) -> None:
    pieces = Pieces(ends[1], Kind.RESULTS, 1, Bounds(rows=1), "json")
    pieces.write(b"x" * (PIECE - 3) + b'"}},')
    pieces.write(b'{"a":{}}')
    with pytest.raises(Refusal):
        pieces.end()


def test_a_graph_with_more_triples_than_allowed_is_refused(ends: tuple[socket.socket, socket.socket]) -> None:
    name = NamedNode("http://e/a")
    triples = [Triple(name, name, Literal(number)) for number in range(3)]
    pieces = Pieces(ends[1], Kind.GRAPH, 1, Bounds(rows=2), "ttl")
    with pytest.raises(Refusal, match="more than 2 triples"):
        list(pieces.counted(iter(triples)))


def test_a_result_of_more_bytes_than_allowed_is_refused(ends: tuple[socket.socket, socket.socket]) -> None:
    pieces = Pieces(ends[1], Kind.RESULTS, 1, Bounds(size=10), "json")
    pieces.write(b"x" * 11)
    with pytest.raises(Refusal, match="megabytes"):
        pieces.end()
