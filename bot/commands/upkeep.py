"""The commands of whoever keeps the machine: ``health``, ``backup``, ``restore``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from bot import backups
from bot.commands.command import FAULTS, OK, Command
from bot.config import Settings
from bot.register import open_register
from bot.wiring import health_of, open_library
from knowledge.text import plural


def _health(given: Namespace, settings: Settings) -> int:
    now = datetime.now(UTC)
    with open_library(settings) as library, open_register(Path(settings.data)) as register:
        state = health_of(library, register, now)
    seen = f"{state.last_contact.astimezone():%d/%m/%Y %H:%M:%S}" if state.last_contact else "jamais"
    print(f"Telegram joint pour la dernière fois : {seen}")
    print(f"Conversations à servir : {state.waiting}, envois en attente : {state.unsent}")
    print(f"{plural(state.documents, 'document')}, index {state.index}, {state.store_bytes / 1e6:.1f} Mo sur le disque")
    for fault in state.faults:
        print(f"À voir : {fault}.")
    return OK if state.well else FAULTS


def _backup_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FICHIER", type=Path, help="l'archive à écrire, par exemple vademecum.tar.gz")


def _backup(given: Namespace, settings: Settings) -> int:
    count = backups.save(Path(settings.data), given.file)
    print(
        f"Sauvegardé dans {given.file} : {plural(count, 'fichier')}. Elle contient des actes : gardez-la en lieu sûr."
    )
    return OK


def _restore_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FICHIER", type=Path, help="l'archive écrite par vademecum backup")


def _restore(given: Namespace, settings: Settings) -> int:
    count = backups.restore(given.file, Path(settings.data))
    print(f"Repris dans {settings.data} : {plural(count, 'fichier')}. L'index se refait au prochain démarrage.")
    return OK


HEALTH = Command("dit si tout va bien : dernier contact, index, taille", _health)
BACKUP = Command("sauvegarde les documents, les accès et l'évaluation, même en marche", _backup, _backup_arguments)
RESTORE = Command("reprend une sauvegarde dans un dossier de données vide", _restore, _restore_arguments)
