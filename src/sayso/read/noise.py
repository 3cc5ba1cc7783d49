"""What stands in an article and is no report: captions, credits, headings, navigation, datelines.

Nothing is thrown away: each piece is kept as a span with its kind, and a caption's facts stay readable there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sayso.data.agencies import AGENCY_NAMES, agency
from sayso.model.article import Dateline
from sayso.model.reading import Noise, NoiseKind
from sayso.model.span import Range
from sayso.read.live import Stamp
from sayso.read.noise_datelines import find_dateline
from sayso.read.noise_lines import edges, ends_in_credit, kind_of_line, related

HEADING_WORDS = 12
# A picture from the files is explained at length: what it shows, and what it is shown for.
LONGEST_CAPTION = 120
_FILED = re.compile(r"FILE\s?[-–—:]")
_WORD = re.compile(r"\w+")
_TERMINAL = re.compile(r"[.!?…:;,][\"”’')\]»]*\s*$")
# A whole sentence in words: some beginnings ("Loading…", "Copyright…") are noise only where they are none.
_SENTENCE = re.compile(r"[a-z]{2}[.!?][\"”’')\]»]*\s*$")
_PHOTO = re.compile(
    r"(?i)\b(?:photo(?:graph)?s?|pictures?|images?|video|graphic|illustration)\s*(?::|credit|courtesy|copyright|by (?-i:[A-Z]))"
    r"|\b(?:getty images|shutterstock|istock|ap photo|afp photo|epa-efe|pool photo|screengrab)\b"
    r"|\bhandout (?:photo|image|picture|video)|(?:^|[/|,(-]\s*)(?:handout|stringer)\b|\b(?:handout|stringer)\W*$"
    r"|\((?:file|photo|image|picture|pic)s?\b[^)]*\)|©|(?<!\bthe )\bfile (?:photo|image|picture)\b|^(?:caption|watch|pictured)\s*:"
    r"|^FILE\b|^(?:photo|video|image|picture|graphic)s?$")
_SLASH_CREDIT = re.compile(r"(?:/|\|)\s*(?:[A-Z][\w.'’-]*[ ,]*){1,5}(?:/\s*[A-Z][\w .'’-]*)*\.?\s*$")
_NAVIGATION = re.compile(
    r"(?i)^\W*(?:read (?:more|also|next|the full|here)|also read|see also|related(?: (?:articles?|stories|content|topics?))?\s*(?::|$)"
    r"|more on this|click here|sign up|subscribe|follow (?:us|\w+ on)|share (?:this|on|via)|continue reading"
    r"|copyright (?:©|\(c\)|\d|.{0,60}\ball rights reserved)|all rights reserved"
    r"|by (?:submitting|signing up|clicking|registering)[^.]{0,80}\byou (?:agree|accept|consent)"
    r"|comments?\s*(?:\(\d+\))?$|leave a (?:comment|reply)|print$|email$|tags?\s*:"
    r"|topics?\s*:|skip to|download (?:the|our) app|join the conversation|watch the video|live updates?$"
    r"|story continues|scroll (?:down|to)|hide caption|view (?:gallery|comments)|this (?:article|story) (?:was|is) "
    r"(?:originally|first)|first published\s*(?::|on\b|at\b|$)|editor['’]?s? (?:note|picks)|support us\b)")
# The furniture of sign-up forms and tip lines, whole sentences of it.
_FORM = re.compile(
    r"(?i)^\W*(?:related stories\b|we pay for your stor|do you have a (?:story|tip|photo|video)\b|(?:e-?mail|call|contact|text) us\b"
    r"|newsletter sign|read or share|(?:please )?verify you|invalid e-?mail|please (?:re-enter|try again|enable|log in)"
    r"|you (?:must select|agree to receive|will receive|can unsubscribe)|thank you for (?:subscribing|signing)|an error has occurred"
    r"|view all .{0,40}newsletters|(?:this )?(?:text|transcript)s? (?:may not be in its final form|(?:is|are) created on a)"
    r"|\[?photo/|get (?:the latest|news|our).{0,60}(?:inbox|e-?mail|newsletter))")
_SHOWN = re.compile(
    r"(?i)\b(?:(?:is|are) (?:seen|pictured|shown)|seen (?:here|in)|pictured|stands? (?:next|near|in|at|beside|outside)|looks? on"
    r"|poses? (?:for|with)|(?:screen ?)?grab from|in this (?:file |undated |handout )?(?:photo|picture|image)|helps? an?)\b")
_SIGNATURE = re.compile(r"^\s*[—–―-]\s.{2,60}\(@\w+\)")
_DASHED = re.compile(r"^\s*[-–—]\s.{2,60}\s[-–—]\s*$")
_NAVIGATION_WORDS = re.compile(
    r"(?i)^\W*(?:advertisements?|trending|recommended|copyright|terms of (?:use|service)|privacy policy|cookies?|newsletters?|log ?in"
    r"|register|loading|enlarge|toggle|donate|support our|more (?:from|stories)|most (?:read|popular|viewed)|watch (?:live|now))\b")
_META = re.compile(
    r"^\W*(?i:(?:last )?(?:updated|published|posted|modified|created))\b(?:\s*:|(?: (?i:on|at))?(?: [A-Z][a-z]+\.?,?)* \d)"
    r"(?:[^.!?]|(?i:[ap]\.m\.)){0,80}(?:\d\W*)?$"
    r"|^\W*(?i:by) [A-Z][\w.'’-]+(?:,? (?:and|de|del|da|van|von|al|bin|[A-Z][\w.'’-]*)){0,6}(?:,.{0,60})?$"
    r"|^\W*\d{1,2}:\d\d(?!.*[a-z]{2}\.\W*$).{0,46}$"
    r"|^\W*(?i:(?:additional )?(?:reporting|editing|writing)) by [A-Z]")
_CREDIT_END = re.compile(r"(?:[(\[—–-]\s*)(?P<a>[A-Z][\w ./&-]{1,40})[)\]]?\s*$")
_AGENCY = re.compile(AGENCY_NAMES if isinstance(AGENCY_NAMES, str) else AGENCY_NAMES.pattern)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The article's report (stretches to parse, in order), its noise, and what its head and credits say.

    `headline` is the stretch of noise that heads the whole text, if any: read for who speaks, never for statements.
    `dateline_at` is where the dateline stands: read for the place and the day it names. `stamps` are a live blog's times.
    """

    body: tuple[Range, ...]
    noise: tuple[Noise, ...]
    headline: Range | None
    dateline: Dateline | None
    agencies: tuple[str, ...]
    by_agency: str | None
    dateline_at: Range | None
    stamps: tuple[Stamp, ...] = ()


