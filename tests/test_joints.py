"""What joins the words on either side of a line end, with and without a layout."""

from __future__ import annotations

import pytest

from graph.model import Block, BlockKind, Layout, SourceText, Span
from graph.views import view


def of_pdf(*paragraphs: str) -> str:
    """The view of paragraphs that a PDF shows, whose line ends are only where the page was full."""
    return _view(paragraphs, wrapped=True)


def _view(paragraphs: tuple[str, ...], *, wrapped: bool) -> str:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(words))))
        at += len(words) + 2
    layout = Layout(blocks=tuple(blocks), wrapped=wrapped)
    return view(SourceText(text, "a.pdf", "application/pdf", "0", layout=layout), Span(0, len(text))).text


@pytest.mark.parametrize(
    ("lines", "reads"),
    [
        ("de opvang-\nplekken", "de opvangplekken"),
        ("het EU-\nmigratiepact", "het EU-migratiepact"),
        ("jeugd-\nen gezinszorg", "jeugd- en gezinszorg"),
        ("voor niet-\nspoedeisende zaken", "voor niet-spoedeisende zaken"),
        ("in Noord-\nHolland", "in Noord-Holland"),
        ("zie https://www.dijk.nl/een-\nlek en verder", "zie https://www.dijk.nl/een-lek en verder"),
        ("zie dijk.nl/pad/\nnaar.pdf", "zie dijk.nl/pad/naar.pdf"),
        ("zie www.dijk.nl.\nDe minister", "zie www.dijk.nl. De minister"),
        ("een post-hbo opleiding en een post-\nhbo cursus", "een post-hbo opleiding en een post-hbo cursus"),
        ("Er zijn tien.\nDat is veel", "Er zijn tien. Dat is veel"),
        ("gedaan\n. Dan", "gedaan. Dan"),
    ],
)
def test_line_end_of_a_full_page_is_mended(lines: str, reads: str) -> None:
    assert of_pdf(lines) == reads


def test_paragraphs_stay_apart_also_when_the_next_begins_small() -> None:
    assert of_pdf("de instroom;", "de uitstroom.") == "de instroom;\nde uitstroom."


def test_line_end_that_the_writer_made_is_kept() -> None:
    assert _view(("Bron: IND\nPeildatum: 1 januari",), wrapped=False) == "Bron: IND\nPeildatum: 1 januari"


def test_rows_of_cells_stay_apart_also_when_the_next_begins_small() -> None:
    lines = "Tabel 1\nSterkte 51.310 51.780\nwaarvan aspiranten 5.120 4.870\nn.b. = niet bekend"
    shown = view(SourceText(lines, "a.txt", "text/plain", "0"), Span(0, len(lines))).text
    assert shown.split("\n")[1:] == ["Sterkte 51.310 51.780", "waarvan aspiranten 5.120 4.870", "n.b. = niet bekend"]


def test_a_sentence_that_breaks_behind_two_numbers_goes_on() -> None:
    lines = "In totaal stonden er op de peildatum van 1 januari 2025 69.630\nplekken open voor mensen die wachten."
    assert "\n" not in view(SourceText(lines, "a.txt", "text/plain", "0"), Span(0, len(lines))).text


@pytest.mark.parametrize("opens", ["zo’n", "circa", "de", "tussen de €"])
def test_a_line_that_ends_in_an_article_or_a_hedge_goes_on_in_its_number(opens: str) -> None:
    wide = "Dit is een regel die in zijn geheel zo breed is als alle andere regels van dit stuk samen zijn"
    text = "\n".join([wide, wide, f"Er werken {opens}", "1.250 gravers aan de dijken; dat blijft zo"])
    read = view(SourceText(text, "a.txt", "text/plain", "0"), Span(0, len(text))).text
    assert f"{opens} 1.250 gravers" in read
