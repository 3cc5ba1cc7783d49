"""A group of statements weighed into a claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sayso.model.claim import Claim, ClaimKind, ClaimPlace, Denial, Difference, OpenAnswer, Origin, Status
from sayso.model.link import ClaimGroup
from sayso.model.reading import Attribution
from sayso.model.statement import EventDate, Statement
from sayso.weigh.context import Context
from sayso.weigh.credibility import credibility
from sayso.weigh.differences import accounts_of, differences
from sayso.weigh.history import history
from sayso.weigh.origins import origins_of, own_voice_outlets, tied_to
from sayso.weigh.tolls import is_aside

_LEANING = re.compile(r"(?i)(?:that )?(?:he|she|it|they|his|her|its|their)\b")
LEADING_THAT = len("that ")
_PRONOUNS = frozenset(("he", "she", "it", "they", "this", "that", "these", "those", "we", "i", "which", "who", "his", "her", "their"))


def weigh_claim(context: Context, group: ClaimGroup) -> Claim:
    """The claim with its origins, denials, differences and standing; every field is a function of the dossier alone.

    What is only denied has no affirming statements and no origins: its words, date and reports are the denial's.
    """
    statements = context.affirming(group)
    told = statements or [context.statements[i] for i in group.denying]
    words = representative(context, told, group.links)
    origins, independent = origins_of(context, group, words.id if statements else None)
    everyone = [*told, *(context.statements[i] for i in group.passing)]
    own_voice = own_voice_outlets(context, everyone if statements else ())
    denied = denials(context, group)
    found = _of_the_words(differences(context, statements), tied_to(context, group, words.id) if statements else set())
    accounts = accounts_of(found, bool(denied))
    status, why = _status(origins, independent, own_voice, denied, any(d.kind == "conflict" for d in found))
    seen = sorted(p for s in told if (p := context.readings[s.article].article.published))
    claim = Claim(
        id=group.id, text=told_text(context, words), kind=_kind(context, words, told),
        statements=(*group.affirming, *group.passing), articles=tuple(dict.fromkeys(s.article for s in everyone)),
        outlets=tuple(dict.fromkeys(o for s in everyone if (o := context.outlet(s)) is not None)),
        score=group.score, weakest=group.weakest, possibly_same=group.possibly_same, origins=origins,
        independent_origins=independent, own_voice_outlets=own_voice, denied_by=denied, left_open_by=open_answers(context, group),
        accounts=accounts, differences=found, status=status, why=why, credibility=None,
        date=_date(_dating(context, group, words, told)), places=_places(context, told),
        first_seen=seen[0] if seen else None, last_seen=seen[-1] if seen else None,
        history=history(context, statements, [context.statements[i] for i in group.denying]))
    return replace(claim, credibility=credibility(claim)) if context.settings.grades else claim


def denials(context: Context, group: ClaimGroup) -> tuple[Denial, ...]:
    """Who denies it, each with the statements that do."""
    given = context.said_by(context.statements[i] for i in group.denying)
    return tuple(Denial(name, tuple(s.id for s in found)) for name, found in given)


def open_answers(context: Context, group: ClaimGroup) -> tuple[OpenAnswer, ...]:
    """Who would not say, does not know, did not deny: one entry a name and answer."""
    out: dict[tuple[str, str], OpenAnswer] = {}
    for s in (context.statements[i] for i in group.open):
        response = context.chain(s)[-1].response
        if response is None:
            continue
        for o in s.origins:
            known = out.get((o.name, response))
            ids = (*(known.statements if known else ()), s.id)
            out[o.name, response] = OpenAnswer(o.name, response, ids)
    return tuple(out.values())


def representative(context: Context, statements: Sequence[Statement],
                   links: Sequence[tuple[str, str, float]] = ()) -> Statement:
    """The statement that best stands for the rest: nearest to them, whole, told plainly, neither short nor long."""
    near: Counter[str] = Counter()
    for a, b, score in links:
        near[a] += round(1000 * score)
        near[b] += round(1000 * score)
    top = max(near.values(), default=0) or 1

    def rank(s: Statement) -> tuple[float, str, int]:
        words = s.text.split()
        first = words[1].lower() if words[:1] == ["that"] and len(words) > 1 else (words[0].lower() if words else "")
        points = 2.5 * near[s.id] / top
        points += 2.0 if s.event.agent is not None or s.event.patient is not None else 0.0
        points -= 2.0 if first.strip("“\"'") in _PRONOUNS or _LEAD.match(s.text) else 0.0
        points -= 1.5 if s.condition is not None and len(s.condition.text.split()) < 3 else 0.0
        points -= 1.0 if len(s.spans) > 1 else 0.0
        points -= abs(len(words) - 18) / 12
        points += 0.5 if s.text.lstrip("“\"")[:1].isupper() else 0.0
        points += 0.5 * len(s.quantities) + (0.5 if s.date is not None else 0.0)
        points -= 0.5 if any(f" {w} " in f" {s.text.lower()} " for w in ("he", "she", "they", "it")) else 0.0
        return (-points, s.article, s.start)
    return min(statements, key=rank)


_LEAD = re.compile(r"(?i)^(?:(?:just |only |even |(?:\w+ )?(?:hours|days|weeks|months|years|minutes) )?"
                   r"(?:that|and|but|or|as|after|while|because|since|although|though|whereas|so|where|"
                   r"however,|additionally,|moreover,|meanwhile,|also,|in addition,|still,|yet)\s+)+")
# `KALVOR, Norlund — ` and `KALVOR (Nordwire) - ` at the head of a report's first sentence.
_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]+(?:, [A-Z][\w.]+){0,2} ?(?:\([^)]{2,30}\) ?)?(?:—|–|--?) ")
_RELATIVE = re.compile(r"(?i)^(?:which|who)\s+")


def text_of(s: Statement) -> str:
    """The statement's words as a clause of their own: without a leading `that`, closed up, quotation marks balanced."""
    text = _LEAD.sub("", _DATELINE.sub("", " ".join(s.text.split())), count=1)
    who = s.event.agent or s.event.patient
    if who is not None and who.end <= s.start:
        # "bought a ship", "which stood": the clause shares its subject with the one before, and gets it back.
        relative = _RELATIVE.match(text)
        rest = text[relative.end():] if relative is not None else text[:1].lower() + text[1:]
        text = f"{' '.join(who.text.split()).rstrip(' ,')} {rest}"
    opens, closes = text.count("“"), text.count("”")
    if opens > closes:
        text = text + "”" if not text.startswith("“") or opens > closes + 1 else text[1:]
    elif closes > opens:
        text = "“" + text
    if text.count('"') % 2:
        text = text.replace('"', "", 1)
    text = text.strip(" ,;:—–-")
    return text[:1].upper() + text[1:]


