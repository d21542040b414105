import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.codec import decode, encode
from bot.dialogues import Dialogues
from bot.messages import Dialogue
from knowledge.documents import Citation
from knowledge.errors import StoreUnavailable

DIALOGUE = Dialogue(commune="Bellerive", on=date(2030, 1, 2), flow="bibliotheque", answers=(("age", "12"),))

CITATIONS = st.builds(Citation, quote=st.text(min_size=1).filter(str.strip))


@given(st.builds(Dialogue, citations=st.lists(CITATIONS, max_size=3).map(tuple)))
def test_any_dialogue_survives_its_own_writing(dialogue: Dialogue) -> None:
    assert decode(Dialogue, encode(dialogue)) == dialogue


@given(st.text())
def test_any_other_text_is_refused_by_the_same_error(text: str) -> None:
    with pytest.raises(ValueError, match="not a Dialogue"):
        decode(Dialogue, "[" + text)


def test_a_dialogue_of_an_older_version_keeps_what_it_knows() -> None:
    assert decode(Dialogue, '{"commune":"Bellerive","mood":"bright"}') == Dialogue(commune="Bellerive")


def test_a_dialogue_is_found_again_by_another_process(tmp_path: Path) -> None:
    Dialogues(tmp_path / "d", 12).save("console", DIALOGUE)
    assert Dialogues(tmp_path / "d", 12).load("console", datetime.now(UTC)) == DIALOGUE


def test_an_old_dialogue_is_forgotten_for_good(tmp_path: Path) -> None:
    dialogues = Dialogues(tmp_path, 12)
    dialogues.save("console", DIALOGUE)
    assert dialogues.load("console", datetime.now(UTC) + timedelta(hours=13)) is None
    assert not list(tmp_path.iterdir())


def test_a_damaged_dialogue_is_as_none(tmp_path: Path) -> None:
    (tmp_path / "console.json").write_bytes(b"\xff{")
    assert Dialogues(tmp_path, 12).load("console", datetime.now(UTC)) is None


def test_only_its_owner_can_read_a_dialogue(tmp_path: Path) -> None:
    Dialogues(tmp_path / "d", 12).save("console", DIALOGUE)
    assert (tmp_path / "d").stat().st_mode & 0o077 == 0
    assert (tmp_path / "d" / "console.json").stat().st_mode & 0o077 == 0


def test_a_save_that_fails_says_so_and_keeps_the_former_dialogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogues = Dialogues(tmp_path, 12)
    dialogues.save("console", DIALOGUE)

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(StoreUnavailable, match="vérifiez la place"):
        dialogues.save("console", Dialogue())
    assert dialogues.load("console", datetime.now(UTC)) == DIALOGUE
    assert [file.name for file in tmp_path.iterdir()] == ["console.json"]
