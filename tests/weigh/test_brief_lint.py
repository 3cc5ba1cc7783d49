"""Whatever the reports say and whoever says it: no brief of them breaks a rule of the trade, as text or as page."""

from __future__ import annotations

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from weigh_factory import Desk

from sayso.model.dossier import Dossier, Meta
from sayso.serve.reports import build, lint, markdown, terminal
from sayso.serve.reports.page.render import render

TEXTS = ("the wall of the canal broke at noon", "It had never been looked at", "40 people were driven out of the valley",
         "the mill will close in June", "if the rain goes on, the valley will be cleared", "likely to be rebuilt",
         "<b>the lock & its keeper</b> were saved by the crew")
SPEAKERS = ("sarvia", "ministry", "lund", "two officials", "the miller")
said = st.tuples(st.sampled_from("abc"), st.sampled_from(TEXTS), st.sampled_from((*SPEAKERS, "")))
answers = st.sampled_from(("", "", "denies", "declines"))
claims = st.lists(st.tuples(st.lists(said, min_size=1, max_size=4), answers), min_size=1, max_size=6)


def dossier(made: list[tuple[list[tuple[str, str, str]], str]]) -> Dossier:
    desk = Desk()
    desk.actor("sarvia", "Sarvia", kind="place")
    desk.actor("ministry", "Ministry of Canals", of="sarvia")
    desk.actor("lund", "Petra Lund", kind="person")
    for n, id in enumerate("abc", 1):
        desk.report(id, f"Outlet {id}" if id != "c" else None, f"2026-03-0{n}")
    groups = []
    for told, answer in made:
        yes = [desk.say(article, text, by=by or ()) for article, text, by in told]
        no = [desk.say("b", "any of it", by="lund", response=answer)] if answer else []
        groups.append(desk.group(yes, denying=no if answer == "denies" else (), open=no if answer == "declines" else ()))
    context = desk.context()
    story = desk.story(*groups)
    readings = tuple(context.readings.values())
    return Dossier(Meta(1, "0", {}, {}), tuple(r.article for r in readings), readings, tuple(context.statements.values()),
                   tuple(context.actors.values()), context.copies, (story,))


@settings(max_examples=60, deadline=None)
@given(claims)
def test_no_brief_breaks_a_rule(made: list[tuple[list[tuple[str, str, str]], str]]) -> None:
    found = dossier(made)
    view = build.brief(found)
    assert lint.faults(view, found) == []
    assert terminal.render(view, 80, False)
    assert markdown.render(view)


@settings(max_examples=25, deadline=None)
@given(claims)
def test_every_text_of_a_page_is_inert(made: list[tuple[list[tuple[str, str, str]], str]]) -> None:
    found = dossier(made)
    page = render(build.brief(found, everything=True), found)
    assert "<b>the lock" not in page
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    for statement in found.statements:
        assert html.escape(statement.text, quote=False) in re.sub(r"</?mark>", "", body)