def told_text(context: Context, s: Statement) -> str:
    """The statement's words as a line to read: in quotation marks where all of them are its source's own."""
    text = text_of(s)
    if is_quotable(context, s, text):
        return f"“{bare(text)}”"
    chain = context.chain(s)
    whole = chain and (chain[-1].act == "evaluate" or _of_somebody(chain[-1]) or _leans(s, chain[-1]))
    return (judged(context, s) if whole else None) or text


def is_quotable(context: Context, s: Statement, text: str) -> bool:
    """Are these words, a subject put back among them or not, wholly its source's own, as they stand in the report?"""
    words = bare(text)
    return bool(words) and context.verbatim(s) and words.casefold() in " ".join(s.text.split()).casefold()


def _of_somebody(a: Attribution) -> bool:
    """`accused the firm of ignoring warnings`, `put the number at 30`: the content is no clause without its verb."""
    put = a.cue is not None and a.cue.text.lower().split()[-1] in ("put", "puts")
    return a.rule == "R11" or (a.rule == "R8" and (put or a.act == "warn"))


def _leans(s: Statement, a: Attribution) -> bool:
    """`The company confirmed that it had been warned`: a clause whose pronoun can be read with who says it, and not alone."""
    begins = a.content is not None and s.start - a.content.start <= LEADING_THAT
    return a.rule == "R1" and begins and _LEANING.match(s.text) is not None


def judged(context: Context, s: Statement) -> str | None:
    """`The mayor praised the engineers for …`: where what is said of is no clause, or leans on who says it, the report's clause with
    its source and verb.

    None where the statement is neither the object of its cue (rules R8, R11) nor begins with a pronoun, or is an answer.
    """
    chain = context.chain(s)
    inner = chain[-1] if chain else None
    if inner is None or inner.response is not None or (len(chain) > 1 and not _of_somebody(inner)):
        return None
    leans = _leans(s, inner)
    if inner.rule not in ("R8", "R11") and not leans:
        return None
    if inner.source is None or inner.cue is None or inner.content is None or inner.content.end < s.end:
        return None
    if not inner.source.end <= inner.cue.start < inner.cue.end <= inner.content.start:
        return None
    if inner.source.text.lower() in _PRONOUNS or s.start < inner.content.start or len(inner.source.text.split()) > 12:
        return None
    text = " ".join(context.readings[s.article].article.text[inner.source.start:s.end if leans else inner.content.end].split())
    text = text.strip(" ,;:—–-")
    return text[:1].upper() + text[1:] if text.count("“") == text.count("”") and text.count('"') % 2 == 0 else None


