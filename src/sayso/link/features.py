"""The evidence that two statements say the same thing: a table of named features whose weighted sum is the score.

Each feature is a function of a pair; its docstring is its public explanation. The weights stand in `WEIGHTS`, so that
every score is the sum of what is printed with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import exp

from sayso.link.heads import told_apart
from sayso.link.leads import NO_LEADS, Leads, in_lead
from sayso.link.stems import Rarity, stems
from sayso.link.views import View
from sayso.model.figure import compatible
from sayso.model.reading import Quantity
from sayso.model.span import Span

Feature = Callable[["Pair"], float]
ALIKE = 0.3


@dataclass(frozen=True)
class Pair:
    """Two statements, the cosine of their vectors (-1 to 1), how telling each stem is in their story, and what that leads with."""

    a: View
    b: View
    likeness: float
    rarity: Rarity
    leads: Leads = NO_LEADS

    @cached_property
    def shared(self) -> list[float]:
        """How telling each word is that both have."""
        return [self.rarity.get(w, 1.0) for w in self.a.words & self.b.words]


def likeness(p: Pair) -> float:
    """How alike the two sentences are by their vectors, above what any two of one story are."""
    return max(0.0, p.likeness - ALIKE) / (1 - ALIKE)


def shared_words(p: Pair) -> float:
    """How much of the telling words of both they share (Dice, each word by its rarity)."""
    both = p.rarity.total(p.a.words) + p.rarity.total(p.b.words)
    return 2 * sum(p.shared) / both if both else 0.0


def contained_words(p: Pair) -> float:
    """How much of the shorter one's telling words stand in the longer."""
    less = min(p.rarity.total(p.a.words), p.rarity.total(p.b.words))
    return sum(p.shared) / less if less and min(len(p.a.words), len(p.b.words)) >= 3 else 0.0


def same_predicate(p: Pair) -> float:
    """Both have the same verb at their head."""
    return float(p.a.predicate == p.b.predicate and p.a.predicate not in ("be", "have", "do", "go", "mak", "say", "tak"))


def one_kind(a: View, b: View) -> bool:
    """Is what happens in both told by one verb, or by verbs of one kind?"""
    return a.predicate == b.predicate or bool(a.kinds & b.kinds)


def same_kind(p: Pair) -> float:
    """Different verbs for one kind of happening (`data/event_classes.tsv`): sent and moved, killed and died."""
    return float(p.a.predicate != p.b.predicate and bool(p.a.kinds & p.b.kinds))


def predicate_elsewhere(p: Pair) -> float:
    """The verb of one stands among the words of the other."""
    return float(p.a.predicate != p.b.predicate and (p.a.predicate in p.b.words or p.b.predicate in p.a.words))


def other_happening(p: Pair) -> float:
    """Verbs of no kind in common, neither among the words of the other, nor one figure: alike is what both are about."""
    return float(not (one_kind(p.a, p.b) or predicate_elsewhere(p) or same_figure(p)))


def same_agent(p: Pair) -> float:
    """The same actor does it."""
    return float(bool(p.a.agent & p.b.agent))


def other_agent(p: Pair) -> float:
    """Different actors do it: no part of one body, and neither stands in the other statement."""
    return float(bool(p.a.agent and p.b.agent) and not p.a.agent_roots & p.b.agent_roots and not p.a.agent & p.b.actors
                 and not p.b.agent & p.a.actors)


def other_thing(p: Pair) -> float:
    """Who does it, or what it is done to, is told by one noun and by words that tell two of it apart: a tax
    bill, a defence bill. Not where both name one actor: units of the army of a country, units of that country."""
    a, b = p.a.statement.event, p.b.statement.event
    return float((_apart(a.agent, b.agent) and not p.a.agent_roots & p.b.agent_roots)
                 or (_apart(a.patient, b.patient) and not p.a.patient & p.b.patient))


def _apart(x: Span | None, y: Span | None) -> bool:
    return x is not None and y is not None and told_apart(x.text, y.text)


def shared_actors(p: Pair) -> float:
    """How many of the actors named in both they share; for denials."""
    both = p.a.actors | p.b.actors
    return len(p.a.actors & p.b.actors) / len(both) if both else 0.0


def other_actors(p: Pair) -> float:
    """Both name actors, and none in common, even where parts are taken to their whole."""
    return float(bool(p.a.roots and p.b.roots) and not p.a.roots & p.b.roots)


