"""Actors across articles: which local names are one person, one body, one country.

Method: exact keys first (a name as it sounds, a body's words, a country's code), each key's members parted where
their countries contradict; then unions that need more than a key: one letter's difference in a long name, an acronym
and what it stands for, a surname that fits one full name alone, an office and its holder. No union ever joins two
actors that one article keeps apart. The result is a function of the set of readings, in whatever order they come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from sayso.data import countries, titles
from sayso.data.wording import given_sound, initials, person_key, within_one_edit
from sayso.link.actors_groups import Apart, Group, Groups
from sayso.link.actors_keys import Local, is_described, locals_of
from sayso.link.actors_kinds import located, retyped
from sayso.model.ids import set_id
from sayso.model.link import LinkedActor, Story
from sayso.model.reading import ActorKind, Reading

_LONG_NAME = 10
# `Mia` and `Maya` sound alike: a name alone is compared by its sound only from this length on.
_SOUNDED = 5
_FUZZY_BLOCK = 200
_FORMER = frozenset(("former", "ex", "then", "late", "onetime", "deputy", "vice", "acting"))


def link_actors(readings: Sequence[Reading], stories: Sequence[Story] = (), apart: Apart = ()) -> list[LinkedActor]:
    """The actors of all readings, each local actor a member of exactly one, sorted by id.

    What is only described (`police`, `a US official`) is one with itself within a thread of `stories`, without them
    within all that is read. `apart` are pairs of names that the user knows not to be one.
    """
    homes = {i: s.thread or s.id for s in stories for i in s.articles}
    ordered = sorted(readings, key=lambda r: r.article.id)
    locals_ = located(retyped([x for r in ordered for x in locals_of(r, homes.get(r.article.id, ""))]))
    groups = Groups(_keyed(locals_), apart)
    _lower_case(groups)
    _spellings(groups)
    _acronyms(groups)
    _part_names(groups)
    _surnames(groups, _contexts(locals_))
    _offices(groups)
    return _linked(groups, readings)


def _keyed(locals_: Sequence[Local]) -> list[list[Local]]:
    """The members of each exact key, parted by country; two of one article stay apart."""
    blocks: dict[tuple[str, ...], list[Local]] = defaultdict(list)
    for x in locals_:
        blocks[_key(x)].append(x)
    out: list[list[Local]] = []
    for key, members in blocks.items():
        parted = [members] if key[0] in ("country", "role", "group") else _by_country(members)
        out.extend(piece for part in parted for piece in _one_an_article(part))
    return out


def _key(x: Local) -> tuple[str, ...]:
    country = x.country or ""
    words = " ".join(sorted(x.words))
    if x.form == "country":
        return ("country", country)
    if x.form == "person":
        return ("person", x.parts[0], x.parts[-1])
    if x.form == "surname":
        heard = x.parts if min(map(len, x.parts), default=0) >= _SOUNDED else tuple(person_key(x.actor.name))
        return ("surname", *heard, country, x.home)
    if x.form in ("role", "group"):
        return (x.form, words, x.owner, country, x.home)
    if x.form == "body" and len(x.words) == 1 and not x.acronyms and titles.body(words) is not None:
        return ("body", words, x.owner, country, x.home)
    if x.form == "place" and x.spot is not None:
        return ("place", str(x.spot))
    return (x.form, words, "" if x.actor.name[:1].isupper() else x.home)


def _by_country(members: list[Local]) -> list[list[Local]]:
    """Parted by country where two are well borne out; members without one go along where there is no choice.

    Two countries' ministries go by one name, so bodies of any two countries are two; one whose country is not said is that
    of the only country that has one in its story.
    """
    counts = Counter(x.country for x in members if x.country is not None)
    if len(counts) < 2:
        return [members]
    (_, first), (_, second) = sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:2]
    if first >= 4 * second and members[0].form != "body":
        return [members]
    here: dict[str, set[str]] = defaultdict(set)
    for x in members:
        if x.country is not None:
            here[x.home].add(x.country)
    parts: dict[tuple[str, ...], list[Local]] = defaultdict(list)
    for x in members:
        only = here[x.home] if len(here[x.home]) == 1 else ()
        parts[(x.country,) if x.country is not None else tuple(only) or ("", x.home)].append(x)
    return list(parts.values())


def _one_an_article(members: list[Local]) -> Iterator[list[Local]]:
    """`A US official` and `another US official` of one article are two, wherever else the words stand."""
    seen: Counter[str] = Counter()
    rows: dict[int, list[Local]] = defaultdict(list)
    for x in members:
        rows[seen[x.article]].append(x)
        seen[x.article] += 1
    yield from rows.values()


# unions that need more than a key ---------------------------------------------------------------------------------


def _lower_case(groups: Groups) -> None:
    """`the transport ministry` with the one `Ministry of Transport` of its story.

    A body written in lower case is told by its words within its story alone: every country has one.
    """
    named: dict[frozenset[str], list[Group]] = defaultdict(list)
    lower: list[Group] = []
    for g in groups.of_form("body"):
        if any(x.actor.name[:1].isupper() for x in g.members):
            named[g.members[0].words].append(g)
        elif len(g.members[0].words) > 1:
            lower.append(g)
    for g in lower:
        fits = [f for f in map(groups.root, named[g.members[0].words]) if f.homes() & g.homes()]
        if len(fits) == 1:
            groups.union(fits[0], g, "the same words, in one story", _both(fits[0], g))


def _spellings(groups: Groups) -> None:
    """Persons' names that sound alike from the first letter on (`Yonas`, `Jonas`), and long ones that differ by one letter."""
    blocks: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for g in groups.of_form("person"):
        parts = g.members[0].parts
        blocks[(given_sound(parts[0])[:1], parts[-1][:2])].append(g)
    for block in blocks.values():
        block = sorted(block, key=lambda g: g.key)[:_FUZZY_BLOCK]
        for i, a in enumerate(block):
            for b in block[i + 1:]:
                x, y = a.members[0].parts, b.members[0].parts
                whole, other = f"{given_sound(x[0])} {x[-1]}", f"{given_sound(y[0])} {y[-1]}"
                if whole == other or (min(len(whole), len(other)) >= _LONG_NAME and within_one_edit(whole, other)):
                    groups.union(a, b, "two spellings of a name", _both(a, b))


