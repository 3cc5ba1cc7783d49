"""A yes-or-no question as the sentence that a yes to it would say: `Are the troops in combat?`, `The troops are in combat.`"""

from __future__ import annotations

from sayso.read.parse import RawParse, model_folder, parser
from sayso.settings import Settings

AUXILIARIES = frozenset("is are was were am do does did has have had will would can could shall should may might must "
                        "isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't couldn't".split())
# Prepositions that tell when or how long, and not what is said of the subject.
TIMES = frozenset("for since during until by before after".split())
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def as_statement(question: str, settings: Settings) -> str | None:
    """The sentence; None for a question that is not answered by yes or no, or whose subject is not found.

    The auxiliary goes behind the subject, which the parser finds. Raises SetupError where the model is missing.
    """
    text = " ".join(question.split()).rstrip("?! ").strip()
    first, _, rest = text.partition(" ")
    if first.lower().replace("’", "'") not in AUXILIARIES or not rest:
        return None
    # A yes to "isn't it closed?" says that it is.
    aux = "will" if first.lower().startswith("won") else first.lower().replace("’", "'").removesuffix("n't")
    aux = "can" if aux == "ca" else aux
    [raw] = parser(model_folder(settings.model_dir)).parse([f"{text}?"])
    end = _subject_end(text, len(first), raw)
    if end is None:
        return None
    named = text[len(first):end].strip()
    said = f"{named} {aux}{text[end:]}"
    return f"{said[:1].upper()}{said[1:]}."


def _subject_end(text: str, after: int, raw: RawParse) -> int | None:
    """Where the subject ends; before the phrase that says something of it, where the parser took that for a part of it."""
    subject = next((k for k, dep in enumerate(raw.deps) if dep in SUBJECTS and raw.starts[k] >= after), None)
    if subject is None:
        # "Will the council vote": the verb was taken for a noun beside the subject.
        nouns = [k for k, pos in enumerate(raw.pos) if pos in ("NOUN", "PROPN", "PRON") and raw.starts[k] >= after]
        return raw.ends[nouns[0]] if nouns and raw.ends[nouns[0]] < len(text) else None
    end = max(raw.ends[k] for k in range(len(raw.deps)) if _below(k, subject, raw.heads))
    if end < len(text):
        return end
    cuts = [k for k, dep in enumerate(raw.deps) if dep == "prep" and k > subject]
    while len(cuts) > 1 and text[raw.starts[cuts[-1]]:raw.ends[cuts[-1]]].lower() in TIMES:
        cuts.pop()
    return raw.starts[cuts[-1]] - 1 if cuts else None


def _below(k: int, top: int, heads: tuple[int, ...]) -> bool:
    """Is the token the top one, or does it hang on it?"""
    for _ in range(len(heads)):
        if k == top:
            return True
        if heads[k] == k:
            return False
        k = heads[k]
    return False
