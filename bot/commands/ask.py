"""``vademecum ask``: one question, or a file of questions."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from bot import batch
from bot.commands.command import CANNOT, DAY_HELP, FAULTS, OK, Command, day
from bot.config import Settings
from bot.faults import record
from bot.rendering import render_answer
from bot.wiring import House, open_house
from knowledge.errors import BadSettings, VademecumError


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("question", metavar="QUESTION", nargs="*", help="la question, entre guillemets ou non")
    parser.add_argument("--commune", metavar="COMMUNE", help="la commune de celui qui demande")
    parser.add_argument("--on", metavar="DATE", type=day, help=DAY_HELP)
    parser.add_argument("--json", action="store_true", help="répondre par un objet JSON")
    parser.add_argument("--batch", metavar="FICHIER", help="un fichier JSONL de questions (- : l'entrée standard)")


def _run(given: Namespace, settings: Settings) -> int:
    question = " ".join(given.question)
    if bool(question.strip()) == bool(given.batch):
        raise BadSettings("Donnez une question, ou bien --batch et un fichier de questions.")
    if given.batch and not given.json:
        raise BadSettings("--batch répond en JSON, une ligne par question : ajoutez --json.")
    commune = settings.commune if given.commune is None else given.commune
    today = given.on or date.today()
    if given.batch:
        lines = _lines(given.batch)
        with open_house(settings) as house:
            return _answer_all(lines, house, commune, today)
    with open_house(settings) as house:
        answer, elapsed = batch.timed(lambda: house.assistant.ask(question, commune=commune, on=today))
    print(batch.as_json(answer, "", elapsed) if given.json else render_answer(answer))
    return OK


def _answer_all(lines: Iterable[str], house: House, commune: str, today: date) -> int:
    """Answer every question in order; one that fails is told on standard error and the others go on."""
    code = OK
    for one in batch.read_questions(lines):
        if isinstance(one, str):
            print(one, file=sys.stderr)
            code = max(code, FAULTS)
            continue
        try:
            ask = partial(house.assistant.ask, one.text, commune=one.commune or commune, on=one.on or today)
            answer, elapsed = batch.timed(ask)
        except VademecumError as error:
            print(f"question {one.id} : {error}", file=sys.stderr)
            code = CANNOT
        except Exception:  # one question's fault must not cost the answers to the others
            print(f"question {one.id} : {record(Path(house.settings.data))}", file=sys.stderr)
            code = CANNOT
        else:
            print(batch.as_json(answer, one.id, elapsed), flush=True)
    return code


def _lines(name: str) -> Iterable[str]:
    if name == "-":
        return sys.stdin
    try:
        return Path(name).read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError as error:
        raise BadSettings(f"{name} : ce fichier de questions ne peut pas être lu ({error.strerror}).") from error


ASK = Command("répond à une question, ou à celles d'un fichier", _run, _arguments)