def same_place(p: Pair) -> float:
    """Both name the same place; for denials."""
    return float(bool(p.a.places & p.b.places))


def other_place(p: Pair) -> float:
    """Both say where, below the country, and not at the same place."""
    return float(bool(p.a.where and p.b.where) and not p.a.where & p.b.where and p.a.country is None and p.b.country is None
                 and len(p.a.where) == len(p.b.where) == 1)


def wider_place(p: Pair) -> float:
    """One is somewhere in a country, the other at a place inside it: not the same scope."""
    return float((p.a.country is None) != (p.b.country is None) and bool(p.a.where and p.b.where) and not p.a.where & p.b.where)


def figures_agree(p: Pair) -> float:
    """Figures for things of one kind that can be true together."""
    return float(any(comparable(x, y) and compatible(x, y) for x in p.a.figures for y in p.b.figures))


def figures_clash(p: Pair) -> float:
    """Figures for things of one kind that cannot be true together, and none that can."""
    met = [(x, y) for x in p.a.figures for y in p.b.figures if comparable(x, y)]
    return float(bool(met) and not any(compatible(x, y) for x, y in met))


def figures_apart(p: Pair) -> float:
    """Figures for things of one kind so far apart that they measure something else (by half or more), and none near."""
    met = [(x, y) for x in p.a.figures for y in p.b.figures if comparable(x, y) and x.value and y.value]
    return float(bool(met) and not any(min(x.value or 0, y.value or 0) > 0.5 * max(x.value or 0, y.value or 0)
                                       for x, y in met))


def figures_far(a: View, b: View) -> bool:
    """Both count people or the like, and no figure of one is within half of one of the other."""
    met = [(x.value, y.value) for x in a.figures for y in b.figures if x.unit == y.unit and x.value and y.value]
    return bool(met) and not any(min(x, y) >= 0.5 * max(x, y) for x, y in met)


def same_figure(p: Pair) -> float:
    """The same figure of two digits or more, in the same unit."""
    return float(one_figure(p.a, p.b))


def one_figure(a: View, b: View) -> bool:
    """Have both one figure of two digits or more, in one unit?"""
    return any(x.unit == y.unit and x.value == y.value and x.value is not None and x.value >= 10 for x in a.figures for y in b.figures)


def same_days(p: Pair) -> float:
    """Their dates overlap."""
    return float(p.a.days is not None and p.b.days is not None and _meet(p.a.days, p.b.days))


def other_days(p: Pair) -> float:
    """Their dates do not overlap."""
    return float(p.a.days is not None and p.b.days is not None and not _meet(p.a.days, p.b.days))


def same_source(p: Pair) -> float:
    """Both rest on the word of the same named source."""
    return float(bool(p.a.origins & p.b.origins) and bool(p.a.statement.attributions and p.b.statement.attributions))


def other_modality(p: Pair) -> float:
    """One is told as done, the other as planned, wanted or under a condition."""
    return float(p.a.modality != p.b.modality)


def rare_words(p: Pair) -> float:
    """The rarest three words they share, against the rarest there are (0 to 1)."""
    return sum(sorted(p.shared, reverse=True)[:3]) / (3 * p.rarity.top)


def both_lead(p: Pair) -> float:
    """Both stand in the first sentences of their reports and tell a happening of one kind.

    No two named sources are made one by that, nor two happenings that both lead with what the story is about.
    """
    return float(not other_happening(p) and in_lead(p.a) and in_lead(p.b) and not apart(p))


def main_event(p: Pair) -> float:
    """Both tell what most of the reports lead with, and no two named sources are made one by that."""
    return float(not apart(p) and all({v.predicate, *v.kinds} & p.leads.verbs for v in (p.a, p.b)))


def lead_words(p: Pair) -> float:
    """How much of each stands in what most of the reports lead with: the lesser of the two shares."""
    return 0.0 if apart(p) else min(len(v.words & p.leads.words) / max(1, len(v.words)) for v in (p.a, p.b))


def apart(p: Pair) -> bool:
    """Do they rest on the word of different named sources? That both tell the story's main event is then no evidence."""
    return not p.a.origins & p.b.origins and bool(p.a.statement.attributions and p.b.statement.attributions)