def _both(a: Group, b: Group) -> str:
    return f"{a.members[0].actor.name}; {b.members[0].actor.name}"


def _acronyms(groups: Groups) -> None:
    """An acronym with itself in another article, and with the one name whose initials it is."""
    by_acronym: dict[str, list[Group]] = defaultdict(list)
    by_initials: dict[str, list[Group]] = defaultdict(list)
    for g in groups.of_form("body"):
        for acronym in g.acronyms():
            by_acronym[acronym].append(g)
        for form in sorted({i for n in g.expansions() for i in initials(n)}):
            by_initials[form].append(g)
    for acronym, bearers in sorted(by_acronym.items()):
        for a, b in _pairs(bearers):
            same_nation = a.country() is not None and a.country() == b.country()
            if same_nation or not (a.expansions() and b.expansions()):
                groups.union(a, b, "one acronym", f"{acronym}: {_both(a, b)}")
        full = list(dict.fromkeys(map(groups.root, by_initials.get(acronym, ()))))
        if len(acronym) > 2 and len(full) == 1:
            for g in bearers:
                groups.union(full[0], g, "an acronym and what it stands for", f"{acronym}: {_both(full[0], g)}")


def _pairs(bearers: list[Group]) -> Iterator[tuple[Group, Group]]:
    """Each with the fullest one of its country, else with the fullest of all where only one has a full name."""
    ordered = sorted(bearers, key=lambda g: (-len(g.members), g.key))
    full = [g for g in ordered if g.expansions()]
    for b in ordered:
        nation = [a for a in ordered if a is not b and a.country() is not None and a.country() == b.country()]
        if nation:
            yield nation[0], b
        elif not b.expansions():
            bare = [a for a in ordered if a is not b and not a.expansions()]
            choice = full if len(full) == 1 else bare if not full else []
            if choice:
                yield choice[0], b


