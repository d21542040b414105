"""Whether the prices read are the other side's: those of residents for an outsider, or the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.setting import Setting
from bot.understanding.residence import Side, side_of
from knowledge.documents import Figure

HEAD = 30  # characters: a longer label is a sentence, which may speak of one side to tell of the other


def of_others(read: Sequence[Figure], table: Sequence[Figure], setting: Setting) -> bool:
    """Whether each figure ``read`` in a ``table`` is for the side that is not asked about.

    Where a column is for the outsiders, the other columns of the same heading are the residents'.
    """
    if not setting.side:
        return False
    return all(_side(figure, table, setting) not in ("", setting.side) for figure in read)


def for_outsiders(read: Sequence[Figure], table: Sequence[Figure], setting: Setting) -> list[Figure]:
    """The figures of ``read`` said to be the outsiders' when one asks and some are: then the others are not."""
    if setting.side != "outsider":
        return list(read)
    told = [one for one in read if _told(one, table, setting.inhabitants) == "outsider"]
    return told or [one for one in read if told_above(one.row, setting.inhabitants) == "outsider"] or list(read)


def told_above(labels: Sequence[str], inhabitants: str) -> Side:
    """The side told by a row's own label, else by the nearest above it that tells one, a sentence left out.

    Rows under "Extérieur" may be under "Résident" too, which stands over those before them.
    """
    heads = (label for label in labels[-2::-1] if len(label) <= HEAD)
    return next((side for head in (*labels[-1:], *heads) if (side := side_of(head, inhabitants))), "")


def _told(figure: Figure, table: Sequence[Figure], inhabitants: str) -> Side:
    """Whose price the labels of a figure of a ``table`` say it is.

    What stands above a row of several figures without heads is what is left of their heads, and tells of none.
    """
    headless = not figure.column and sum(other.line == figure.line for other in table) > 1
    labels = figure.row[-1:] if headless else figure.labels
    return side_of(" ".join(labels), inhabitants)


def _side(figure: Figure, table: Sequence[Figure], setting: Setting) -> Side:
    told = _told(figure, table, setting.inhabitants)
    if told or not figure.column:
        return told
    beside = {
        other.line
        for other in table
        if other.row[:-1] == figure.row[:-1] and side_of(" ".join(other.column), setting.inhabitants) == "outsider"
    }
    shared = any(other.line in beside and other.column == figure.column for other in table)
    return "resident" if shared else ""
