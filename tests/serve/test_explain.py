"""`sayso read --explain`: every sentence with the rules that read it, on a reading made by hand."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import factory
import fake_pipeline
import pytest

import sayso
from sayso.model.reading import Actor, Anonymous, Attribution, Noise, Reading, Sentence, SourceSpan
from sayso.model.span import Span, span
from sayso.model.statement import Event, EventDate, Statement, StatementOrigin
from sayso.serve.cli.app import run
from sayso.serve.reports import rules
from sayso.serve.reports.explain import LEGEND, explain

SRC = Path(sayso.__file__).parent
TEXT = ("The dam at Orvel will open on 4 April if the rain lasts, water board spokesman Jon Hale said. "
        "He would not say who decided it. Two officials told Nordwire the dam had leaked. "
        "“We saw it. We left,” Ida Moe wrote.\n\nDam at Orvel / Photo: A. Lund")


@pytest.fixture(autouse=True)
def figures(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {"R3": rules.Measured(45, 60), "R10": rules.Measured(1, 4)}
    monkeypatch.setattr(rules, "measured", lambda: found)


def words(text: str) -> Span:
    start = TEXT.index(text)
    return span(TEXT, start, start + len(text))


def attribution(key: str, rule: str, named: str, cue: str, content: str, **more: object) -> Attribution:
    who, what = words(named), words(content)
    base = Attribution(
        id=f"dam#{key}", source=SourceSpan(who.start, who.end, who.text, None, None), cue=words(cue), content=what,
        spans=(what.range,), verbatim=(), type="indirect", parent=None, via=(), act="assert", response=None,
        addressee=None, said_on=None, inferred=False, rule=rule, score=0.8)
    return replace(base, **more)  # type: ignore[arg-type]


def by(actor: str, text: str, anonymous: Anonymous | None = None) -> SourceSpan:
    who = words(text)
    return SourceSpan(who.start, who.end, who.text, actor, anonymous)


def statement(key: str, text: str, origin: str, *chain: str, **more: object) -> Statement:
    at = words(text)
    base = Statement(
        id=f"dam#{key}", article="dam", start=at.start, end=at.end, text=text, spans=(at.range,),
        attributions=tuple(f"dam#{c}" for c in chain), origins=(StatementOrigin(None, origin, "actor"),),
        event=Event("be", None, None), polarity="positive", certainty="certain", hedges=(), condition=None,
        scheduled=False, date=None, said_on=None, quantities=(), places=(), actors=(), inferred=False)
    return replace(base, **more)  # type: ignore[arg-type]


def reading() -> Reading:
    stops = ["said. ", "decided it. ", "leaked. ", "saw it. ", "wrote.\n\n", "A. Lund"]
    ends = [TEXT.index(s) + len(s) for s in stops]
    caption = words("Dam at Orvel / Photo: A. Lund")
    dam = "The dam at Orvel will open on 4 April if the rain lasts"
    quote = words("“We saw it. We left,”")
    return Reading(
        replace(factory.article("dam", TEXT, "Kalvor Post"), id="dam"),
        noise=(Noise(caption.start, caption.end, caption.text, "caption"),),
        sentences=tuple(Sentence(a, len(TEXT[:b].rstrip())) for a, b in zip([0, *ends], ends, strict=False)),
        attributions=(
            attribution("a1", "R3", "water board spokesman Jon Hale", "said", dam,
                        source=by("dam#p1", "water board spokesman Jon Hale")),
            attribution("a2", "R10", "He", "would not say", "who decided it", source=by("dam#p1", "He"), act="refuse",
                        response="does-not-say", parent="dam#a1"),
            attribution("a3", "R1", "Two officials", "told", "the dam had leaked", addressee="dam#p3",
                        source=by("dam#p4", "Two officials", Anonymous(2, None, None, "fear")), said_on="2026-03-01"),
            attribution("a4", "R99", "Ida Moe", "wrote", quote.text, type="direct", inferred=True)),
        statements=(
            statement("s1", dam, "Jon Hale", "a1", condition=words("if the rain lasts"), scheduled=True,
                      date=EventDate("2026-04-04", "2026-04-04", "2026-04-04"), certainty="probable",
                      hedges=(words("will"),)),
            statement("s2", "who decided it", "Jon Hale", "a1", "a2", certainty="unknown"),
            statement("s3", "the dam had leaked", "Two officials", "a3", polarity="negative"),
            statement("s4", "We saw it", "Ida Moe", "a4", inferred=True),
            statement("s5", "We left", "Ida Moe", "a4")),
        actors=(Actor("dam#p1", "Jon Hale", "person", ("Jon Hale",), None, "dam#p2"),
                Actor("dam#p2", "Water Board", "organization", ("water board",), None, "dam#p5"),
                Actor("dam#p3", "Nordwire", "organization", ("Nordwire",), None, None),
                Actor("dam#p4", "Two officials", "group", ("Two officials",), None, None),
                Actor("dam#p5", "Norlund", "place", ("Norlund",), None, "dam#p1")))


def part(number: int, page: str) -> str:
    """What is told of the sentence of this number, with single spaces."""
    return " ".join(re.split(r"(?m)^\[\d+\] |^Left out", page)[number].split())


def test_a_sentence_shows_its_rule_its_source_and_its_statement() -> None:
    first = part(1, explain(reading()))
    assert f"a1: R3, {rules.meanings()['R3']} (75%: 45 of 60)" in first
    for told in ("source water board spokesman Jon Hale that is Jon Hale", "speaks for Water Board, and so for Norlund",
                 "cue said", "content The dam at Orvel will open", "act assert", "type indirect", "inferred no",
                 "origins Jon Hale (actor), by a1", "certainty probable (will)", "polarity positive",
                 "condition if the rain lasts", "date 4 April 2026, planned"):
        assert told in first


def test_an_answer_that_is_none_and_what_it_stands_in() -> None:
    second = part(2, explain(reading()))
    assert "response did not say" in second
    assert "inside a1" in second
    assert "by a1 > a2" in second
    assert "(too few measured: 1 of 4)" in second


def test_an_unnamed_source_is_told_as_such_and_a_rule_without_figures_too() -> None:
    third = part(3, explain(reading()))
    assert "unnamed number 2, reason fear" in third
    assert "that is" not in third
    assert "said to Nordwire" in third
    assert "said on 1 March 2026" in third
    assert "(not measured)" in third
    assert "polarity negative" in third


def test_a_quotation_over_two_sentences_is_told_once() -> None:
    page = explain(reading())
    assert "a4: R99 (not measured)" in part(4, page)
    assert "that is not known" in part(4, page)
    assert "a4: goes on from sentence 4, source: Ida Moe" in part(5, page)
    assert "cue" not in part(5, page)
    assert page.count("inferred   yes: the source is not named here") == 2


def test_what_is_no_report_is_named_and_not_dropped() -> None:
    page = explain(reading())
    assert "no statement: left out as caption" in part(6, page)
    assert "    caption: Dam at Orvel / Photo: A. Lund" in page


def test_a_caption_that_states_a_fact_is_told_as_one() -> None:
    plain = reading()
    page = explain(replace(plain, noise=tuple(replace(n, states_fact=True) for n in plain.noise)))
    assert "    caption, which states a fact: Dam at Orvel / Photo: A. Lund" in page


def test_the_head_says_what_a_percentage_is_and_only_where_there_is_one() -> None:
    assert " ".join(LEGEND.split()) in " ".join(explain(reading()).split())
    bare = replace(reading(), attributions=(), statements=())
    assert explain(bare).startswith("dam · Kalvor Post · 2 March 2026 · 6 sentences · 0 attributions · 0 statements\n\n")


def test_a_language_that_is_not_read_is_said() -> None:
    article = replace(reading().article, language="fi", read=False, outlet=None)
    page = explain(Reading(article))
    assert "outlet not known" in page
    assert page.endswith("Not read: the language (fi) is not supported.\n")


@pytest.mark.parametrize("width", [40, 72, 120])
def test_lines_keep_to_the_width_and_lose_no_word(width: int) -> None:
    page = explain(reading(), width)
    assert all(len(line) <= max(width, 45) for line in page.splitlines())
    assert page.split() == explain(reading(), 200).split()


def test_control_characters_of_a_report_do_not_reach_the_terminal() -> None:
    found = reading()
    hostile = replace(found.article, text=TEXT.replace("The dam", "The\x1b[m"), outlet="Kal\x1b[2Jvor")
    assert "\x1b" not in explain(replace(found, article=hostile))


def test_every_rule_that_reads_has_its_meaning() -> None:
    named = {r for path in (SRC / "read").glob("*.py") for r in re.findall(r'"(R\d+)"', path.read_text("utf-8"))}
    assert len(named) >= 12
    assert named <= set(rules.meanings())
    assert list(rules.meanings()) == [f"R{n}" for n in range(1, 19)]


def test_the_measured_figures_are_of_rules_that_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    found = rules.measured()
    assert set(found) <= set(rules.meanings())
    assert all(0 <= m.matched <= m.predicted and m.predicted for m in found.values())


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(sys.modules, "sayso.pipeline", fake_pipeline)
    monkeypatch.setattr(sayso, "pipeline", fake_pipeline, raising=False)
    path = tmp_path / "report.txt"
    path.write_text("The dam opened.", "utf-8")
    return str(path)


def test_the_command_tells_reports_one_after_the_other(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", report, report, "--explain"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("report · outlet not known")
    assert "\n\nreport~2 · " in out
    assert out.count("[1] The dam opened.") == 2


def test_explaining_goes_to_a_file_too_and_never_with_a_format(
    report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", report, "--explain", "-o", str(tmp_path / "told.txt")]) == 0
    assert "[1] The dam opened." in (tmp_path / "told.txt").read_text("utf-8")
    assert run(["read", report, "--explain", "--format", "jsonl"]) == 2
    assert "--explain" in capsys.readouterr().err
    assert run(["read", report]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["record"] == "meta"
