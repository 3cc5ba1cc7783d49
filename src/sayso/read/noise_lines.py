"""Lines and ends of lines that pages run into their text: sign-up forms, lists of other stories, credited captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.data.agencies import agency
from sayso.model.reading import Noise, NoiseKind
from sayso.model.span import Range
from sayso.read.noise_datelines import LABELS

RELATED_WORDS = 25
IN_A_ROW = 3
_COUNTER = re.compile(r"\b(?P<k>\d{1,3}) of (?P<of>\d{1,3})\b")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+")
_MARKED = re.compile(r"[.!?…:;,][\"”’')\]»]*\s*$")
# What a page asks of its reader, as whole sentences.
_ASKS = re.compile(
    r"(?i)^\W*(?:(?:please )?(?:verify|enter|re-enter|check|select|enable|log in|sign (?:up|in)|subscribe|click|try again)\b"
    r"|invalid |you (?:must|agree|will receive|can unsubscribe|have successfully)|thank you for (?:subscribing|signing|registering)"
    r"|an error (?:has )?occurred|get (?:the |our |all |news)|newsletter|view all .{0,40}newsletters?|by (?:signing"
    r"|subscribing|clicking)"
    r"|something went wrong|already a (?:member|subscriber)|continue reading|stay (?:on top|up to date|informed)|delivered to your)")
_RELATED = re.compile(
    r"^\W*(?:(?i:read|see|watch) (?i:more|also|next)|(?i:also read)|(?i:related)(?: (?i:stories|story|articles?|content"
    r"|links?|coverage|news"
    r"|posts?|topics?))?|(?i:more on this)|(?i:more (?:stories|news|coverage)(?: from\b[^:|»>]{0,40})?)|(?i:recommended)(?i: for you)?"
    r"|(?i:you (?:may|might) (?:also )?like)|(?i:most (?:read|popular|viewed))|(?i:don[’']?t miss)|(?i:trending)(?i: now)?"
    r"|(?i:top stories)|(?i:in other news)|(?i:from the archives?))\s*(?P<rest>[:|»>-]|$|(?=[A-Z'‘“\"]))")
_BOILERPLATE = re.compile(
    r"(?i)^\W*(?:this is a (?:developing|breaking)(?: news)? story\b|(?:check|please check|come) back (?:for|later)\b.{0,60}updates?"
    r"|more to (?:come|follow)\W*$|(?:\w+ ){0,2}transcripts? (?:are|is) (?:created|provided|produced)\b"
    r"|(?:visit|see) our (?:website|site|terms)|(?:click|tap|swipe|scroll) (?:here|to|on|through|down)\b"
    r"|(?:view|see) (?:full|more) (?:caption|videos?|photos?)\W*$|\[(?:graphic|photos?|video|map|gallery|interactive"
    r"|live blog)\b[^\]]*\]$"
    r"|(?:have|got) a (?:story|tip|question|comment)\b.{0,80}\?|write to the (?:author|reporter|editor)\b"
    r"|follow .{1,40} on (?:twitter|facebook)"
    r"|(?:add|post|share|write) (?:a|your) (?:comment|thoughts?|views?)\b|what do you think\?|let us know in the comments)")
_BIOGRAPHY = re.compile(
    r"^\W*(?:[A-Z][\w.’'-]+ ){2,4}(?:is|was) (?:an?|the) (?:[\w’'-]+ ){0,5}(?i:reporter|correspondent|editor|writer"
    r"|columnist|producer|contributor"
    r"|journalist|freelancer)\b[^.]{0,120}(?i:\bfor\b|\bat\b|\bwith\b|\bbased in\b|\bcover(?:s|ing)\b|\bwho\b|\bof\b)")
_REACH = re.compile(
    r"(?i)\b(?:reach|contact|e-?mail|follow|tweet|write to) (?:him|her|them|me|[\w.]+)\b.{0,40}"
    r"(?:@|\bon (?:twitter|facebook|x)\b|\d{3})")
_BARE_LABEL = re.compile(r"^[A-Z][A-Z.’' -]{2,40}(?:, [A-Z][A-Z ]{2,30})?:$")
_COURTESY = re.compile(
    r"(?i)^(?:(?:hi|hello|hey|thanks|thank you|you(?:[’']re| are) welcome|good (?:morning|afternoon|evening)|my pleasure"
    r"|welcome|bye|goodbye)"
    r"(?:,? (?:so much|very much|again|there|everyone))?(?:(?:,| for (?:having|joining) (?:me"
    r"|us))? ?(?-i:[A-Z])[\w’'-]*(?: (?-i:[A-Z])[\w’'-]*)?)?"
    r"|(?:good|nice|great) to (?:be with|see|talk to|have) you(?:,? (?-i:[A-Z])[\w’'-]*)?"
    r"|thank(?:s| you) for (?:having|joining|being with) (?:me|us)(?:,? (?-i:[A-Z])[\w’'-]*)?)[.!]$")
_LABEL = re.compile(r"^[A-Z][A-Z.’' -]{2,30}:\s+")
_KIND_LABEL = re.compile(r"(?P<word>[A-Z][A-Za-z]+(?: [A-Za-z]+)?)(?: \([^()]{1,40}\))?(?:\s?:|\s[–—-])\s+(?=\S)")
_FIRST_CREDIT = re.compile(
    r"^(?P<by>[A-Z][A-Za-z]{1,12}(?: (?:Images|Press|News|Photo|Pictures))?(?:\s?[:/•|·]\s?[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)*)\s+"
    r"(?=(?:The|A|An|In|On|At|This|These|Some|More|Many|Police|Officials|[A-Z][a-z]+[’']s)\b|[A-Z][a-z]+ [a-z]"
    r"|[A-Z][\w-]+ [A-Z][\w-]+ [a-z])")
_PICTURE_FIRST = re.compile(
    r"(?i)^(?:(?:an? |this |the )?(?:(?:screen ?|video )?grabs? |still |screenshot |(?:file |undated |handout |aerial "
    r"|satellite )(?:photo|picture|image|video)s? )"
    r"(?:\w+ ){0,3}?(?:from|of|taken|provided|made|released|shows?|showing)|in this (?:\w+ ){0,3}(?:photo|picture|image|frame|grab)\b"
    r"|image (?:copyright|source|caption)\b|media caption\b|(?:photo|picture|image|video)s? (?:shows?|from|of|by|courtesy)\b"
    r"|(?:watch|video|photos?|listen|pictured?|image)(?: \(\d\d?:\d\d\))?\s?:)")
_SOURCE_LAST = re.compile(
    r"\((?:(?:[Ss]ource|[Pp]hotos?|[Ii]mage|[Vv]ideo|[Cc]redit|[Cc]ourtesy)\b[^()]{0,60}"
    r"|[A-Z]{3,5}(?:[-/ ][\w. /]{1,30})?)\)$")
_DATED_LAST = re.compile(r"\((?:[A-Z][\w.&’' -]*,? )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?: ?,? ?(?:page|p\.?) ?\w+)?\)$")
_TWEETED = re.compile(
    r"\s?(?:(?:https?://|pic\.twitter\.com/)[^\s—–]{1,80})?\s?[—–-]\s[^—–\n]{2,60}\(@\w{1,40}\)(?:\s[A-Z][a-z]+\.? \d{1,2}, \d{4})?$")
_BRACKETED_LAST = re.compile(r"(?i)\[(?:photo|image|picture|pic)s?\s?[/:][^\]]*\]$")
_LAST_CREDIT = re.compile(r"(?<=[.!?…”\"])\s{1,3}(?P<by>[A-Z][\w./ &-]{1,28})$")


def kind_of_line(piece: str, words: int) -> NoiseKind | None:
    """The kind of a line that is furniture as a whole, from its own words alone."""
    if _asks_mostly(piece):
        return "navigation"
    if words <= 60 and (_BOILERPLATE.search(piece) or (_BIOGRAPHY.search(piece) and _REACH.search(piece))):
        return "navigation"
    if _BARE_LABEL.match(piece):
        return "other"
    if _is_gallery(piece):
        return "caption"
    if words <= 8 and _DATED_LAST.fullmatch(piece):
        return "credit"
    marked = _MARKED.search(piece) is not None
    if words <= 60 and _PICTURE_FIRST.search(piece) and (not marked or _SOURCE_LAST.search(piece)):
        return "caption"
    if words <= 45 and _SOURCE_LAST.search(piece):
        return "caption"
    return None


def _is_gallery(piece: str) -> bool:
    """The captions of a row of pictures run together: `… 3 of 25 … 4 of 25 … 5 of 25`."""
    counts = [(int(m["k"]), m["of"]) for m in _COUNTER.finditer(piece)]
    return any(sum(k - j == 1 for (j, m), (k, n) in pairwise(counts) if m == n == of) >= IN_A_ROW for of in {n for _, n in counts})


def _asks_mostly(piece: str) -> bool:
    """A form run together: three sentences and more, of which every third asks the reader for something."""
    sentences = [s for s in _SENTENCE_END.split(piece) if s.strip()]
    return len(sentences) >= 3 and 3 * sum(_ASKS.search(s) is not None for s in sentences) >= len(sentences)


def _first_credit(piece: str) -> int:
    """The length of a credit before what a picture shows: `Reuters The harbour lay empty`, `AP:Associated Press The …`.

    What it shows stays in the report, as it states a fact; such a line has no end mark.
    """
    m = _FIRST_CREDIT.match(piece)
    if m is None or _MARKED.search(piece):
        return 0
    parts = re.split(r"\s?[:/•|·]\s?", m["by"])
    credit = any(agency(p) is not None for p in parts) or m["by"].endswith((" Images", " Pictures", " Photo"))
    return m.end() if credit or (len(parts) > 1 and all(p.isupper() for p in parts)) else 0


def _heading_label(piece: str) -> int:
    """The length of what says what kind of passage follows: `Correction: `, `UPDATE – `, `Clarification (5 May): `."""
    m = _KIND_LABEL.match(piece)
    return m.end() if m is not None and m["word"].upper() in LABELS else 0


def related(text: str, paragraphs: Sequence[Range]) -> set[int]:
    """The indexes of lines that name other stories: with `Related:` in front, or below such a line, to the text's end.

    In the middle of a text only lines without an end mark are taken for such names, at its end also others if most have none.
    """
    found: set[int] = set()
    words = [len(text[s:e].split()) for s, e in paragraphs]
    for k, (start, end) in enumerate(paragraphs):
        m = _RELATED.match(text[start:end])
        if m is None or len(paragraphs) < 3 or k == 0:
            continue
        marked = _MARKED.search(text[start:end]) is not None
        if m.end() < end - start and (words[k] <= RELATED_WORDS or not marked) and (m["rest"] or not marked):
            found.add(k)
        if end - start - m.end() > 2:
            continue
        found.add(k)
        below = range(k + 1, len(paragraphs))
        unmarked = [j for j in below if _MARKED.search(text[slice(*paragraphs[j])]) is None]
        last = all(words[j] <= RELATED_WORDS for j in below) and 2 * len(unmarked) >= len(below)
        for j in below:
            if words[j] > RELATED_WORDS or not (last or j in unmarked):
                break
            found.add(j)
    return found


def ends_in_credit(piece: str) -> bool:
    """`… in the harbour on Monday. Reuters`, `… in the harbour. [Photo/Agencies]`."""
    m = _LAST_CREDIT.search(piece)
    return (m is not None and agency(m["by"]) is not None) or _BRACKETED_LAST.search(piece) is not None


def edges(text: str, start: int, end: int) -> tuple[Range, list[Noise]]:
    """What is left of a line once furniture is cut off its ends, and what was cut: a tweet's signature, a greeting, a credit."""
    cut: list[Noise] = []
    for pattern in (_TWEETED, _LAST_CREDIT):
        m = pattern.search(text, max(start, end - 240), end)
        if m is None or m.start() - start < 20 or (pattern is _LAST_CREDIT and agency(m["by"]) is None):
            continue
        cut.append(_noise(text, m.start(), end, "credit"))
        end = m.start()
    if (length := _first_credit(text[start:end])) > 0:
        return (start + length, end), [*cut, _noise(text, start, start + length, "credit")]
    if (length := _heading_label(text[start:end])) > 0:
        cut.append(_noise(text, start, start + length, "other"))
        start += length
    label = _LABEL.match(text[start:end])
    at = start + (label.end() if label else 0)
    rest = text[at:end]
    pieces = [m.start() for m in re.finditer(r"(?<=[.!?])\s+", rest)]
    bounds = [0, *pieces, len(rest)]
    stretches = [(at + a, at + b) for a, b in pairwise(bounds)]
    kept = [r for r in stretches if _COURTESY.match(text[slice(*r)].strip()) is None]
    if not kept:
        return (end, end), [_noise(text, start, end, "other"), *cut]
    first, last = kept[0][0], kept[-1][1]
    if last < end:
        cut.append(_noise(text, last, end, "other"))
    if first > at:
        cut.append(_noise(text, start, first, "other"))
        start = first
    while start < last and text[start].isspace():
        start += 1
    return (start, last), cut


def _noise(text: str, start: int, end: int, kind: NoiseKind) -> Noise:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Noise(start, end, text[start:end], kind)
