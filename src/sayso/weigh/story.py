"""A story with all its claims weighed, put in the order a reader needs them."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from sayso.model.article import Article
from sayso.model.claim import Claim
from sayso.model.dossier import StoryDossier
from sayso.model.link import ClaimGroup, Story
from sayso.weigh.claims import weigh_claim
from sayso.weigh.context import Context
from sayso.weigh.figures import figures
from sayso.weigh.graph import origin_graph
from sayso.weigh.heard import leads, not_heard
from sayso.weigh.origins import is_named
from sayso.weigh.outlook import silences, timeline, watch
from sayso.weigh.summary import summary


def weigh_story(context: Context, story: Story, groups: Sequence[ClaimGroup]) -> StoryDossier:
    """The dossier of one story. Pure: the same story and groups give the same dossier, whatever the order they came in."""
    weighed = (weigh_claim(context, g) for g in groups)
    claims = sorted(weighed, key=lambda c: (-importance(c), c.first_seen or "9999", c.id))
    everything = [*story.articles, *story.also_in]
    read = [i for i in everything if context.readings[i].article.read]
    place = {i: k for k, i in enumerate(read)}
    found = (s for s in context.statements.values() if s.article in place)
    statements = sorted(found, key=lambda s: (place[s.article], s.start, s.id))
    articles = [context.readings[i].article for i in everything]
    published = sorted(p for a in articles if (p := a.published))
    as_of = published[-1] if published else None
    named = {o.rolls_up_to or o.name for c in claims for o in c.origins if o.independent is not None
             and (o.kind == "evidence" or (o.actor is not None and is_named(context, o.actor)))}
    return StoryDossier(
        id=story.id, title=_title(story, articles, claims), articles=story.articles, also_in=story.also_in,
        unread=tuple(a.id for a in articles if not a.read), outlets=len({a.outlet.lower() for a in articles if a.outlet}),
        agencies=len({x for a in articles for x in a.agencies}), named_origins=len(named), as_of=as_of, thread=story.thread,
        summary=summary(context, claims), claims=tuple(claims), figures=figures(context, claims, statements),
        timeline=timeline(context, claims, as_of), watch=watch(context, claims, as_of),
        silences=silences(context, claims, statements), not_heard=not_heard(context, read), leads=leads(context, claims, read),
        origin_graph=origin_graph(context, claims, read))


TITLE = 90


def _title(story: Story, articles: Sequence[Article], claims: Sequence[Claim]) -> str:
    """The best headline; where no report has one, the claim that leads, cut at a word."""
    if any(a.title for a in articles) or not claims:
        return story.title
    text = claims[0].text
    return text if len(text) <= TITLE else text[:TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def importance(c: Claim) -> float:
    """What leads: told by several reports, on several origins, contested, with figures, still to come; not background."""
    points = 3.0 * sqrt(len(c.articles) - 1) + 1.5 * c.independent_origins
    points += 2.5 * bool(c.denied_by) + 1.0 * bool(c.left_open_by) + 1.5 * (c.accounts not in ("agree", "denied"))
    points += {"plan": 1.0, "condition": 0.8, "figure": 0.8, "event": 0.6, "utterance": 0.2, "background": -2.0}[c.kind]
    points += 0.4 * min(len(c.statements), 4)
    return points - 1.5 * (len(c.text.split()) < 6) - 3.0 * (len(c.text.split()) < 4)
