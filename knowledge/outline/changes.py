"""What an act says of others and of itself: which one it modifies or repeals, and from when it applies."""

from __future__ import annotations

import re
from datetime import date

from knowledge.clean import join_lines
from knowledge.dates import dated
from knowledge.documents import Change
from knowledge.text import fold

_TOUCHED = re.compile(
    r"\b(?P<what>deliberation|decision|arrete)s?\s+(?:municipale?\s+)?n\W{0,3}\s*"
    r"(?P<n>(?:[a-z]{1,4}[-_]?)?\d+(?:[-/._]\d+)*[a-z]?)(?!\w)"
)
_REPEALS = re.compile(r"\b(?:abrog|annul|rapport|retir|remplac)(?:e|er|ee|es|ees|ent|ant|ation)\b")
_MODIFIES = re.compile(r"\b(?:modifi|complet|rectifi|actualis)(?:e|er|ee|es|ees|ent|ant|cation|ication|ation)\b")
_PART = re.compile(
    r"\b(?:articles?|lignes?|annexes?|tarifs?|alineas?|points?|paragraphes?|tableaux?|grilles?|montants?)\b[^.;]{0,90}\b"
    r"(?:de|a) (?:la|l')\W*$"
)
_RECALLED = re.compile(r"^\W*(?:vu|considerant|rappelle)\b")
_NOT = re.compile(r"\b(?:avait|avaient|n'est pas|ne sont pas)\b")
_SUFFERS = re.compile(r"^[^;]{0,100}?\b(?:est|sont|soit|soient)\s+(?:\w+\s+){0,2}$")
_SINCE = re.compile(
    r"(?:\ba (?:compter|partir|dater) du|\bdes le|\b(?:prend|prennent|prendra|prendront) effet (?:le|au|a compter du)"
    r"|\b(?:entre|entrent|entrera|entreront) en vigueur (?:le|au|a compter du)|\bapplicables? (?:du|au|le|des le)"
    r"|\b(?:tarifs?|prix|montants?) (?:\w+ )?au)\W*$"
)
_ENDS = re.compile(
    r"(?<=\w\w\w[.;])\s+|(?<=[ »)][.;])\s+|\s(?=le conseil (?:municipal )?(?:decide|modifie|abroge))", re.I
)
_NEAR, _REACH, _FAR = 40, 110, 200


def changes_of(text: str, own: str = "") -> tuple[Change, ...]:
    """The acts that the words of one modify or repeal, each once; ``own`` is its own number, never among them.

    An act is repealed as a whole only: whoever repeals a line or an article of it modifies it. What is only recalled
    ("vu la délibération") is not touched.
    """
    found: dict[str, Change] = {}
    for sentence in _ENDS.split(fold(join_lines(text))):
        if _RECALLED.search(sentence) or _NOT.search(sentence):
            continue
        for match in _TOUCHED.finditer(sentence):
            repeals, modifies = (_does(verb, sentence, match) for verb in (_REPEALS, _MODIFIES))
            if not (repeals or modifies) or match["n"] == fold(own):
                continue
            part = _PART.search(sentence[max(0, match.start() - _FAR) : match.start()])
            verb = "repeals" if repeals and not modifies and not part else "modifies"
            found.setdefault(match["n"], Change(verb, match["n"].upper(), match["what"]))
    return tuple(found.values())


def _does(verb: re.Pattern[str], sentence: str, touched: re.Match[str]) -> bool:
    """Whether the verb bears on the act named there: it comes before it, or after it with "est"."""
    before = verb.search(sentence, max(0, touched.start() - _REACH), touched.start())
    after = verb.search(sentence, touched.end(), touched.end() + _FAR)
    return before is not None or (
        after is not None and _SUFFERS.match(sentence[touched.end() : after.start()]) is not None
    )


def effective_of(text: str) -> date | None:
    """The day from which an act says that it applies, the first that it tells; None when it tells none."""
    for sentence in _ENDS.split(join_lines(text)):
        folded = fold(sentence)
        if _RECALLED.search(folded):
            continue
        for position, day in dated(sentence):
            if _SINCE.search(folded[max(0, position - _NEAR) : position]):
                return day
    return None
