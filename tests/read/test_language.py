"""The language of a text, and when it cannot be said."""

from __future__ import annotations

import pytest

from sayso.read import language
from sayso.read.language import detect


@pytest.mark.parametrize(("code", "text"), [
    ("en", "The evening ferry stayed in port on Tuesday, the line said."),
    ("en", "FERRY STAYS IN PORT AFTER CREW FINDS WATER IN ENGINE ROOM"),
    ("en", "The governors of Kharkiv and Sumy told reporters that the ferry to Łódź had been late."),
    ("de", "Die Fähre blieb am Dienstag im Hafen, wie die Reederei mitteilte."),
    ("fr", "Le bac est resté au port mardi, a indiqué la compagnie."),
    ("es", "El transbordador se quedó en el puerto el martes, dijo la compañía."),
    ("ru", "Паром во вторник остался в порту, сообщила компания."),
    ("uk", "Пором у вівторок залишився в порту, повідомила компанія."),
    ("zh", "轮船公司表示，渡轮周二停在港口，没有人受伤。"),
    ("ja", "船会社によると、フェリーは火曜日に港にとどまった。"),
    ("ko", "선사는 화요일에 여객선이 항구에 머물렀다고 밝혔다."),
    ("ar", "قالت الشركة إن العبارة بقيت في الميناء يوم الثلاثاء ولم يصب أحد.")])
def test_languages(code, text):
    assert detect(text) == code
    assert detect(f"\n\n  {text} https://quay.example/nachrichten/heute ada@quay.example 12.5.2031\n") == code


@pytest.mark.parametrize("text", [
    "", " \n\t", "Ferry", "12345 67890 12:30 !!! ??? 2031-05-06", "https://quay.example/the/ferry/was/late/again",
    "🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢", "\ud800\udfff", "\0\0\0", "qwx zxq vbk jjq wwx kqz xqv bzz", "船", "ok ok ok"])
def test_what_cannot_be_said(text):
    assert detect(text) is None


def test_only_the_beginning_counts():
    english = "The evening ferry stayed in port on Tuesday, the line said. " * 60
    german = "Die Fähre blieb am Dienstag im Hafen, wie die Reederei mitteilte. " * 600
    assert detect(english + german) == "en"
    assert detect(german + english) == "de"


@pytest.mark.parametrize(("plainly", "text"), [
    (True, "The evening ferry stayed in port on Tuesday after the crew had found that water was coming in by the door. " * 3),
    (False, "The evening ferry stayed in port."),
    (False, "De veerboot lag dinsdag stil in de haven: het was laat, en de rederij had op dat moment geen bemanning. " * 3),
    (False, "Færgen blev i havn tirsdag, fordi besætningen var syg, og rederiet sagde at den her tur var aflyst. " * 3),
    (False, "BRIDGE CLOSED FERRY LATE NIGHT BUS STOP MOVED ROAD WORKS ON MAIN STREET " * 8)])
def test_plain_english_needs_no_model(plainly, text):
    assert language._is_plainly_english(text) is plainly


def test_plain_english_beside_another_language_is_left_to_the_model():
    german = "Die Fähre blieb am Dienstag im Hafen, wie die Reederei am Abend mitteilte, weil die Besatzung krank war. "
    assert not language._is_plainly_english(german * 3 + "The ferry stayed in port, as the crew had fallen ill. " * 2)


def test_odd_characters_within_a_text_do_no_harm():
    assert detect("The evening\u200b ferry \ud800 stayed\0 in \ufffd port on Tuesday, the line said.") == "en"
