"""Packs invented papers as Word does, from the markup of their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from graph.model import SourceText
from graph.read import read
from graph.read.content import Content, Paragraph
from graph.read.docx import decode
from graph.read.formats import DOCX
from graph.read.limits import Raw

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header1": "hdr",
    "header2": "hdr",
    "footer1": "ftr",
}
"""The parts that a paper may have, with their root elements."""


def part(root: str, inner: str) -> str:
    """Give a part."""
    return f'<w:{root} xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:m="{M}">{inner}</w:{root}>'


def parts(body: str, main: str = "word/document.xml", **others: str) -> dict[str, str]:
    """Give the parts of a paper with their names; `others` by the keys of `ROOTS`."""
    folder = main.rpartition("/")[0]
    related = "".join(
        f'<Relationship Id="{name}" Type="{R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in others
    )
    return {
        "_rels/.rels": relations(f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="{main}"/>'),
        main: part("document", f"<w:body>{body}</w:body>"),
        f"{folder}/_rels/{main.rpartition('/')[2]}.rels": relations(related),
        **{f"{folder}/{name}.xml": part(ROOTS[name], inner) for name, inner in others.items()},
    }


def relations(inner: str) -> str:
    """Give a part with relationships."""
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def pack(files: Mapping[str, str | bytes]) -> bytes:
    """Pack files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def content(body: str, **others: str) -> Content:
    """Decode a paper."""
    return decode(Raw(pack(parts(body, **others)), "brief.docx", DOCX))


def layer(body: str, **others: str) -> SourceText:
    """Read a paper to the end."""
    return read(pack(parts(body, **others)), "brief.docx")


def words(body: str, **others: str) -> list[str]:
    """Give the paragraphs of a paper as text, the marks of notes in brackets; no tables."""
    return [
        "".join(each if isinstance(each, str) else f"[{getattr(each, 'mark', '')}]" for each in piece.content).strip()
        for piece in content(body, **others).pieces
        if isinstance(piece, Paragraph)
    ]


def t(text: str, properties: str = "") -> str:
    """Give a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    """Give a paragraph of runs; one that is no markup is text."""
    inner = "".join(run if run.startswith("<") else t(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def item(text: str, number: int = 1, level: int | None = None) -> str:
    """Give a paragraph in a list."""
    depth = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
    return p(text, properties=f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>')


def styled(text: str, style: str) -> str:
    """Give a paragraph in a style."""
    return p(text, properties=f'<w:pStyle w:val="{style}"/>')


def field(code: str, result: str | None) -> str:
    """Give a field; a result of None leaves out where it would begin."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    shown = "" if result is None else mark.format("separate") + (result if result.startswith("<") else t(result))
    instruction = code if code.startswith("<") else f"<w:r><w:instrText>{escape(code)}</w:instrText></w:r>"
    return mark.format("begin") + instruction + shown + mark.format("end")


def box(inner: str) -> str:
    """Give a text box with its fallback, as Word writes it."""
    held = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{held}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{held}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: str) -> str:
    """Give a table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Give a row of cells; one that is no markup is text."""
    inner = "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def cell(inner: str, properties: str = "") -> str:
    """Give a cell; what is no markup is a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner if inner.startswith('<') else p(inner)}</w:tc>"
