"""Which grids a question is about, judged by what of its words each one explains, never by one word alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from bot.flows.asking import asked
from bot.flows.lexicon import lexicon, stem
from bot.flows.numbers import Mention, earns, mentions
from bot.flows.places import neighbours, theirs
from bot.flows.reading import Reading, read
from bot.flows.spelling import Spelling
from bot.flows.spoken import Said, Word, anywhere, occurrences
from bot.flows.terms import Terms
from knowledge.content import Commune
from knowledge.grids.play import NOT_SUPPOSED, Play, start
from knowledge.grids.table import DecisionTable
from knowledge.grids.versions import Version
from knowledge.text import words

_WRONG_ASK = 0.3
_CHOSEN = 0.7
_CLOSE = 0.05
_NEIGHBOUR = 0.3
_YEARS = (1900, 2100)
_MONTHLY = frozenset(map(stem, ("mois", "mensuel", "mensuels")))
_COUNTS = frozenset((how, of) for how in ("combien", "nombre") for of in ("de", "d"))
_CHILDREN = frozenset({stem("enfant")})


@dataclass(frozen=True)
class Candidate:
    """A grid for a question: how its words were read, and what they match.

    ``entity`` are the words that tell the thing and ``places`` where they stand, ``named`` whether a title or alias
    is among them, and not choices only;
    ``unmatched`` the words with sense that nothing in the grid explains. ``coverage`` (0 to 1) is the share of the
    question explained, rare words counting more; ``asked`` is true, false, or ``None`` when the question does not say
    what it wants (a price, a rule…), ``allowed`` whether it asks what may be done. ``score`` (0 to 1) ranks grids.
    """

    version: Version
    reading: Reading
    score: float
    named: bool
    places: frozenset[int]
    entity: tuple[str, ...]
    unmatched: tuple[str, ...]
    coverage: float
    asked: bool | None
    allowed: bool = False

    @property
    def table(self) -> DecisionTable:
        """The grid's version that answers."""
        return self.version.table

    @property
    def sure(self) -> bool:
        """Whether the grid is named, what is asked is what it tells, and no rare word is left unexplained."""
        return self.asked is not False and self.coverage >= 0.8

    @property
    def strange(self) -> bool:
        """Whether a word of the question, no mere negation, is nothing that the grid speaks of."""
        return any(word not in lexicon().negations for word in self.unmatched)

    @property
    def play(self) -> Play:
        """The grid with what the question settled; a question with a word unexplained lets no choice be supposed."""
        return opened(self.version.table, self.reading, self.unmatched)


class Vocabulary:
    """The words of a commune's grids: how they are spelled, and how telling each is among them."""

    def __init__(self, terms: Sequence[Terms], commune: Commune) -> None:
        names = (commune.name, *commune.aliases, *commune.neighbours)
        self.spelling = Spelling((*names, *(text for each in terms for text in each.texts)), commune.inhabitants)
        self._size = len(terms)
        self.counts = Counter(stem for each in terms for stem in each.vocabulary)
        self._written = Counter(word for each in terms for word in each.written)
        self._phrases = Counter(stems for each in terms for stems in each.phrases)

    def weight(self, word: Word) -> float:
        """How telling a word is: most when no grid, or only one, has it."""
        return log((self._size + 2) / (self.counts[word.stem] + 0.5))

    def owned(self, terms: Terms, chosen: Sequence[Word]) -> bool:
        """Whether choices said belong to one grid alone: by a word as it is written or stemmed, or by a phrase."""
        telling = [word for word in chosen if word.text not in lexicon().asking and word.stem not in lexicon().light]
        stems = {word.stem for word in chosen}
        alone = any((self._written[word.text] or self.counts[word.stem]) == 1 for word in telling)
        return alone or any(self._phrases[each] == 1 and stems.issuperset(each) for each in terms.phrases)


def candidates(
    question: str, held: Iterable[tuple[Version, Terms]], commune: Commune, vocabulary: Vocabulary
) -> list[Candidate]:
    """The grids that ``question`` names, best first: by a name of theirs, or by a choice that no other grid has."""
    said = Said(question, vocabulary.spelling)
    grids = [
        (version, terms, frozenset(at for stems in terms.names for at in anywhere(stems, said)))
        for version, terms in held
    ]
    foreign = theirs(said, commune, frozenset(at for _, _, named in grids for at in named))
    each = (_candidate(said, version, terms, named, commune, vocabulary) for version, terms, named in grids)
    # What belongs to the town next door is not ours to price.
    found = [one for one in each if one and not foreign - one.places]
    return sorted(found, key=lambda one: -one.score)


def rivals(found: Sequence[Candidate]) -> list[Candidate]:
    """The best candidate and those too close to it to choose without asking, named as it is; best first."""
    close = [one for one in found if one.score >= found[0].score - _CLOSE and one.asked == found[0].asked]
    return [one for one in close if one.named or not found[0].named]


