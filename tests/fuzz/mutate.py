"""Damages papers as networks, editors and enemies do: cut, shuffled, overwritten, swollen; inside a container too."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

_TOKEN = re.compile(rb"<[^<>]{1,200}>")
_ODD = (
    b"\x00",
    b"\xff",
    b"\x80",
    b"<",
    b"&",
    b"]]>",
    b"\r",
    b"\x0c",
    b"\xed\xa0\x80",
    b"(" * 50,
    b"1. " * 200,
    b"9" * 400,
)
"""What a parser least expects."""


def mutate(data: bytes, rng: random.Random) -> bytes:
    """Give a damaged copy; of a ZIP container its files are damaged and packed again in half of the cases."""
    if data.startswith(b"PK") and rng.random() < 0.5:
        return _packed(data, rng)
    for _ in range(rng.choice((1, 1, 2, 5))):
        data = rng.choice(MUTATIONS)(data, rng)
    return data


def _packed(data: bytes, rng: random.Random) -> bytes:
    """Damage a file or two inside a container, or leave one out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = rng.sample(names, min(len(names), rng.choice((1, 2))))
        for name in names:
            part = old.read(name)
            if name in chosen and rng.random() < 0.1:
                continue
            new.writestr(name, rng.choice(MUTATIONS)(part, rng) if name in chosen else part)
    return buffer.getvalue()


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _flip(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 20)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _insert(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice((rng.choice(_ODD), rng.randbytes(rng.randrange(1, 40)))) + data[at:]


def _remove(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + data[at + rng.choice((1, 10, 1000)) :]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    piece = data[at : at + rng.choice((1, 20, 500))]
    return data[:at] + piece * rng.choice((2, 10, 200)) + data[at:]


def _lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def _tags(data: bytes, rng: random.Random) -> bytes:
    """Drop, double or swap tags."""
    tags = list(_TOKEN.finditer(data))
    if len(tags) < 2:
        return _flip(data, rng)
    one, other = sorted(rng.sample(tags, 2), key=lambda match: match.start())
    middle = data[one.end() : other.start()]
    first, last = rng.choice(
        ((other[0], one[0]), (b"", other[0]), (one[0], b""), (one[0] * 2, other[0]), (one[0] * 300, other[0]))
    )
    return data[: one.start()] + first + middle + last + data[other.end() :]


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _flip, _insert, _remove, _repeat, _lines, _tags,
)  # fmt: skip
