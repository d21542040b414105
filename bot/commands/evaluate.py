"""``vademecum eval``: the staff's spreadsheet of questions, asked and judged."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from bot.commands.command import DAY_HELP, FAULTS, OK, Command, day
from bot.config import Settings
from bot.evaluation import judge, read_rows, table
from bot.wiring import open_house
from knowledge.errors import StoreUnavailable
from knowledge.readers import read


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FICHIER", type=Path, help="CSV, XLSX ou ODS : question, commune, attendu")
    parser.add_argument("--on", metavar="DATE", type=day, help=DAY_HELP)


def _eval(given: Namespace, settings: Settings) -> int:
    expectations = read_rows(read(given.file), given.file.name)
    kept = Path(settings.data) / "evaluations" / f"{given.file.stem}.json"
    before = _previous(kept)
    today = given.on or date.today()
    with open_house(settings) as house:
        results = [
            judge(one, house.assistant.ask(one.question, commune=one.commune or settings.commune, on=today), before)
            for one in expectations
        ]
    print(table(results))
    # What was right once stays expected: a regression is told at every run until it is mended.
    _keep(kept, before | {result.expectation.key: result.held or result.regressed for result in results})
    return FAULTS if any(result.regressed for result in results) else OK


def _previous(file: Path) -> dict[str, bool]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): bool(value) for key, value in kept.items()} if isinstance(kept, dict) else {}


def _keep(file: Path, results: dict[str, bool]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = file.with_suffix(".new")
        draft.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
        draft.replace(file)
    except OSError as error:
        raise StoreUnavailable(f"Le résultat n'a pas pu être gardé dans {file.parent} ({error.strerror}).") from error


EVAL = Command("pose les questions d'un tableur et dit ce qui n'est pas juste", _eval, _arguments)
