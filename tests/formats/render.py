"""Renders an invented paper to the formats in which official papers come; each as its own tools write it."""

from __future__ import annotations

import html
import io
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from tests.formats.papers import CALL, Grid, Heading, Items, Paper, Part, Text, runs

# --- text, as it is taken from a PDF: lines of one width, notes at the end of the page --------------------------------


def to_text(paper: Paper) -> bytes:
    """Render as text, two pages with a footer each."""
    parts = [_lines(part) for part in paper.parts]
    half = len(parts) * 2 // 3
    pages = []
    for number, page in enumerate((parts[:half], parts[half:]), start=1):
        words = "\n\n".join(page)
        marks = [mark for mark in CALL.findall(words) if mark in paper.notes]
        notes = "\n".join(textwrap.fill(f"{mark} {paper.notes[mark]}", 90) for mark in marks)
        pages.append("\n\n".join(filter(None, (CALL.sub(r"\1", words), notes, f"{paper.footer} {number}"))))
    return "\n\f".join(pages).encode()


def _lines(part: Part) -> str:
    match part:
        case Items(texts=texts, first=first):
            labels = [f"{first + n}." if first else "•" for n in range(len(texts))]
            return "\n".join(textwrap.fill(f"{label} {text}", 90) for label, text in zip(labels, texts, strict=True))
        case Grid(rows=rows):
            return "\n".join(" ".join(row) for row in rows)
        case Heading(text=text) | Text(text=text):
            return textwrap.fill(text, 90, break_on_hyphens=False)


# --- official XML -----------------------------------------------------------------------------------------------------


def to_xml(paper: Paper) -> bytes:
    """Render as the official XML of a Kamerstuk."""
    body = "".join(_xml(part, paper) for part in paper.parts)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><officiele-publicatie><metadata/><kamerstuk><stuk><algemeen>'
        f'<vrije-tekst><tekst status="goed">{body}</tekst></vrije-tekst></algemeen></stuk></kamerstuk>'
        "</officiele-publicatie>"
    ).encode()


def _xml(part: Part, paper: Paper) -> str:
    match part:
        case Heading(text=text):
            return f'<tussenkop kopopmaak="vet">{_xml_text(text, paper)}</tussenkop>'
        case Text(text=text):
            return f"<al>{_xml_text(text, paper)}</al>"
        case Items(texts=texts, first=first):
            labels = [f"{first + n}." if first else "•" for n in range(len(texts))]
            items = "".join(
                f"<li><li.nr>{label}</li.nr><al>{_xml_text(text, paper)}</al></li>"
                for label, text in zip(labels, texts, strict=True)
            )
            return f'<lijst type="expliciet" level="single" nr-sluiting=".">{items}</lijst>'
        case Grid(rows=rows):
            lines = [
                "<row>" + "".join(f"<entry><al>{escape(cell)}</al></entry>" for cell in row) + "</row>" for row in rows
            ]
            head, body = lines[0], "".join(lines[1:])
            columns = len(rows[0])
            return f'<table><tgroup cols="{columns}"><thead>{head}</thead><tbody>{body}</tbody></tgroup></table>'


def _xml_text(text: str, paper: Paper) -> str:
    return "".join(escape(words) + (_xml_note(mark, paper.notes[mark]) if mark else "") for words, mark in runs(text))


def _xml_note(mark: str, text: str) -> str:
    return f'<noot id="n{mark}" type="voet"><noot.nr>{mark}</noot.nr><noot.al>{escape(text)}</noot.al></noot>'


# --- HTML -------------------------------------------------------------------------------------------------------------


def to_html(paper: Paper) -> bytes:
    """Render as a page of official publications."""
    body = "".join(_html(part) for part in paper.parts)
    notes = "".join(
        f'<div class="noot"><p class="noot-al"><sup><a id="n{mark}" href="#c{mark}">{mark}</a></sup> '
        f"{html.escape(text)}</p></div>"
        for mark, text in paper.notes.items()
    )
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>x</title></head>'
        f'<body><div id="broodtekst">{body}{notes}</div></body></html>'
    ).encode()


