"""Which price of a sentence that lists several is for the labels read: "halle 90 € ; foyer 40 €", "90 € à la halle"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.matching import stem_set
from knowledge.figures import Amount

# Where what is said of a price ends, and what is said of the next one begins.
_NEXT = re.compile(r"^(?P<own>[^;]*);(?P<next>.*)$|^(?P<unit>(?: ?(?:par|la|le|/) ?\w+)?) ?,(?P<then>.*)$", re.DOTALL)
_HEAD = re.compile(r"[:.;]")


def chosen(priced: Sequence[Amount], folded: str, labels: frozenset[str]) -> tuple[Amount, str] | None:
    """The one price of a sentence, or the one whose own words are those of the labels, with the words after it."""
    if len(priced) < 2:
        return (priced[0], folded[priced[0].end :]) if priced else None
    before, after = [_HEAD.split(folded[: priced[0].start])[-1]], list[str]()
    for one, end in zip(priced, [*(one.start for one in priced[1:]), len(folded)], strict=True):
        between = folded[one.end : end]
        match = _NEXT.match(between) if end < len(folded) else None
        after.append(between if match is None else match["own"] or match["unit"] or "")
        before.append(match["next"] or match["then"] or "" if match else "")
    said = [stem_set(f"{lead} {rest}") for lead, rest in zip(before, after, strict=False)]
    own = [words - frozenset().union(*(other for other in said if other is not words)) for words in said]
    fitting = [at for at, words in enumerate(own) if words & labels]
    return (priced[fitting[0]], after[fitting[0]]) if len(fitting) == 1 else None
