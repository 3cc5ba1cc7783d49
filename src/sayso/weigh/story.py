"""A story with all its claims weighed, put in the order a reader needs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log2

from sayso.data.telling import stands_alone
from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.dossier import OutletStanding, StoryDossier
from sayso.model.link import ClaimGroup, Story
from sayso.model.statement import Statement
from sayso.weigh.claims import told_text, weigh_claim
from sayso.weigh.context import Context
from sayso.weigh.figures import figures, measure
from sayso.weigh.graph import origin_graph
from sayso.weigh.heard import not_heard
from sayso.weigh.leads import leads
from sayso.weigh.origins import is_named
from sayso.weigh.outlook import silences, timeline, watch
from sayso.weigh.phrasing import capital, is_clause, joined, spoken_name
from sayso.weigh.processes import processes
from sayso.weigh.summary import summary
from sayso.weigh.tolls import is_aside, is_elsewhen


def weigh_story(context: Context, story: Story, groups: Sequence[ClaimGroup]) -> StoryDossier:
    """The dossier of one story. Pure: the same story and groups give the same dossier, whatever the order they came in."""
    everything = [*story.articles, *story.also_in]
    read = [i for i in everything if context.readings[i].article.read]
    every = [s for s in context.of_story(story) if s.article in read]
    statements = [s for s in every if not _elsewhere(story, s)]
    articles = [context.readings[i].article for i in everything]
    published = sorted(p for a in articles if (p := a.published))
    as_of, first = (published[-1], published[0]) if published else (None, None)
    apart = {s.id for s in every} - {s.id for s in statements}
    weighed = [replace(c, elsewhere=apart.issuperset(told_in(c))) for c in (weigh_claim(context, g) for g in groups)]
    harm = grave(context, weighed)
    points = {c.id: importance(c, newest(c, as_of, first), c.id in harm, is_clause(context, c)) for c in weighed}
    ranked = sorted(weighed, key=lambda c: (c.elsewhere, -points[c.id], c.first_seen or "9999", c.id))
    claims = [c for c in ranked if not c.elsewhere]
    standing = _standing(context, articles)
    named = {o.rolls_up_to or o.name for c in claims for o in c.origins if o.independent is not None
             and (o.kind == "evidence" or (o.actor is not None and is_named(context, o.actor)))}
    unheard = not_heard(context, read)
    return StoryDossier(
        id=story.id, title=title_of(context, story, articles, claims), articles=story.articles, also_in=story.also_in,
        unread=tuple(a.id for a in articles if not a.read), outlets=len(standing),
        agencies=len({x for a in articles for x in a.agencies}), named_origins=len(named), as_of=as_of, thread=story.thread,
        summary=summary(context, claims), claims=tuple(ranked), figures=figures(context, claims, statements),
        timeline=timeline(context, claims, as_of), watch=watch(context, claims, as_of),
        silences=silences(context, claims, statements), not_heard=unheard, leads=leads(context, claims, read, unheard),
        origin_graph=origin_graph(context, ranked, read), standing=standing, processes=processes(context, claims))


def _elsewhere(story: Story, s: Statement) -> bool:
    """Does it stand in a part of a roundup that tells of another happening?"""
    return any(p.article == s.article and p.start <= s.start < p.end for p in story.elsewhere)


def told_in(c: Claim) -> tuple[str, ...]:
    """All statements that affirm or deny the claim."""
    return (*c.statements, *(i for d in c.denied_by for i in d.statements))


def _standing(context: Context, articles: Sequence[Article]) -> tuple[OutletStanding, ...]:
    """Every outlet once, under the first of its names, with what the user knows of it."""
    known = context.settings.sources
    out: dict[str, OutletStanding] = {}
    for name in sorted({a.outlet for a in articles if a.outlet}):
        entry = known.get(name)
        owner = known.owner(name) if entry is not None and (entry.owner or entry.parent) else None
        state = entry.state_run if entry is not None else None
        out.setdefault(known.outlet(name), OutletStanding(name, known.rating(name), owner, state))
    return tuple(out.values())


TITLE, TITLED = 100, 6
# Harm to people is what a reader asks for first.
GRAVE = frozenset(("killed", "injured", "missing", "displaced"))


def title_of(context: Context, story: Story, articles: Sequence[Article], claims: Sequence[Claim]) -> str:
    """The best headline; where no report has one, the claim that leads with who says it, cut at a word."""
    if any(a.title for a in articles) or not claims:
        return story.title
    titles = [_headline(context, c) for c in claims[:TITLED] if stands_alone(c.text)] or [claims[0].text]
    text = next((t for t in titles if len(t) <= TITLE), titles[0])
    return text if len(text) <= TITLE else text[:TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _headline(context: Context, c: Claim) -> str:
    """`Police: the dam has burst`, with those on whose word these very words are; an outlet's own voice stands by itself."""
    told = (*c.statements, *(i for d in c.denied_by if not c.statements for i in d.statements))
    s = next((x for i in told if told_text(context, x := context.statements[i]) == c.text), None)
    names = [spoken_name(context, s, o) for o in s.origins if o.kind in ("actor", "evidence")] if s else []
    denied = "" if c.statements else " denied"
    return f"{capital(joined(names))}{denied}: {c.text}" if names else c.text


def newest(c: Claim, as_of: str | None, first: str | None) -> bool:
    """Was it first said on the last day of a story that runs over several days?"""
    return as_of is not None and first is not None and first[:10] < as_of[:10] and (c.first_seen or "")[:10] == as_of[:10]


def grave(context: Context, claims: Sequence[Claim]) -> set[str]:
    """The claims that count people killed, hurt, missing, driven out, and are not overtaken by a later and larger count.

    Those who would be, and those of years before or of another happening, make none grave.
    """
    told = ((c, context.statements[i]) for c in claims for i in c.statements)
    given = ((c, q) for c, s in told if not is_elsewhen(context, s) and not is_aside(context, s) for q in context.figures(s))
    counts = [(c, m, q.value or q.low or 0) for c, q in given if q.unit in ("person", None) and (m := measure(q)) in GRAVE]
    overtaken = {c.id for c, m, v in counts for other, n, w in counts
                 if m == n and w > v and (other.first_seen or "") > (c.first_seen or "")}
    return {c.id for c, _, _ in counts} - overtaken


def importance(c: Claim, new: bool = False, grave: bool = False, clause: bool = True) -> float:
    """What leads: new, consequential, contested, on several origins, still to come; repetition alone adds little.

    Background comes last, and so does what cannot be read without the sentence before it.
    """
    points = 1.5 * log2(max(1, len(c.articles))) + 1.5 * min(c.independent_origins, 3)
    points += 3.0 * bool(c.denied_by) + 1.0 * bool(c.left_open_by) + 1.5 * any(d.kind == "conflict" for d in c.differences)
    # What is old and contested is what the story is about.
    kind = "event" if c.kind == "background" and c.denied_by else c.kind
    points += {"plan": 1.0, "condition": 0.8, "figure": 0.8, "event": 0.6, "utterance": 0.2, "background": -2.0}[kind]
    points += 2.0 * new + 3.5 * grave + 0.2 * min(len(c.statements), 4)
    return points - 3.0 * (not clause or not stands_alone(c.text)) - 0.5 * (len(c.text.split()) < 6)