def _html(part: Part) -> str:
    match part:
        case Heading(text=text):
            return f"<h3>{_html_text(text)}</h3>\n"
        case Text(text=text):
            return f"<p>{_html_text(text)}</p>\n"
        case Items(texts=texts, first=first):
            tag = f'ol start="{first}"' if first else "ul"
            return f"<{tag}>{''.join(f'<li>{_html_text(text)}</li>' for text in texts)}</{tag[:2]}>\n"
        case Grid(rows=rows):
            head = "".join(f"<th>{html.escape(cell)}</th>" for cell in rows[0])
            body = "".join(
                "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows[1:]
            )
            return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>\n"


def _html_text(text: str) -> str:
    return "".join(
        html.escape(words) + (f'<sup><a id="c{mark}" href="#n{mark}" class="nootnr">{mark}</a></sup>' if mark else "")
        for words, mark in runs(text)
    )


# --- DOCX -------------------------------------------------------------------------------------------------------------

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def to_docx(paper: Paper) -> bytes:
    """Render as a Word document with real lists, notes, tables and a footer."""
    body = "".join(_docx(part) for part in paper.parts)
    notes = "".join(
        f'<w:footnote w:id="{mark}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f"{_run(' ' + text)}</w:p></w:footnote>"
        for mark, text in paper.notes.items()
    )
    files = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
            f'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
            f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}.footnotes+xml"/>'
            f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_R}/footnotes" Target="footnotes.xml"/>'
            f'<Relationship Id="rId2" Type="{_R}/numbering" Target="numbering.xml"/>'
            f'<Relationship Id="rId3" Type="{_R}/footer" Target="footer1.xml"/></Relationships>'
        ),
        "word/document.xml": (
            f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}'
            '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/></w:sectPr></w:body></w:document>'
        ),
        "word/footnotes.xml": (
            f'{_HEAD}<w:footnotes xmlns:w="{_W}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/>'
            f"</w:r></w:p></w:footnote>{notes}</w:footnotes>"
        ),
        "word/footer1.xml": f'{_HEAD}<w:ftr xmlns:w="{_W}"><w:p>{_run(paper.footer)}</w:p></w:ftr>',
        "word/numbering.xml": f'{_HEAD}<w:numbering xmlns:w="{_W}">{"".join(_numbering())}</w:numbering>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _numbering() -> Iterator[str]:
    for number, (kind, text) in enumerate((("decimal", "%1."), ("bullet", "•")), start=1):
        yield (
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        )
    for number in (1, 2):
        yield f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'


def _docx(part: Part) -> str:
    match part:
        case Heading(text=text):
            return f"<w:p>{''.join(_docx_runs(text, bold=True))}</w:p>"
        case Text(text=text):
            return f"<w:p>{''.join(_docx_runs(text))}</w:p>"
        case Items(texts=texts, first=first):
            number = 1 if first else 2
            properties = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            return "".join(f"<w:p>{properties}{''.join(_docx_runs(text))}</w:p>" for text in texts)
        case Grid(rows=rows):
            lines = [
                "<w:tr>"
                + ("<w:trPr><w:tblHeader/></w:trPr>" if n == 0 else "")
                + "".join(f"<w:tc><w:tcPr/><w:p>{_run(cell)}</w:p></w:tc>" for cell in row)
                + "</w:tr>"
                for n, row in enumerate(rows)
            ]
            grid = "<w:gridCol/>" * len(rows[0])
            return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _docx_runs(text: str, *, bold: bool = False) -> Iterator[str]:
    for words, mark in runs(text):
        if words:
            yield _run(words, bold=bold)
        if mark:
            raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            yield f'<w:r>{raised}<w:footnoteReference w:id="{mark}"/></w:r>'


def _run(text: str, *, bold: bool = False) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


FORMATS: dict[str, Callable[[Paper], bytes]] = {
    "txt": to_text,
    "xml": to_xml,
    "html": to_html,
    "docx": to_docx,
}
"""The formats by the ending of their names; PDF is in `tests.formats.pdf`."""
