"""What most of the reports lead with."""

from __future__ import annotations

from link_factory import Told, view

from sayso.link.leads import Leads, leads
from sayso.link.stems import stem


def test_what_half_of_the_reports_tell_first_leads() -> None:
    views = [
        view("a#0", "flood destroyed the bridge"),
        view("b#0", "flood destroyed a mill"),
        view("c#0", "the mayor opened a school", Told(verb="open")),
        view("a#7", "the mayor opened a school", Told(verb="open")),
    ]
    found = leads(views)
    assert stem("destroy") in found.verbs
    assert "open" not in found.verbs
    assert "flood" in found.words
    assert "school" not in found.words
    assert leads(views[::-1]) == found


def test_one_report_leads_with_nothing_that_others_do() -> None:
    assert leads([view("a#0", "flood destroyed the bridge"), view("a#1", "flood destroyed the bridge")]) == Leads()


def test_what_stands_far_down_does_not_lead() -> None:
    assert leads([view("a#8", "flood destroyed the bridge"), view("b#9", "flood destroyed the bridge")]) == Leads()