def clean(text: str, paragraphs: Sequence[Range], title: str | None) -> Cleaned:
    """Set apart what is no report. `paragraphs` as offsets; the result keeps every character in one place."""
    body: list[Range] = []
    noise: list[Noise] = []
    headline: Range | None = None
    dateline: Dateline | None = None
    credited: list[str] = []
    by_agency: str | None = None
    dateline_at: Range | None = None
    away = _by_neighbours(text, paragraphs)
    for k, (start, end) in enumerate(paragraphs):
        cut = find_dateline(text, start, end)
        alone = cut is not None and cut[1] == end and k + 1 < len(paragraphs)
        if dateline is not None or len(body) >= 2 or (cut is not None and cut[1] == end and not alone):
            # Further down it heads an older report on the same page: not where and when this one is from.
            cut = None
        kind = None if alone and cut else "dateline" if alone else away.get(k) or _kind(text, paragraphs, k, title)
        if kind is not None:
            noise.append(Noise(start, end, text[start:end], kind))
            if kind == "heading" and k == 0:
                headline = (start, end)
            if kind in ("caption", "credit", "other"):
                credited += _agencies_in(text[start:end])
            if kind == "other" and by_agency is None and k <= 3:
                by_agency = next(iter(_agencies_in(text[start:end])), None)
            continue
        if cut is not None:
            dateline, at = cut
            shown = text[start:at].rstrip()
            dateline_at = (start, start + len(shown))
            noise.append(Noise(*dateline_at, shown, "dateline"))
            start = at
            if dateline.agency:
                by_agency = by_agency or dateline.agency
        if len(paragraphs) > 1:
            (start, end), cut_off = edges(text, start, end)
            noise += cut_off
            signed = [a for n in cut_off if n.kind == "credit" for a in _agencies_in(n.text)]
            credited += signed
            if k == len(paragraphs) - 1:
                by_agency = by_agency or next(iter(signed), None)
        if start < end:
            body.append((start, end))
    if body:
        by_agency = by_agency or _end_credit(text, body)
    noise.sort(key=lambda n: n.start)
    names = dict.fromkeys(([by_agency] if by_agency else []) + credited)
    return Cleaned(tuple(body), tuple(noise), headline, dateline, tuple(names), by_agency, dateline_at)


