"""A grid's own words, made ready once: the phrases that name it, its choices, its lines."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cached_property

from bot.flows.lexicon import lexicon
from bot.flows.spoken import known_as, phrase
from knowledge.grids.inputs import Choice
from knowledge.grids.table import DecisionTable
from knowledge.text import words

_ARTICLES = frozenset(("l", "le", "la", "les", "un", "une", "d", "de", "du", "des", "a", "au", "aux"))
_SPLIT = re.compile(r"[,;:/()]| ou ")

Phrases = tuple[tuple[str, ...], ...]


class Terms:
    """The phrases of one grid, as stems."""

    def __init__(self, table: DecisionTable) -> None:
        self.table = table

    @cached_property
    def names(self) -> Phrases:
        """The phrases that name the grid."""
        return _phrases((self.table.title, *self.table.aliases))

    @cached_property
    def neutral(self) -> Phrases:
        """Phrases that may stand beside the name."""
        return _phrases(self.table.neutral)

    @cached_property
    def excludes(self) -> Phrases:
        """Phrases that say the question is about something else."""
        return _phrases(self.table.excludes)

    @cached_property
    def choices(self) -> dict[str, dict[str, Phrases]]:
        """By input and code, every phrase that names a choice, longest first."""
        beside = frozenset(stem for stems in (*self.names, *self.neutral) for stem in stems)
        return {e.name: {c.code: _choice(c, beside) for c in e.choices} for e in self.table.inputs if e.choices}

    @cached_property
    def choice_stems(self) -> dict[str, dict[str, frozenset[str]]]:
        """By input and code, every stem of a choice's phrases."""
        return {
            name: {code: frozenset(stem for stems in found for stem in stems) for code, found in codes.items()}
            for name, codes in self.choices.items()
        }

    @cached_property
    def lines(self) -> tuple[Phrases, ...]:
        """By row, the phrases that name a line of a ``collect`` grid; words that only count are left out."""
        if not self.table.collect:
            return ()
        counted = (text for entry in self.table.inputs for text in (*entry.words, entry.unit))
        plain = {stem for text in (*self.table.neutral, *counted) for stem in phrase(text)}
        return tuple(
            tuple(stems for stems in _phrases((rule.item, *rule.aliases)) if not plain.issuperset(stems))
            for rule in self.table.rules
        )

    @cached_property
    def pieces(self) -> tuple[Phrases, ...]:
        """By row, every phrase that names a line of a ``collect`` grid, those too that count something."""
        rows = self.table.rules if self.table.collect else ()
        return tuple(_phrases((rule.item, *rule.aliases)) for rule in rows)

    @cached_property
    def choosing(self) -> frozenset[str]:
        """Every stem that may name a choice or a line."""
        found = {stem for codes in self.choice_stems.values() for stems in codes.values() for stem in stems}
        return frozenset(found | {stem for rows in (*self.lines, *self.pieces) for stems in rows for stem in stems})

    @cached_property
    def partial(self) -> frozenset[str]:
        """Stems that explain a word of a question without naming the grid."""
        found = {stem for stems in self.names for stem in stems}
        for entry in self.table.inputs:
            found |= {stem for text in (entry.unit, entry.label, *entry.words) for stem in phrase(text)}
        return frozenset(found)

    @cached_property
    def told(self) -> frozenset[str]:
        """Every stem of what the rows answer: a question may say it beforehand."""
        texts = (text for rule in self.table.rules for _, text in rule.texts)
        return frozenset(stem for text in texts for stem in phrase(text))

    @property
    def texts(self) -> Iterator[str]:
        """Every text that a person may type about the grid, for the spelling of its words."""
        yield from (self.table.title, *self.table.aliases, *self.table.neutral, *self.table.excludes)
        for entry in self.table.inputs:
            yield from (entry.unit, entry.label, *entry.words)
            for choice in entry.choices:
                yield from (choice.label, *choice.synonyms)
        for rule in self.table.rules:
            yield from (rule.item, *rule.aliases)

    @cached_property
    def phrases(self) -> frozenset[tuple[str, ...]]:
        """The phrases of several words that name a choice or a line."""
        every = [stems for codes in self.choices.values() for found in codes.values() for stems in found]
        return frozenset(stems for stems in (*every, *(s for rows in self.lines for s in rows)) if len(stems) > 1)

    @cached_property
    def written(self) -> frozenset[str]:
        """Every folded word of names, choices and lines, as the grid writes it."""
        choices = (text for e in self.table.inputs for c in e.choices for text in (c.label, *c.synonyms))
        lines = (text for rule in self.table.rules for text in (rule.item, *rule.aliases))
        texts = (self.table.title, *self.table.aliases, *choices, *lines)
        return frozenset(word for text in texts for word in words(text))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every stem of names, choices and lines."""
        found = {stem for stems in self.names for stem in stems}
        found |= {stem for codes in self.choice_stems.values() for stems in codes.values() for stem in stems}
        return frozenset(found | {stem for rows in self.lines for stems in rows for stem in stems})


def _choice(choice: Choice, beside: Container[str]) -> Phrases:
    texts = [choice.label, *_SPLIT.split(choice.label), *choice.synonyms, *lexicon().codes.get(choice.code, ())]
    found = {_telling(text, beside) for text in texts if not _bare(text)} - {()}
    return tuple(sorted(found, key=lambda stems: (-len(stems), stems)))


def _telling(text: str, beside: Container[str]) -> tuple[str, ...]:
    """The stems of a phrase; its small words too where the one left may stand anywhere ("que doit faire la ville")."""
    stems = phrase(text)
    if len(stems) > 1 or not all(one in beside for one in stems):
        return stems
    return tuple(known_as(word) for word in words(text) if word not in _ARTICLES)


def _phrases(texts: tuple[str, ...]) -> Phrases:
    return tuple(stems for text in texts if (stems := phrase(text)))


def _bare(text: str) -> bool:
    """Whether a label is too thin to be looked for in a sentence: "oui", "non", a lone letter or figure."""
    found = words(text)
    return found in (["oui"], ["non"]) or (len(found) == 1 and len(found[0]) < 2)
