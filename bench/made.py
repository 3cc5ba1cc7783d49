"""Synthetic news for measuring time and memory: many reports of many events, made of templates of our own.

    .venv/bin/python bench/made.py COUNT [--a-story N] [--copies SHARE] [--seed N] > ARTICLES.jsonl

An event is some twenty facts; a report tells some of them, in one of several wordings, on the word of somebody of that event or of
nobody, in an order of its own. A share of the reports are copies of an earlier one, with a head or a cut. The texts say
nothing about accuracy: they are there to be many.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

SOUNDS = ("bar", "dal", "fen", "gor", "hol", "jur", "kel", "lum", "mor", "nes", "orv", "pel", "rud", "sab", "tol", "und", "vik", "wes")
ENDS = ("ast", "by", "den", "ek", "ford", "garth", "ika", "mo", "nau", "oss", "rup", "sted", "tal", "um", "vara", "wick")
FIRST = ("Anna", "Boris", "Carla", "David", "Elena", "Farid", "Greta", "Hugo", "Irene", "Jonas", "Karin", "Lars", "Maria", "Nils")
THINGS = ("bridge", "dam", "ferry", "factory", "tunnel", "warehouse", "mine", "stadium", "refinery", "school", "tower")
EVENTS = (("collapsed", "the collapse"), ("burned down", "the fire"), ("was flooded", "the flood"), ("exploded", "the explosion"))
OUTLETS = tuple(f"{SOUNDS[k % 18].title()}{ENDS[(k // 18) % 16]} {p}"
                for k, p in enumerate(("Post", "Echo", "Courier", "Gazette") * 60))
CASES = ("early on {day}", "on {day}", "on {day} night", "late on {day}")
# Each fact in three wordings; {by} is filled by the speaker, {t} by the thing, {e} by the happening and so on.
FACTS = (
    ("A {t} {v} in {town} {when}", "The {town} {t} {v} {when}", "In {town} a {t} {v} {when}"),
    ("{n} people were killed in {e}", "{e} killed {n} people", "the number of dead in {town} was {n}"),
    ("{m} people were injured and taken to {hospital}", "{hospital} treated {m} injured people", "{m} people were hurt in {town}"),
    ("{k} firefighters worked at the {t} until {hour} o'clock", "work at the {t} by {k} firefighters ended at {hour} o'clock",
     "until {hour} o'clock {k} firefighters were at the {t}"),
    ("inspectors had warned of cracks in the {t} in {month}", "cracks in the {t} were found by inspectors in {month}",
     "a report of {month} spoke of cracks in the {t}"),
    ("{firm} had been paid {sum} million euros to repair the {t}", "repairs of the {t} by {firm} cost {sum} million euros",
     "{sum} million euros went to {firm} for work on the {t}"),
    ("the road to {other} will stay closed until Friday", "nobody may use the road to {other} before Friday",
     "the closure of the road to {other} ends on Friday"),
    ("the owner of {firm} left the country after {e}", "{firm}'s owner went abroad after {e}",
     "after {e} the owner of {firm} was no longer in the country"),
    ("prosecutors opened an inquiry into {e}", "an inquiry into {e} was opened by prosecutors", "prosecutors are looking into {e}"),
    ("{p} families from {street} were housed in a gymnasium", "a gymnasium took in {p} families from {street}",
     "{p} families of {street} slept in a gymnasium"),
    ("the mayor of {town} had asked for a new {t} in {month}", "a new {t} was asked for by the mayor of {town} in {month}",
     "in {month} the mayor of {town} wanted a new {t}"),
    ("the {t} was built in 19{y} and widened by {firm} ten years later",
     "{firm} widened the {t} ten years after it was built in 19{y}",
     "built in 19{y}, the {t} was widened by {firm} ten years later"),
    ("about {q} thousand people used the {t} every week before {e}, most of them on their way to {other}",
     "before {e} some {q} thousand people a week came through the {t}, mostly from {other}",
     "most of the {q} thousand people who used the {t} every week lived in {other}"),
    ("a crane from {other} lifted {k} tons of steel out of the way before divers could go in",
     "divers went in after a crane from {other} had lifted {k} tons of steel",
     "{k} tons of steel had to be lifted by a crane from {other} before divers could begin"),
    ("neighbours on {street} heard a loud crack and saw dust rise over the roofs",
     "a loud crack was heard on {street}, where neighbours saw dust rise over the roofs",
     "dust rose over the roofs of {street} after a loud crack, neighbours remember"),
    ("insurers expect damage of more than {sum} million euros, which would be the highest in the region in {y} years",
     "damage will come to more than {sum} million euros, the most in {y} years",
     "more than {sum} million euros of damage make it the costliest accident in the region in {y} years"),
    ("pupils from {other} collected clothes and blankets for the families and brought them by bus",
     "clothes and blankets came by bus from {other}, where pupils had collected them",
     "buses from {other} brought blankets and clothes that pupils had collected"),
    ("the government will pay {sum} thousand euros to each family", "each family will get {sum} thousand euros from the government",
     "families are to be paid {sum} thousand euros each by the government"),
)
MONTHS = ("January", "March", "May", "July", "September", "November")


@dataclass(frozen=True, slots=True)
class Event:
    """What one event's reports draw on."""

    day: date
    words: dict[str, str]
    speakers: tuple[str, ...]


