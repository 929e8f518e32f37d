"""`kamergraaf status`: what is in the store, how complete, how valid, and which settings are missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.common import StoreOption, count, reader_of, settings_of, store_of

if TYPE_CHECKING:
    from graph.export import Coverage
    from graph.settings import Settings
    from graph.store.base import Reader


EXAMPLES = (
    "kamergraaf status",
    "kamergraaf status --store /srv/kamergraaf",
    "kamergraaf status --verify",
    "kamergraaf status --verify --format json",
)


class Shape(StrEnum):
    """How `--verify` tells what it found."""

    TEXT = "text"
    JSON = "json"


def status(
    store: StoreOption = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="Hold the store to itself and to its sources; 1 when anything is wrong.")
    ] = False,
    form: Annotated[Shape, typer.Option("--format", "-f", help="How --verify tells what it found.")] = Shape.TEXT,
) -> None:
    """Tell what is in the store, how complete and how valid it is, and which settings are missing."""
    from graph.store.remote.address import named

    settings = settings_of(store)
    if verify:
        _verify(settings, form)
        return
    typer.echo(f"store     {named(settings.store)}")
    typer.echo(f"base      {settings.base_iri}")
    if store_of(settings).current():
        with reader_of(settings) as reader:
            for line in content(reader, settings.base_iri):
                typer.echo(line)
    else:
        typer.echo("content   nothing has been published yet; run: kamergraaf build")
    for line in waiting(settings):
        typer.echo(line)
    for line in missing(settings):
        typer.echo(line)


def _verify(settings: Settings, form: Shape) -> None:
    """Tell whether the store is what its ledger and its sources say.

    Raises:
        typer.Exit: with 1, when anything is wrong.
    """
    from graph.build.verify import verify

    with reader_of(settings) as reader:
        found = verify(reader, settings)
    if form is Shape.JSON:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        for line in (*found.wrong, *(f"not looked at: {each}" for each in found.left)):
            typer.echo(str(line))
        what = f"{count(found.graphs, 'graph')} and {count(found.sources, 'source')} looked at"
        typer.echo(f"{what}: {f'{len(found.wrong):,} wrong' if found.wrong else 'nothing is wrong'}")
    if found.wrong:
        raise typer.Exit(1)


def content(reader: Reader, base: str) -> Iterator[str]:
    """Tell what is in the store and how complete it is."""
    from graph.export import coverage

    versions = [version for version in reader.graphs() if version.size]
    last = reader.publications(1)[0]
    yield f"current   publication {reader.number} of {last.at:%Y-%m-%d %H:%M} UTC"
    sizes = sum(version.size for version in versions)
    documents = [version for version in versions if version.identifier]
    yield f"content   {count(len(documents), 'document')} in {count(len(versions), 'graph')}, {count(sizes, 'triple')}"
    for name, kind, word, pattern in _COUNTED:
        number = _number(reader, base, f"?thing a kg:{kind}")
        yield f"          {number:,} {name}{_share(reader, base, pattern, word, number) if number and word else ''}"
    yield from _unread(coverage(reader, base))


_COUNTED = (
    ("questions", "Question", "answered", "?answer kg:answers ?thing . ?thing a kg:Question"),
    (
        "statistics",
        "Statistic",
        "with a period",
        "?thing a kg:Statistic ; kg:period ?period FILTER (?period != <{base}id/period/unknown>)",
    ),
    ("mentions", "Mention", "settled", "?thing a kg:Mention ; <http://www.w3.org/ns/oa#hasBody> ?named"),
    ("nonanswers", "NonAnswer", "", ""),
)
"""What is counted: its name, its class, and which of it has what it should have. The store counts: tables of all
figures would have to come through the network from a server."""


def _share(reader: Reader, base: str, pattern: str, word: str, number: int) -> str:
    """Tell what share of the things of a kind has what it should have."""
    complete = _number(reader, base, pattern.format(base=base))
    return f", {complete:,} {word} ({complete / number:.0%})"


def _number(reader: Reader, base: str, pattern: str) -> int:
    from pyoxigraph import Literal

    query = f"PREFIX kg: <{base}def/> SELECT (COUNT(DISTINCT ?thing) AS ?n) {{ {pattern} }}"
    return sum(int(cell.value) for (cell,) in reader.query(query).rows() if isinstance(cell, Literal))


def _unread(found: Coverage) -> Iterator[str]:
    """Tell how much of the papers was not read, and for which reasons, the most first."""
    if not found.characters:
        return
    unread = sum(each.characters for each in found.unread)
    stretches = count(sum(each.stretches for each in found.unread), "stretch", "stretches")
    share = unread / found.characters
    yield f"unread    {unread:,} of {count(found.characters, 'character')} ({share:.1%}) in {stretches}"
    for each in found.unread:
        amount = f"{count(each.stretches, 'stretch', 'stretches')}, {count(each.characters, 'character')}"
        yield f"          {each.reason}: {amount}"


def waiting(settings: Settings) -> Iterator[str]:
    """Tell which documents were kept out."""
    from graph.build.session import quarantine_of

    rejected = quarantine_of(settings).all()
    yield f"invalid   {count(len(rejected), 'document')} kept out"
    for each in rejected:
        first = each.reasons[0] if each.reasons else "no reason kept"
        yield f"          {each.identifier}: {count(len(each.reasons), 'violation')}, such as: {first}"


def missing(settings: Settings) -> Iterator[str]:
    """Tell which settings have no value, and which names in the environment are none."""
    from graph.settings import PREFIX, unknown

    wanted = settings.missing()
    for name, why in wanted.items():
        yield f"missing   {PREFIX}{name.upper()}: {why}"
    for name in unknown():
        yield f"unknown   {name}: there is no such setting; see docs/settings.md"
