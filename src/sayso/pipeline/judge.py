"""Deciding: what a person says of a claim, a report's words, an actor or an outlet goes into the ledger, and the stories it is
about are weighed again at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from sayso.data.fold import fold
from sayso.errors import InputError, MissingError, UsageError
from sayso.ingest import iso_date
from sayso.model.claim import Claim
from sayso.model.dossier import Dossier
from sayso.model.judgement import KINDS, Judgement, JudgementKind, Quoted
from sayso.pipeline.library import TRIES, again, ask_again
from sayso.pipeline.looking import brief
from sayso.settings import Rating, Settings, outlet_key
from sayso.store import judgements
from sayso.store.library import Library, now
from sayso.store.rows import OpenSet

# What a kind needs besides the claim it is about.
TWO_SIDES: tuple[JudgementKind, ...] = ("same", "not-same")
ON_CLAIMS: tuple[JudgementKind, ...] = ("same", "not-same", "reattribute", "reject", "accept", "rename", "confirmed", "knocked-down")
VALUED: dict[JudgementKind, str] = {"reattribute": "a name", "rename": "the words it is to have", "rename-story": "a title",
                                    "same-actor": "two names", "rate": "a letter from A to F"}
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to decide. `claims` are ids of claims of the story: one, or for `same` two.

    `statements` are some of the first claim's: those that are to leave it (`not-same`), that are on another's word
    (`reattribute`) or that are no claim (`reject`); all where there are none. `not-same` may name a second claim instead, which
    the first is never to be one with. `value`, `other` and `when` as in `Judgement`.
    """

    kind: JudgementKind
    who: str
    why: str = ""
    claims: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    value: str = ""
    other: str = ""
    when: str = ""


def judge(library: Library, story: str | None, wanted: Wanted, settings: Settings) -> Judgement:
    """Keep a judgement and weigh again what it is about; gives back the entry as it stands in the ledger.

    `story` is the id (or the beginning of it) of the story whose claims are named; None for `rate` alone. Raises UsageError for
    a judgement that says too little or names what is not there, InputError where the library cannot be written: then
    nothing is kept.
    """
    _checked(wanted)
    if wanted.kind == "rate":
        made = judgements.keep(library, _entry(wanted, (), ()))
        reweigh(library, _stories_with(library, wanted.other), settings)
        return made
    if story is None:
        raise UsageError(f"{wanted.kind}: is about a story; name it")
    dossier = brief(library, story)
    on, others = _sides(dossier, wanted)
    made = judgements.keep(library, _entry(wanted, on, others))
    reweigh(library, _stories_of(library, {q.article for q in (*on, *others)}), settings)
    return made


def undo(library: Library, n: int, who: str, why: str, settings: Settings) -> Judgement:
    """Take an entry back, which is an entry too; an undo can be undone. Raises UsageError for one that is not there or is
    taken back already, InputError as `judge`."""
    entries = {j.n: j for j in judgements.ledger(library)}
    if n not in entries:
        raise MissingError(f"{n}: there is no such entry in the ledger; see sayso judge list")
    if n in judgements.undone(library):
        raise UsageError(f"{n}: is taken back already")
    made = judgements.keep(library, Judgement(0, "undo", _name(who), now(), why.strip()[:LONGEST], undoes=n))
    about = entries[n]
    while about.undoes is not None:
        about = entries[about.undoes]
    touched = {q.article for q in (*about.on, *about.others)}
    stories = _stories_of(library, touched) if touched else _stories_with(library, about.other)
    reweigh(library, stories, settings)
    return made


def reweigh(library: Library, stories: Iterable[str], settings: Settings) -> int:
    """Weigh these stories again where what they are made from has changed, and ask the standing questions; how many were renewed."""
    for _ in range(TRIES):
        written = library.written()
        new = []
        for id in sorted(stories):
            story, dossier = library.story(id)
            found = again(library, story, dossier.copies, library.members(id), settings, library.made_from(id))
            new += [found] if found is not None else []
        if library.keep_stories(OpenSet(written, frozenset(), (), {}, {}, {}), new, {}):
            if new:
                ask_again(library, settings)
            return len(new)
    raise InputError(str(library.path), "others keep adding to it", "run sayso rebuild: the judgement is kept")


