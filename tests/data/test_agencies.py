"""News agencies by name and abbreviation, alone and in running text."""

from __future__ import annotations

import pytest

from sayso.data.agencies import AGENCY_NAMES, agency, agency_country, all_agencies


@pytest.mark.parametrize(("text", "name"), [
    ("AP", "AP"), ("The Associated Press", "AP"), ("Agence France-Presse", "AFP"), ("(Reuters)", "Reuters"),
    ("Yonhap news agency", "Yonhap"), ("ITAR-TASS", "TASS"), ("the AFP's", "AFP"), ("Xinhua", "Xinhua"),
    ("DPA", "dpa"), ("Press Trust of India", "PTI"), ("U.P.I.", "UPI"),
])
def test_names_lead_to_one_name(text: str, name: str) -> None:
    found = agency(text)
    assert found is not None
    assert found == agency(name)


@pytest.mark.parametrize("text", ["ap", "Russia", "The Times", "", "news agency", "the", "press"])
def test_other_names_are_no_agencies(text: str) -> None:
    assert agency(text) is None


def test_where_an_agency_sits() -> None:
    assert agency_country("Yonhap") == "KR"
    assert agency_country("KCNA") == "KP"
    assert agency_country("The Daily Bugle") is None


def test_names_in_running_text() -> None:
    text = "OSLO (AP) - Interfax-Ukraine and The Associated Press said so; the PA office in town did not."
    assert [agency(m.group()) for m in AGENCY_NAMES.finditer(text)] == [agency("AP"), agency("Interfax-Ukraine"),
                                                                        agency("AP")]


def test_no_name_stands_for_two_agencies() -> None:
    names = [n for a in all_agencies() for n in a.names]
    assert len(names) == len(set(names))
    assert len(all_agencies()) > 120
