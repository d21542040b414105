"""Letter drafts: the grid's own template, filled with what was answered; what nobody said stays blank."""

from __future__ import annotations

from datetime import date

from jinja2 import ChainableUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from knowledge.dates import french_date
from knowledge.errors import VademecumError
from knowledge.grids import facts
from knowledge.grids.play import Play
from knowledge.grids.table import DecisionTable, Rule

BLANK = "……………………"


class BadLetter(VademecumError):
    """A letter template that cannot be filled; the message names it."""


class _Blank(ChainableUndefined):
    def __str__(self) -> str:
        return BLANK


_ENVIRONMENT = SandboxedEnvironment(undefined=_Blank, trim_blocks=True, lstrip_blocks=True, autoescape=False)


def letter(table: DecisionTable, play: Play, rule: Rule, on: date) -> str:
    """The draft for a row's letter; names are never known, so never filled."""
    template = dict(table.letters).get(rule.letter, "")
    known = play.facts
    answers = {
        entry.name: facts.shown(entry, known[entry.name].code or f"={known[entry.name].number}")
        for entry in table.inputs
        if entry.name in known and not entry.derived
    }
    row = dict(rule.texts) | {key: list(items) for key, items in rule.lists}
    source = {"document": rule.source.title, "locator": rule.source.piece, "page": rule.source.page}
    try:
        text = _ENVIRONMENT.from_string(template).render(
            answers, rule=row, source=source, commune=table.commune, day=french_date(on)
        )
    except (TemplateError, TypeError, ValueError) as error:
        raise BadLetter(
            f"Le modèle « {rule.letter} » ne se remplit pas : {error}. Corrigez-le dans le contenu."
        ) from None
    return text.strip()
