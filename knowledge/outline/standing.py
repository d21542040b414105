"""What an act is worth, told from its own words: the vote taken, the proposal made, the blanks left."""

from __future__ import annotations

import re

from knowledge.clean import join_lines
from knowledge.standings import Standing
from knowledge.text import fold

_EDGE = "¶"
_SENTENCE = 400  # no sentence is looked at farther than that
_NEW_PARAGRAPH = re.compile(r"(?<!\s)[^\S\n]*+\n[^\S\n]*+\n\s*+(?=[A-ZÀ-Þ])")
_ADOPTED = re.compile(
    r"(?:adopt|approuv|accept|vot|decid|emet|deliber|autoris|valid)\w*[^.]{0,160}"
    r"(?:una[nr]i(?:m|rn)it[e6]|a la majorite|\d+\s+(?:voix\s+)?pour|par \d+ voix)"
    r"|(?:una[nr]i(?:m|rn)it[e6]|a la majorite)[^.]{0,100}(?:adopt|approuv|accept|vot|decid|emet|deliber|autoris|valid)"
    r"|(?:deliberation|proposition|motion) (?:est )?(?:mise aux voix et )?adoptee\b"
    r"|\b(?:adopte|approuve|accepte)e?s?,? (?:avec )?\d+ voix\b(?! contre)"
    r"|\bconseil(?: municipal)?,? par \d+ voix\b(?! contre)(?!,? (?:refus|s'oppos|declin|rejet|ne |n'))"
    r"|\bvote unanime\b|(?<=[.¶] )unanimite\s*(?:[.¶]|$)"
    r"|\bconseil(?: municipal)?, a l'unanimite\b(?!,? (?:refus|s'oppos|declin|ne |n'))"
    r"|\b(?:pour\s*:\s*\d+|\d+ (?:voix )?pour)\W+(?:contre\s*:\s*\d+|\d+ (?:voix )?contre)"
)
_COUNTED = re.compile(
    r"(?:(?P<a>\d+)\s+(?:voix\s+)?pour\b|\bpour\s*:\s*(?P<b>\d+))"
    r"[^.;]{0,30}?(?:(?P<c>\d+)\s+(?:voix\s+)?contre\b|\bcontre\s*:\s*(?P<d>\d+))"
)
_SENTENCE_END = re.compile(rf"(?<!\bm)(?<!\bmm)\.\s|;|{_EDGE}")
# what a councillor asked for, or a point put off: its rejection, or its adoption, is not the act's
_ASIDE = re.compile(
    r"\b(?:sous-)?amendements?\b|\bcette demande\b"
    r"|\bvot\w+ (?:sur )?(?:l[ea] |l')?(?:demande (?:de |d'))?(?:report|renvoi|ajournement|retrait)\b"
)
_REJECTED = re.compile(
    r"\b(?:rejet(?:te|tee|ee|e)|repouss(?:e|ee)|n'est pas (?:adopte|approuve)e?|n'a pas (?:adopte|approuve))\b"
    r"|\bconseil(?: municipal)?\b(?:,[^.,]{0,60},)? (?:refuse|repousse|decline|s'oppose a|n'approuve pas|n'adopte pas)"
    r" (?:l[ea]|cette|ce|l')\W?(?:proposition|projet|offre|motion|voeu|deliberation|hausse|convention|vente|achat)\b"
)
_ITS_OWN_VOTE = re.compile(r"\b(?:motion|proposition|deliberation|amendement|vote|voix|conseil)\b")
_POSTPONED = re.compile(
    r"\b(?:report|ajourn)(?:e|ee|er)\b[^.]{0,60}(?:seance|conseil|prochain|ulterieur)"
    r"|retire[e]?\s+(?:de\s+)?(?:l'|a l')?\s*ordre du jour|surs(?:is|eoit|oit) a statuer|point (?:est )?retire"
    r"|retire (?:le|ce) point|\b(?:est|a ete)\s+ajou(?:rn|m)ee?\b"
    r"|\b(?:question|point|deliberation|affaire|dossier)\b[^.,]{0,20} (?:est|a ete) retiree?\b"
    r"|renvo(?:i|ye)e?\w*[^.]{0,40}\b"
    r"(?:en commission|a (?:une|la) (?:(?:prochaine|autre) )?seance|au (?:prochain )?conseil)\b"
)
_PROPOSED = re.compile(
    r"\b(?:est|sont|est donc|est ainsi)\s+(?:\w+\s+){0,3}propos|(?:proposition|projet) de deliberation"
)
# rules say by whom they were adopted, and what they propose is no proposal of a vote
_APPENDED = frozenset({"rules", "charter", "order", "annex"})
_COVERED = frozenset({"document", "rules", "charter"})
_APPROVED = re.compile(
    r"\b(?:adopte|approuve|vote)e?s? (?:par|en) (?:(?:le|la|seance du) )?(?:conseil|deliberation|assemblee)\b"
)
# the cover of a guide or of rules names the act that adopted them, alone on its line
_ADOPTED_BY = re.compile(
    r"^\W*(?:(?:adoptee?s?|votee?s?|approuvee?s?) par (?:la )?)?deliberation (?:du conseil municipal )?"
    r"n\s?[°ºo]\s?[\w/.-]*\d\w? du \d{1,2}(?:er)? [a-z]+ \d{4}\W*$"
)
_COVER = 800
_REPEALED = re.compile(r"^\W*(?:acte|deliberation|reglement|texte) abroge")
_BLANKS = re.compile(r"\bX{2,}\b|\[\s*(?:…|\.\.\.|à compléter)\s*\]|n°\s*[_.…]{2,}|du\s+[_.…]{3,}|\.\.\./\.\.\./")
_SIGNED = re.compile(
    r"\bfait\s+(?:en\s+.{0,30})?a\s+[\w' -]{2,40},?\s*(?:en .{0,30})?le\s+\d{1,2}(?:er)?\s+\w+\s+\d{4}"
)