def _part_names(groups: Groups) -> None:
    """`Peña Nieto` with the one `Enrique Peña Nieto`."""
    longer: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for g in groups.of_form("person"):
        for parts in sorted({x.parts for x in g.members if len(x.parts) > 2}):
            longer[parts[1:]].append(g)
    for g in groups.of_form("person"):
        fits = list(dict.fromkeys(longer.get(g.members[0].parts, ())))
        if len(fits) == 1 and fits[0] is not g:
            groups.union(fits[0], g, "the only longer name that ends so", _both(fits[0], g))


def _contexts(locals_: Sequence[Local]) -> dict[str, frozenset[str]]:
    """What each article speaks of: its countries and the words of its bodies."""
    out: dict[str, set[str]] = defaultdict(set)
    for x in locals_:
        if x.country is not None:
            out[x.article].add(x.country)
        if x.form == "body" and len(x.words) > 1:
            out[x.article].add(" ".join(sorted(x.words)))
    return {k: frozenset(v) for k, v in out.items()}


def _surnames(groups: Groups, contexts: dict[str, frozenset[str]]) -> None:
    """A surname alone with the one full name that has it, in articles that speak of something in common."""
    full: dict[str, list[Group]] = defaultdict(list)
    for g in groups.of_form("person"):
        ends = {e for x in g.members for e in ([x.parts[-1], x.parts[0]] if len(x.parts) > 2 else [x.parts[-1]])}
        for end in sorted(ends):
            full[end].append(g)
    for g in groups.of_form("surname"):
        if not g.members[0].parts:
            continue
        fits = list(dict.fromkeys(map(groups.root, full.get(g.members[0].parts[-1], ()))))
        fits = [f for f in fits if groups.compatible(f, g) and _initial_fits(f, g)]
        if here := [f for f in fits if f.homes() & g.homes()]:
            fits = here
        if len(fits) > 1:
            titled = {n for x in g.members for n in x.actor.names if " " in n}
            fits = [f for f in fits if titled & {n for x in f.members for n in x.actor.names}]
        near = [f for f in fits if _meet(f, g, contexts)]
        if len(fits) == 1 and near:
            groups.union(fits[0], g, "the only full name with this last name", _both(fits[0], g))


def _initial_fits(full: Group, bare: Group) -> bool:
    """`J. Brandt` is no Petra Brandt."""
    letters = {w[0].casefold() for x in bare.members if len(w := x.actor.name.split()[0].rstrip(".")) == 1}
    firsts = {x.actor.name.split()[0][0].casefold() for x in full.members if " " in x.actor.name}
    return not letters or not firsts or bool(letters & firsts)


def _meet(a: Group, b: Group, contexts: dict[str, frozenset[str]]) -> bool:
    there = frozenset[str]().union(*(contexts.get(x.article, frozenset()) for x in a.members))
    return all(contexts.get(x.article, frozenset()) & there for x in b.members)


def _offices(groups: Groups) -> None:
    """`The Russian president` with the one person whom the reports of the story call that, else all that are read.

    Who holds an office changes in time: a description is one with itself within a thread only, and so with its holder.
    """
    holders: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for g in groups.of_form("person"):
        for office in sorted({o for x in g.members for o in _held(x)}):
            holders[office].append(g)
    for g in groups.of_form("role"):
        offices = {o for x in g.members for o in _held(x)}
        fits = list(dict.fromkeys(groups.root(f) for o in sorted(offices) for f in holders.get(o, ())))
        if here := [f for f in fits if f.homes() & g.homes()]:
            fits = here
        if len(fits) == 1:
            groups.union(fits[0], g, "the one who holds the office", _both(fits[0], g))


