"""From files to a store that can be asked: the paper that ships, whole."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from graph.build import Fate, Outcome, build, find, remove
from graph.build.inputs import load
from graph.build.work import Recipe, make, registers
from graph.build.workers import Here, make_all, workers_of
from graph.check import CheckReport, Violation
from graph.cli import run
from graph.describe.concepts import concept_key
from graph.describe.record import record
from graph.export import TABLES, rows, write
from graph.export.rows import Value
from graph.pipeline import understand
from graph.resources import resource
from graph.settings import Settings
from graph.store.base import Reader
from graph.store.dump import FORMATS, dump
from graph.store.embedded import EmbeddedStore

SHIPPED = resource("data", "documents", "kst-36800-XX-7.txt")
OTHER = """Vragen van het lid Jansen (XYZ) aan de minister van Asiel en Migratie (ingezonden 3 maart 2025)

Vraag 1
Hoeveel plekken waren er in 2024?

Antwoord op vraag 1
In 2024 waren er 1.250 opvangplekken.
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(store=tmp_path_factory.mktemp("built") / "store")


@pytest.fixture(scope="module")
def reader(settings: Settings) -> Iterator[Reader]:
    """Read the store that holds the shipped paper."""
    store = EmbeddedStore(settings.store)
    totals = build(find([SHIPPED]), settings, store)
    assert totals.fates[Fate.NEW] == 1 and not totals.failed
    with store.reader() as opened:
        yield opened


@pytest.fixture(scope="module")
def read(settings: Settings) -> dict[str, list[dict[str, object]]]:
    """What `kamergraaf read --format json` says of it."""
    paper = load(SHIPPED)
    understanding = understand(paper.data, paper.path.name, registers(), metadata=paper.metadata)
    said = json.loads(json.dumps(record(understanding, settings.base_iri)))
    return {name: value for name, value in said.items() if isinstance(value, list)}


def table(reader: Reader, settings: Settings, name: str) -> list[dict[str, Value]]:
    names = [column.name for column in TABLES[name].columns]
    return [dict(zip(names, row, strict=True)) for row in rows(TABLES[name], reader, settings.base_iri)]


