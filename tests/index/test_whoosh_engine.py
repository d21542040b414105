"""The Whoosh index on its disk: following the store, killed, damaged, read while it is written."""

from __future__ import annotations

import errno
import gc
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index import whoosh_engine
from index.folder import IndexFolder
from index.whoosh_engine import WhooshEngine
from knowledge.documents import Passage
from knowledge.errors import IndexUnavailable
from knowledge.store import Store
from tests.index.shelf import Shelf, ask
from tests.store.make import a_document, a_passage

Opener = Callable[[Shelf | Store], WhooshEngine]


@pytest.fixture
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    def open_engine(shelf: Shelf | Store) -> WhooshEngine:
        engine = WhooshEngine.open(tmp_path / "index", shelf)
        request.addfinalizer(engine.close)
        return engine

    return open_engine


@pytest.fixture
def shelf() -> Shelf:
    shelf = Shelf()
    shelf.put("a", "La concession de trente ans.", "La case de columbarium.")
    shelf.put("b", "Le repas de la cantine.")
    return shelf


@pytest.fixture
def mended(caplog: pytest.LogCaptureFixture) -> Callable[[], int]:
    """How many times the index was found unreadable so far."""
    return lambda: sum("unreadable" in record.message for record in caplog.records)


def found(engine: WhooshEngine, text: str) -> list[str]:
    return [hit.passage for hit in engine.search(ask(text))]


def builds(folder: Path) -> list[Path]:
    return [one for one in (folder / "index").iterdir() if one.is_dir()]


def test_an_index_up_to_date_is_opened_without_reading_the_store(opened: Opener, shelf: Shelf) -> None:
    opened(shelf)
    read = shelf.read_whole

    assert found(opened(shelf), "concession") == ["a#1"]
    assert shelf.read_whole == read


def test_only_what_changed_is_written_again(opened: Opener, shelf: Shelf, mended: Callable[[], int]) -> None:
    engine = opened(shelf)
    read = shelf.read_whole
    shelf.put("b", "Le goûter du périscolaire.")
    shelf.forget("a")

    engine.follow()

    assert (found(engine, "gouter"), found(engine, "repas"), found(engine, "concession")) == (["b#1"], [], [])
    assert shelf.read_whole == read
    assert mended() == 0


def test_after_many_changes_everything_is_built_anew(opened: Opener, shelf: Shelf) -> None:
    engine = opened(shelf)
    read = shelf.read_whole
    for number in range(60):
        shelf.put(f"d{number}", f"Acte {number}")

    engine.follow()

    assert shelf.read_whole == read + 1
    assert found(engine, "59") == ["d59#1"]


def test_a_change_saved_but_not_indexed_is_caught_up_at_the_next_opening(opened: Opener, shelf: Shelf) -> None:
    opened(shelf).close()
    shelf.put("c", "Un parc fleuri.")

    assert found(opened(shelf), "parc") == ["c#1"]


def test_the_index_of_another_store_is_built_anew(opened: Opener, shelf: Shelf) -> None:
    opened(shelf).close()
    other = Shelf("autre")
    other.put("z", "Une médiathèque.")

    engine = opened(other)

    assert found(engine, "concession") == []
    assert found(engine, "mediatheque") == ["z#1"]


def test_the_index_of_a_later_store_is_built_anew(opened: Opener, shelf: Shelf) -> None:
    shelf.put("c", "Un parc.")
    opened(shelf).close()
    restored = Shelf()
    restored.put("a", "La concession.")

    assert found(opened(restored), "parc") == []


