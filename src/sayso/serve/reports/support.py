"""What a library says of a sentence, told to a person."""

from __future__ import annotations

from sayso.pipeline.support import Checked, Stance, Support, Verdict
from sayso.serve.reports.words import clean, day, listed, trimmed

VERDICTS: dict[Verdict, str] = {
    "affirmed": "Said in these reports, and denied in none", "denied": "Not said in these reports, and denied",
    "disputed": "Said, and denied", "open": "Not said in these reports; an answer leaves it open",
    "differs": "Not said in these reports; what comes near differs", "nothing": "Nothing of the kind in these reports"}
HEADS: dict[Stance, str] = {"affirms": "SAYS IT", "denies": "DENIES IT", "open": "LEAVES IT OPEN",
                            "differs": "COMES NEAR, AND DIFFERS"}


def checked_text(c: Checked) -> str:
    """The verdict, then the sentences under what each does."""
    lines = [f"{VERDICTS[c.verdict]}: “{clean(c.sentence)}”"]
    for stance, head in HEADS.items():
        found = [s for s in c.found if s.stance == stance]
        if found:
            lines += ["", f"{head} ({len(found)})", *(line for s in found for line in _lines(s))]
    return "\n".join(lines) + "\n"


def _lines(s: Support) -> list[str]:
    when = day(s.published) if s.published else "undated"
    return [f"- {trimmed(s.text, 300)}", f"  {clean(s.outlet or s.article)}, {when}; {by(s)}" + (f"; {clean(s.why)}" if s.why else "")]


def by(s: Support) -> str:
    """On whose word it stands, and on how many origins the claim does that it tells."""
    word = f"on the word of {listed([clean(w) for w in s.word], 3)}" if s.word else "no source given"
    n = s.independent_origins
    return f"{word}; its claim has {'1 origin' if n == 1 else f'{n} separate origins' if n else 'no named origin'}"