def standing_of(text: str, proposed: bool = False, kind: str = "") -> tuple[Standing, str]:
    """The standing that the words of a piece give it, and the vote in its own words ("" when none is told).

    ``proposed`` says that the piece stands among proposals to a council; a vote told in it counts more.
    """
    joined = join_lines(_NEW_PARAGRAPH.sub(f" {_EDGE} ", text))
    folded = fold(joined)
    if kind == "decisions":
        return Standing.DECIDED, ""
    if _REPEALED.match(folded):
        return Standing.REPEALED, ""
    votes = [match.start() for match in _ADOPTED.finditer(folded) if not _aside(folded, match)]
    last_vote = max(votes, default=-1)
    if last_vote >= 0 and not proposed and kind in ("deliberation", "minutes") and _lost(folded, last_vote):
        return Standing.REJECTED, _sentence(joined, folded, last_vote)
    for match in _REJECTED.finditer(folded):
        if _aside(folded, match):
            continue
        around = folded[max(0, match.start() - 120) : match.end() + 120]
        if match.start() > last_vote and _ITS_OWN_VOTE.search(around) and kind in ("deliberation", "minutes"):
            return Standing.REJECTED, _sentence(joined, folded, match.start())
    put_off = _POSTPONED.search(folded)
    if put_off and not proposed and put_off.start() > last_vote and kind == "deliberation":
        return Standing.POSTPONED, _sentence(joined, folded, put_off.start())
    approved = _APPROVED.search(folded) if kind in _APPENDED and not proposed else None
    if approved and last_vote < 0:
        return Standing.ADOPTED, _sentence(joined, folded, approved.start())
    cover = text[:_COVER].split("\n") if kind in _COVERED and not proposed and last_vote < 0 else []
    if adopting := next((line for line in cover if _ADOPTED_BY.match(fold(line))), None):
        return Standing.ADOPTED, adopting.strip()
    if last_vote >= 0 and not proposed:
        return Standing.ADOPTED, _sentence(joined, folded, last_vote)
    if proposed or (kind not in _APPENDED and _PROPOSED.search(folded)):
        return Standing.PROPOSED, ""
    if _BLANKS.search(joined) and kind in ("agreement", "annex"):
        return Standing.PROPOSED, ""
    if kind == "agreement" and _SIGNED.search(folded):
        return Standing.IN_FORCE, ""
    return Standing.UNSTATED, ""


def _aside(folded: str, match: re.Match[str]) -> bool:
    """Whether the sentence of a vote is about an amendment, not about the act as amended."""
    before = [end.end() for end in _SENTENCE_END.finditer(folded, max(0, match.start() - _SENTENCE), match.start())]
    start = before[-1] if before else max(0, match.start() - _SENTENCE)
    after = _SENTENCE_END.search(folded, match.start(), match.start() + _SENTENCE)
    about = _ASIDE.search(folded, start, after.start() if after else match.start() + _SENTENCE)
    return about is not None and "ensemble" not in folded[start : match.end()]


def _lost(folded: str, position: int) -> bool:
    """Whether the vote told there counted more voices against than for."""
    match = _COUNTED.search(folded, position, position + 220)
    if match is None or "." in folded[position : match.start()]:
        return False
    return int(match["a"] or match["b"]) < int(match["c"] or match["d"])


def _sentence(text: str, folded: str, position: int) -> str:
    if len(text) != len(folded):  # a ligature folded into two letters shifts positions: quote from the folded text
        text = folded
    start = max(*(text.rfind(mark, 0, position) for mark in (".", "»", _EDGE)), position - 200) + 1
    end = min((at for mark in (".", _EDGE) if (at := text.find(mark, position)) >= 0), default=-1)
    return text[start : end if 0 <= end < position + 220 else position + 160].strip(" »>,;")
