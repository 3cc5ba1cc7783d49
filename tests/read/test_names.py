"""Names, roles and what they speak for, on sentences of our own."""

from __future__ import annotations

import pytest

from sayso.model.reading import Actor, Place
from sayso.read.names import Names, find_names
from sayso.read.paragraphs import mend, paragraphs
from sayso.read.parse import model_folder, parser
from sayso.read.sentences import build
from sayso.read.tree import Tree


def tree(text: str) -> Tree:
    ranges = paragraphs(text)
    mended = [mend(text, *r) for r in ranges]
    return build(text, ranges, mended, parser(model_folder()).parse([m.text for m in mended]))


def names(text: str, places: tuple[Place, ...] = ()) -> Names:
    return find_names(tree(text), "a", places)


def who(found: Names, form: str) -> Actor:
    """The one actor that has this name or mention."""
    by_id = {a.id: a for a in found.actors}
    ids = {m.actor for m in found.mentions if m.text == form} | {a.id for a in found.actors if form in a.names}
    assert len(ids) == 1, (form, [by_id[i] for i in ids if i is not None])
    only = ids.pop()
    assert only is not None
    return by_id[only]


def of(found: Names, actor: Actor) -> Actor | None:
    return {a.id: a for a in found.actors}[actor.of] if actor.of is not None else None


@pytest.mark.parametrize(("text", "forms"), [
    ("Norwegian President Kari Holm arrived. Holm spoke. President Holm left. Mr. Holm waved.",
     ["Kari Holm", "Holm", "President Holm", "Mr. Holm"]),
    ("Lee Min-ho, the finance minister, resigned on Monday. Lee gave no reason. Minister Lee was tired.",
     ["Lee Min-ho", "Lee", "Minister Lee"]),
    ("The River Safety Board (RSB) closed the lock. RSB said it would reopen.", ["River Safety Board", "RSB"]),
    ("North Korea denied it. Pyongyang was accused by Seoul. The DPRK repeated its denial.",
     ["North Korea", "Pyongyang", "DPRK"]),
    ("The United States agreed. Washington warned of delays, and the U.S. then waited.",
     ["United States", "Washington", "U.S."]),
    ("Lewis Harper won. Hamilton Harper lost to Georgia Alder. Alder wept.", ["Georgia Alder", "Alder"]),
    ("Police Chief Ivo Jordan came to the inn. \"It was his car,\" Jordan said.", ["Ivo Jordan", "Jordan"]),
    ("The Delta Workers Union struck. The union met police on Friday.", ["Delta Workers Union", "union"]),
    ("Mallam Musa Bello spoke. Bello left on Friday.", ["Mallam Musa Bello", "Bello"]),
    ("French President Anne Moreau flew to Oslo. The French president met the king.",
     ["Anne Moreau", "French President Anne Moreau", "French president"]),
])
def test_forms_of_one_actor_join(text: str, forms: list[str]) -> None:
    found = names(text)
    assert len({who(found, f).id for f in forms}) == 1


def test_a_country_named_first_stays_the_country() -> None:
    found = names("Jordan said it would close its border. Its minister, Ivo Jordan, was abroad. Jordan said the gate was shut.")
    assert who(found, "Jordan").country == "JO"


def test_where_somebody_is_from_is_not_whom_he_speaks_for() -> None:
    father = who(names("The father, from New Tolmstead, said people were screaming."), "father")
    assert (father.of, father.role) == (None, "father")


@pytest.mark.parametrize(("text", "a", "b"), [
    ("Bill Harper met Susan Harper in Leeds on Friday.", "Bill Harper", "Susan Harper"),
    ("The Polish defense ministry and the Czech defense ministry signed the paper.",
     "Polish defense ministry", "Czech defense ministry"),
    ("President Anne Moreau spoke first. The Russian president answered by letter.",
     "Anne Moreau", "Russian president"),
    ("A police officer said it was over. Another police officer disagreed.",
     "police officer", "White House"),
])
def test_others_stay_apart(text: str, a: str, b: str) -> None:
    if b == "White House":
        found = names(text)
        assert sum(x.name == "police officer" for x in found.actors) == 2
        return
    found = names(text)
    assert who(found, a).id != who(found, b).id


def test_a_bare_surname_goes_to_the_last_of_two() -> None:
    found = names("Bill Harper spoke on Monday. Susan Harper spoke on Tuesday. Harper then left the hall.")
    assert "Harper" in who(found, "Susan Harper").names
    assert "Harper" not in who(found, "Bill Harper").names


