"""Bytes -> text: UTF-8, UTF-16 or UTF-32 by their mark, what a page declares, and at last a guess that is told."""

from __future__ import annotations

import codecs
import re

from sayso.errors import InputError

SAMPLE = 20_000
_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# Pages that say Latin-1 or ASCII mean Windows-1252 (WHATWG Encoding Standard, labels of windows-1252).
_WEB_LATIN = {"iso8859-1", "latin-1", "ascii"}
# Those a guess may fall on: the legacy encodings of the same standard, without those of the old Macintosh
# and of Vietnamese, which Western texts are often taken for.
_LEGACY = ["cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "cp866",
           "iso8859_2", "iso8859_3", "iso8859_4", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_10",
           "iso8859_13", "iso8859_14", "iso8859_15", "iso8859_16", "koi8_r", "koi8_u", "gb18030", "big5", "euc_jp",
           "cp932", "cp949"]
_SIGNATURES = ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP or office file"), (b"\x1f\x8b", "packed with gzip"),
               (b"BZh", "packed with bzip2"), (b"{\\rtf", "an RTF document"), (b"WARC/1.", "a WARC archive"),
               (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"))
_HIGH = re.compile(rb"[\x80-\xff]")
_NOT_LATIN = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # bytes that Windows-1252 leaves undefined
_CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\b\x1b")))
# UTF-8's two and three bytes of Latin letters and of typographic marks, each byte shown as Windows-1252 shows it.
_TWICE = re.compile("â€[\u0080-\u00a0œ“”™˜¦¢š\"]|Ã[\u0080-\u00bf€-™]")
LEAST_TWICE = 2
LEAST_PAIRS = 8
MOST_ZERO = 0.7
MOST_CONTROL = 0.02
LEAST_HIGH = 0.02
FEW_HIGH = 5
ABOUT = 0.03


def binary_kind(data: bytes) -> str | None:
    """What the beginning of a file shows it to be if it is no text (`a PDF`, `binary data`), else None."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if b"\0" in data and marked(data) is None and unmarked(data) is None:
        return "binary data"
    return None


def marked(data: bytes) -> str | None:
    """The encoding that the byte order mark at the beginning names, or None."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def unmarked(data: bytes) -> str | None:
    """UTF-16 without a mark, as it shows in text that is mostly Latin: every second byte is zero, and no other is."""
    sample = data[:SAMPLE]
    even, odd, half = sample[::2].count(0), sample[1::2].count(0), len(sample) // 2
    if half < LEAST_PAIRS or min(even, odd):
        return None
    return "utf-16-le" if odd > MOST_ZERO * half else "utf-16-be" if even > MOST_ZERO * half else None


def declared(data: bytes) -> str | None:
    """The encoding that a page's `<meta charset>` names, where Python knows it."""
    found = _DECLARED.search(data[:4096]) if data.lstrip()[:1] == b"<" else None
    if not found:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return "cp1252" if name in _WEB_LATIN else name


def decode(data: bytes, where: str) -> tuple[str, str | None]:
    """The text (without its byte order mark), and what to note about how it was decoded, None if nothing.

    Lone surrogates that were written as if they were UTF-8 come through as they are. Raises InputError for
    binary data and where no encoding fits.
    """
    mark = marked(data)
    if mark and mark != "utf-8-sig":
        return _strictly(data, mark, where), None
    if wide := unmarked(data):
        return _strictly(data, wide, where), f"is UTF-16 without a mark; read as {wide}, which is a guess"
    kind = binary_kind(data)
    if kind:
        raise InputError(where, f"is {kind}, not text", "save its text as UTF-8, HTML or JSON")
    try:
        text = data.decode("utf-8-sig")
        return text, _twice(text)
    except UnicodeDecodeError:
        return _not_utf8(data, where)


def _twice(text: str) -> str | None:
    """What to note of UTF-8 that was taken for Windows-1252 and written as UTF-8 again (`â€œ` for a quotation mark)."""
    if len(_TWICE.findall(text)) < LEAST_TWICE:
        return None
    return "was spoilt before it came here (“â€™” and the like); it is read as it is, save it anew from where it came"


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise InputError(where, f"is damaged or not {encoding.upper()} as it seemed", "save it as UTF-8") from error


def _not_utf8(data: bytes, where: str) -> tuple[str, str | None]:
    try:
        # Some programs write a character beyond U+FFFF as two surrogates; UTF-16 joins the two again.
        pairs = data.decode("utf-8-sig", "surrogatepass").encode("utf-16-le", "surrogatepass")
        return pairs.decode("utf-16-le", "surrogatepass"), None
    except UnicodeDecodeError:
        pass
    named = declared(data)
    if named and named != "utf-8":
        try:
            return data.decode(named), None
        except (UnicodeDecodeError, LookupError):
            pass
    text = data.decode("utf-8-sig", "replace")
    bad = text.count("\ufffd")
    if named == "utf-8" or sum(1 for ch in text if ch > "\x7f") - bad > 3 * bad:
        return text, f"{bad} damaged places in its UTF-8 became U+FFFD"
    encoding = guess(data)
    if encoding is None:
        raise InputError(where, "is in an encoding that could not be told", "save it as UTF-8")
    return _strictly(data, encoding, where), f"is not UTF-8; read as {encoding}, which is a guess"


def guess(data: bytes) -> str | None:
    """The likeliest encoding of text that is not UTF-8, or None (charset-normalizer, on 20,000 bytes that matter).

    Windows-1252 is taken where nearly all is ASCII (there is little to tell by, and it is by far the commonest in news
    archives), and where it is about as likely as the best.
    """
    sample = _sample(data)
    if len(sample) - len(sample.translate(None, _CONTROL)) > MOST_CONTROL * len(sample):
        return None
    if len(_HIGH.findall(sample)) < max(FEW_HIGH, LEAST_HIGH * len(sample)) and not _NOT_LATIN.search(sample):
        return "cp1252"
    from charset_normalizer import from_bytes
    best = from_bytes(sample, cp_isolation=_LEGACY).best()
    # Asked for by itself, as the search above ends at the first encoding that is good enough.
    latin = from_bytes(sample, cp_isolation=["cp1252"]).best()
    if latin and (best is None or (latin.chaos <= best.chaos and latin.coherence >= best.coherence - ABOUT)):
        return "cp1252"
    return best.encoding if best else None


def _sample(data: bytes) -> bytes:
    """The bytes to guess on: from the word of the first one that is not ASCII, as those before it say nothing."""
    found = _HIGH.search(data)
    start = max(data.rfind(b"\n", 0, found.start()), data.rfind(b" ", 0, found.start())) + 1 if found else 0
    if len(data) - start <= SAMPLE:
        return data[start:]
    cut = max(data.rfind(b"\n", start, start + SAMPLE), data.rfind(b" ", start, start + SAMPLE))
    return data[start:cut if cut > start else start + SAMPLE]
