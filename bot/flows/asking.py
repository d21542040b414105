"""What a question asks for: a price, a rule, a time; told by its words, where a word can be told from a mere link."""

from __future__ import annotations

import re
from collections.abc import Container

from bot.flows.lexicon import lexicon
from bot.flows.spoken import Said

_BEFORE_RELATIVE = ("celui", "celle", "ceux", "celles", "ce", "un", "une", "et", "mais", "moi", "lui", "eux")


def asked(said: Said, aside: Container[int] = ()) -> frozenset[str]:
    """What a question wants, by the words it uses: prix, sanction, horaire…; empty when it does not say.

    The positions ``aside`` name the thing itself ("la ferme" is no closing time) and say nothing of what is wanted.
    """
    texts = ["" if at in aside else word.text for at, word in enumerate(said.words)]
    texts = ["" if text == "qui" and _relative(said, at) else text for at, text in enumerate(texts)]
    held = set(texts)
    found = {
        ask
        for ask, wanted in lexicon().asks.items()
        for want in wanted
        if want[0] in held and any(texts[at : at + len(want)] == list(want) for at in range(len(texts)))
    }
    # Folding makes "où" and "ou" the same word; only the accent, or the first place, tells the question.
    where = re.search(r"\boù\b", said.question.lower()) or (texts and texts[0] == "ou")
    return frozenset(found | {"lieu"}) if where else frozenset(found)


def _relative(said: Said, at: int) -> bool:
    """Whether the "qui" at ``at`` goes on about the noun before it: "une dame qui a…" asks for nobody."""
    if not at or said[at].pause:
        return False
    before = said[at - 1]
    return before.content or before.text in _BEFORE_RELATIVE or before.stem in lexicon().people
