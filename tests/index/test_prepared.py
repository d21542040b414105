from pathlib import Path

import pytest

from index import prepared, wordlists
from index.prepared import PREPARED, prepare, shipped
from knowledge.errors import Problem


def test_the_prepared_lists_are_up_to_date(tmp_path: Path) -> None:
    prepare(tmp_path / "prepared.json")
    made = (tmp_path / "prepared.json").read_text(encoding="utf-8")
    assert made == PREPARED.read_text(encoding="utf-8"), "run: python -m index.prepared"


def test_they_hold_what_the_lists_say() -> None:
    problems: list[Problem] = []
    assert shipped([]) == (wordlists.read_groups(wordlists.SYNONYMS, problems), wordlists.read_forms())
    assert not problems


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"of": "another list", "groups": [], "forms": []}'])
def test_lists_that_were_changed_since_are_read_themselves(tmp_path: Path, kept: str) -> None:
    (tmp_path / "prepared.json").write_text(kept, encoding="utf-8")
    assert shipped([], tmp_path / "prepared.json") == shipped([])
    assert shipped([], tmp_path / "absent.json") == shipped([])


def test_what_is_wrong_in_a_list_is_told_when_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "SYNONYMS", tmp_path / "gone.toml")
    problems: list[Problem] = []
    shipped(problems, tmp_path / "absent.json")
    assert "illisible" in problems[0].message
