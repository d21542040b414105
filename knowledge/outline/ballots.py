"""Finding the titles of a council's points by the votes they share out: every town numbers its minutes its own way."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.figures import sums
from knowledge.outline.headings import capital_share
from knowledge.outline.lines import Line, said_between
from knowledge.outline.openings import Opening, inside, spelt, whole_title
from knowledge.text import fold

# How many points must be voted for a way of writing titles to be one, and which share of all those written so.
LEAST, MOSTLY = 3, 0.7
MOST_SKIPPED = 3  # numbers that a scan may lose between two titles
_SHORTEST, _LONGEST, _LOOKED_BACK, _BELOW = 4, 160, 60, 4
_VOTED = re.compile(
    r"\bunanim|\bvote\s*:|\ba la majorite\b|\b\d+ (?:voix )?(?:pour|contre)\b|\b(?:pour|contre)\s*:\s*\d|"
    r"\badoptee?s?\b|\brejet|\brenvoie\b|\bajourne|\breportee?\b|\bprend acte\b|\bdont acte\b|\bapprouve\b"
)
_YEAR = r"(?:19|20)\d\d"
_CODE = (
    rf"(?:[a-z]{{1,5}}[-_. ]{{0,2}})?(?:{_YEAR}[-/._ ]\d{{1,4}}(?:[-/._]\d{{1,4}})?"
    rf"|\d{{1,4}}[-/._]{_YEAR}(?:[-/._]\d{{1,4}})?|\d\d[-/]\d{{2,4}})(?![\w/-])"
)
_YEARS = re.compile(rf"(?P<one>{_YEAR})[-/._ ](?P<other>\d\d|{_YEAR})$")
_NO, _DASH = r"(?:n\s?[°ºo]\s?)?", r"\s*[-–—:.)/|]+\s*"
# The ways of writing titles, each a pattern of the whole folded line: its number ``n`` if it has one, its title ``t``.
_STYLES: dict[str, re.Pattern[str]] = {
    "coded": re.compile(rf"\W{{0,3}}{_NO}(?P<n>{_CODE})(?:{_DASH}|\s*)(?P<t>.*)"),
    "coded behind": re.compile(rf"(?P<t>\w.*?)\W*\(?(?:deliberation\W{{1,2}})?{_NO}(?<![\d/.-])(?P<n>{_CODE})\W*"),
    "ranked": re.compile(rf"\W{{0,3}}{_NO}(?P<n>\d{{1,3}})\s*(?:[°º]{_DASH}|[°º]\s+|{_DASH})(?P<t>[^\W\d].*)"),
    "dotted": re.compile(
        rf"\W{{0,3}}(?P<n>(?:\d{{1,2}}|[ivx]{{1,5}})\s?[.-]\s?\d{{1,2}})(?:{_DASH}|\s+)(?P<t>[^\W\d].*)"
    ),
    "roman": re.compile(rf"\W{{0,3}}(?P<n>[ivxl]{{1,6}}){_DASH}(?P<t>[^\W\d].*)"),
    "lettered": re.compile(rf"\W{{0,3}}(?P<n>[a-z]){_DASH}(?P<t>[^\W\d].*)"),
    "object": re.compile(r"\W{0,3}(?:objet de la deliberation\s*:|deliberation(?=\W+\w+(?:ant|if)\b))\s*(?P<t>\w.*)"),
    "marked": re.compile(r"[►▶●■□▪➢➤❖◆♦»>*]+\s*(?P<t>\w.*)"),
    "capitals": re.compile(r"(?P<t>[^\W\d].*)"),
}
_CHAINED = ("ranked", "dotted", "roman", "lettered")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True)
class _Title:
    """A line written as a title: its position, its rank in its list (() without), its number and words as they read."""

    position: int
    rank: tuple[int, ...]
    number: str
    text: str


def shared_out(lines: Sequence[Line], known: int) -> dict[int, Opening]:
    """The openings of a council's points, by their positions; none unless one way of titling shares out the votes.

    ``known`` is how many acts open otherwise: it must share out many more votes than that to be taken.
    """
    votes = [at for at, line in enumerate(lines) if not line.blank and _VOTED.search(line.folded)]
    least = max(LEAST, 2 * known + 1)
    if len(votes) < least:
        return {}
    best: list[_Title] = []
    most = 0
    for style in _STYLES:
        titles = _written(style, lines)
        chain = _chain(titles, votes) if style in _CHAINED else _from_the_first_vote(titles, votes)
        voted = _voted(chain, votes)
        if voted >= least and voted >= MOSTLY * len(chain) and voted > most:
            best, most = chain, voted
    return {title.position: _opening(title, lines) for title in best}


def _written(style: str, lines: Sequence[Line]) -> list[_Title]:
    """The lines written in a style, in order, a title's second line left out."""
    found: list[_Title] = []
    passed = -1
    for position, line in enumerate(lines):
        if position <= passed or line.blank or line.piped or len(line.clean) > _LONGEST or inside(lines, position):
            continue
        if title := _title(style, line, position):
            found.append(title)
            passed = _opening(title, lines).last
    return found