def _kind(text: str, paragraphs: Sequence[Range], k: int, title: str | None) -> NoiseKind | None:
    start, end = paragraphs[k]
    piece = text[start:end]
    words = len(_WORD.findall(piece))
    if words == 0:
        return "other"
    if len(paragraphs) > 1 and words <= 60 and _FORM.search(piece):
        return "navigation"
    if words <= 12 and _SIGNATURE.search(piece):
        return "credit"
    if len(paragraphs) > 2 and words <= HEADING_WORDS and _DASHED.search(piece):
        return "heading"
    if len(paragraphs) > 1 and (whole := kind_of_line(piece, words)) is not None:
        return "credit" if whole == "caption" and words <= 6 else whole
    after = text[slice(*paragraphs[k + 1])] if k + 1 < len(paragraphs) else ""
    if words <= 45 and _SHOWN.search(piece) and _is_credit(after):
        return "caption"
    if _is_credit(piece) and len(paragraphs) > 1:
        return "credit"
    sentence = words > 2 and _SENTENCE.search(piece) is not None
    if len(paragraphs) > 1 and words <= 40 and (_NAVIGATION.search(piece) or (not sentence and _NAVIGATION_WORDS.search(piece))):
        return "navigation"
    if (words <= 30 and _META.search(piece)) or (words <= 6 and agency(piece.strip(" .-—–()[]")) is not None):
        return "other"
    if words <= (LONGEST_CAPTION if _FILED.match(piece) else 60) and _is_caption(piece, words):
        return "credit" if words <= 6 else "caption"
    if title is not None and _same_letters(title, piece) and len(paragraphs) > 1:
        return "heading"
    if words <= HEADING_WORDS + (8 if k == 0 else 0) and len(paragraphs) > 2 and _is_heading(text, paragraphs, k):
        return "heading"
    return None


def _by_neighbours(text: str, paragraphs: Sequence[Range]) -> dict[int, NoiseKind]:
    """The lines that are noise by where they stand: lists of other stories, and captions that end in `…. Reuters`.

    Several lines must end so, or the first one does; one at the end of a text tells whose text it is.
    """
    ending = [k for k, (s, e) in enumerate(paragraphs) if ends_in_credit(text[max(s, e - 40):e])]
    shown = ending if len(ending) > 1 else [k for k in ending if k == 0 and len(paragraphs) > 2]
    out: dict[int, NoiseKind] = dict.fromkeys(shown, "caption")
    return {**out, **dict.fromkeys(related(text, paragraphs), "navigation")}


def _is_credit(piece: str) -> bool:
    """Nothing but whose picture it is: `Reuters`, `[Photo/Agencies]`, `AP: Associated Press`."""
    words = _WORD.findall(piece)
    if not 0 < len(words) <= 4:
        return False
    return re.match(r"(?i)\[?photos?\s*[/:]", piece) is not None or any(
        agency(part.strip(" .-—–()[]")) is not None for part in re.split(r"[:/|]", piece))


def _is_caption(piece: str, words: int) -> bool:
    slash = _SLASH_CREDIT.search(piece)
    if slash is not None and (_agencies_in(slash.group()) or (not _TERMINAL.search(piece[:slash.start()].rstrip()) and words <= 40)):
        return True
    found = _PHOTO.search(piece)
    return found is not None and (words <= 12 or _TERMINAL.search(piece) is None or found.start() == 0 or found.end() == len(piece))


def _is_heading(text: str, paragraphs: Sequence[Range], k: int) -> bool:
    """Short, with no end mark (or wholly between quotation marks), and longer text after it."""
    start, end = paragraphs[k]
    piece = text[start:end]
    quoted = piece[0] in "“\"«‘'" and piece[-1] in "”\"»’'" and not re.search(r"[.,!?][”\"»’']$", piece)
    if not quoted and (_TERMINAL.search(piece) or piece[-1] in "”\"»’"):
        return False
    after = paragraphs[k + 1:k + 3]
    longer = any(e - s > max(60, end - start) for s, e in after)
    listed = piece.lstrip()[:1] in "-•*·–"
    return longer and not listed and (k == 0 or len(_WORD.findall(piece)) <= HEADING_WORDS)


def _end_credit(text: str, body: Sequence[Range]) -> str | None:
    """`(Reuters)` or `— AFP` at the very end: the text is the agency's."""
    start, end = body[-1]
    m = _CREDIT_END.search(text, max(start, end - 60), end)
    return agency(m.group("a").strip()) if m else None


def _agencies_in(piece: str) -> list[str]:
    found = [agency(m.group()) for m in _AGENCY.finditer(piece)]
    return [a for a in dict.fromkeys(found) if a is not None]


def _same_letters(a: str, b: str) -> bool:
    return all(x == y for x, y in zip_longest(_letters(a), _letters(b)))


def _letters(s: str) -> Iterator[str]:
    return (ch for ch in s.lower() if ch.isalnum())