def _held(x: Local) -> list[tuple[str, str]]:
    """The office that the role names, with its country; none for a former one or one of a part."""
    if x.actor.role is None or x.country is None or x.owner:
        return []
    words = x.actor.role.replace("'s", " ").split()
    if _FORMER & {w.casefold() for w in words}:
        return []
    for n in range(min(titles.LONGEST_TITLE, len(words)), 0, -1):
        for k in range(len(words) - n, -1, -1):
            found = titles.title(" ".join(words[k:k + n]))
            if found is not None and found.use == "office" and not found.also:
                return [(found.words, x.country)]
    return []


# the result -------------------------------------------------------------------------------------------------------


def _linked(groups: Groups, readings: Sequence[Reading]) -> list[LinkedActor]:
    roots = groups.roots()
    ids = _ids(roots)
    whole = {x.id: ids[id(g)] for g in roots for x in g.members}
    of = {ids[id(g)]: _of(g, whole, ids[id(g)]) for g in roots}
    _break_circles(of)
    by_id = sorted(roots, key=lambda g: ids[id(g)])
    return [_actor(g, ids[id(g)], of[ids[id(g)]]) for g in by_id]


def _ids(roots: Sequence[Group]) -> dict[int, str]:
    """An id each, from what the actor is; of two alike from its country too, at last from its members."""
    taken: dict[int, str] = {}
    builds: tuple[Callable[[Group], str], ...] = (
        lambda g: g.key, lambda g: f"{g.key}\t{g.country()}", lambda g: f"{g.key}\t{min(x.id for x in g.members)}")
    for build in builds:
        left = [g for g in roots if id(g) not in taken]
        keys = Counter(map(build, left))
        taken.update({id(g): set_id("actor", [build(g)]) for g in left if keys[build(g)] == 1})
    return taken


def _of(g: Group, whole: dict[str, str], own: str) -> str | None:
    """What most members speak for; a body before the country that it belongs to itself."""
    votes: Counter[tuple[bool, str]] = Counter()
    for x in g.members:
        target = whole.get(x.actor.of) if x.actor.of is not None else None
        if target is not None and target != own:
            votes[(bool(x.owner), target)] += 1
    if not votes:
        return None
    return min(votes, key=lambda v: (not v[0], -votes[v], v[1]))[1]


def _break_circles(of: dict[str, str | None]) -> None:
    for start in sorted(of):
        seen: list[str] = []
        at: str | None = start
        while at is not None and at not in seen:
            seen.append(at)
            at = of[at]
        if at is not None:
            of[max(seen[seen.index(at):])] = None


def _actor(g: Group, actor_id: str, of: str | None) -> LinkedActor:
    kinds: Counter[ActorKind] = Counter(
        "person" if x.form == "person" else x.actor.kind for x in g.members if x.form == g.form)
    kind = min(kinds or Counter(x.actor.kind for x in g.members), key=lambda k: (-kinds[k], k))
    forms = Counter(n for x in g.members for n in (x.actor.names or (x.actor.name,)))
    name = _name(g)
    names = (name, *sorted((n for n in forms if n != name), key=lambda n: (-forms[n], n)))
    roles = Counter(x.actor.role for x in g.members if x.actor.role is not None)
    role = min(roles, key=lambda r: (-roles[r], -len(r), r)) if roles else None
    return LinkedActor(actor_id, name, kind, names, role, of, g.country(), tuple(sorted(x.id for x in g.members)),
                       tuple(sorted(g.reasons, key=lambda m: (m.members, m.rule))))


def _name(g: Group) -> str:
    country = g.country()
    if g.form == "country" and country is not None and (known := countries.country(country)) is not None:
        return known.name
    counts: Counter[str] = Counter(x.actor.name for x in g.members if not is_described(x.actor)) or Counter(
        x.actor.name for x in g.members)
    return min(counts, key=lambda n: (len(person_key(n)) < 2, -counts[n], -len(n), n))
