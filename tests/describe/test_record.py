"""The JSON object of a paper: the keys of the contract, shortest numbers, quotes that are slices."""

from __future__ import annotations

import json
from dataclasses import replace

from graph.describe.record import record
from graph.model import Disagreement, Understanding

BASE = "https://w3id.org/kamergraaf/"


def _list(made: dict[str, object], name: str) -> list[dict[str, object]]:
    found = made[name]
    assert isinstance(found, list)
    return found


def test_the_object_has_the_keys_of_the_contract_and_no_others(invented: Understanding) -> None:
    made = record(invented, BASE)
    assert list(made) == ["document", "questions", "answers", "statistics", "mentions", "non_answers", "unread"]
    assert (
        list(_list(made, "statistics")[0])
        == (
            "question key value value_max value_text unit indicator breakdown period_start period_end qualifier"
            " rounded_to lower upper source source_iri place forecast status rule page quote start end iri"
        ).split()
    )
    assert list(_list(made, "mentions")[0]) == (
        "question key part kind label aliases code iri same_as rule quote start end".split()
    )
    assert list(_list(made, "non_answers")[0]) == "question key quote start end holder rule".split()
    assert list(_list(made, "answers")[0]) == "questions key start end text refers_to".split()


def test_numbers_are_as_short_as_json_allows(invented: Understanding) -> None:
    figures = _list(record(invented, BASE), "statistics")
    assert json.dumps([figure["value"] for figure in figures]) == "[1250, 900, 350, 12.5, 12.5, 14, 1500000, 40]"
    assert (figures[5]["value_max"], figures[0]["lower"], figures[1]["lower"]) == (18, 1245, None)


def test_every_quote_is_a_slice_of_the_text(invented: Understanding) -> None:
    made = record(invented, BASE, with_text=True)
    document = made["document"]
    assert isinstance(document, dict)
    text = document["text"]
    for fact in (*_list(made, "statistics"), *_list(made, "mentions"), *_list(made, "non_answers")):
        assert fact["quote"] == text[fact["start"] : fact["end"]]
    assert "text" not in json.dumps(record(invented, BASE)["document"]).replace("text_sha256", "")


def test_a_joint_answer_lists_all_its_questions(invented: Understanding) -> None:
    first, second = _list(record(invented, BASE), "answers")
    assert (first["questions"], second["questions"], second["refers_to"]) == ([1, 2], [3], ["1"])


def test_who_counted_is_its_abbreviation_or_the_words_of_the_text(invented: Understanding) -> None:
    figures = _list(record(invented, BASE), "statistics")
    assert (figures[0]["source"], figures[0]["source_iri"]) == ("DD", f"{BASE}id/organisation/dijkdienst")
    assert (figures[6]["source"], figures[6]["source_iri"]) == ("Rijksbegroting", None)


def test_what_could_not_be_settled_has_no_iri(invented: Understanding) -> None:
    letter = _list(record(invented, BASE), "mentions")[2]
    assert (letter["code"], letter["iri"], letter["same_as"]) == ("brief-2024-05-03", None, [])


def test_the_document_has_the_keys_of_the_contract_and_those_that_were_added(invented: Understanding) -> None:
    document = record(invented, BASE)["document"]
    assert isinstance(document, dict)
    contract = (
        "identifier identifier_basis kind title number adopted submitted answered committee asked_by addressed_to"
        " answered_by signed_by text_sha256"
    ).split()
    added = (
        "state dossier session_year askers question_numbers references follows replaces postponed withdrawn "
        "disagreements"
    ).split()
    assert sorted(document) == sorted([*contract, *added])
    assert (document["state"], document["session_year"], document["dossier"]) == ("answered", "2023-2024", None)
    assert document["asked_by"] == ["Zonnebloem"]
    assert record(invented, BASE, with_text=True)["document"] == {**document, "text": invented.report.source.text}


def test_what_text_and_metadata_differ_in_is_told(invented: Understanding) -> None:
    header = replace(invented.report.header, disagreements=(Disagreement("number", "1", "2"),))
    made = record(replace(invented, report=replace(invented.report, header=header)), BASE)["document"]
    assert isinstance(made, dict)
    assert made["disagreements"] == [{"field": "number", "text": "1", "metadata": "2"}]
