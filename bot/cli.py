"""The command line: converts arguments and errors, and leaves the work to ``bot.commands``."""

from __future__ import annotations

import io
import logging
import os
import sys
import threading
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.commands import COMMANDS
from bot.commands.command import CANNOT, EXIT_CODES, USAGE
from bot.config import KEYS, Settings, load_settings
from bot.faults import log_to, record
from bot.parser import Parser
from knowledge.errors import BadSettings, VademecumError

DEFAULT_CONFIG = "config.toml"
INTERRUPTED = 130


def entry() -> None:
    """Run the command line and leave with its exit code: the ``vademecum`` command."""
    code = main()
    if any(thread.daemon for thread in threading.enumerate()):
        # A console still waits for a line to be typed: Python would abort over it.
        logging.shutdown()
        sys.stdout.flush()
        os._exit(code)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every fault becomes a French sentence on standard error."""
    _speak_utf8()
    settings = Settings()
    try:
        given = build_parser().parse_args(arguments)
        settings = chosen_settings(given)
        log_to(Path(settings.data))
        code = COMMANDS[given.command].run(given, settings)
        sys.stdout.flush()
        return code
    except BadSettings as error:
        print(error, file=sys.stderr)
        return USAGE
    except VademecumError as error:
        print(error, file=sys.stderr)
        return CANNOT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains while leaving
        return CANNOT
    except KeyboardInterrupt:
        print("\nInterrompu.", file=sys.stderr)
        return INTERRUPTED
    except Exception:
        print(record(Path(settings.data)), file=sys.stderr)
        return CANNOT


def build_parser() -> Parser:
    """The parser of the whole command line; the common options stand before or after the command."""
    parser = Parser(
        prog="vademecum",
        description="L'assistant des agents de mairie : le montant ou la règle exacte, sa citation, sa page, sa date.",
        epilog=EXIT_CODES + "\n\nL'aide d'une commande : vademecum COMMANDE --help",
    )
    _common_options(parser)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMANDE", title="commandes ", parser_class=Parser
    )
    for name, command in COMMANDS.items():
        one = commands.add_parser(name, help=command.summary, description=_sentence(command.summary), epilog=EXIT_CODES)
        command.arguments(one)
        _common_options(one)
    return parser


def chosen_settings(given: Namespace) -> Settings:
    """The settings of the configuration file with the command line's options over them."""
    named = getattr(given, "config", None)
    path = Path(named or DEFAULT_CONFIG)
    settings = load_settings(path if named or path.exists() else None)
    options = {name: vars(given)[name] for name in ("data", "content") if name in given}
    for name, value in options.items():
        accepts, wanted = KEYS[name]
        if accepts(value) is None:
            raise BadSettings(f"L'option --{name} attend {wanted}.")
    return replace(settings, **options)


def _common_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("options communes ")
    group.add_argument(
        "--config", metavar="FICHIER", default=SUPPRESS, help=f"réglages (sans elle : {DEFAULT_CONFIG} s'il existe)"
    )
    group.add_argument("--data", metavar="DOSSIER", default=SUPPRESS, help="dossier des données (sans elle : var)")
    group.add_argument(
        "--content", metavar="CONTENU", default=SUPPRESS, help="demo, none ou un dossier de contenu (sans elle : demo)"
    )


def _sentence(summary: str) -> str:
    return summary[0].upper() + summary[1:] + "."


def _speak_utf8() -> None:
    """French needs UTF-8 whatever the locale says; a character that cannot be written never stops an answer."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
