"""The head of a story and its reports: who reports, when, what copies what, what was set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sayso.data.telling import site
from sayso.model.article import Article
from sayso.model.dossier import OutletStanding, StoryDossier
from sayso.model.link import Copy
from sayso.model.reading import NoiseKind
from sayso.serve.reports.refs import Refs
from sayso.serve.reports.view import Bullets, Line, Section, plain, row, strong
from sayso.serve.reports.words import clean, count, date, day, headline, language, listed, unique
from sayso.settings import UNRATED

MOST = 30
LONGEST_ID = 40
OUTLET = "outlet"
YEARS = {"sibling": ", its year taken from another report", "text": ", as its text says", "page": ", as its page says"}

ASIDE: dict[NoiseKind, str] = {"caption": "caption", "credit": "credit", "heading": "subhead",
                               "navigation": "navigation line", "dateline": "dateline", "other": "other line"}


def byline(story: StoryDossier, copies: tuple[Copy, ...], refs: Refs) -> str:
    """As of when, how many reports and outlets, what copies what, on how many named origins."""
    outlets = sorted({o for id in story.articles if id in refs.articles and (o := refs.articles[id].outlet)})
    parts = [f"as of {date(story.as_of)}" if story.as_of else "undated", count(len(story.articles), "report")]
    if not outlets:
        parts.append("outlet not named" if len(story.articles) == 1 else "outlets not named")
    elif len(outlets) <= 4:
        parts.append(f"{count(story.outlets, OUTLET)} ({', '.join(site(clean(o)) for o in outlets)})")
    else:
        parts.append(count(story.outlets, "outlet"))
    if story.agencies:
        parts.append(count(story.agencies, "news agency", "news agencies"))
    if story.unread:
        languages = unique(language(refs.articles[id].language) for id in story.unread)
        parts.append(f"{len(story.unread)} not read, in {listed(languages)}")
    if len(story.articles) > 1:
        parts.append(_copied(copies, len(story.articles)))
    parts.append(f"on the word of {count(story.named_origins, 'named origin')}" if story.named_origins
                 else "no origin is named")
    return " · ".join(parts)


def _copied(copies: tuple[Copy, ...], reports: int) -> str:
    whole = len({c.article for c in copies if c.kind == "whole"})
    part = len({c.article for c in copies if c.kind == "part"} - {c.article for c in copies if c.kind == "whole"})
    if not whole and not part:
        return "neither copies the other" if reports == 2 else "none copies another"
    said = []
    if whole:
        said.append("1 is a copy of another" if whole == 1 else f"{whole} are copies of others")
    if part:
        said.append("1 shares passages with another" if part == 1 else f"{part} share passages with others")
    return ", ".join(said)


def section(story: StoryDossier, copies: tuple[Copy, ...], refs: Refs, everything: bool) -> Section:
    """A line for each report: its letter, outlet, date, headline, agencies, what it copies, what was set aside."""
    ids = [id for id in (*story.articles, *story.also_in) if id in refs.articles]
    known = {x.outlet: x for x in story.standing}
    lines = tuple(_report(refs.articles[id], [c for c in copies if c.article == id], refs, id in story.also_in, known)
                  for id in ids)
    return Section("reports", "Reports read", (Bullets(lines, None if everything else MOST, ("report", "reports")),))


def _report(article: Article, copies: list[Copy], refs: Refs, elsewhere: bool, known: Mapping[str, OutletStanding]) -> Line:
    outlet = site(clean(article.outlet)) if article.outlet else "outlet not named"
    when = f"{day(article.published)}{YEARS.get(article.published_from, '')}" if article.published else "undated"
    said = [f"{outlet}, {when}", *([headline(article.title)] if article.title else []), _where(article)]
    if article.outlet is not None and article.outlet in known:
        said += _known(known[article.outlet])
    if elsewhere:
        said.append("its own story is another one")
    if article.kind != "report":
        said.append(f"{article.kind}{f' of {clean(article.speaker)}' if article.speaker else ''}")
    if agencies := [clean(a) for a in article.agencies if a != article.outlet]:
        said.append(f"credits {listed(agencies)}")
    said += [_copy(c, refs) for c in copies]
    if aside := _aside(article, refs):
        said.append(f"set aside: {aside}")
    if not article.read:
        said.append(f"not read: it is in {language(article.language)}")
    return row(strong(refs.letter(article.id)), plain(f": {'; '.join(s for s in said if s)}"))


def _where(article: Article) -> str:
    """The id to find it by; one that is nothing to read is cut, as the headline stands beside it."""
    id = clean(article.id)
    return id if len(id) <= LONGEST_ID or not article.title else f"id {id[:8]}…"


def _known(outlet: OutletStanding) -> list[str]:
    """What the user has said of the outlet; nothing where that is nothing."""
    said = [f"rated {outlet.rating}"] if outlet.rating != UNRATED else []
    said += [f"owned by {clean(outlet.owner)}"] if outlet.owner else []
    return said + ([f"run by the state, {clean(outlet.state_run)}"] if outlet.state_run else [])


def _copy(copy: Copy, refs: Refs) -> str:
    original = refs.letter(copy.of) if copy.of in refs.articles else copy.of
    agency = f", text of {clean(copy.agency)}" if copy.agency else ""
    if copy.kind == "whole":
        return f"a copy of {original}{agency}"
    return f"about {max(1, round(copy.share * 100))}% of its words stand in {original} too{agency}"


def _aside(article: Article, refs: Refs) -> str:
    reading = refs.readings.get(article.id)
    kinds = Counter(n.kind for n in reading.noise) if reading else Counter()
    facts = sum(n.states_fact for n in reading.noise) if reading else 0
    told = {"caption": f" ({facts} {'states a fact' if facts == 1 else 'state facts'})"} if facts else {}
    return listed([count(kinds[kind], word) + told.get(kind, "") for kind, word in ASIDE.items() if kinds[kind]], 6)
