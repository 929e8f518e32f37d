"""Pages read as a browser shows them."""

from __future__ import annotations

import random

import pytest

from graph.errors import ReadError
from graph.model import SourceText
from graph.read import read


def page(body: str, head: str = "") -> SourceText:
    return read(
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode(), "a"
    )


def blocks(body: str) -> list[tuple[str, int, str]]:
    source = page(body)
    assert source.layout is not None
    return [(block.kind.value, block.level, source.quote(block.span)) for block in source.layout.blocks]


def texts(body: str) -> list[str]:
    return [text for _, _, text in blocks(body)]


def test_the_official_page_of_a_kamerstuk_reads_as_its_xml() -> None:
    body = """<div id="kopregel"><p>kop</p></div><div id="broodtekst">
        <h1 class="dossiertitel"><a id="d1" name="d1"></a><span class="dossiernummer">
            36 999
            </span> Begroting van Proef
        </h1><div class="stuk"><h1 class="stuktitel"><span class="stuknummer">Nr. 7
            </span> VERSLAG
        </h1><p class="kamerstukdatum">Vastgesteld <span class="datum">14 november 2025</span></p>
        <div class="vraag"><h2 class="stuktitel no-toc">Vraag 1
        </h2><p>Hoeveel
           plekken?</p></div></div></div><div id="voetregel">voet</div>"""
    assert blocks(body) == [
        ("heading", 1, "36 999 Begroting van Proef"),
        ("heading", 1, "Nr. 7 VERSLAG"),
        ("paragraph", 0, "Vastgesteld 14 november 2025"),
        ("heading", 2, "Vraag 1"),
        ("paragraph", 0, "Hoeveel plekken?"),
    ]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (
            "<nav>menu</nav><main><header><h1>Titel</h1></header><p>Tekst</p></main><footer>voet</footer>",
            ["Titel", "Tekst"],
        ),
        ("<header>kop</header><article><p>Tekst</p></article>", ["Tekst"]),
        ("<article>een</article><article>twee</article>", ["een", "twee"]),
        ("<main></main><p>Tekst</p>", ["Tekst"]),
        ("<div role=main>Tekst</div><div>rest</div>", ["Tekst"]),
        ("<p>Tekst</p><script>x()</script><style>p{}</style><template><p>t</p></template>", ["Tekst"]),
    ],
)
def test_the_main_part_of_a_page_is_read(body: str, shown: list[str]) -> None:
    assert texts(body) == shown


def test_what_a_browser_hides_is_left_out() -> None:
    body = """<p>een<span style="display: none"> weg</span></p><p hidden>weg</p><p class="visually-hidden">weg</p>
        <p style="mso-hide:all">weg</p><details><summary>Meer</summary>inhoud</details>"""
    assert texts(body) == ["een", "Meer", "inhoud"]


def test_blocks_end_lines_and_inline_elements_do_not() -> None:
    body = "los<p>een <b>twee</b><i>drie</i> <x-y>vier</x-y></p>vijf<div>zes<br>zeven<p>acht</div><q>negen</q>"
    assert texts(body) == ["los", "een tweedrie vier", "vijf", "zes\nzeven", "acht", "“negen”"]


def test_white_space_is_kept_where_the_page_keeps_it() -> None:
    assert texts("<pre>een  twee\n drie</pre><p style='white-space: pre-wrap'>a  b</p><p>a  b</p>") == [
        "een  twee\n drie",
        "a  b",
        "a b",
    ]