def plain(value: object) -> object:
    """A value of a table as JSON has it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


@pytest.mark.parametrize(
    ("name", "said", "columns"),
    [
        (
            "statistics",
            "statistics",
            "iri question key value value_max value_text unit indicator breakdown period_start period_end qualifier"
            " rounded_to lower upper source source_iri place forecast status page quote start end",
        ),
        ("mentions", "mentions", "part key kind label code quote start end"),
        ("nonanswers", "non_answers", "key quote start end holder"),
        ("questions", "questions", "key"),
    ],
)
def test_tables_say_what_read_says(
    reader: Reader,
    settings: Settings,
    read: dict[str, list[dict[str, object]]],
    name: str,
    said: str,
    columns: str,
) -> None:
    wanted = columns.split()
    found = [tuple(_same(column, plain(row[column])) for column in wanted) for row in table(reader, settings, name)]
    expected = [tuple(_same(column, row[column]) for column in wanted) for row in read[said]]
    assert len(found) >= 10
    assert sorted(map(repr, found)) == sorted(map(repr, expected))


def _same(column: str, value: object) -> object:
    """Give what the table and the JSON share: what is measured has one label for all papers in the table."""
    return concept_key(value) if column in ("indicator", "breakdown") and isinstance(value, str) else value


def test_questions_can_be_read_without_the_line_ends_of_the_paper(
    reader: Reader, settings: Settings, read: dict[str, list[dict[str, object]]]
) -> None:
    literal = {str(one["key"]): "".join(str(one["text"]).split()) for one in read["questions"]}
    found = {str(row["key"]): str(row["text"]) for row in table(reader, settings, "questions")}
    assert len(found) == 25
    assert not any("  " in text for text in found.values())
    same = [key for key, text in found.items() if "".join(text.split()) == literal[key]]
    assert len(same) > 20  # in the others a word was split at a line end


def test_the_table_of_documents_counts_what_the_others_list(reader: Reader, settings: Settings) -> None:
    (document,) = table(reader, settings, "documents")
    assert (document["document"], document["kind"]) == ("kst-36800-XX-7", "verslag")
    for column, name in (("questions", "questions"), ("statistics", "statistics")):
        assert document[column] == len(table(reader, settings, name))
    assert document["answers"] == 25


@pytest.mark.parametrize("name", TABLES)
def test_every_format_has_every_row_in_the_same_order(reader: Reader, settings: Settings, name: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    found = list(rows(TABLES[name], reader, settings.base_iri))
    files = {}
    for form in ("csv", "jsonl", "parquet"):
        files[form] = io.BytesIO()
        assert write(form, TABLES[name], found, files[form]) == len(found)
    iris = [row[-1] for row in found]
    assert [row[-1] for row in csv.reader(io.StringIO(files["csv"].getvalue().decode(), newline=""))][1:] == iris
    lines = files["jsonl"].getvalue().decode().splitlines()
    assert [list(json.loads(line).values())[-1] for line in lines] == iris
    files["parquet"].seek(0)
    assert parquet.read_table(files["parquet"]).column(TABLES[name].columns[-1].name).to_pylist() == iris


def test_building_twice_gives_the_same_bytes_in_any_order_and_with_any_jobs(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for path in SHIPPED.parent.glob("kst-36800-XX-7.*"):
        shutil.copy(path, papers)
    for number in (1, 2, 3):
        text = OTHER.replace("1.250", f"{number}.250")
        (papers / f"ah-tk-20242025-{number}.txt").write_text(text, encoding="utf-8")
    dumps = []
    for name, jobs, turned in (("one", 1, False), ("two", 2, True)):
        settings = Settings(store=tmp_path / name)
        store = EmbeddedStore(settings.store)
        found = find([papers])[:: -1 if turned else 1]
        assert build(found, settings, store, workers=workers_of(jobs)).fates[Fate.NEW] == 4
        out = io.BytesIO()
        with store.reader() as reader:
            dump(reader, out, FORMATS["nq"])
        dumps.append(out.getvalue())
    assert dumps[0] == dumps[1] and dumps[0].count(b"\n") > 5_000


def test_one_paper_after_the_other_gives_what_both_at_once_give(tmp_path: Path) -> None:
    (tmp_path / "ah-tk-20242025-9.txt").write_text(OTHER, encoding="utf-8")
    paths = [SHIPPED, tmp_path / "ah-tk-20242025-9.txt"]
    contents = []
    for name, batches in (("together", [paths]), ("apart", [[path] for path in paths])):
        settings = Settings(store=tmp_path / name)
        store = EmbeddedStore(settings.store)
        for batch in batches:
            build(batch, settings, store)
        with store.reader() as reader:
            contents.append({version.graph: version.digest for version in reader.graphs()})
    assert contents[0] == contents[1] and len(contents[0]) == 8


def test_figures_that_contradict_one_another_are_published_and_go_when_one_paper_goes(tmp_path: Path) -> None:
    for number, count in (("8", "1.250"), ("9", "1.350")):
        text = OTHER.replace("20242025-9", f"20242025-{number}").replace("1.250", count)
        (tmp_path / f"ah-tk-20242025-{number}.txt").write_text(text, encoding="utf-8")
    settings = Settings(store=tmp_path / "store")
    store = EmbeddedStore(settings.store)
    target = "<http://www.w3.org/ns/oa#hasTarget>"
    asked = f"SELECT ?finding {{ ?finding {target} ?one, ?other FILTER(STR(?one) < STR(?other)) }}"
    build(find([tmp_path]), settings, store)
    with store.reader() as reader:
        assert len(list(reader.query(asked).rows())) == 1
    remove("ah-tk-20242025-8", "a test", settings, store)
    with store.reader() as reader:
        assert list(reader.query(asked).rows()) == []


def test_a_lesser_format_takes_the_place_of_a_better_one_only_when_that_file_is_gone(tmp_path: Path) -> None:
    page, text = tmp_path / "ah-tk-20242025-9.html", tmp_path / "ah-tk-20242025-9.txt"
    page.write_text(f"<html><body><pre>{OTHER}</pre></body></html>", encoding="utf-8")
    text.write_text(OTHER.replace("1.250", "1.300"), encoding="utf-8")
    settings = Settings(store=tmp_path / "store")
    store = EmbeddedStore(settings.store)

    def fates() -> list[Fate]:
        outcomes: list[Outcome] = []
        build(find([tmp_path]), settings, store, done=outcomes.append)
        return [outcome.fate for outcome in outcomes]

    assert fates() == [Fate.NEW, Fate.SUPERSEDED]
    assert fates() == [Fate.UNCHANGED, Fate.SUPERSEDED]
    page.unlink()
    assert fates() == [Fate.CHANGED]
    assert fates() == [Fate.UNCHANGED]


def test_a_better_format_in_a_damaged_archive_stays_and_stops_no_build(tmp_path: Path) -> None:
    archive = tmp_path / "papers.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("ah-tk-20242025-9.html", f"<html><body><pre>{OTHER}</pre></body></html>")
    settings = Settings(store=tmp_path / "store")
    store = EmbeddedStore(settings.store)
    build([archive / "ah-tk-20242025-9.html"], settings, store)
    archive.write_bytes(archive.read_bytes()[:-30])
    text = tmp_path / "ah-tk-20242025-9.txt"
    text.write_text(OTHER, encoding="utf-8")
    assert build([text], settings, store).fates[Fate.SUPERSEDED] == 1


def test_an_invalid_paper_is_kept_out_with_page_and_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Violation("S", "MinCount", "p", "f", "", "nl", "a unit is missing", "kst-36800-XX-7", 3, "Er zijn 315.")
    monkeypatch.setattr("graph.check.check", lambda quads, base, named, sample: CheckReport((wrong,)))
    outcomes: list[Outcome] = []
    settings = Settings(store=tmp_path / "store")
    store = EmbeddedStore(settings.store)
    assert build([SHIPPED], settings, store, done=outcomes.append).failed
    assert outcomes[0].fate is Fate.INVALID and outcomes[0].report is not None
    report = json.loads(outcomes[0].report.read_bytes())
    assert "kst-36800-XX-7, page 3" in report["reasons"][0] and "Er zijn 315." in report["reasons"][0]
    assert store.current() == 0


def test_a_paper_that_breaks_the_software_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("graph.pipeline.understand", breaks)
    made = make(SHIPPED, Recipe("https://example.org/"))
    assert "this paper breaks kamergraaf (ZeroDivisionError: division by zero); report it" in made.problem
    assert [each.path for each in make_all([SHIPPED], Recipe("https://example.org/"), Here())] == [SHIPPED]


def test_the_command_line_from_papers_to_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KAMERGRAAF_STORE", str(tmp_path / "store"))

    def done(*arguments: str) -> str:
        code = run(arguments)
        captured = capsys.readouterr()
        assert code == 0, captured.err
        return captured.out

    assert "kst-36800-XX-7: new: 25 questions" in done("build")
    assert done("build").splitlines()[0] == "kst-36800-XX-7: unchanged, from kst-36800-XX-7.txt"
    assert "1 document in 7 graphs" in done("status")
    observations = "PREFIX kg: <https://w3id.org/kamergraaf/def/> SELECT (COUNT(*) AS ?n) { ?o a kg:Statistic }"
    count = int(done("query", observations, "-f", "csv").split()[1])
    assert count == len(done("export", "statistics", "-f", "jsonl").splitlines()) >= 54
    assert json.loads(done("read", str(SHIPPED), "-f", "json"))["document"]["identifier"] == "kst-36800-XX-7"
    assert f"25 questions, 25 answers, {count} figures" in done("read", str(SHIPPED))
    assert "1 valid, 0 not" in done("check")
    assert done("remove", "kst-36800-XX-7", "--reason", "a test") == "kst-36800-XX-7: withdrawn\n"
    assert "withdrawn, kept out (a test)" in done("build").splitlines()[0]
    assert "0 documents in 3 graphs" in done("status")


VOID = "http://rdfs.org/ns/void#"


def test_the_counts_of_the_catalogue_are_those_of_the_store(reader: Reader) -> None:
    told = {
        str(row[0]): int(str(getattr(row[1], "value", "0")))
        for row in reader.query(f"SELECT ?class ?n {{ ?part <{VOID}class> ?class ; <{VOID}entities> ?n }}").rows()
    }
    counted = {
        str(row[0]): int(str(getattr(row[1], "value", "0")))
        for row in reader.query("SELECT ?class (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class } GROUP BY ?class").rows()
    }
    assert told == counted
    assert len(told) > 20


def test_the_counts_of_each_property_are_those_of_the_store(reader: Reader) -> None:
    told = {
        str(row[0]): int(str(getattr(row[1], "value", "0")))
        for row in reader.query(
            f"SELECT ?property ?n {{ ?part <{VOID}property> ?property ; <{VOID}triples> ?n }}"
        ).rows()
    }
    counted = {
        str(row[0]): int(str(getattr(row[1], "value", "0")))
        for row in reader.query(
            "SELECT ?p (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } } GROUP BY ?p"
        ).rows()
    }
    assert told == counted
