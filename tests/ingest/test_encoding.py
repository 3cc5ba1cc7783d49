"""Bytes that are UTF-8, are something else, or are no text."""

from __future__ import annotations

import codecs

import pytest

from sayso.errors import InputError
from sayso.ingest.encoding import decode, guess

GERMAN = "Die Fähre fuhr am Dienstag nicht. „Wir müssen warten“, sagte die Kapitänin und zeigte auf die Wellen.\n"
RUSSIAN = "Паром во вторник не ходил из-за шторма, сообщила капитан порта журналистам на причале.\n"


def test_utf8_with_and_without_a_mark(load_bytes):
    for mark in (b"", codecs.BOM_UTF8):
        loaded = load_bytes(mark + GERMAN.encode())
        assert loaded.one.text == GERMAN
        assert loaded.notes == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_marked_utf16_and_utf32(load_bytes, encoding):
    assert load_bytes(GERMAN.encode(encoding)).one.text == GERMAN
    big = codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be")
    assert load_bytes(big).one.text == GERMAN
    lines = '{"text": "The ferry was late."}\n{"text": "Nobody was hurt."}\n'
    assert [a.text for a in load_bytes(lines.encode(encoding)).articles] == ["The ferry was late.", "Nobody was hurt."]


def test_half_a_utf16_character_is_an_error(load_bytes):
    assert "is damaged or not UTF-16" in load_bytes(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le")[:3]).error


@pytest.mark.parametrize(("text", "encoding"), [(GERMAN, "cp1252"), (RUSSIAN, "cp1251"), (
    "Le capitaine a déclaré mardi que le bac ne partirait pas à cause de la tempête, très forte.\n", "cp1252")])
def test_another_encoding_is_guessed_and_told(load_bytes, text, encoding):
    loaded = load_bytes(text.encode(encoding))
    assert loaded.one.text == text
    assert len(loaded.notes) == 1
    assert "report.txt: is not UTF-8; read as cp" in loaded.notes[0]
    assert loaded.notes[0].endswith("which is a guess")


def test_a_long_text_is_guessed_on_the_part_that_tells():
    assert guess((RUSSIAN * 4000).encode("cp1251")) == "cp1251"
    assert guess(("The ferry was late. " * 4000 + RUSSIAN).encode("cp1251")) == "cp1251"
    assert guess((GERMAN * 4000).encode("cp1252")) == "cp1252"


def test_english_with_a_few_typographic_marks_is_windows_1252(load_bytes):
    text = "The ferry’s crew found water – “a lot of it” – in the engine room, the café owner said on the quay. "
    late = "The ferry was late again. " * 200
    for sample in (text, text * 300, late + text * 3, late + "’"):
        assert load_bytes(sample.encode("cp1252")).one.text == sample


def test_a_few_damaged_places_do_not_make_utf8_another_encoding(load_bytes):
    loaded = load_bytes(GERMAN.encode() + b"Ende \xff gut.")
    assert loaded.one.text == GERMAN + "Ende \ufffd gut."
    assert "1 damaged place" in loaded.notes[0]


def test_a_page_is_read_as_it_declares(load_bytes):
    page = b"<!DOCTYPE html><html><head><meta charset='iso-8859-1'></head><body><p>caf\xe9 \x93late\x94</p></body>"
    assert decode(page, "x") == (page.decode("cp1252"), None)
    assert decode(b"<html><meta charset=no-such-thing><p>" + RUSSIAN.encode("cp1251"), "x")[1] is not None


@pytest.mark.parametrize(("data", "why"), [
    (b"The ferry\0was late", "is binary data"), (b"%PDF-1.7 and so on", "is a PDF"), (b"PK\x03\x04rest", "is a ZIP"),
    (b"\x1f\x8b\x08rest", "is packed with gzip"), (b"{\\rtf1 The ferry}", "is an RTF"), (b"WARC/1.0\r\n", "is a WARC"),
    (b"\x89PNG\r\n", "is a picture"), (bytes(range(1, 256)) * 4, "is in an encoding that could not be told")])
def test_what_is_no_text(load_bytes, data, why):
    assert f"report.txt: {why}" in load_bytes(data).error


def test_undecodable_bytes_raise_with_the_place():
    with pytest.raises(InputError, match=r"^here: is binary data, not text; save "):
        decode(b"a\0b", "here")


def test_lone_surrogates_become_the_replacement_character(load_bytes):
    loaded = load_bytes(b"late \xed\xa0\x80 ferry")
    assert loaded.one.text == "late \ufffd ferry"
    assert loaded.notes == [loaded.notes[0]]
    assert 'lone surrogates in "text" became U+FFFD (1)' in loaded.notes[0]
    # Two of them that make one character are not lone.
    assert load_bytes(b"late \xed\xa0\xbd\xed\xb8\x80").one.text == "late \U0001f600"
    loaded = load_bytes('{"text": "late \\ud800", "title": "\\udfff!", "id": "a\\ud800"}', "x.json")
    assert (loaded.one.text, loaded.one.title, loaded.one.id) == ("late \ufffd", "\ufffd!", "a\ufffd")
    assert len(loaded.notes) == 3