@pytest.mark.parametrize(
    ("body", "items"),
    [
        ("<ol><li>een<li>twee</ol>", ["1. een", "2. twee"]),
        ("<ol start=3 type=a><li>een<li value=7>twee<li>drie</ol>", ["c. een", "g. twee", "h. drie"]),
        ("<ol reversed><li>een<li>twee</ol>", ["2. een", "1. twee"]),
        ("<ol type=I start=4><li>een</ol>", ["IV. een"]),
        ("<ul><li>een</ul>", ["• een"]),
        ("<ul style='list-style: none'><li>een</ul>", ["een"]),
        ("<ul class=expliciet><li><p class=labeled><span class=ol>– </span>een</p></ul>", ["– een"]),
        ("<ul><li><span class=lijstnummer>a.</span><p>een</p></ul>", ["a. een"]),
        ("<ul><li><p>een</p><p>vervolg</p></ul>", ["• een", "vervolg"]),
        ("<ol><li><ul><li>binnen</ul></ol>", ["1. • binnen"]),
        ("<ol><li></ol>", ["1."]),
        ("<dl><dt>term<dd>uitleg</dl>", ["term", "uitleg"]),
    ],
)
def test_items_have_the_label_that_a_browser_shows(body: str, items: list[str]) -> None:
    assert texts(body) == items


def test_items_have_their_level() -> None:
    assert blocks("<ol><li>een<ol type=a><li>twee</ol></ol>") == [("item", 1, "1. een"), ("item", 2, "a. twee")]


def test_items_that_word_saves_have_label_and_level() -> None:
    body = """<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
        style='mso-list:Ignore'>a.<span style='font:7.0pt "Times"'>&nbsp;&nbsp; </span></span><![endif]>Punt<o:p></o:p>
        </p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>"""
    assert blocks(body) == [("item", 2, "a. Punt")]


def test_headings_have_their_level() -> None:
    assert blocks("<h3>drie</h3><div role=heading aria-level=4>vier</div>") == [
        ("heading", 3, "drie"),
        ("heading", 4, "vier"),
    ]


def test_tables_keep_spans_and_headings() -> None:
    source = page(
        """<table><caption>Plekken</caption><thead><tr><th rowspan=2>Jaar<th colspan=2>Aantal<tr><th>m<th>v</thead>
        <tfoot><tr><td>Bron</tfoot><tbody><tr><td>2024<td>5<td>6</tbody></table>"""
    )
    assert source.text == "Plekken\n\nJaar\tAantal\nm\tv\n2024\t5\t6\nBron"
    assert source.layout is not None
    cells = source.layout.tables[0].cells
    assert [(cell.row, cell.column, cell.rows, cell.columns, cell.heading) for cell in cells[:4]] == [
        (0, 0, 2, 1, True),
        (0, 1, 1, 2, True),
        (1, 1, 1, 1, True),
        (1, 2, 1, 1, True),
    ]


def test_a_table_that_only_arranges_is_read_block_by_block() -> None:
    source = page("<table><tr><td><p>links</p><table><tr><td>5<td>6</table></td><td>rechts</td></tr></table>")
    assert source.text == "links\n\n5\t6\n\nrechts"


def test_labels_are_what_the_head_says() -> None:
    head = '<meta name="DC.type" content="a"><meta name="DC.type" content="b"><meta property="og:title" content="c">'
    source = page("<p>x</p>", head + '<meta name="leeg" content="">')
    assert source.labels == {"DC.type": ("a", "b"), "og:title": ("c",)}


SEED = b"""<!DOCTYPE html><html><body><div id="broodtekst"><h2>Vraag 1</h2><p>Tien<sup><a href="#n1">1</a></sup></p>
<ol start="2" type="a"><li>een<ul><li>twee</ul></ol><table><tr><td rowspan=2 colspan=3>a</td></tr></table><pre> x </pre>
<div class="noot" id="n1"><sup>1</sup><p>Noot</p></div></div></body></html>"""


def test_damaged_pages_give_a_text_or_a_read_error() -> None:
    rng = random.Random(1)
    for _ in range(300):
        data = bytearray(SEED)
        for _ in range(rng.choice((1, 5, 30))):
            at = rng.randrange(len(data))
            data[at : at + rng.choice((0, 1, 20))] = rng.choice(
                (b"<", b">", b"</p>", b"\xff", b"\0", b"&#x;", b"<li>", b'"')
            )
        try:
            source = read(bytes(data), "a.html")
        except ReadError as error:
            assert "\n" not in str(error)
        else:
            assert source.text.strip()