def _candidate(
    said: Said, version: Version, terms: Terms, named: frozenset[int], commune: Commune, vocabulary: Vocabulary
) -> Candidate | None:
    # A word put right may have been another: only words that were typed as such say that it is something else.
    if any(said[found.first].typed for stems in terms.excludes for found in occurrences(stems, said)):
        return None
    # The most that reading it could find: what names no grid by that need not be read for it.
    if not named and not vocabulary.owned(terms, [word for word in said.words if word.stem in terms.choosing]):
        return None
    reading = read(said, terms, commune, vocabulary.counts)
    chosen = frozenset(at for at in reading.choices if said[at].content)
    entity = named | chosen
    own = bool(named) or vocabulary.owned(terms, [said[at] for at in sorted(chosen)])
    if not own:
        return None
    towns = frozenset(neighbours(said, commune))

    def weigh(places: Iterable[int]) -> float:
        return sum(vocabulary.weight(said[at]) * (_NEIGHBOUR if at in towns else 1.0) for at in places)

    content = _telling(said, commune, entity)
    explained = entity | reading.taken | {at for stems in terms.neutral for at in anywhere(stems, said)}
    explained |= {at for stem in terms.partial for at in said.places(stem)}
    figures = _figures(said, version.table)
    used = weigh(at for at in content if at in explained) + sum(at in explained for at in figures)
    coverage = used / (weigh(content) + len(figures) or 1.0)
    # What names the thing must weigh too, or a grid that merely tolerates the words would win.
    naming = weigh(named) + _CHOSEN * weigh(chosen - named)
    share = naming / (naming + 2.0)
    asks = asked(said, entity)
    fits = None if not asks else bool(asks & set(version.table.asks))
    settled = dict(reading.answers)
    about_people = any(e.outsider and settled.get(e.name) != e.outsider for e in version.table.inputs)
    unmatched = [at for at in content if at not in explained and (about_people or at not in towns)]
    strange = tuple(said[at].text for at in unmatched if said[at].stem not in terms.told)
    return Candidate(
        version=version,
        reading=reading,
        score=round(coverage * (0.5 + 0.5 * share) * (_WRONG_ASK if fits is False else 1.0), 4),
        named=bool(named),
        places=entity,
        entity=tuple(said[at].text for at in sorted(entity)),
        unmatched=strange,
        coverage=round(coverage, 4),
        asked=fits,
        allowed="regle" in asks and "prix" not in asks,
    )


def opened(table: DecisionTable, reading: Reading, strange: Iterable[str]) -> Play:
    """A play of ``table`` with what was read; what its words leave open, or strange ones beside, is not supposed."""
    doubtful = any(word not in lexicon().negations for word in strange)
    several = {name for name, codes in reading.open if len(codes) > 1}
    asked_of = [e.name for e in table.inputs if e.choices and e.default and (doubtful or e.name in several)]
    asked_of += reading.uncounted
    # First, so that going back drops an answer and not the doubt.
    return start(table, {**({NOT_SUPPOSED: ",".join(asked_of)} if asked_of else {}), **dict(reading.answers)})


def _figures(said: Said, table: DecisionTable) -> list[int]:
    """Where sums, times and counts stand: a grid that can do nothing with them is hardly the one meant.

    What a family earns and how many they are is told beforehand, to a grid that asks where they live.
    """
    family = any(entry.outsider for entry in table.inputs)
    return [
        mention.first
        for mention in mentions(said.words)
        if mention.kind != "rank"
        and not mention.article
        and not (mention.kind == "number" and _YEARS[0] <= mention.value < _YEARS[1])
        and not (family and _of_family(said, mention))
    ]


def _of_family(said: Said, mention: Mention) -> bool:
    """Whether a figure is an income, by the month or by its words, or a number of children."""
    after = {word.stem for word in said.words[mention.after : mention.after + 2]}
    return earns(said.words, mention) or bool(after & (_MONTHLY if mention.kind == "money" else _CHILDREN))


def _telling(said: Said, commune: Commune, entity: frozenset[int]) -> list[int]:
    """The positions of words that a grid must explain: not the town's name, not what asks, not everyday words."""
    known = lexicon()
    own = {word for name in (commune.name, *commune.aliases) for word in words(name)}
    aside = own | known.asking | known.idle
    return [
        at
        for at, word in enumerate(said.words)
        if at in entity
        or (word.content and word.text not in aside and (word.stem not in known.light or _counted(said, at)))
    ]


def _counted(said: Said, at: int) -> bool:
    """Whether the people at ``at`` are what a question counts, "combien d'habitants", and not whose case it is."""
    before = tuple(word.text for word in said.words[max(0, at - 2) : at])
    return said[at].stem in lexicon().people and before in _COUNTS
