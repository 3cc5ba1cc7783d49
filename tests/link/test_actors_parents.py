"""What the user says that actors are part of."""

from __future__ import annotations

from sayso.link.actors_parents import with_parents
from sayso.model.link import LinkedActor
from sayso.settings import Source, Sources


def actor(id: str, name: str, of: str | None = None) -> LinkedActor:
    return LinkedActor(id, name, "organization", (name,), None, of, None, (f"a#{id}",))


TRUST, GUILD = actor("t", "Harbour Trust"), actor("g", "Ferry Guild", "t")


def test_nothing_said_nothing_changed() -> None:
    assert with_parents([GUILD, TRUST], Sources()) == [GUILD, TRUST]


def test_a_parent_that_the_reports_name() -> None:
    circle = Sources((Source("Harbour Trust", parent="the ferry guild"),))
    assert {a.id: a.of for a in with_parents([TRUST, GUILD], circle)} == {"t": None, "g": "t"}
    alone = actor("g", "Ferry Guild")
    found = {a.id: a.of for a in with_parents([TRUST, alone], Sources((Source("Harbour Trust", parent="Ferry Guild"),)))}
    assert found == {"t": "g", "g": None}


def test_a_parent_that_no_report_names_joins_two() -> None:
    both = Sources((Source("Harbour Trust", parent="Crown Estate"), Source("Ferry Guild", parent="Crown Estate")))
    found = with_parents([TRUST, actor("g", "Ferry Guild")], both)
    (crown,) = (a for a in found if not a.members)
    assert crown.name == "Crown Estate"
    assert {a.of for a in found if a.members} == {crown.id}
