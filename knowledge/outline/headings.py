"""Telling headings from text: articles, chapters, numbered titles, capitals, and short titles on their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.clean import without_bullet
from knowledge.figures import sums
from knowledge.outline.lines import Line
from knowledge.outline.torn import is_unfinished
from knowledge.text import fold

_ARTICLE = re.compile(
    r"^\W{0,3}(?:article|art\.)\s*(?P<n>\d+(?:[.-]\d+)*|premier|1er|[ivx]+)\b(?:\s*(?:bis|ter))?\W*(?P<t>.*)$"
)
_DECISION = re.compile(
    r"^\W{0,3}decisions?\s*(?:n\s*[°ºo'\"*]*\s*)?(?P<n>\d[\d/. -]*)(?:\s*a\s*\d+)?"
    r"(?:\s*du \d{1,2}(?:er)? [a-z]+ \d{4}(?:\W.{0,40})?)?\s*$"
)
_DECISION_TITLE = re.compile(r"^\W{0,3}decisions?\s*n\s*[°ºo'\"*]*\s*(?P<n>\d+(?:[/.-]\d+)*)\b\W*(?P<t>.{0,140})$")
# where a page of a site says that it stands: "Vous êtes ici : Accueil > Loisirs > Bassin"
_CRUMBS = re.compile(r"^\W*(?:(?:fil d'ariane|vous etes ici)\s*:?\s*)?accueil\s*[>›»/]\s*(?P<t>\S.*)$")
_CHAPTER = re.compile(r"^\W{0,3}(?:chapitre|titre|section|partie|axe|annexe|preambule|introduction|niveau)\b")
_NUMBERED = re.compile(r"^\W{0,2}(?P<n>(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H]))\s*[.)/]?\s*[.):–—-]\s*(?P<t>\S.*)$")
_DOTTED = re.compile(r"^\W{0,2}(?P<n>(?:\d{1,2}|[A-Z])(?:\.(?:[1-9]|1\d))+)[.)]?\s+(?P<t>[A-ZÀ-Ý].*)$")
_LISTED = re.compile(r"^\W*[a-z]+(?: [a-z]+)? n\s?[°ºo]\s?\d[\d/.-]*\s*:?$")
_BYGONE = re.compile(
    r"\bpour (?:memoire|comparaison)\b|\bcadu(?:cs?|ques?)\b|\babroges?\b"
    r"|\b(?:anciens?|anciennes?) (?:tarif|prix|bareme|grille)|\b(?:tarifs?|prix|baremes?) precedents?\b"
)
_FORMULA = re.compile(
    r"^\W*(?:rapport(?:eure?|euse)s?\s*:|rapport (?:de|par) (?:m\.|mme|madame|monsieur)|entre(?: les soussignes)?\W*$)"
)
_TERMINAL = re.compile(r"[.;,-]$")
_VERB = re.compile(
    r"\b(?:est|sont|sera|seront|etait|doit|doivent|peut|peuvent|pourra|pourront|ont|fera|feront|aura|auront)\b"
)
_ENDED = re.compile(r"[.;!?]\s")
_LONGEST_TITLE = 70
LEVELS = {
    "page": 0,
    "annex": 1,
    "chapter": 2,
    "capitals": 3,
    "numbered": 4,
    "article": 4,
    "decision": 4,
    "dotted": 5,
    "beside": 6,
    "short": 6,
    "listed": 7,
}


@dataclass(frozen=True)
class Heading:
    """A heading: its kind (a key of ``LEVELS``), its title as it reads, its number where it has one."""

    kind: str
    title: str
    number: str = ""
    marks: int = 0

    @property
    def bygone(self) -> bool:
        """Whether it says that what follows no longer applies (former tariffs, recalled to compare)."""
        return _BYGONE.search(fold(self.title)) is not None

    @property
    def level(self) -> int:
        """How deep it stands: a smaller number encloses a larger one; a marked heading encloses any that is not."""
        return self.marks or 10 + LEVELS[self.kind]


def capital_share(text: str) -> float:
    """The share of capitals among the letters of ``text`` outside parentheses; 0 for fewer than four letters."""
    letters = [c for c in re.sub(r"\([^)]*\)?", "", text) if c.isalpha()]
    return sum(c.isupper() for c in letters) / len(letters) if len(letters) >= 4 else 0.0


def heading(line: Line, before: Line | None, after: Line | None) -> Heading | None:
    """The heading that ``line`` is, or None; ``before`` and ``after`` are its neighbours that say something.

    ``before`` or ``after`` is None where a blank line or the page's edge stands between.
    """
    text = without_bullet(line.clean.strip(" |*_")).strip()
    if line.marks:
        return _marked(text.replace("**", ""), line.marks)
    if not 3 <= len(text) <= 160 or line.blank or text.count("|"):
        return None
    folded = fold(text)
    if before is not None and text[0].islower():
        return None  # the middle of a sentence: "as the / article 4 says"
    if crumbs := _CRUMBS.match(folded):
        return Heading("page", text[-len(crumbs["t"]) :])
    if match := _ARTICLE.match(folded):
        title = match["t"].strip()
        if len(title) <= 110 and not re.match(r"^(?:du|de la|de l'|des|dudit|ci|susvise)\b", title):
            return Heading("article", text, match["n"])
        return None
    if match := _DECISION.match(folded) or _DECISION_TITLE.match(folded):
        return Heading("decision", text, match["n"].strip())
    if _CHAPTER.match(folded) and len(text) <= 120 and not _TERMINAL.search(text):
        kind = "annex" if folded.startswith("annexe") else "chapter"
        return Heading(kind, text) if capital_share(text) > 0.5 or ":" in text or is_part_number(folded) else None
    if sums(text) or _TERMINAL.search(text) or _FORMULA.match(folded):
        return None
    if capital_share(text) >= 0.7 and len(re.findall(r"[A-ZÀ-Ý]{2,}", text)) >= 1 and len(text) <= 130:
        numbered = _NUMBERED.match(text)
        return Heading("capitals", text.rstrip(" :"), numbered["n"] if numbered else "")
    if (match := _DOTTED.match(text)) and before is None and not _goes_on(match["t"]):
        return Heading("dotted", text.rstrip(" :"), match["n"])
    if (match := _NUMBERED.match(text)) and len(text) <= 100 and before is None:
        title = match["t"]
        if title[:1].isupper() and not title.endswith(","):
            return Heading("numbered", text.rstrip(" :"), match["n"])
    alone = text.endswith(":") or after is None
    if before is None and len(text) <= 70 and text[0].isupper() and alone and not _VERB.search(folded):
        return Heading("listed" if _LISTED.match(folded) else "short", text.rstrip(" :"))
    return None


def is_clause(text: str) -> bool:
    """Whether a text opens a numbered clause, "1.1", whatever follows its number."""
    return _DOTTED.match(text) is not None


def _goes_on(text: str) -> bool:
    """Whether what follows "1.1" is the beginning of a clause rather than its title: long, with a verb, or cut."""
    return (
        len(text) > _LONGEST_TITLE
        or _VERB.search(fold(text)) is not None
        or _ENDED.search(text) is not None
        or is_unfinished(text)
    )


def _marked(text: str, marks: int) -> Heading:
    """The heading that its author marked as one: whatever its form, its number is read where it has one."""
    folded = fold(text)
    for kind, pattern in (("article", _ARTICLE), ("decision", _DECISION), ("decision", _DECISION_TITLE)):
        if match := pattern.match(folded):
            return Heading(kind, text, match["n"].strip(), marks)
    return Heading("chapter", text.rstrip(" :"), "", marks)


def is_part_number(folded: str) -> bool:
    """Whether a folded title begins with the name of a part and its number: "chapitre II", "volet 3 - escale"."""
    return re.match(r"^\W{0,3}[a-z]+\W+(?:n\W{0,2}\s*)?(?:\d+|[ivx]+|[a-h])\b", folded) is not None