@pytest.mark.parametrize(("text", "form", "chain"), [
    ("A White House spokesperson declined to comment.", "White House spokesperson", ["White House", "United States"]),
    ("South Korean President Kim Dae-su spoke.", "Kim Dae-su", ["South Korea"]),
    ("The Ukrainian Defense Ministry’s Main Signals Office (MSO) reported a success.", "MSO",
     ["Ukrainian Defense Ministry", "Ukraine"]),
    ("Russian MPs voted on Tuesday.", "Russian MPs", ["Russia"]),
    ("A Pyongyang representative at the UN rejected it.", "Pyongyang representative", ["North Korea"]),
    ("South Korea's spy agency said so.", "spy agency", ["South Korea"]),
    ("Ivan Melnyk, a spokesman for the Ukrainian army, denied it.", "Ivan Melnyk", ["Ukrainian army", "Ukraine"]),
    ("Senior Hamas official Omar Said left.", "Omar Said", ["Hamas"]),
    ("Foreign Ministry spokeswoman Olga Petrova answered.", "Olga Petrova", ["Foreign Ministry"]),
    ("Two U.S. officials said the plan was dead.", "Two U.S. officials", ["United States"]),
])
def test_what_it_speaks_for(text: str, form: str, chain: list[str]) -> None:
    found = names(text)
    at = of(found, who(found, form))
    got = []
    while at is not None:
        got.append(at.name)
        at = of(found, at)
    assert got == chain


@pytest.mark.parametrize("text", [
    "Russian singer Olga Petrova answered.", "An American student, Jane Roe, was hurt.",
    "The Norwegian Refugee Council said it was ready."])
def test_private_people_and_bodies_speak_for_no_country(text: str) -> None:
    found = names(text)
    assert all(a.of is None for a in found.actors)


def test_a_capital_where_something_is_is_no_actor() -> None:
    found = names("In Seoul, the crowd waited. Shops near Seoul closed.")
    assert not any("Seoul" in a.names for a in found.actors)


def test_roles_and_kinds() -> None:
    found = names("Jane Roe, a spokeswoman for the Harbour Trust, spoke to residents of Leeds. The Kremlin was silent.")
    roe = who(found, "Jane Roe")
    assert roe.kind == "person"
    assert roe.role == "spokeswoman for the Harbour Trust"
    assert found.kind(who(found, "Kremlin").id) == "organization"
    assert who(found, "Kremlin").country == "RU"
    assert found.kind("a#p99") is None


@pytest.mark.parametrize(("text", "form", "gender"), [
    ("Mrs. Alder spoke.", "Mrs. Alder", "f"), ("The spokesman, Kim Alder, spoke.", "Kim Alder", "m"),
    ("Mary Alder spoke.", "Mary Alder", "f"), ("Ngozi Alder spoke. She left her house.", "Ngozi Alder", "f"),
    ("Xu Alder spoke.", "Xu Alder", None)])
def test_gender(text: str, form: str, gender: str | None) -> None:
    found = names(text)
    assert found.gender(who(found, form).id) == gender


def test_names_cut_by_the_tagger_are_whole() -> None:
    found = names("President Choi Min-yeol spoke. Choi thanked Prime Minister Han Seo-in.")
    assert who(found, "Choi").name == "Choi Min-yeol"
    assert who(found, "Han Seo-in").role == "Prime Minister"


def test_ids_count_by_first_appearance_and_spans_hold() -> None:
    text = "The Kremlin said that Ukraine had met Jane Roe. Jane Roe agreed."
    found = names(text)
    assert [a.id for a in found.actors] == [f"a#p{k + 1}" for k in range(len(found.actors))]
    assert who(found, "Kremlin").id == "a#p1"
    assert all(text[m.start:m.end] == m.text for m in found.mentions)
    assert {m.actor for m in found.mentions} <= {a.id for a in found.actors}


def test_actor_at_takes_the_smallest_mention() -> None:
    parsed = tree("The Ukrainian Defense Ministry's spokesman met Jane Roe quickly.")
    found = find_names(parsed, "a", ())
    at = {t.text: found.actor_at(t) for t in parsed.tokens}
    assert at["Ministry"] == who(found, "Ukrainian Defense Ministry").id
    assert at["spokesman"] != at["Ministry"]
    assert at["Roe"] == who(found, "Jane Roe").id
    assert at["quickly"] is None


def test_a_phrase_gets_its_actor_once() -> None:
    parsed = tree("Passers-by near the harbour said the boat sank. Later passers-by near the harbour said it floated.")
    found = find_names(parsed, "a", ())
    known = len(found.actors)
    first = [t for t in parsed.sentences[0].tokens if t.i < 5]
    one = found.resolve_phrase(first)
    assert found.resolve_phrase(first) == one
    assert len(found.actors) >= known
    assert one in {a.id for a in found.actors}
    with pytest.raises(ValueError, match="at least one"):
        found.resolve_phrase([])


