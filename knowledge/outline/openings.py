"""Telling where an act opens: its number and its title, over the lines they take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from knowledge.figures import sums
from knowledge.outline.headings import capital_share
from knowledge.outline.lines import Line
from knowledge.text import fold

_NO = r"n\s*[°ºo0'\"*]{1,2}\s*"
_CODE = (
    r"(?:\d{1,3}[-/](?:19|20)\d\d(?![-/._]?\d)"
    r"|(?:(?:19|20)\d\d|[a-z]{1,4}[-_ ]?(?:(?:19|20)?\d\d)?|\d\d)[-/._]\d{1,4}(?:[-/._]\d{1,4})?[a-z]?)"
)
_ACT = re.compile(
    rf"^\W{{0,4}}(?P<word>(?:projet de )?deliberation|rapport|point|question|affaire|dossier)\s*(?P<mark>{_NO})?"
    rf"(?P<n>{_CODE}|\d{{1,4}})(?!\w)(?P<dated>\s+(?:en date )?du \d{{1,2}}(?:er)? [a-z]+ \d{{4}})?(?P<rest>.*)$"
)
_NUMBERED_ACT = re.compile(rf"^\W{{0,3}}{_NO}(?P<n>{_CODE})(?!\w)(?P<rest>.*)$")
_CODED = re.compile(
    r"^\W{0,3}(?P<n>(?:[a-z]{1,4}[-_]|(?:d|cm|dcm|del|delib)[. ]{0,2})?"
    r"(?P<year>(?:19|20)\d\d)[-/._](?P<k>\d{1,4})(?:[-/._](?P<third>\d{1,4}))?[a-z]?)(?!\w)(?P<rest>.*)$"
)
_MONTH, _DAY = re.compile(r"0[1-9]|1[0-2]"), re.compile(r"0[1-9]|[12]\d|3[01]")
_ORDINAL = re.compile(r"^\W{0,4}(?P<n>\d{1,3})\s*[_.]?\s*[-–—:.)]+\s*(?P<t>\S.*)$")
_OBJECT = re.compile(r"^\W*objet\s*:\s*(?=\S)")
_PARTED = re.compile(r"^\s*[-–—:.)|]+\s*")
_OUTCOME = re.compile(
    r"^(?:vot|adopt|approuv|rejet|ajourn|retir|abrog|modifi|annex)\w*\b|^(?:est|a ete|qui|du|de la|fixant|portant)\b"
)
_BODY = re.compile(
    r"^\W*(?:rapport(?:eur|euse)?e?s?\b|vu\b|considerant\b|le (?:conseil|maire)\b|l'an\b|monsieur\b|madame\b|m\.|mme\b"
    r"|article\b|sur (?:proposition|rapport)\b|objet\s*:|vote\b|adopt|nombre d"
    r"|(?:tarifs? )?applicables?\b|(?:entree )?en vigueur\b|valables?\b|a compter d)"
)
_DELIBERATES = re.compile(
    r"^\W*(?:rapporteur|vu\b|considerant\b|le (?:conseil|maire)\b|l'an\b|sur (?:proposition|rapport)\b|nombre d)"
)
_LINKED = re.compile(
    r"(?:\b(?:a|au|aux|de|du|des|d'|et|en|la|le|les|l'|par|pour|sur|avec|un|une|relatif|relative)|,|-|–)$"
)
_UNFINISHED = re.compile(r"[,;]\s*$")
_YEARLY = re.compile(r"\d[-/._]\d")
_APART = re.compile(r"\S\s{4,}\S")  # the heads of columns
_TITLE_OVER, _BESIDE = 3, 8
LONGEST, OBJECT_WITHIN, _BODY_WITHIN, _FIRST_LINES, _CUT = 260, 3, 8, 24, 60


@dataclass(frozen=True)
class Opening:
    """The lines that open an act, by their positions, and how: ``form`` is act, code, ordinal or object.

    ``number`` and ``title`` are "" where the opening has none of its own; the title begins at ``titled``. ``loud``
    says that it cannot be mistaken for a line of a list: its title is in capitals, or it says what it opens.
    """

    start: int
    last: int
    form: str
    number: str
    title: str
    titled: int
    loud: bool = True


def opening_at(lines: Sequence[Line], position: int) -> Opening | None:
    """The opening of an act that begins at ``position``, or None; a line inside a sentence opens nothing."""
    line = lines[position]
    text = line.clean.strip(" |*_")
    if line.blank or len(text) > LONGEST or text[:1].islower() or inside(lines, position):
        return None
    text = spelt(text)
    folded = fold(text)
    if match := _OBJECT.match(folded):
        title, last = whole_title(lines, position, text[match.end() :])
        return Opening(position, last, "object", "", title, position) if len(title) > 5 else None
    found = _act(lines, position, text, folded) or _code(lines, position, text, folded)
    return found or _ordinal(lines, position, text)


def cites(lines: Sequence[Line], position: int) -> bool:
    """Whether a line is the number and date, no more, of the act that adopted what it is the cover of."""
    match = _ACT.match(fold(spelt(lines[position].clean)))
    if match is None or not match["dated"] or match["rest"].strip(" .-–—|"):
        return False
    below = (line for line in lines[position + 1 : position + _FIRST_LINES] if not line.blank)
    return not any(_DELIBERATES.match(line.folded) for line in islice(below, _BODY_WITHIN))


def number_of(line: Line) -> str:
    """The number of the deliberation that a line names first, "" where it names none."""
    text = spelt(line.clean)
    match = _ACT.match(fold(text))
    return _number(text, match) if match and match["word"].endswith("deliberation") else ""


def inside(lines: Sequence[Line], position: int) -> bool:
    """Whether the line before a position, a long one, is a sentence that has no end yet."""
    before = lines[position - 1] if position else None
    return before is not None and len(before.clean) > _CUT and before.clean[-1].islower() and not before.blank


def opening_lines(lines: Sequence[Line], number: str = "", title: str = "") -> frozenset[int]:
    """The numbers of the lines that open an act: its ``number`` and its ``title``, that its piece holds."""
    for position in range(min(_FIRST_LINES, len(lines))):
        found = opening_at(lines, position)
        if found and found.form != "ordinal":
            return frozenset(lines[at].number for at in (found.start, *range(found.titled, found.last + 1)))
    # told by the votes: "31-041  Title", over a line or two
    first = list(islice((line for line in lines if not line.blank), _TITLE_OVER))
    for count in range(1, len(first) + 1) if _YEARLY.search(number) else ():
        said = fold(" ".join(line.clean for line in first[:count]))
        if fold(number) in said and fold(title) in said and len(said) <= len(number) + len(title) + _BESIDE:
            return frozenset(line.number for line in first[:count])
    return frozenset()


def spelt(text: str) -> str:
    """The text with its ligatures spelt out and its accents on their letters: folding it then moves no position."""
    composed = unicodedata.normalize("NFC", text)
    return composed.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("\u00ad", "")


def _act(lines: Sequence[Line], position: int, text: str, folded: str) -> Opening | None:
    """``Délibération n° 2031-12 - Title``, ``Point n° 3 : Title``, ``N° 2031-12 Objet : Title``; or below."""
    match = _ACT.match(folded)
    deliberation = match is not None and match["word"].endswith("deliberation")
    if match and not deliberation and not (match["mark"] or _PARTED.match(match["rest"])):
        return None
    match = match or _NUMBERED_ACT.match(folded)
    if match is None or _UNFINISHED.search(text):
        return None
    number, rest = _number(text, match), text[match.start("rest") :]
    said = _title_in(rest)
    if said is None:
        return None
    if said:
        title, last = whole_title(lines, position, said)
        return Opening(position, last, "act", number, title, position)
    title, titled, last = _below(lines, position, deliberation)
    opens = title or (deliberation and not cites(lines, position))
    return Opening(position, last, "act", number, title, titled) if opens else None


def _code(lines: Sequence[Line], position: int, text: str, folded: str) -> Opening | None:
    """``2031-12 - Title``: a number of the year, never two years nor a school year, then a title without figures.

    A number that may be read as a day (2031-06-12) has a title in capitals, or is announced.
    """
    match = _CODED.match(folded)
    if match is None or re.match(r"(?:19|20)\d\d$", match["k"]) or sums(text[match.start("rest") :]):
        return None
    third = match["third"] or ""
    if int(match["k"]) == (int(match["year"]) + 1) % 100 and len(match["k"]) == 2 and not third:
        return None
    rest = text[match.start("rest") :]
    parted = _PARTED.match(rest)
    said = rest[parted.end() :] if parted else rest.strip()
    if len(said) < 8 or not said[0].isupper() or _UNFINISHED.search(said) or (not parted and rest[:1] not in " \t"):
        return None
    title, last = whole_title(lines, position, said)
    sure = parted is not None and not (_MONTH.fullmatch(match["k"]) and _DAY.fullmatch(third))
    return Opening(position, last, "code", _number(text, match), title, position, sure or capital_share(said) > 0.7)


def _ordinal(lines: Sequence[Line], position: int, text: str) -> Opening | None:
    match = _ORDINAL.match(text)
    if match is None or len(re.findall(r"[^\W\d_]{3,}", match["t"])) < 2:
        return None
    title, last = whole_title(lines, position, text.strip(" :-*#"))
    return Opening(position, last, "ordinal", match["n"], title, position, capital_share(match["t"]) >= 0.75)


def _number(text: str, match: re.Match[str]) -> str:
    return text[match.start("n") : match.end("n")].strip(" .")


def _title_in(rest: str) -> str | None:
    """The title that follows a number on its line, "" when none does, None when the line goes on as a sentence."""
    parted = _PARTED.match(rest)
    said = (rest[parted.end() :] if parted else rest).strip()
    if match := _OBJECT.match(fold(said)):
        return said[match.end() :]
    if not said or said.startswith("("):
        return ""
    if _OUTCOME.match(fold(said)):
        return None
    return said if (parted and not said[0].islower()) or capital_share(said) > 0.75 else None


def _below(lines: Sequence[Line], position: int, sure: bool) -> tuple[str, int, int]:
    """The title under a number that stands alone, from where to where: its object or, when ``sure``, the line below."""
    near = [at for at in range(position + 1, min(position + 2 * OBJECT_WITHIN, len(lines))) if not lines[at].blank]
    for at in near[:OBJECT_WITHIN]:
        if match := _OBJECT.match(lines[at].folded):
            title, last = whole_title(lines, at, lines[at].clean.strip()[match.end() :])
            return title, at, last
    if sure and near and near[0] <= position + 2:
        line = lines[near[0]]
        text = line.clean.strip()
        short = 5 < len(text) <= 130 and text[0].isupper() and not re.search(r"[.;,:]$", text)
        told = line.piped or _APART.search(line.text) or sums(text) or _BODY.match(line.folded)
        if short and not told:
            title, last = whole_title(lines, near[0], text)
            return title, near[0], last
    return "", position, position


def whole_title(lines: Sequence[Line], position: int, title: str) -> tuple[str, int]:
    """A title that begins on the line at ``position``, with the lines it goes on over, and the last one's position."""
    last = position
    for at in range(position + 1, min(position + 6, len(lines))):
        line = lines[at]
        text = line.clean.strip(" |")
        if line.blank or line.marks or line.piped or _BODY.match(line.folded) or len(title) + len(text) > LONGEST:
            break
        capitals = capital_share(text) >= 0.6 and capital_share(title) >= 0.6
        if not capitals and not _goes_on(title, text):
            break
        title, last = f"{title} {text}", at
    return title.strip(" :-*#|"), last


def _goes_on(title: str, text: str) -> bool:
    """Whether a title goes on with ``text``: it is left open, or ``text`` begins in lower case."""
    if re.search(r"[.;:!?]$", title) or sums(text):
        return False
    left_open = _LINKED.search(fold(title)) is not None or title.count("(") > title.count(")")
    return left_open or text[0].islower() or title.count("«") > title.count("»")