def bare(text: str) -> str:
    """The words of a quotation without its marks and what led on from it."""
    return text.strip("“”\"« »").rstrip(".,;: ")


def _status(origins: Sequence[Origin], independent: int, own_voice: int, denied: Sequence[Denial], clash: bool) -> tuple[Status, str]:
    if denied:
        yes = f"affirmed on the word of {_number(independent, 'named origin')}" if origins else "nobody in these reports affirms it"
        return "disputed", f"denied by {_names([d.name for d in denied])}; {yes}"
    if independent >= 2 and clash:
        return "disputed", f"{independent} separate origins whose figures or dates cannot all be true"
    if independent >= 2:
        return "corroborated", f"{independent} separate origins; no link shown in these reports"
    left = [o.name for o in origins if o.kind in ("actor", "evidence") and o.independent is None]
    if independent == 1:
        name = next((o.rolls_up_to or o.name for o in origins if o.independent is not None), "one source")
        if left:
            why = f"counted on the word of {name}; only described or not surely the same, so not counted: {_names(left)}"
            return "single-origin", why
        return "single-origin", f"every report of it that names a source rests on {name}"
    if any(o.kind in ("outlet", "agency") for o in origins):
        n = _number(own_voice, "outlet") if own_voice else "reports whose outlets are not named"
        rest = f"; not surely the same, so not counted: {_names(left)}" if left else ""
        return "own-voice", f"reported without a source by {n}{rest}"
    return "unattributed", "said to be so, and not by whom"


def _number(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def _names(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    return unique[0] if len(unique) == 1 else ", ".join(unique[:-1]) + " and " + unique[-1]


def _kind(context: Context, words: Statement, statements: Sequence[Statement]) -> ClaimKind:
    n = len(statements)
    if 2 * sum(s.condition is not None for s in statements) > n:
        return "condition"
    if 2 * sum(s.scheduled for s in statements) >= n:
        return "plan"
    acts = Counter(chain[-1].act for s in statements if (chain := context.chain(s)))
    if acts and acts.most_common(1)[0][0] in ("threaten", "promise", "demand", "want", "evaluate", "ask") and 2 * acts.total() > n:
        return "utterance"
    if _old(context, words) or is_aside(context, words) or all(_old(context, s) for s in statements):
        return "background"
    if 2 * sum(bool(s.quantities) for s in statements) > n:
        return "figure"
    return "event"


def _old(context: Context, s: Statement) -> bool:
    """Its date is a month or more before the report."""
    published = context.readings[s.article].article.published
    if s.date is None or s.date.end is None or published is None or len(published) < 7:
        return False
    return _months(published) - _months(s.date.end) >= 2


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _of_the_words(found: Sequence[Difference], sure: AbstractSet[str]) -> tuple[Difference, ...]:
    """Without clashes and changes of which not two values are of what the claim says, but of things that it touches."""
    return tuple(d for d in found if d.kind not in ("conflict", "update")
                 or sum(not sure.isdisjoint(v.statements) for v in d.values) > 1)


def _dating(context: Context, group: ClaimGroup, words: Statement, told: Sequence[Statement]) -> list[Statement]:
    """The statements whose dates are those of what the claim says: its own words, and what surely says the same on a day that
    meets theirs. A claim that touches other happenings does not take their days."""
    sure = tied_to(context, group, words.id) if group.affirming else {s.id for s in told}
    own = words.date
    return [s for s in told if s.id in sure | {words.id} and (own is None or s.date is None or _meet(own, s.date))]


def _meet(a: EventDate, b: EventDate) -> bool:
    return (a.start or a.value) <= (b.end or b.value) and (b.start or b.value) <= (a.end or a.value)


def _date(statements: Sequence[Statement]) -> str | None:
    """The narrowest date that most of the dated statements allow."""
    dated = [s.date for s in statements if s.date is not None]
    if not dated:
        return None
    bounded = [d for d in dated if d.start is not None and d.end is not None]
    if not bounded:
        return Counter(d.value for d in dated).most_common(1)[0][0]

    def meets(d: object) -> int:
        return sum(1 for x in bounded if (x.start or "") <= (getattr(d, "end", "") or "")
                   and (getattr(d, "start", "") or "") <= (x.end or ""))
    best = min(bounded, key=lambda d: (-meets(d), -len(d.value), d.value))
    return best.value


def _places(context: Context, statements: Sequence[Statement]) -> tuple[ClaimPlace, ...]:
    out: dict[str, ClaimPlace] = {}
    for s in statements:
        for k in s.places:
            p = context.readings[s.article].places[k]
            if p.role == "location" and p.lat is not None:
                out.setdefault(p.name, ClaimPlace(p.name, p.lat, p.lon, p.precision))
    return tuple(out.values())
