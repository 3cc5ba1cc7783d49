"""Places in the text: which words name one, which place is meant, whether it acts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from sayso.data import gazetteer_path
from sayso.model.reading import Place, Reading
from sayso.read.gazetteer import Gazetteer, gazetteer
from sayso.read.paragraphs import mend, paragraphs
from sayso.read.parse import model_folder, parser
from sayso.read.places import find_places
from sayso.read.places_outlet import homes
from sayso.read.sentences import build
from sayso.read.tree import Tree
from sayso.settings import from_environment


def _table() -> Gazetteer:
    return gazetteer(gazetteer_path(from_environment()))


def _tree(text: str) -> Tree:
    ranges = paragraphs(text)
    shown = [mend(text, *r) for r in ranges]
    return build(text, ranges, shown, parser(model_folder()).parse([m.text for m in shown]))


def places(text: str, outlet: str | None = None) -> list[Place]:
    found = find_places(_tree(text), _table(), outlet=outlet)
    assert all(text[p.start:p.end] == p.text for p in found)
    return found


def where(text: str, outlet: str | None = None) -> dict[str, str]:
    """Name as written -> country, and region where the place lies inside one."""
    return {p.text: f"{p.country}.{p.admin1}" if p.admin1 else str(p.country) for p in places(text, outlet)}


@pytest.mark.parametrize(("text", "names"), [
    ("A fire broke out in Springfield, Ill., on Friday.", ["Springfield", "Ill."]),
    ("The ferry left Piraeus for Crete.", ["Piraeus", "Crete"]),
    ("Explosions were heard in Odesa and Mykolaiv.", ["Odesa", "Mykolaiv"]),
    ("The Syrian army left Palmyra and withdrew to Homs.", ["Palmyra", "Homs"]),
    ("A factory burned in Manchester; workers from Salford and Bolton were hurt.", ["Manchester", "Salford", "Bolton"]),
    ("Cocoa from Côte d'Ivoire was late.", ["Côte d'Ivoire"]),
    ("Fighters left Bakhmut for Luhansk.", ["Bakhmut", "Luhansk"]),
    ("Jets hit Deir ez-Zor and Abu Kamal, Syria.", ["Deir ez-Zor", "Abu Kamal", "Syria"]),
    ("Sen. Ann Holt, D-N.J., opposed it.", ["N.J."]),
    ("Ivo Jordan signed it; Jordan's foreign minister did not.", ["Jordan"]),
    ("Rain fell in the districts of Chitral and Swabi.", ["Chitral", "Swabi"]),
])
def test_names_of_places_alone(text: str, names: list[str]) -> None:
    assert [p.text for p in places(text)] == names


@pytest.mark.parametrize("text", [
    "Mr. Jordan thanked Michael Paris and Ms. Austin.",
    "The Russian president met a Dutch envoy and three Syrians.",
    "She studied at the University of Kansas.",
    "He works for Bank of America.",
    "Reading is fun, and a nice bath helps.",
    "It was one of the cases of Marburg virus.",
    "Police said on Monday that no one was hurt.",
    "He told us so.",
    "Hamas said it would not answer.",
    "The West must not look away.",
    "Petrova said it was over.",
    "The bell of the tower of St. Martin rang.", "They met at the church of San Antonio.",
])
def test_people_peoples_and_bodies_are_no_places(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("A fire in Springfield, Ill., was followed by one in Peoria.", {"Springfield": "US.IL", "Peoria": "US.IL"}),
    ("Michael Holt of Paris, Texas, was arrested in Dallas.", {"Paris": "US.TX", "Dallas": "US.TX"}),
    ("Talks were held in Tbilisi, Georgia.", {"Tbilisi": "GE.51", "Georgia": "GE"}),
    ("The flight to Atlanta, Georgia, was late.", {"Atlanta": "US.GA", "Georgia": "US.GA"}),
    ("Ukraine's Kherson region and the Ukrainian city of Izium were shelled.", {"Kherson": "UA.08", "Izium": "UA.07"}),
    ("A ferry sank off Victoria, the capital of the Seychelles.", {"Victoria": "SC"}),
    ("He was born in Tripoli, a port city in northern Lebanon.", {"Tripoli": "LB"}),
    ("China, Japan and Mexico voted for it.", {"China": "CN", "Japan": "JP", "Mexico": "MX"}),
])
def test_what_a_place_is_said_to_lie_in(text: str, expected: dict[str, str]) -> None:
    found = where(text)
    assert {k: found[k] if "." in v else found[k][:2] for k, v in expected.items()} == expected


@pytest.mark.parametrize(("text", "name", "expected"), [
    ("The mayor of Bethlehem, Pa., spoke.", "Bethlehem", "US.PA"),  # a governorate has the name, too
    ("Glass is blown in Venice.", "Venice", "IT.20"),  # and not in Dayton, which was called so once
    ("A bus fell into a ravine in Guatemala near Santa Catarina Pinula.", "Guatemala", "GT"),  # nor its department
    ("Ships lay off Odessa.", "Odessa", "UA.17"),
    ("Rain fell in Bohemia.", "Bohemia", "CZ"),
    ("She moved from Houston to Atlanta, Georgia.", "Houston", "US.TX"),  # not the county near Atlanta
    ("Flights left New York and Boston for San Juan.", "Boston", "US.MA"),
    ("Floods hit Florida, Georgia and Alabama.", "Georgia", "US.GA"),
    ("He visited Georgia and Armenia.", "Georgia", "GE"),
    ("The laws of Oregon and Washington differ.", "Washington", "US.WA"),
    ("Shops in Chicago and Washington were shut.", "Washington", "US.DC"),
    ("The Red River rose in Fargo, North Dakota.", "Red River", "US.ND"),
    ("A church in Columbia was painted.", "Columbia", "US.SC"),
    ("The D.A. asked for more time.", "D.A.", "None"),
    ("Trains between Frankfurt, Hamburg and Berlin stood still.", "Frankfurt", "DE.05"),  # on the Main, not on the Oder
    ("A wagon left the rails at Spittal, the police of Carinthia said.", "Spittal", "AT.02"),  # on the Drau; a hamlet is called so
    ("Troops left Kabardino-Balkaria.", "Kabardino-Balkaria", "RU"),
    ("He was held in Columbia, S.C., on Monday.", "S.C.", "US.SC"),
    ("A ferry sank off Lesvos.", "Lesvos", "GR"),
    ("Snow fell in the Adirondacks.", "Adirondacks", "US.NY"),
    ("Planes queued at Gatwick.", "Gatwick", "GB.ENG"),
    ("He fled Czechoslovakia in 1968.", "Czechoslovakia", "None"),
])
def test_which_place_has_the_name(text: str, name: str, expected: str) -> None:
    assert where(text)[name] == expected


def test_two_places_of_one_name_in_one_article() -> None:
    text = ("A fire broke out in Springfield, Ill., hours after another in Springfield, Mass., officials said. "
            "Firefighters in Springfield blamed the heat.")
    assert [p.admin1 for p in places(text) if p.text == "Springfield"] == ["IL", "MA", "MA"]


@pytest.mark.parametrize(("text", "name", "expected"), [
    ("Floods hit Cambridge and Worcester, the Massachusetts governor said.", "Cambridge", "US.MA"),
    ("The talks moved from Geneva to Cambridge, and from Leeds to York.", "Cambridge", "GB.ENG"),
    ("Militia from Misrata entered Tripoli, and Libyan troops left Benghazi.", "Tripoli", "LY"),
    ("Rebels left Hama for Tripoli, Lebanese officials said in Beirut.", "Tripoli", "LB"),
    ("The primary drew crowds in Manchester, Concord and Nashua, New Hampshire officials said.", "Manchester", "US.NH"),
    ("The U.S. and China signed the pact in Geneva.", "Geneva", "CH"),
    ("American diplomats left Athens for Rome.", "Athens", "GR"),
    ("Georgia will send observers, its foreign ministry said, as Russia massed troops near Gori.", "Georgia", "GE"),
    ("The governor of Georgia closed schools in Savannah and Macon.", "Georgia", "US.GA"),
])
def test_the_other_places_of_the_article_tell(text: str, name: str, expected: str) -> None:
    assert where(text)[name].startswith(expected)


@pytest.mark.parametrize(("text", "feature", "admin1"), [
    ("Snow fell in New York state.", "region", "NY"), ("Snow fell on New York.", "city", "NY"),
    ("Trucks were held in Odesa province.", "region", "17"), ("Trucks were held in the city of Odesa.", "city", "17"),
    ("The army struck camps in northern Gaza.", "region", None),
])
def test_the_noun_beside_it_tells_town_from_region(text: str, feature: str, admin1: str | None) -> None:
    (found,) = places(text)
    assert (found.kind, found.admin1) == (feature, admin1)


def test_the_outlets_own_place_tells() -> None:
    text = "The Columbus council met on Monday. A man from Dublin was fined."
    assert where(text, "The Columbus Dispatch, Ohio")["Dublin"] == "US.OH"
    assert where("A man from Dublin was fined.")["Dublin"].startswith("IE")


@pytest.mark.parametrize(("outlet", "name", "country"), [
    ("The Oxford Mail", "Oxford", None), ("www.yorkherald.co.uk", "York", "GB"), ("Lagos Daily News", "Lagos", None),
])
def test_where_an_outlet_is_at_home(outlet: str, name: str, country: str | None) -> None:
    found = homes(outlet, _table())
    assert name in {c.name for c in found}
    assert country is None or {c.country for c in found} == {country}


@pytest.mark.parametrize("outlet", [None, "", "The Daily News", "Reuters"])
def test_an_outlet_that_names_no_place(outlet: str | None) -> None:
    assert homes(outlet, _table()) == ()


def test_a_region_and_the_town_it_is_called_after() -> None:
    region, town = places("Shelling was reported in the Bryansk region on Monday, and Bryansk was quiet.")
    assert (region.kind, region.precision, region.name) == ("region", "region", "Bryansk Oblast")
    assert (town.kind, town.precision, town.country) == ("city", "exact", "RU")
    assert abs((town.lat or 0) - (region.lat or 0)) < 1.4


@pytest.mark.parametrize(("text", "kind", "precision"), [
    ("The ship sank in the Black Sea.", "water", "near"),
    ("Snow fell on Oslo.", "city", "exact"),
    ("Snow fell near Oslo.", "city", "near"),
    ("The car was found 40 miles south of Oslo.", "city", "near"),
    ("Troops moved into France.", "country", "country"),
    ("Schools closed across Bavaria.", "region", "region"),
    ("Shots were fired outside the Kremlin.", "building", "near"),
])
def test_kind_and_precision(text: str, kind: str, precision: str) -> None:
    (found,) = places(text)
    assert (found.kind, found.precision) == (kind, precision)


@pytest.mark.parametrize(("text", "name"), [
    ("Washington said on Tuesday that it had no plans.", "Washington"),
    ("Seoul accused Pyongyang of lying.", "Seoul"),
    ("The treaty was signed by France.", "France"),
    ("U.S. officials praised the deal.", "U.S."),
    ("The Kremlin denied the report.", "Kremlin"),
    ("According to Kyiv, the bridge was hit.", "Kyiv"),
])
def test_a_place_that_acts_or_speaks(text: str, name: str) -> None:
    assert {p.text: p.role for p in places(text)}[name] == "actor"


@pytest.mark.parametrize(("text", "name"), [
    ("Protesters marched through Seoul on Friday.", "Seoul"),
    ("The plane landed in France.", "France"),
    ("Rain fell on Kyiv, officials said.", "Kyiv"),
])
def test_a_place_where_something_happens(text: str, name: str) -> None:
    assert {p.text: p.role for p in places(text)}[name] == "location"


def test_the_capital_is_meant_where_the_name_acts() -> None:
    (found,) = [p for p in places("Washington said that Moscow had moved tanks.") if p.text == "Washington"]
    assert (found.admin1, found.kind) == ("DC", "city")


def test_a_place_in_no_table_is_kept_without_a_position() -> None:
    found = places("The army shelled the village of Zzyzxville-Quonk in Lebanon.")
    unknown = [p for p in found if p.text.startswith("Zzyzx")]
    assert all(p.lat is None and p.lon is None and p.geonameid is None for p in unknown)
    assert "Lebanon" in {p.text for p in found}


def test_a_place_in_no_table_lies_where_it_is_said_to() -> None:
    found = {p.text: p for p in places("The bus was found in Quonkbury, Ohio, on Sunday.")}
    assert (found["Quonkbury"].country, found["Quonkbury"].admin1) == ("US", "OH")
    assert (found["Quonkbury"].precision, found["Quonkbury"].geonameid) == ("region", None)


@pytest.mark.parametrize("text", ["", "   ", ".", "- - -", "(Ill.)", "Paris, ", "d'A l'A O'", "A, B and C counties",
                                  "Åre, Sweden \U0001f600 в Москве.", "PARIS\n\nTEXAS", "X" * 3000])
def test_odd_texts_are_read_too(text: str) -> None:
    assert all(0 <= p.start < p.end <= len(text) for p in places(text, "x.y.z.."))


def test_order_and_no_overlap() -> None:
    found = places("SEOUL (AP) — North Korea fired two missiles into the Sea of Japan, Japan said. The U.S. protested.")
    assert [p.text for p in found] == ["SEOUL", "North Korea", "Sea of Japan", "Japan", "U.S."]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_province_without_a_district_of_its_own_is_read(read: Callable[..., Reading]) -> None:
    reading = read("Two men from Connaught were arrested on Monday, police said.")
    assert "Connaught" in [p.text for p in reading.places]


def test_a_headline_shifts_no_place(read: Callable[..., Reading]) -> None:
    body = ("Officials in Bergen said on Monday that the ferry had left Oslo in the morning and reached Stavanger at night.\n\n"
            "The Norwegian Ministry of Transport said that its inspectors were on the way from Trondheim to the harbour.")
    plain, headed = read(body), read("Ferry lost off the west coast\n\n" + body)
    assert [p.text for p in headed.places] == [p.text for p in plain.places]
    assert [(p.lat, p.role) for p in headed.places] == [(p.lat, p.role) for p in plain.places]


@pytest.mark.parametrize(("text", "name", "expected"), [
    ("The storm crossed thirty provinces and regions of China. Many roads were closed.", "China", "CN"),
    ("With the United States flu season under way, the clinic in Boston was full.", "United States", "US"),
    ("The agency says that the flood is Angola’s worst in twenty years.", "Angola", "AO"),
    ("Two cases were found in Texas, one in Kansas and four in Ohio. New York has counted nine.", "New York", "US.NY"),
])
def test_a_country_and_a_state_are_not_taken_for_something_smaller(text: str, name: str, expected: str) -> None:
    found = next(p for p in places(text) if p.text == name)
    assert f"{found.country}.{found.admin1}" == expected if found.admin1 else str(found.country) == expected
    assert found.kind in ("country", "region")


def test_a_city_stays_one_beside_a_single_state() -> None:
    assert next(p for p in places("The bus from Ohio reached New York at noon.") if p.text == "New York").kind == "city"


@pytest.mark.parametrize("text", [
    "The Marburg virus was found in bats. Doctors fear that the case was imported Marburg.",
    "Two miners fell ill with Lassa hemorrhagic fever.",
])
def test_an_illness_is_no_place(text: str) -> None:
    assert places(text) == []


def test_a_place_that_an_illness_is_named_after_is_one_where_something_happens() -> None:
    assert [p.text for p in places("The Marburg virus is dangerous. The laboratory in Marburg was closed.")] == ["Marburg"]


@pytest.mark.parametrize(("text", "name"), [
    ("The bus left a village named Selvik at noon.", "Selvik"),
    ("Toads explode in a town called Låsby, the council says.", "Låsby"),
    ("Refugees in the overcrowded Dadaab camps need to be protected.", "Dadaab"),
])
def test_the_words_beside_a_small_place_tell_it(text: str, name: str) -> None:
    assert name in [p.text for p in places(text)]


def test_a_boat_called_like_a_village_is_none() -> None:
    assert places("The crew of a boat called Selvik was saved.") == []