def coined(rng: random.Random) -> str:
    return (rng.choice(SOUNDS) + rng.choice(("", "a", "e", "i")) + rng.choice(SOUNDS) + rng.choice(ENDS)).title()


def event(rng: random.Random) -> Event:
    """An event of its own: its town, people, firm, figures and who speaks of it."""
    day, town, thing = date(2026, 1, 5) + timedelta(rng.randrange(300)), coined(rng), rng.choice(THINGS)
    verb, noun = rng.choice(EVENTS)
    people = [f"{rng.choice(FIRST)} {coined(rng)}" for _ in range(3)]
    words = {"t": thing, "v": verb, "e": f"{noun} in {town}", "town": town, "other": coined(rng), "day": day.strftime("%A"),
             "hospital": f"{coined(rng)} Hospital", "firm": f"{coined(rng)} Works", "street": f"{coined(rng)} Street",
             "month": rng.choice(MONTHS), "n": str(rng.randrange(2, 40)), "m": str(rng.randrange(41, 200)),
             "k": str(rng.randrange(20, 90)), "hour": str(rng.randrange(2, 9)), "sum": str(rng.randrange(2, 60)),
             "p": str(rng.randrange(5, 30)), "y": str(rng.randrange(20, 80)), "q": str(rng.randrange(3, 30))}
    speakers = (f"{people[0]}, a spokesman for the {town} police,", f"the {town} fire department", f"mayor {people[1]}",
                f"{people[2]}, who lives on {words['street']},", "officials", "the interior ministry")
    return Event(day, words, speakers)


def report(rng: random.Random, of: Event) -> tuple[str, str]:
    """A headline and a text of some 250 words, three sentences a paragraph."""
    facts = [FACTS[0], *rng.sample(FACTS[1:], 14)]
    told = []
    for wordings in facts:
        words = rng.choice(wordings).replace("{when}", rng.choice(CASES)).format(**of.words)
        by = rng.choice((*of.speakers, None, None))
        told.append(_sentence(words, by, rng.random() < 0.5))
    head = rng.choice(FACTS[0]).replace("{when}", "").format(**of.words).strip()
    return head, "\n\n".join(" ".join(told[k:k + 3]) for k in range(0, len(told), 3))


def _sentence(words: str, by: str | None, first: bool) -> str:
    if by is None:
        return f"{words[:1].upper()}{words[1:]}."
    if first:
        return f"{by[:1].upper()}{by[1:]} said {words[:1].lower() if words[:2] in ('A ', 'Th', 'In') else words[:1]}{words[1:]}."
    return f"{words[:1].upper()}{words[1:]}, {by.rstrip(',')} said."


def articles(count: int, a_story: int = 10, copies: float = 0.3, seed: int = 1) -> Iterator[dict[str, str]]:
    """`count` articles as JSON inputs, `a_story` of each event, the given share of them copies; the same for one seed."""
    rng = random.Random(seed)
    made = 0
    while made < count:
        of, told = event(rng), list[tuple[str, str]]()
        for k in range(min(a_story, count - made)):
            if told and rng.random() < copies:
                title, text = rng.choice(told)
                text = f"By our own staff\n\n{text}" if rng.random() < 0.5 else text.rpartition(" ")[0] + "."
            else:
                title, text = report(rng, of)
                told.append((title, text))
            hours = min(23 + 24 * 20, k * 2)
            at = f"{of.day + timedelta(hours // 24)}T{hours % 24:02}:00:00Z"
            yield {"id": f"m{made}", "outlet": rng.choice(OUTLETS), "published": at, "title": title, "text": text}
            made += 1


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("count", type=int)
    p.add_argument("--a-story", type=int, default=10)
    p.add_argument("--copies", type=float, default=0.3)
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    for a in islice(articles(args.count, args.a_story, args.copies, args.seed), args.count):
        sys.stdout.write(json.dumps(a) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