def _checked(w: Wanted) -> None:
    if w.kind not in KINDS or w.kind == "undo":
        raise UsageError(f"{w.kind}: is no judgement; there are {', '.join(k for k in KINDS if k != 'undo')}")
    if w.kind in VALUED and (not w.value.strip() or (w.kind in ("same-actor", "rate") and not w.other.strip())):
        raise UsageError(f"{w.kind}: needs {VALUED[w.kind]}")
    if w.kind == "rate" and w.value not in get_args(Rating):
        raise UsageError(f"rate: {w.value[:20]} is no letter from A to F")
    if w.when and (not (found := iso_date(w.when))[0] or found[1]):
        raise UsageError(f"when: {w.when[:40]} is no date; write a day, as 2026-04-15")
    if w.kind in ("confirmed", "knocked-down") and not w.value.strip():
        raise UsageError(f"{w.kind}: say how it was established")


def _entry(w: Wanted, on: tuple[Quoted, ...], others: tuple[Quoted, ...]) -> Judgement:
    return Judgement(0, w.kind, _name(w.who), now(), w.why.strip()[:LONGEST], on, others, w.value.strip()[:LONGEST],
                     w.other.strip()[:LONGEST], w.when or None)


def _name(who: str) -> str:
    return " ".join(who.split())[:200] or "somebody"


def _sides(dossier: Dossier, w: Wanted) -> tuple[tuple[Quoted, ...], tuple[Quoted, ...]]:
    """The words that a judgement is about, and the words of its second side."""
    story = dossier.stories[0]
    if w.kind in ("rename-story", "same-actor"):
        if w.kind == "same-actor":
            _known_actors(dossier, w)
        return tuple(Quoted(a.id, a.version, 0, 0, "") for a in dossier.articles if a.id in story.articles), ()
    claims = {c.id: c for c in story.claims}
    if unknown := [c for c in w.claims if c not in claims]:
        raise MissingError(f"{unknown[0][:80]}: there is no such claim in {story.id} now; claims are renewed as reports come")
    if len(w.claims) != (2 if w.kind == "same" or (w.kind == "not-same" and not w.statements) else 1):
        raise UsageError(f"{w.kind}: needs {'two claims' if w.kind in TWO_SIDES else 'one claim'}")
    first = claims[w.claims[0]]
    own = _own(first)
    if unknown := [s for s in w.statements if s not in own]:
        raise UsageError(f"{unknown[0][:80]}: is no statement of this claim")
    if w.kind in TWO_SIDES and not w.statements:
        return _quoted(dossier, own), _quoted(dossier, _own(claims[w.claims[1]]))
    on = w.statements or own
    rest = [s for s in own if s not in on]
    if w.kind == "not-same" and not rest:
        raise UsageError("not-same: leaves nothing in the claim; reject it instead, or name fewer of its sentences")
    return _quoted(dossier, on), _quoted(dossier, rest) if w.kind == "not-same" else ()


def _own(c: Claim) -> tuple[str, ...]:
    """What tells a claim; of one that is only denied, its denials."""
    return c.statements or tuple(i for d in c.denied_by for i in d.statements)


def _quoted(dossier: Dossier, ids: Sequence[str]) -> tuple[Quoted, ...]:
    articles = {a.id: a for a in dossier.articles}
    found = {s.id: s for s in dossier.statements}
    return tuple(Quoted(s.article, articles[s.article].version, s.start, s.end, articles[s.article].text[s.start:s.end])
                 for s in (found[i] for i in ids if i in found))


def _known_actors(dossier: Dossier, w: Wanted) -> None:
    known = {fold(n) for a in dossier.actors for n in (a.name, *a.names)}
    for name in (w.value, w.other):
        if fold(name) not in known:
            raise UsageError(f"{name[:80]}: nobody goes by this name in the story")


def _stories_of(library: Library, articles: Iterable[str]) -> set[str]:
    return {s for (s,) in library.rows_in("SELECT DISTINCT story FROM member WHERE article IN ({})", set(articles))}


def _stories_with(library: Library, name: str) -> set[str]:
    """The stories that have reports of an outlet of this name, or quote an actor of it."""
    key = outlet_key(name)
    names = [o for (o,) in library.rows("SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL") if outlet_key(o) == key]
    found = {s for (s,) in library.rows_in("SELECT DISTINCT m.story FROM member m JOIN article a ON a.id = m.article "
                                           "WHERE a.outlet IN ({})", names)}
    return found | {s for (s,) in library.rows("SELECT DISTINCT story FROM name WHERE folded = ?", fold(name))}
