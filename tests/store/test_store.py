"""What the store gives back, and what a reader sees while it is written."""

from __future__ import annotations

import sqlite3
import stat
import threading
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.documents import Doubt, Figure, Outline
from knowledge.errors import UnreadableDocument
from knowledge.store import Store
from knowledge.store.keeping import MOST, Kept
from knowledge.store.originals import digest_of
from tests.store.conftest import Opener
from tests.store.make import a_document, a_passage


def test_what_is_saved_is_given_back_whole(store: Store) -> None:
    document, outline = a_document("cantine", "Premier texte", "Deuxième texte")
    outline = replace(outline, passages=(*outline.passages, a_passage("cantine", 3, "Prix", number="7", figures=2)))

    store.save(document, outline, "town", ingested_at="2030-05-18T08:00:00", fingerprint="empreinte")

    assert tuple(store.of_document("cantine")) == outline.passages
    assert store.pieces("cantine") == list(outline.pieces)
    assert store.page("cantine", 1) == document.pages[0]
    held = store.held("cantine")
    assert held and held.metadata == document.metadata and held.problems == document.problems
    assert (held.pages, held.passages, held.origin) == (1, 3, "town")
    assert (held.ingested_at, held.fingerprint) == ("2030-05-18T08:00:00", "empreinte")
    assert store.documents() == [held]


def test_the_acts_that_change_others_are_found_without_reading_the_rest(store: Store) -> None:
    changing, outline = a_document("b", "texte")
    silent, other = a_document("a", "texte")
    store.save(changing, outline, "town")
    store.save(silent, replace(other, pieces=tuple(replace(one, changes=()) for one in other.pieces)), "town")
    assert store.changing() == [("b", outline.pieces[0])]


def test_the_doubts_about_a_scan_are_given_back(store: Store) -> None:
    document, outline = a_document("barques", "La caution est de 50 €")
    doubts = (Doubt(1, "50 €", "mal lu"), Doubt(1, "", "un seul lecteur"))
    page = replace(document.pages[0], scanned=True, doubts=doubts)
    passage = replace(outline.passages[0], doubts=doubts[:1])
    store.save(replace(document, pages=(page,)), replace(outline, passages=(passage,)), "town")
    assert store.page("barques", 1) == page
    assert store.passages([passage.id]) == [passage]


def test_a_store_from_before_the_doubts_keeps_its_documents(store: Store) -> None:
    document, outline = a_document("cantine", "Premier texte")
    store.save(document, outline, "town")
    store.close()
    with closing(sqlite3.connect(store.file)) as raw:
        for table in ("pages", "passages"):
            raw.execute(f"ALTER TABLE {table} DROP COLUMN doubts")
        raw.execute("PRAGMA user_version = 3")
    again = Store.open(store.folder)
    assert again.page("cantine", 1) == document.pages[0]
    assert tuple(again.of_document("cantine")) == outline.passages
    again.close()


def test_passages_come_in_the_order_asked_and_unknown_ones_are_left_out(store: Store) -> None:
    store.save(*a_document("a", *(f"texte {n}" for n in range(1, 1200))), "town")

    asked = [f"a#{n}" for n in range(1199, 0, -1)]

    assert [one.id for one in store.passages([*asked[:3], "inconnu", *asked[3:]])] == asked
    assert store.passages([]) == []


def test_every_passage_is_streamed_document_by_document(store: Store) -> None:
    store.save(*a_document("b", "trois"), "town")
    store.save(*a_document("a", "un", "deux"), "content")

    assert [one.text for one in store.all_passages()] == ["un", "deux", "trois"]


def test_saving_again_replaces_every_old_passage(store: Store) -> None:
    store.save(*a_document("a", "un", "deux", "trois"), "town")
    store.save(*a_document("a", "autre"), "town")

    assert [one.text for one in store.all_passages()] == ["autre"]
    assert len(store.documents()) == 1


def test_a_forgotten_document_leaves_nothing(store: Store) -> None:
    store.save(*a_document("a", "un"), "town")
    store.forget("a")
    store.forget("jamais vu")

    assert (store.documents(), store.pieces("a"), store.page("a", 1), store.held("a")) == ([], [], None, None)
    assert list(store.all_passages()) == []


def test_a_save_that_fails_leaves_the_old_document_whole(store: Store) -> None:
    store.save(*a_document("a", "un", "deux"), "town")
    document, outline = a_document("a", "nouveau")
    twice = Outline(outline.pieces, outline.passages * 2)

    with pytest.raises(Exception, match="passages"):
        store.save(document, twice, "town")

    assert [one.text for one in store.all_passages()] == ["un", "deux"]


