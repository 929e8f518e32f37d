"""`kamergraaf dump`: the whole dataset as one file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.common import StoreOption, bytes_out, reader_of, settings_of

EXAMPLES = (
    "kamergraaf dump kamergraaf.nq",
    "kamergraaf dump kamergraaf.ttl.gz",
    "kamergraaf dump - --format trig | less",
)


class Format(StrEnum):
    """How it is written; those without named graphs hold the statements of all graphs."""

    NQ = "nq"
    TRIG = "trig"
    TTL = "ttl"
    NT = "nt"
    JSONLD = "jsonld"
    RDF = "rdf"


def dump(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; - is standard output.")],
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="How it is written.", show_default="by the name of OUT, or nq"),
    ] = None,
    pack: Annotated[bool, typer.Option("--gzip", "-z", help="Pack it with gzip (so does a name on .gz).")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Add the log of publications, with its times.")] = False,
    store: StoreOption = None,
) -> None:
    """Write the whole dataset: graphs by IRI, sorted within a graph, so that equal data gives equal bytes."""
    from graph.describe.iris import Iris
    from graph.describe.terms import prefixes
    from graph.store.dump import FORMATS, dump_to_file, packed_as_asked
    from graph.store.dump import dump as write

    settings = settings_of(store)
    name = out.name.removesuffix(".gz")
    media = FORMATS[format or next((each for each in FORMATS if name.endswith(f".{each}")), "nq")]
    pack = pack or out.name.endswith(".gz")
    short = prefixes(settings.base_iri)
    log = Iris(settings.base_iri).graph("publications") if everything else ""
    with reader_of(settings) as reader:
        if str(out) == "-":
            with packed_as_asked(bytes_out(), pack) as file:
                write(reader, file, media, prefixes=short, log=log)
            return
        dump_to_file(reader, out, media, packed=pack, prefixes=short, log=log)
        graphs = len(reader.graphs())
    typer.echo(f"{out}: {graphs:,} graphs of publication {reader.number}, {out.stat().st_size:,} bytes", err=True)
