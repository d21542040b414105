"""``vademecum questions``: what was not answered or was disputed, and the step from there to the evaluation file."""

from __future__ import annotations

import csv
import io
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands.command import OK, Command
from bot.config import Settings
from bot.gathering import Gathered, gathered
from bot.register import open_register
from knowledge.errors import BadSettings, StoreUnavailable

DEFAULT_FILE = Path("evaluation.csv")
HEAD = ("question", "commune", "attendu")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--keep", metavar="NUMÉRO", help="en faire une ligne du fichier d'évaluation")
    parser.add_argument("--expect", metavar="ATTENDU", default="", help="ce que la réponse doit contenir, ou inconnu")
    parser.add_argument(
        "--into", metavar="FICHIER", type=Path, default=DEFAULT_FILE, help="le fichier d'évaluation (evaluation.csv)"
    )
    parser.add_argument("--drop", metavar="NUMÉRO", help="l'oublier sans rien en faire")


def _questions(given: Namespace, settings: Settings) -> int:
    with open_register(Path(settings.data)) as register:
        groups = gathered(register.uses.wanting())
        if given.keep:
            group = _named(groups, given.keep)
            if not given.expect.strip():
                raise BadSettings("Dites par --expect ce que la réponse doit contenir (ou « inconnu »).")
            _append(given.into, (group.question, group.commune, given.expect.strip()))
            register.uses.drop([one.id for one in group.exchanges])
            print(f"Ajoutée à {given.into}. Pour la vérifier : vademecum eval {given.into}")
        elif given.drop:
            group = _named(groups, given.drop)
            register.uses.drop([one.id for one in group.exchanges])
            print("Oubliée.")
        else:
            _show(groups)
    return OK


def _show(groups: list[Gathered]) -> None:
    if not groups:
        print("Aucune question sans réponse ni réponse contestée.")
        return
    for group in groups:
        commune = f" ({group.commune})" if group.commune else ""
        print(f"{group.id}  {len(group.exchanges)} fois  {group.question}{commune}\n        {group.why}")
    print("\nPour l'évaluation : vademecum questions --keep NUMÉRO --expect « ce que la réponse doit contenir »")


def _named(groups: list[Gathered], name: str) -> Gathered:
    found = [group for group in groups if any(one.id.startswith(name) for one in group.exchanges)]
    if len(found) != 1:
        raise BadSettings(f"Aucune question « {name} » ; « vademecum questions » les montre.")
    return found[0]


def _append(file: Path, row: tuple[str, str, str]) -> None:
    """Add a line to the sheet in its own shape (its separator), or begin one."""
    try:
        before = file.read_text(encoding="utf-8-sig") if file.exists() else ""
        first = before.splitlines()[0] if before.strip() else ""
        separator = max(",;\t", key=first.count) if first else ";"
        written = io.StringIO()
        writer = csv.writer(written, delimiter=separator, lineterminator="\n")
        if not first:
            writer.writerow(HEAD)
        writer.writerow(row)
        text = before + ("\n" if before and not before.endswith("\n") else "") + written.getvalue()
        draft = file.with_name(file.name + ".new")
        draft.write_text(text, encoding="utf-8-sig")  # spreadsheets know UTF-8 by its mark
        draft.replace(file)
    except (OSError, UnicodeDecodeError) as error:
        raise StoreUnavailable(f"{file} : ce fichier ne peut pas être complété ; donnez un CSV en UTF-8.") from error


QUESTIONS = Command(
    "montre les questions sans réponse ou contestées, et en fait une évaluation", _questions, _arguments
)