def test_a_thing_is_of_whom_it_is_from() -> None:
    parsed = tree("A survey by the Harbour Trust, which took a year, shows losses. A treaty with Norway binds.")
    found = find_names(parsed, "a", ())
    survey = found.resolve_phrase(parsed.sentences[0].tokens[:11])
    treaty = found.resolve_phrase(parsed.sentences[1].tokens[:4])
    by_id = {a.id: a for a in found.actors}
    assert by_id[survey].name == "survey by the Harbour Trust"
    assert by_id[survey].of == who(found, "Harbour Trust").id
    assert by_id[treaty].of is None


@pytest.mark.parametrize(("text", "word", "form"), [
    ("Delta Ferry Company lost money. The loss, in the company's own words, was small.", "company",
     "Delta Ferry Company"),
    ("Mayor Jane Roe left early. The words of the mayor were few.", "mayor", "Jane Roe"),
    ("The French Navy sent two ships. In the view of the navy, that was enough.", "navy", "French Navy"),
])
def test_a_late_phrase_takes_up_what_was_named(text: str, word: str, form: str) -> None:
    parsed = tree(text)
    found = find_names(parsed, "a", ())
    token = [t for t in parsed.tokens if t.lower == word][-1]
    assert found.resolve_phrase([token]) == who(found, form).id


def test_places_come_before_the_tagger() -> None:
    text = "Residents fled Melbourne Bay. Jane Roe left Georgia by car."
    start = text.index("Georgia")
    place = Place(start, start + 7, "Georgia", "Georgia", 33.0, -83.0, "US", "Georgia", "region", "region", 1,
                  "location")
    assert who(names(text, (place,)), "Georgia").country is None
    assert who(names(text), "Georgia").country == "GE"


def test_a_headline_does_not_make_names_longer() -> None:
    found = names("Mayor Jane Roe Slams Harbour Trust Over Ferry\n\n"
                  "Mayor Jane Roe spoke to the Harbour Trust on Monday.")
    assert who(found, "Jane Roe").name == "Jane Roe"


def test_nothing_to_name() -> None:
    assert names("It rained all night and the roads were wet.").result() == ((), ())


@pytest.mark.parametrize(("text", "name"), [
    ("The rulebook in which the fees are set says that ships wait.", "rulebook"),
    ("A call to end the strike said that ships wait.", "call"),
    ("The rulebook of the port says that ships wait.", "rulebook of the port"),
])
def test_a_description_ends_in_a_word_that_describes(text: str, name: str) -> None:
    found = names(text)
    head = next(t for t in tree(text).tokens if t.lower in ("rulebook", "call"))
    actor = found.resolve_phrase(head.subtree())
    assert next(a.name for a in found.actors if a.id == actor) == name


@pytest.mark.parametrize(("text", "person", "body"), [
    ("A coast guard spokeswoman said two sailors were safe.", "coast guard spokeswoman", "coast guard"),
    ("The defence ministry spokesman Pal Dorn denied it.", "Pal Dorn", "defence ministry"),
    ("Police spokesman Jan Borg said nothing was found.", "Jan Borg", "police"),
    ("The German foreign ministry spokesman said so.", "German foreign ministry spokesman", "Germany"),
])
def test_a_body_told_by_its_noun_is_whom_its_spokesman_speaks_for(text: str, person: str, body: str) -> None:
    found = names(text)
    whole = of(found, who(found, person))
    assert whole is not None
    assert whole.name == body


def test_a_service_with_a_country_stays_that_countrys() -> None:
    found = names("Troops have arrived, the Ukrainian military intelligence service (GUR) said in a statement.")
    assert of(found, who(found, "GUR")) == who(found, "Ukraine")


@pytest.mark.parametrize(("text", "name"), [
    ("The ferry operator Nordlinje said it was sorry.", "Nordlinje"),
    ("The airline Skyjet said it was sorry.", "Skyjet"),
])
def test_a_noun_before_a_name_says_that_it_is_a_body(text: str, name: str) -> None:
    assert who(names(text), name).kind == "organization"


def test_whose_union_it_is_tells_it_from_others() -> None:
    found = names("The seafarers' union said yes. The farmers' association said so too. The doctors' union denied it.")
    assert [a.name for a in found.actors] == ["seafarers' union", "farmers' association", "doctors' union"]


def test_a_vessel_or_a_storm_is_nobody() -> None:
    found = names("The ferry Maris met the tanker Elpida. Maris sank. Hurricane Odile hit the coast. Odile weakened. "
                  "Ship owner Jan Bruun said no.")
    assert {(a.name, a.kind) for a in found.actors} == {
        ("Maris", "other"), ("Elpida", "other"), ("Odile", "other"), ("Jan Bruun", "person")}
