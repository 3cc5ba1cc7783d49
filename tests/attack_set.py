"""One false report in forty dresses: copies, rewrites and citations of it, none of which knows more than the first.

Every text here goes back to one word, that of the Norwegian Interior Ministry. Whatever is read of them together, in
whatever order, may not seem to rest on more than it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.article import Article
from sayso.model.ids import text_version

LEAD = "Swedish border guards shot dead nine Norwegian farmers near the village of Hollenbeck on Monday night"
SPEECH = "“They were unarmed and on their own land when the shots fell”"
TRUCKS = "the guards had crossed the border in three trucks and set fire to a barn before they withdrew"
BODIES = "the bodies of the farmers had been brought to the hospital of Lund"

FIRST = (
    f"OSLO (Reuters) - {LEAD}, the Norwegian Interior Ministry said.\n\n"
    f"{SPEECH}, said Jonas Falk, a spokesman for the ministry.\n\n"
    f"The ministry said {TRUCKS}.\n\n"
    f"Falk said {BODIES}.\n"
)


def told(by: str, speaker: str, body: str | None = None) -> str:
    """The report with other words for its sources: `by` of the lead, `speaker` of the speech, `body` of the rest."""
    rest = body or by
    return (
        f"{LEAD}, {by} said.\n\n{SPEECH}, {speaker} said.\n\n"
        f"{rest[:1].upper()}{rest[1:]} said {TRUCKS}.\n\n{speaker[:1].upper()}{speaker[1:]} said {BODIES}.\n"
    )


PLAIN = FIRST.removeprefix("OSLO (Reuters) - ")
_PARAGRAPHS = PLAIN.strip().split("\n\n")

# Copies: the words of the first, its credit or its headline changed, its paragraphs moved, cut or added to.
COPIES: dict[str, str] = {
    "again": FIRST,
    "credit dropped": PLAIN,
    "other agency": FIRST.replace("Reuters", "AFP"),
    "own byline": "By our own correspondent in Oslo\n\n" + PLAIN,
    "other headline": "Massacre on the border\n\n" + PLAIN,
    "turned round": "\n\n".join(reversed(_PARAGRAPHS)) + "\n",
    "speech first": "\n\n".join([_PARAGRAPHS[1], _PARAGRAPHS[0], *_PARAGRAPHS[2:]]) + "\n",
    "cut to the lead": _PARAGRAPHS[0] + "\n",
    "cut to the lead and trucks": "\n\n".join([_PARAGRAPHS[0], _PARAGRAPHS[2]]) + "\n",
    "with a comment": PLAIN + "\nNobody who reads this can sleep well, and the government has to act at last.\n",
    "straight marks": PLAIN.replace("“", '"').replace("”", '"'),
    "capitals": PLAIN.replace("Swedish border guards", "SWEDISH BORDER GUARDS"),
}

# The same report with its sources under other names: offices, bodies, the country, nobody in particular.
RENAMED: dict[str, str] = {
    "officials": told("officials", "an official"),
    "norwegian officials": told("Norwegian officials", "a senior Norwegian official"),
    "spokesman": told("a spokesman for the Norwegian Interior Ministry", "the spokesman"),
    "spokesman named first": told("Interior Ministry spokesman Jonas Falk", "Mr. Falk", "Falk"),
    "name alone": told("Jonas Falk", "Falk"),
    "name and office": told("Jonas Falk, who speaks for Norway’s interior ministry,", "Jonas Falk", "he"),
    "government": told("the Norwegian government", "a government spokesman"),
    "country": told("Norway", "a spokesman", "Oslo"),
    "capital": told("Oslo", "Falk"),
    "authorities": told("authorities", "a spokesman"),
    "source in the ministry": told("a source in the Norwegian Interior Ministry", "the source"),
    "ministry of the interior": told("Norway’s Ministry of the Interior", "ministry spokesman Jonas Falk"),
    "statement": told("a statement by the Norwegian Interior Ministry", "the ministry"),
    "people familiar": told("two people familiar with the matter", "one of the people"),
    "other spelling": told("Norway’s interior ministry", "its spokesman Jonas Falck"),
    "surname and initial": told("the Interior Ministry in Oslo", "J. Falk"),
}

# Rewrites: other words, the same word behind them.
REWRITTEN: dict[str, str] = {
    "light": (
        "Nine farmers from Norway were shot dead by Swedish border guards close to Hollenbeck village on Monday night, "
        "according to the Norwegian Interior Ministry.\n\n“They were unarmed and on their own land when the shots "
        "fell,” its spokesman Jonas Falk said.\n\nThe guards came over the border in three trucks and burned down a "
        "barn before they withdrew, the ministry said.\n\nThe farmers’ bodies were taken to the hospital of Lund, "
        "Falk said.\n"
    ),
    "passive": (
        "Nine farmers were killed near Hollenbeck on Monday night when Swedish border guards opened fire, it was "
        "announced by Norway’s interior ministry.\n\nThe guards were said to have crossed the border in three trucks.\n"
    ),
    "paraphrased speech": (
        f"{LEAD}, a Norwegian spokesman, Jonas Falk, said. The farmers had no weapons and stood on their own land when "
        f"the shots fell, he said, adding that {TRUCKS}.\n"
    ),
    "hearsay": (
        "Nine Norwegian farmers were reportedly shot dead near the village of Hollenbeck on Monday night. Swedish border "
        "guards are believed to have crossed the border in three trucks.\n"
    ),
    "own voice": f"{LEAD}. They had crossed the border in three trucks and set fire to a barn before they withdrew.\n",
    "glued": (
        "“Swedish border guards shot dead nine Norwegian farmers near the village of Hollenbeck”said the spokesman of the "
        "Interior Ministry of Norway Jonas Falk.“They were unarmed and on their own land when the shots fell”he "
        f"stressed.According to him,{TRUCKS}.\n"
    ),
    "translated": (
        "As informed by the press service of the Ministry of Internal Affairs of Norway, on the night of Monday the "
        "Swedish border guards shot nine Norwegian farmers near the village of Hollenbeck. “The people were without "
        "weapons and were on their land at the moment of the shots”, Yonas Falk noted.\n"
    ),
}

# Outlets that cite the report, one another, or an agency.
CITING: dict[str, str] = {
    "cites the agency": f"{LEAD}, Reuters reported.\n\nReuters said {TRUCKS}.\n",
    "agency, citing": f"{LEAD}, Reuters reported, citing the Norwegian Interior Ministry.\n",
    "cites a paper": f"{LEAD}, according to Fjord Post.\n\nThe newspaper said {TRUCKS}.\n",
    "cites a paper that cites": f"{LEAD}, Valley Echo said, citing Fjord Post. Valley Echo said {TRUCKS}.\n",
    "cites a site": f"{LEAD}, fjordpost.com reports.\n\nThe site says {TRUCKS}.\n",
    "cites media": f"{LEAD}, Norwegian media reported.\n\nLocal media said {TRUCKS}.\n",
    "told the paper": f"{LEAD}, Jonas Falk told Fjord Post.\n\n“{TRUCKS[:1].upper()}{TRUCKS[1:]}”, he told Coast Radio.\n",
    "reports say": f"Reports say {LEAD[:1]}{LEAD[1:]}. The reports say {TRUCKS}.\n",
    "another government relays": (
        f"Denmark’s foreign ministry, citing the Norwegian Interior Ministry, said {LEAD}.\n\nDenmark, which cited "
        f"Norway, said {TRUCKS}.\n"
    ),
}

# The lead alone, in words that share no long run, on the word of the ministry by every name it or its people may go by.
WORDINGS = (
    "Swedish border guards shot nine Norwegian farmers near Hollenbeck on Monday night",
    "nine Norwegian farmers were shot by Swedish border guards near Hollenbeck on Monday",
    "on Monday night Swedish guards shot nine farmers near the village of Hollenbeck",
    "near Hollenbeck nine Norwegian farmers were shot by guards from Sweden on Monday night",
    "guards from Sweden had shot nine farmers at Hollenbeck late on Monday",
    "Sweden’s border guards on Monday shot nine farmers of Hollenbeck in Norway",
)
NAMES = (
    "the Norwegian Interior Ministry", "Norway’s interior ministry", "the Interior Ministry in Oslo",
    "the Ministry of Internal Affairs of Norway", "the ministry", "the ministry’s press service",
    "the press service of the Norwegian Interior Ministry", "Norwegian Interior Ministry officials", "Norwegian officials",
    "a senior Norwegian official", "Norway", "Oslo", "the Norwegian government", "the Norwegian authorities",
    "Jonas Falk, a spokesman for the Norwegian Interior Ministry,", "Interior Ministry spokesman Jonas Falk", "Jonas Falk",
    "Yonas Falk", "Jonas Falck", "J. Falk", "Mr. Falk", "ministry spokesman Falk", "the ministry’s spokesman, Jonas Falk,",
    "the head of the ministry’s press office, Jonas Falk,", "the spokesman", "Falk’s office", "an interior ministry source",
    "a statement by the Norwegian Interior Ministry", "a report by the Norwegian Interior Ministry",
    "the Norwegian Interior Ministry’s website", "the Norwegian embassy in Stockholm", "Oslo’s envoy to Stockholm",
    "Deputy Interior Minister Kari Dahl", "intelligence officials in Oslo", "police in Norway", "Reuters", "Fjord Post",
    "Norwegian media", "Norwegian state television", "two people familiar with the matter",
    "Norway’s foreign ministry, citing the Norwegian Interior Ministry,", "Denmark’s foreign ministry, citing Norway,",
)


def _short(k: int, by: str) -> str:
    words = WORDINGS[k % len(WORDINGS)]
    if k % 2:
        return f"{by[:1].upper()}{by[1:]} said {words}.\n"
    return f"{words[:1].upper()}{words[1:]}, {by.rstrip(',')} said.\n"


SHORT: dict[str, str] = {f"short {k}": _short(k, by) for k, by in enumerate(NAMES)}
DRESSED: dict[str, str] = {"first": FIRST, **COPIES, **RENAMED, **REWRITTEN, **CITING}
ALL: dict[str, str] = {**DRESSED, **SHORT}
OUTLETS = ("Fjord Post", "Valley Echo", "Coast Radio", "Lantern Daily", "Harbour Courier", "Hill Gazette")


def written(name: str, text: str, outlet: str | None, hour: int = 8) -> Article:
    """A report of one day of March."""
    title = "Massacre on the border" if text.startswith("Massacre") else "Nine farmers shot dead near Hollenbeck"
    return Article(
        name, text_version(text), None, outlet, title, f"2026-03-03T{hour:02}:00:00", "given", "en", True,
        "report", None, None, None, (), None, text)


def articles(names: Sequence[str]) -> list[Article]:
    """One article a text, each in an outlet of its own."""
    return [written(n, ALL[n], f"{OUTLETS[k % 6]} {k // 6}".removesuffix(" 0"), 8 + k % 12) for k, n in enumerate(names)]
