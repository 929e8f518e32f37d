"""Official publications read as they are printed, and no word of them is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import ReadError
from graph.model import SourceText
from graph.read import read
from graph.read.xml import vocabulary as names


def paper(inside: str, kind: str = "kamerstuk") -> SourceText:
    return read(f"<officiele-publicatie><{kind}>{inside}</{kind}></officiele-publicatie>".encode(), "a.xml")


def blocks(source: SourceText) -> list[tuple[str, int, str]]:
    assert source.layout is not None
    return [(block.kind.value, block.level, source.quote(block.span)) for block in source.layout.blocks]


def texts(inside: str, kind: str = "kamerstuk") -> list[str]:
    return [text for _, _, text in blocks(paper(inside, kind))]


def test_the_face_of_a_kamerstuk_reads_as_printed() -> None:
    face = """
        <kamerstukkop>
          <tekstregel inhoud="vergaderjaar">Vergaderjaar 2025-2026</tekstregel>
          <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
          <tekstregel inhoud="kamernummer">2</tekstregel>
          <tekstregel inhoud="documenttype">Kamerstukken</tekstregel>
          <tekstregel inhoud="anders">Herdruk van</tekstregel>
        </kamerstukkop>
        <dossier>
          <dossiernummer><dossiernr>36 999</dossiernr><begrotingshoofdstuk>XX</begrotingshoofdstuk></dossiernummer>
          <titel>Begroting van Proef</titel>
        </dossier>
        <stuk>
          <stuknr>Nr. <ondernummer kamer="2">7</ondernummer>
          </stuknr>
          <titel>VERSLAG</titel>
          <datumtekst>Vastgesteld <datum isodatum="2025-11-14">14 november 2025</datum></datumtekst>
        </stuk>"""
    assert blocks(paper(face)) == [
        ("paragraph", 0, "Tweede Kamer der Staten-Generaal 2"),
        ("paragraph", 0, "Vergaderjaar 2025-2026 Kamerstukken"),
        ("paragraph", 0, "Herdruk van"),
        ("heading", 1, "36 999 XX Begroting van Proef"),
        ("heading", 1, "Nr. 7 VERSLAG"),
        ("paragraph", 0, "Vastgesteld 14 november 2025"),
    ]


def test_the_older_dialect_is_read() -> None:
    source = read(
        b"""<kamerwrk><kop><titel>Tweede Kamer</titel><subtitel>2</subtitel></kop>
        <frontm><ordernr>6K0721</ordernr><vergjaar>1995-1996</vergjaar>
        <onderw><nummer>24 999</nummer><naam>Wijziging van een wet</naam></onderw></frontm>
        <body><stuk><ltrlabel>Nr. </ltrlabel><nummer>6</nummer><titel>NOTA</titel><tuskop letat="cur">1. Begin</tuskop>
        <al>Er zijn<voetref refid="v1" nr="1"/> er
        tien.</al><witreg/><voetnoot id="v1" nr="1"><al>Geteld.</al></voetnoot></stuk></body></kamerwrk>""",
        "a.xml",
    )
    assert [text for _, _, text in blocks(source)] == [
        "Tweede Kamer 2",
        "24 999 Wijziging van een wet",
        "Nr. 6 NOTA",
        "1. Begin",
        "Er zijn1 er tien.",
    ]
    assert source.text.endswith("\n1 Geteld.")
    assert "6K0721" not in source.text


@pytest.mark.parametrize(
    ("number", "shown"),
    [("1", "Vraag 1"), ("Vraag 1", "Vraag 1"), ("Vragen 2 en 3", "Vragen 2 en 3"), ("4, 5", "Vraag 4, 5")],
)
def test_a_question_is_headed_by_its_number(number: str, shown: str) -> None:
    source = paper(f"<vraag><nr>{number}</nr><al>Hoeveel?</al></vraag>", "kamervragen")
    assert blocks(source) == [("heading", 2, shown), ("paragraph", 0, "Hoeveel?")]


def test_an_answer_without_a_number_is_headed_by_what_it_is() -> None:
    inside = "<antwoord><al>Tien.</al></antwoord><antwoord><al>Antwoord 2</al><al>Elf.</al></antwoord><antwoord/>"
    assert texts(inside, "kamervragen") == ["Antwoord", "Tien.", "Antwoord 2", "Elf."]


def test_kamervragen_begin_with_number_and_description() -> None:
    inside = """
        <kamervraagkop><tekstregel inhoud="documenttype">Aanhangsel van de Handelingen</tekstregel></kamervraagkop>
        <kamervraagnummer>593</kamervraagnummer>
        <kamervraagomschrijving type="vraag">Vragen van de leden <naam><achternaam>Jansen</achternaam></naam> en
          <naam><voorvoegsels>De</voorvoegsels><achternaam>Boer</achternaam></naam> (X) over <kamervraagonderwerp>de
          opvang</kamervraagonderwerp> (ingezonden <datum>3 mei 2024</datum>).</kamervraagomschrijving>
        <kamervraagopmerking><titel>Toelichting:</titel><al>Aanvullend.</al></kamervraagopmerking>"""
    assert blocks(paper(inside, "kamervragen")) == [
        ("paragraph", 0, "Aanhangsel van de Handelingen"),
        ("paragraph", 0, "593"),
        ("heading", 1, "Vragen van de leden Jansen en De Boer (X) over de opvang (ingezonden 3 mei 2024)."),
        ("heading", 1, "Toelichting:"),
        ("paragraph", 0, "Aanvullend."),
    ]


def test_items_have_their_label_and_level() -> None:
    inside = """<lijst type="expliciet"><li><li.nr>a.</li.nr><al>Een</al><al>Vervolg</al>
        <lijst type="expliciet"><li><li.nr>–</li.nr><al>Onder</al></li></lijst></li></lijst>
        <lijst type="ongemarkeerd"><li><al>Kaal</al></li></lijst>
        <lijst type="a" start="3" nr-sluiting=")"><li><al>Geteld</al></li></lijst>
        <lijst type="streepje"><li><al>Streep</al></li></lijst>
        <artikel><kop><label>Artikel</label><nr>1</nr><titel>Doel</titel></kop><lid><lidnr>1.</lidnr><al>Lid</al></lid></artikel>"""
    assert blocks(paper(inside)) == [
        ("item", 1, "a. Een"),
        ("paragraph", 0, "Vervolg"),
        ("item", 2, "– Onder"),
        ("item", 1, "Kaal"),
        ("item", 1, "c) Geteld"),
        ("item", 1, "– Streep"),
        ("heading", 2, "Artikel 1 Doel"),
        ("item", 1, "1. Lid"),
    ]


def test_headings_have_the_level_of_their_section_and_look() -> None:
    inside = """<tussenkop kopopmaak="vet">Vet</tussenkop><tussenkop kopopmaak="cur">Cursief</tussenkop>
        <divisie><kop><nr>1.</nr><titel>Deel</titel></kop><divisie><kop><titel>Onderdeel</titel></kop>
        <tussenkop kopopmaak="vet">Binnen</tussenkop></divisie></divisie>"""
    assert [(level, text) for _, level, text in blocks(paper(inside))] == [
        (2, "Vet"),
        (3, "Cursief"),
        (2, "1. Deel"),
        (3, "Onderdeel"),
        (4, "Binnen"),
    ]


def test_signatories_stand_on_lines_of_their_own() -> None:
    inside = """<ondertekening><functie>De Minister</functie> van Proef,<naam><voornaam>A.</voornaam>
        <achternaam>Jansen</achternaam></naam></ondertekening>
        <ondertekening><naam><voornaam>B.</voornaam><achternaam>Boer</achternaam></naam><functie>griffier</functie>
        </ondertekening>"""
    assert texts(inside) == ["De Minister van Proef,\nA. Jansen", "B. Boer\ngriffier"]


def test_inline_elements_and_instructions_leave_words_whole() -> None:
    inside = """<al>6 megaton CO<inf>2</inf>, de UZI-server<?xpp afbm?>certificaten,
        <nadruk type="cur">zie</nadruk><extref doc="x">nr. 3</extref>.</al>
        <al>Regel<br/>einde</al><al>met <onbekend>iets</onbekend> onbekends</al>"""
    assert texts(inside) == [
        "6 megaton CO2, de UZI-servercertificaten, zienr. 3.",
        "Regel\neinde",
        "met iets onbekends",
    ]


def test_speakers_and_agenda_items_are_read() -> None:
    inside = """<agendapunt><nr>4</nr><item-titel>Opvang</item-titel><spreekbeurt><spreker><voorvoegsels>De
        heer</voorvoegsels><naam><achternaam>Boer</achternaam></naam> (<politiek>X</politiek>):</spreker>
        <tekst><al-groep><al>Dank.</al></al-groep></tekst></spreekbeurt></agendapunt>"""
    assert texts(inside, "handelingen") == ["4 Opvang", "De heer Boer (X):", "Dank."]


def test_elements_that_nobody_knows_are_read_as_paragraphs() -> None:
    assert texts("<nieuw><een>Een</een><twee><drie>Drie</drie></twee></nieuw>los<al>Vier</al>") == [
        "Een",
        "Drie",
        "los",
        "Vier",
    ]
    assert texts("<al>met <nieuw>iets</nieuw><nieuw>nieuws</nieuw></al>") == ["met iets nieuws"]


def test_other_encodings_are_read_by_their_declaration() -> None:
    data = "<?xml version='1.0' encoding='windows-1252'?><kamerstuk><al>Syrië: € 5</al></kamerstuk>".encode("cp1252")
    assert read(data, "a.xml").text == "Syrië: € 5"


def test_labels_are_what_the_metadata_says() -> None:
    meta = "".join(f'<meta name="DC.type" content="{value}"/>' for value in ("Motie", "Kamerstuk", ""))
    source = read(
        f"<officiele-publicatie><metadata>{meta}</metadata><al>Tekst</al></officiele-publicatie>".encode(), "a.xml"
    )
    assert source.labels == {"DC.type": ("Motie", "Kamerstuk")}
    assert source.text == "Tekst"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<!-- x --><metadata_gegevens><metadata/></metadata_gegevens>", "NAME_metadata.xml"),
        ("<!-- x --><o:owms-metadata xmlns:o='x'/>", "NAME_metadata_owms.xml"),
        ("<!-- x --><s:searchRetrieveResponse xmlns:s='x'/>", "search service"),
        ("<?xml version='1.0'?><wetten><al>x</al></wetten>", "<wetten>.*<kamerstuk>"),
        ("<kamerstuk/>", "no text"),
    ],
)
def test_what_is_no_paper_is_refused_by_its_root(data: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read(data.encode(), "a.xml")


CONTAINERS = (
    "stuk",
    "divisie",
    "nieuw",
    "vraag",
    "antwoord",
    "lijst",
    "li",
    "al-groep",
    "artikel",
    "lid",
    "bijlage",
    "kop",
)
LEAVES = (
    "al",
    "titel",
    "nadruk",
    "tussenkop",
    "onbekend",
    "naam",
    "datum",
    "nr",
    "li.nr",
    "spreker",
    "row",
    "entry",
    "wat",
)


def trees(depth: int = 4) -> st.SearchStrategy[tuple[object, ...]]:
    """Make elements as (name, words before, children, words behind)."""
    leaf = st.tuples(st.sampled_from(LEAVES), st.booleans(), st.just(()), st.booleans())
    return st.recursive(
        leaf,
        lambda inside: st.tuples(
            st.sampled_from(CONTAINERS + LEAVES),
            st.booleans(),
            st.lists(inside, max_size=4).map(tuple),
            st.booleans(),
        ),
        max_leaves=12,
    )


def written(tree: tuple[object, ...], words: Iterator[str]) -> str:
    """Write an element with a word of its own in each place that has words."""
    name, before, children, behind = tree
    assert isinstance(children, tuple)
    inside = (next(words) if before else "") + "".join(written(child, words) for child in children)
    return f"<{name}>{inside}</{name}>{next(words) if behind else ''}"


@given(trees())
@settings(deadline=None, derandomize=True, max_examples=300)
def test_every_word_of_a_body_stands_in_the_text_once(tree: tuple[object, ...]) -> None:
    given_words: list[str] = []

    def words() -> Iterator[str]:
        while True:
            given_words.append(f"w{len(given_words)}x")
            yield given_words[-1]

    source = paper("<al>begin</al>" + written(tree, words()))
    for word in given_words:
        assert source.text.count(word) == 1, (word, source.text)
    assert source.layout is not None
    spans = [block.span for block in source.layout.blocks]
    assert all(source.quote(span) == source.quote(span).strip() for span in spans)


NAMES = sorted(
    {
        *names.INLINE,
        *names.HEADINGS,
        *names.NOTES,
        *names.LISTS,
        *names.ITEMS,
        *names.TABLES,
        "table",
        "al",
        "kop",
        "stuk",
    }
)


@given(st.lists(st.one_of(st.sampled_from(NAMES), st.none(), st.sampled_from(["x", " ", "1"])), max_size=40))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_any_nesting_of_known_elements_gives_a_text_or_an_error(steps: list[str | None]) -> None:
    opened: list[str] = []
    parts: list[str] = []
    for step in steps:
        if step is None:
            parts.append(f"</{opened.pop()}>" if opened else "y")
        elif step in NAMES:
            opened.append(step)
            parts.append(f'<{step} id="a" morerows="5" namest="c1" type="a">')
        else:
            parts.append(step)
    inside = "".join(parts) + "".join(f"</{name}>" for name in reversed(opened))
    try:
        paper(inside)
    except ReadError:
        assert not any(character.isalnum() for character in "".join(part for part in parts if "<" not in part))