def fragment(p: Pair) -> float:
    """One of them has fewer than four telling words."""
    return float(min(len(p.a.words), len(p.b.words)) < 4)


FEATURES: tuple[Feature, ...] = (
    likeness, shared_words, contained_words, rare_words, same_predicate, same_kind,
    predicate_elsewhere, other_happening, same_agent,
    other_agent, other_actors, other_thing, other_place, wider_place,
    figures_agree, figures_clash, figures_apart, same_figure, same_days, other_days, same_source,
    other_modality, both_lead, main_event, lead_words, fragment)

# From a logistic regression on twenty-three annotated stories (`bench/fit_claims.py` prints a fit beside what is used), with
# more features then than are left, and moved by hand: what keeps claims apart is stronger than it came out, as a false match
# is the costly error. `other_happening` and `other_thing` are set by hand: sentences about one thing that tell different
# happenings, or one happening of different things, met too often.
WEIGHTS: dict[str, float] = {
    "likeness": 2.0, "shared_words": 1.0, "contained_words": 0.6, "rare_words": 5.6, "same_predicate": 0.9, "same_kind": 1.6,
    "predicate_elsewhere": 0.8, "other_happening": -1.0, "same_agent": 0.2, "other_agent": -0.4, "other_actors": -0.3,
    "other_thing": -1.5, "other_place": -0.7,
    "wider_place": -1.2, "figures_agree": 0.5, "figures_clash": -0.3, "figures_apart": -1.4, "same_figure": 0.8,
    "same_days": 1.0, "other_days": -1.5, "same_source": 1.1, "other_modality": -1.0, "both_lead": 1.5, "main_event": 1.0,
    "lead_words": 0.8, "fragment": -0.4}
BIAS = -5.8
_SAYS = {
    "likeness": "sentences alike", "shared_words": "words shared",
    "contained_words": "words of one within the other", "rare_words": "rare words shared",
    "same_predicate": "same verb", "same_kind": "verbs of one kind of happening",
    "predicate_elsewhere": "the verb of one in the other", "other_happening": "different happenings", "same_agent": "same doer",
    "other_agent": "different doers",
    "other_actors": "no actor in common", "other_thing": "one noun, two things",
    "other_place": "different places", "wider_place": "one place holds the other",
    "figures_agree": "figures can both be true",
    "figures_clash": "figures cannot both be true", "figures_apart": "figures far apart", "same_figure": "same figure",
    "same_days": "dates overlap", "other_days": "dates apart",
    "same_source": "same source", "other_modality": "one done, one planned or conditional",
    "both_lead": "both lead their reports",
    "main_event": "both tell what most reports lead with", "lead_words": "words that most reports lead with",
    "fragment": "one is a fragment"}


def evidence(p: Pair) -> dict[str, float]:
    """What each feature adds to the score, by name; only those that add something."""
    out = {}
    for f in FEATURES:
        x = f(p)
        if x and (w := WEIGHTS.get(f.__name__, 0.0)):
            out[f.__name__] = w * x
    return out


def score(p: Pair) -> float:
    """0 to 1: the logistic of the bias and all evidence added up."""
    return 1 / (1 + exp(-(BIAS + sum(evidence(p).values()))))


def evidence_sentence(p: Pair) -> str:
    """What spoke for and against, strongest first, each with what it added to the score."""
    parts = sorted(evidence(p).items(), key=lambda x: (-abs(x[1]), x[0]))[:4]
    met = sorted(p.a.words & p.b.words, key=lambda w: (-p.rarity.get(w, 1.0), w))[:4]
    told = "; ".join(f"{_SAYS[name]} ({x:+.1f})" for name, x in parts)
    return told + (f" [{', '.join(met)}]" if met else "")


def comparable(x: Quantity, y: Quantity) -> bool:
    """Figures that count the same kind of thing in the same unit."""
    if x.unit != y.unit:
        return False
    cx, cy = _counted(x), _counted(y)
    if cx and cy:
        return bool(cx & cy)
    return (x.predicate is not None and x.predicate == y.predicate) or x.unit not in (None, "person")


def _counted(q: Quantity) -> frozenset[str]:
    return _stems_of(q.counts) if q.counts else frozenset()


@lru_cache(maxsize=20_000)
def _stems_of(counts: str) -> frozenset[str]:
    return frozenset(stems(counts))


def _meet(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