def test_what_changed_is_told_once_in_the_order_of_the_changes(store: Store) -> None:
    identity, start = store.stamp()
    store.save(*a_document("a", "un"), "town")
    store.save(*a_document("b", "deux"), "town")
    _, middle = store.stamp()
    store.forget("a")
    store.save(*a_document("c", "trois"), "town")

    assert store.changed_since(start) == ["b", "a", "c"]
    assert store.changed_since(middle) == ["a", "c"]
    assert store.stamp()[0] == identity and store.changed_since(store.stamp()[1]) == []

    store.save(*a_document("a", "revenu"), "town")
    assert store.changed_since(middle) == ["c", "a"]


def test_a_stream_begun_before_a_save_ends_as_it_began(store: Store) -> None:
    store.save(*a_document("a", "un", "deux", "trois"), "town")
    stream = store.all_passages()
    seen = [next(stream).text]
    writer = threading.Thread(target=lambda: store.save(*a_document("a", "autre"), "town"))
    writer.start()
    writer.join()

    assert seen + [one.text for one in stream] == ["un", "deux", "trois"]
    assert [one.text for one in store.all_passages()] == ["autre"]


def test_threads_read_and_write_together(store: Store) -> None:
    store.save(*a_document("a", "un", "deux"), "town")
    wrong: list[object] = []

    def read() -> None:
        for _ in range(50):
            texts = [one.text for one in store.all_passages()]
            if texts not in (["un", "deux"], ["trois", "quatre"]):
                wrong.append(texts)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for turn in range(10):
        store.save(*a_document("a", *(("trois", "quatre") if turn % 2 else ("un", "deux"))), "town")
    for reader in readers:
        reader.join()

    assert wrong == []


def test_the_data_folder_is_its_owners_only(store: Store) -> None:
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.file.stat().st_mode) == 0o600


def test_the_original_is_kept_until_no_document_refers_to_it(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "acte.TXT"
    source.write_text("le texte signé")
    for id in ("a", "b"):
        document, outline = a_document(id, "texte")
        store.save(replace(document, digest=digest_of(source)), outline, "town", original=source)
    source.unlink()

    kept = store.original("a")
    assert kept and kept.read_text() == "le texte signé" and kept.suffix == ".txt"
    store.forget("a")
    assert kept.exists() and store.original("a") is None
    store.forget("b")
    assert not kept.exists()


@pytest.mark.parametrize("change", ["gone", "rewritten"])
def test_a_file_that_changed_since_it_was_read_is_refused(store: Store, tmp_path: Path, change: str) -> None:
    source = tmp_path / "acte.txt"
    source.write_text("lu")
    document, outline = a_document("a", "texte")
    document = replace(document, digest=digest_of(source))
    source.unlink() if change == "gone" else source.write_text("autre chose")

    with pytest.raises(UnreadableDocument, match=r"acte\.txt"):
        store.save(document, outline, "town", original=source)

    assert store.documents() == []
    assert list(store.folder.glob("originals/*")) == []


def test_copies_left_by_a_killed_run_are_swept_by_the_next(store: Store) -> None:
    orphan = store.folder / "originals" / "orphelin.txt"
    orphan.parent.mkdir()
    orphan.write_text("x")

    with store.ingesting():
        pass

    assert not orphan.exists()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.decimals(allow_nan=False, allow_infinity=False))
def test_any_text_and_any_figure_survive(store: Store, text: str, value: Decimal) -> None:
    document, outline = a_document("a", text)
    figure = Figure((text,), (), text, value, text, 1, text)
    passage = replace(outline.passages[0], figures=(figure,), path=(text, text), number=text)
    store.save(document, replace(outline, passages=(passage,)), "town")

    assert store.passages(["a#1"]) == [passage]


def test_what_another_process_saves_or_forgets_is_seen_by_who_has_read_before(opened: Opener, tmp_path: Path) -> None:
    reader, writer = opened(tmp_path / "data"), opened(tmp_path / "data")
    writer.save(*a_document("quay", "Berth 12 €"), "town")
    assert [one.text for one in reader.passages(["quay#1"])] == ["Berth 12 €"]
    assert len(reader.documents()) == 1
    writer.save(*a_document("quay", "Berth 15 €"), "town")
    assert [one.text for one in reader.passages(["quay#1"])] == ["Berth 15 €"]
    writer.forget("quay")
    assert (reader.passages(["quay#1"]), reader.documents()) == ([], [])


def test_a_list_of_documents_is_the_callers_own(store: Store) -> None:
    store.save(*a_document("quay", "Berth 12 €"), "town")
    store.documents().clear()
    assert len(store.documents()) == 1


def test_few_passages_are_kept_whatever_was_asked() -> None:
    kept = Kept()
    kept.keep(a_passage("quay", n, f"Berth {n}") for n in range(MOST))
    kept.keep([a_passage("quay", MOST, "Ponton")])
    assert [one.text for one in kept.passages.values()] == ["Ponton"]
