"""What a person is told when the store cannot be used, and that nothing is lost meanwhile."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from knowledge.errors import StoreUnavailable
from knowledge.store.migrations import VERSION
from tests.store.conftest import Opener
from tests.store.make import a_document


def test_a_store_of_a_newer_version_is_refused_and_left_alone(opened: Opener, tmp_path: Path) -> None:
    opened(tmp_path).close()
    with sqlite3.connect(tmp_path / "vademecum.db") as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()

    with pytest.raises(StoreUnavailable, match="version plus récente"):
        opened(tmp_path)

    raw = sqlite3.connect(tmp_path / "vademecum.db")
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
    raw.close()


def test_a_store_opened_again_holds_what_it_held(opened: Opener, tmp_path: Path) -> None:
    first = opened(tmp_path)
    first.save(*a_document("a", "un"), "town")
    identity = first.stamp()
    first.close()

    again = opened(tmp_path)

    assert [one.text for one in again.all_passages()] == ["un"] and again.stamp() == identity


def test_a_file_that_is_no_database_is_told(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "vademecum.db").write_bytes(b"ceci n'est pas une base" * 100)

    with pytest.raises(StoreUnavailable, match="abîmée"):
        opened(tmp_path)


def test_a_database_damaged_in_the_middle_is_told(opened: Opener, tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.save(*a_document("a", *(f"texte {n} " * 50 for n in range(500))), "town")
    store.close()
    with (tmp_path / "vademecum.db").open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for place in range(8192, size, 4096):
            file.seek(place)
            file.write(os.urandom(4096))

    with pytest.raises(StoreUnavailable, match="abîmée"):
        list(opened(tmp_path).all_passages())


def test_a_folder_that_cannot_be_made_is_told(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")

    with pytest.raises(StoreUnavailable, match=r"n'accepte pas l'écriture.*--data"):
        opened(tmp_path / "fichier" / "data")


def test_a_read_only_folder_is_told() -> None:
    script = (
        "import os, sys; from pathlib import Path; from knowledge.store import Store\n"
        # The superuser may write anywhere: the test goes on as nobody.
        "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "try: Store.open(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o555)
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-c", script, name]
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        os.chmod(name, 0o755)

    assert ran.stdout.startswith("StoreUnavailable") and "n'accepte pas l'écriture" in ran.stdout


def test_a_full_disk_is_told_and_what_was_held_stays(opened: Opener, tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.save(*a_document("a", "un"), "town")
    connection = store._db.mine()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")

    with pytest.raises(StoreUnavailable, match="disque est plein"):
        store.save(*a_document("a", *("long texte " * 1000 for _ in range(50))), "town")

    assert [one.text for one in store.all_passages()] == ["un"]


def test_a_full_disk_while_copying_the_original_is_told(opened: Opener, tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from knowledge.store.connections import Connections; from knowledge.store import Store\n"
        "from tests.store.make import a_document; from dataclasses import replace\n"
        "from knowledge.store.originals import digest_of\n"
        "store = Store.open(Path(sys.argv[1])); source = Path(sys.argv[2])\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))\n"
        "document, outline = a_document('a', 'texte')\n"
        "try: store.save(replace(document, digest=digest_of(source)), outline, 'town', original=source)\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    source = tmp_path / "gros.pdf"
    source.write_bytes(b"x" * (2 << 20))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", script, str(tmp_path / "data"), str(source)]

    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)

    assert ran.stdout.startswith("StoreUnavailable") and "disque est plein" in ran.stdout
    assert list((tmp_path / "data" / "originals").iterdir()) == []


def test_two_writers_at_once_and_the_second_is_told_after_a_while(opened: Opener, tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path, busy=0.1)
    first.save(*a_document("a", "un"), "town")

    with first._db.writing():
        with pytest.raises(StoreUnavailable, match="occupée"):
            second.save(*a_document("b", "deux"), "town")
        assert [one.text for one in second.all_passages()] == ["un"]

    second.save(*a_document("b", "deux"), "town")
    assert len(first.documents()) == 2


def test_two_ingests_at_once_and_the_second_is_told_while_questions_go_on(opened: Opener, tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path, busy=0.1)

    with first.ingesting():
        with pytest.raises(StoreUnavailable, match="occupée"), second.ingesting():
            pytest.fail("two ingests at once")
        second.save(*a_document("a", "un"), "town")
        second.forget("a")

    with second.ingesting():
        assert first.documents() == []