def _title(style: str, line: Line, position: int) -> _Title | None:
    text = spelt(line.clean).strip(" |_")
    match = _STYLES[style].fullmatch(fold(text))
    if match is None or _VOTED.search(fold(text)) or text.endswith((";", ",")):
        return None
    if sums(text) and style != "coded":  # a row of prices, or an item of a list
        return None
    said = text[match.start("t") : match.end("t")].strip(" :-–—*#(")
    number = text[match.start("n") : match.end("n")].strip() if "n" in match.groupdict() else ""
    if _of_years(number) or not (_reads_as_title(style, said) or (style == "coded" and not said)):
        return None
    return _Title(position, _rank(number) if style in _CHAINED else (), number, said)


def _reads_as_title(style: str, said: str) -> bool:
    wordy = len(re.findall(r"[^\W\d_]{3,}", said)) >= 1 and len(said) > _SHORTEST
    if style == "capitals":
        return wordy and capital_share(said) >= 0.7 and not said.endswith((".", ":"))
    return wordy and (said[0].isupper() or style in ("object", "marked"))


def _of_years(number: str) -> bool:
    """Whether what looks like an act's number is two years, or a school year."""
    years = _YEARS.search(number)
    return years is not None and (int(years["one"]) + 1) % 100 == int(years["other"]) % 100


def _rank(number: str) -> tuple[int, ...]:
    """The rank that a number tells, part by part: a Roman one, a letter's, a figure's."""
    parts = [part for part in re.split(r"\W+", number.lower()) if part]
    return tuple(int(part) if part.isdigit() else _roman(part) for part in parts)


def _roman(part: str) -> int:
    if not set(part) <= _ROMAN.keys():
        return ord(part[0]) - ord("a") + 1
    values = [_ROMAN[letter] for letter in part]
    return sum(-one if one < max(values[at:]) else one for at, one in enumerate(values))


def _chain(titles: Sequence[_Title], votes: Sequence[int]) -> list[_Title]:
    """Of the titles of one style, those of the list, each of a rank after the last, that shares out most votes."""
    # for each title, the worth of the best list that ends there, and the title before it in that list
    best: list[tuple[int, int]] = []
    for at, title in enumerate(titles):
        worth, before = 0, -1
        for earlier in range(max(0, at - _LOOKED_BACK), at):
            if _follows(title.rank, titles[earlier].rank):
                gained = best[earlier][0] + (1 if _between(votes, titles[earlier].position, title.position) else -1)
                if gained > worth or (gained == worth and before < 0):
                    worth, before = gained, earlier
        best.append((worth, before))
    last = max(range(len(titles)), key=lambda at: best[at][0], default=-1)
    chain: list[_Title] = []
    while last >= 0:
        chain.append(titles[last])
        last = best[last][1]
    return chain[::-1]


def _from_the_first_vote(titles: Sequence[_Title], votes: Sequence[int]) -> list[_Title]:
    """The titles but for the first ones when nothing is voted under them: the letterhead, the kind of file."""
    ends = [title.position for title in titles[1:]]
    without = next((at for at, end in enumerate(ends) if _between(votes, titles[at].position, end)), len(ends))
    return list(titles[without:])


def _follows(rank: tuple[int, ...], earlier: tuple[int, ...]) -> bool:
    """Whether a rank may come after another in one list: "3" after "2" or, one lost, after "1"; "2.1" after "1.4"."""
    if len(rank) != len(earlier):
        return False
    if rank[:-1] == earlier[:-1]:
        return 0 < rank[-1] - earlier[-1] <= MOST_SKIPPED
    return 0 < rank[0] - earlier[0] <= MOST_SKIPPED and rank[-1] <= MOST_SKIPPED


def _voted(titles: Sequence[_Title], votes: Sequence[int]) -> int:
    """How many of the titles are followed by a vote before the next one."""
    ends = [title.position for title in titles[1:]] + [votes[-1] + 1]
    return sum(_between(votes, title.position, end) for title, end in zip(titles, ends, strict=False))


def _between(votes: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(votes, start)
    return at < len(votes) and votes[at] < end


def _opening(title: _Title, lines: Sequence[Line]) -> Opening:
    head, _, body = title.text.partition(". ")
    if body and len(head) > _SHORTEST:  # the act begins on the line of its title
        return Opening(title.position, title.position, "shared", title.number, head, title.position)
    if title.text:
        text, last = whole_title(lines, title.position, title.text)
        return Opening(title.position, last, "shared", title.number, text, title.position)
    below = next(said_between(lines, title.position + 1, min(len(lines), title.position + _BELOW)), None)
    if below is None:
        return Opening(title.position, title.position, "shared", title.number, "", title.position)
    at = lines.index(below, title.position)
    text, last = whole_title(lines, at, below.clean.strip(" |:-–—*#"))
    return Opening(title.position, last, "shared", title.number, text, at)
