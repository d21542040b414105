"""Whether a text layer is text at all: some PDFs hold letters that map to nothing."""

from __future__ import annotations

import re

from knowledge.text import fold, words

# Counted over a few hundred pages of French acts: these pairs make 85 of 100 letter pairs; 110 pairs drawn blindly
# would make 16. A figure, a name or a capital letter does not lower it as it does a list of function words.
_PAIRS = frozenset(
    words(
        "ac ad ag ai al an ar as at au bl ca ce ch ci cl co ct da de di du ec ee el em en er es et eu ev fa fi fo "
        "ge ia ic ie if il in io iq ir is it iv la le li ll lo ma me mi mm mp mu na nc nd ne ni nn no ns nt oi ol "
        "om on or os ou pa pe pl po pr qu ra re ri ro rs rt sa se si so sp ss st su ta te ti to tr ts ue ui un ur "
        "us ut ux ve vi"
    )
)
_LETTERS = re.compile(r"[a-z]+")
_BROKEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]|\(cid:\d+\)")
_USUAL = ".,;:…·•-–—_/|()«»\"'’€%°+*="
_FEW_PAIRS, _MANY_PAIRS = 40, 100


def is_garbage(text: str) -> bool:
    """True when ``text`` cannot be French as printed: too many impossible characters or letter pairs."""
    written = len("".join(text.split()))
    if written == 0:
        return False
    if sum(map(len, _BROKEN.findall(text))) > 0.15 * written:
        return True
    pairs = [word[i : i + 2] for word in _LETTERS.findall(fold(text)) for i in range(len(word) - 1)]
    if len(pairs) < _FEW_PAIRS:
        # With few letters, a page that is neither figures nor letters is one whose letters were lost.
        return (
            written > 60 and sum(not c.isalnum() and c not in _USUAL for c in text if not c.isspace()) > 0.4 * written
        )
    # A short list of foreign names falls low by chance; no page of acts measured fell under 0.71.
    return sum(pair in _PAIRS for pair in pairs) < (0.45 if len(pairs) >= _MANY_PAIRS else 0.3) * len(pairs)