def test_the_index_of_another_format_is_built_anew(
    opened: Opener, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(shelf).close()
    read = shelf.read_whole
    monkeypatch.setattr(whoosh_engine, "VERSION", "autre")

    assert found(opened(shelf), "concession") == ["a#1"]
    assert shelf.read_whole == read + 1
    assert [one.name.startswith("autre-") for one in builds(tmp_path)] == [True]


# Whoosh leaves open the damaged files it gives up on.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("damage", ["emptied", "noise", "truncated", "removed"])
@pytest.mark.parametrize("suffix", [".seg", ".toc", "stamp.json", "vocabulary.json", "current"])
def test_a_damaged_index_mends_itself_from_the_store(
    opened: Opener, shelf: Shelf, tmp_path: Path, suffix: str, damage: str
) -> None:
    opened(shelf).close()
    hurt = [one for one in (tmp_path / "index").rglob("*") if one.name.endswith(suffix)]
    assert hurt
    for file in hurt:
        whole = file.read_bytes()
        if damage == "removed":
            file.unlink()
        else:
            file.write_bytes(
                {"emptied": b"", "noise": b"\xff\x00bruit" * 99, "truncated": whole[: len(whole) // 2]}[damage]
            )

    engine = opened(shelf)

    assert set(found(engine, "concession columbarium")) == {"a#1", "a#2"}
    assert engine.correct("zzyzx") == "zzyzx"
    shelf.put("c", "Un parc.")
    engine.follow()
    assert found(engine, "parc") == ["c#1"]
    gc.collect()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_a_damaged_index_mends_itself_when_the_store_changed_meanwhile(
    opened: Opener, shelf: Shelf, tmp_path: Path
) -> None:
    opened(shelf).close()
    for file in (tmp_path / "index").rglob("*.seg"):
        file.write_bytes(b"bruit")
    shelf.put("c", "Un parc.")

    engine = opened(shelf)

    assert found(engine, "parc") == ["c#1"]
    assert found(engine, "concession") == ["a#1"]
    gc.collect()


def test_an_index_removed_under_an_open_engine_is_built_again(opened: Opener, shelf: Shelf, tmp_path: Path) -> None:
    engine = opened(shelf)
    found(engine, "concession")
    for file in sorted((tmp_path / "index").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()

    assert found(engine, "concession") == ["a#1"]


def test_the_counts_of_words_are_mended_when_they_lag_behind(opened: Opener, shelf: Shelf, tmp_path: Path) -> None:
    shelf.put("c", "La médiathèque prête.", "La médiathèque ferme.")
    opened(shelf).close()
    (counts,) = (tmp_path / "index").rglob("vocabulary.json")
    counts.write_text("[0, {}]")

    assert opened(shelf).correct("mediathequ") == "mediatheque"


def test_a_reader_open_elsewhere_sees_what_another_wrote(
    opened: Opener, shelf: Shelf, mended: Callable[[], int]
) -> None:
    reader, writer = opened(shelf), opened(shelf)
    assert found(reader, "concession") == ["a#1"]

    writer.replace("a", [a_passage("a", 5, "Le columbarium est complet.")])
    assert (found(reader, "concession"), found(reader, "columbarium")) == ([], ["a#5"])

    writer.rebuild(shelf.all_passages())
    assert found(reader, "concession") == ["a#1"]
    assert mended() == 0


def test_threads_search_while_another_writes(opened: Opener, shelf: Shelf, mended: Callable[[], int]) -> None:
    reader, writer = opened(shelf), opened(shelf)
    wrong: list[object] = []

    def search() -> None:
        for _ in range(60):
            hits = found(reader, "concession columbarium piscine")
            if set(hits) not in ({"a#1", "a#2"}, {"a#8"}):
                wrong.append(hits)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for turn in range(6):
        writer.replace("a", [a_passage("a", 8, "piscine")] if turn % 2 == 0 else list(shelf.of_document("a")))
    for thread in threads:
        thread.join()

    assert wrong == []


def test_an_index_that_another_process_writes_is_told_after_a_while(
    opened: Opener, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = opened(shelf)
    monkeypatch.setattr(whoosh_engine, "_PATIENCE", 0.1)

    with IndexFolder(tmp_path / "index", "x").writing(0.1):
        with pytest.raises(IndexUnavailable, match="attendez"):
            engine.replace("a", [])
        assert found(engine, "concession") == ["a#1"]

    engine.replace("a", [])
    assert found(engine, "concession") == []


def test_an_index_that_cannot_be_written_is_told(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("")

    with pytest.raises(IndexUnavailable, match="ne peut pas être écrit"):
        WhooshEngine.open(tmp_path / "fichier" / "index", shelf)


def test_a_rebuild_killed_before_its_end_leaves_the_old_index_and_no_rubbish(
    opened: Opener, shelf: Shelf, tmp_path: Path
) -> None:
    opened(shelf).close()
    script = (
        "import os, sys; from pathlib import Path\n"
        "from index.whoosh_engine import WhooshEngine; from tests.index.shelf import Shelf\n"
        "from tests.store.make import a_passage\n"
        "def endless():\n"
        "    for n in range(300): yield a_passage('n', n, f'Un texte {n}')\n"
        "    os.kill(os.getpid(), 9)\n"
        "shelf = Shelf(); shelf.put('a', 'x'); shelf.put('b', 'x')\n"
        "WhooshEngine.open(Path(sys.argv[1]), shelf).rebuild(endless())\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", script, str(tmp_path / "index")], env=environment, check=False)
    assert ran.returncode == -9
    assert len(builds(tmp_path)) == 2  # the one in use, and what was left of the other

    engine = opened(shelf)
    assert found(engine, "concession") == ["a#1"]
    engine.rebuild(shelf.all_passages())
    assert len(builds(tmp_path)) == 1


def test_a_disk_that_fills_during_a_rebuild_is_told_and_the_old_index_stays(
    opened: Opener, shelf: Shelf, tmp_path: Path
) -> None:
    engine = opened(shelf)

    def filling() -> Iterator[Passage]:
        yield a_passage("n", 1, "Un parc.")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(IndexUnavailable, match="libérez de la place"):
        engine.rebuild(filling())

    assert found(engine, "concession") == ["a#1"]
    assert len(builds(tmp_path)) == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_a_document_is_replaced_in_a_damaged_index_too(opened: Opener, shelf: Shelf, tmp_path: Path) -> None:
    engine = opened(shelf)
    for file in (tmp_path / "index").rglob("*.seg"):
        file.write_bytes(b"bruit")

    engine.replace("b", [a_passage("b", 7, "Un parc.")])

    assert (found(engine, "parc"), found(engine, "repas"), found(engine, "concession")) == (["b#7"], [], ["a#1"])
    gc.collect()


def test_the_index_is_its_owners_only(opened: Opener, shelf: Shelf, tmp_path: Path) -> None:
    opened(shelf)

    assert stat.S_IMODE((tmp_path / "index").stat().st_mode) == 0o700
    assert [stat.S_IMODE(one.stat().st_mode) for one in builds(tmp_path)] == [0o700]


def test_the_index_follows_the_real_store(opened: Opener, tmp_path: Path) -> None:
    store = Store.open(tmp_path / "data")
    store.save(*a_document("a", "La concession."), "town")
    engine = opened(store)
    store.save(*a_document("b", "La cantine."), "town")
    store.forget("a")
    engine.follow()

    assert (found(engine, "concession"), found(engine, "cantine")) == ([], ["b#1"])
    store.close()
