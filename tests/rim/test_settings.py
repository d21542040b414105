import json
import os
import re
import tomllib
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import KEYS, TOKEN_VARIABLE, Settings, load_settings, parse_settings
from knowledge.errors import BadSettings

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def test_the_example_states_every_setting_with_its_default() -> None:
    written = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in tomllib.loads(EXAMPLE.read_text(encoding="utf-8")).items()
    }
    known = {field.name: field.default for field in fields(Settings) if field.name != "telegram_token"}
    assert written == known
    assert set(written) == set(KEYS)


def test_the_example_is_accepted_as_it_is() -> None:
    assert load_settings(EXAMPLE, {}) == Settings()


def test_each_setting_of_the_example_is_explained_just_above_it() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"\w+ *=", line):
            assert lines[number - 1].startswith("# "), line


def test_an_unknown_setting_is_named_with_its_line_and_the_possible_ones() -> None:
    with pytest.raises(BadSettings, match=r"config.toml, ligne 2 : le réglage « donnees » n'existe pas ; .*data"):
        parse_settings('data = "d"\ndonnees = "x"\n', "config.toml")


def test_every_fault_of_a_file_is_told_at_once() -> None:
    with pytest.raises(BadSettings) as told:
        parse_settings('data = ""\nmax_file_mb = -1\nchannels = []\ncommune = 3\n', "c.toml")
    assert str(told.value).count("ligne") == 4


@pytest.mark.parametrize(
    "line",
    ["max_file_mb = true", 'max_file_mb = "200"', "dialogue_hours = 0", "channels = [1]", "data = 1", "content = []"],
)
def test_a_value_of_the_wrong_kind_is_refused(line: str) -> None:
    with pytest.raises(BadSettings, match=r"ligne 1 : « \w+ » attend"):
        parse_settings(line, "c.toml")


def test_a_secret_in_the_file_is_sent_to_the_environment() -> None:
    with pytest.raises(BadSettings, match=TOKEN_VARIABLE):
        parse_settings('telegram_token = "123:abc"', "c.toml")


def test_a_secret_comes_from_the_environment_and_is_never_shown() -> None:
    settings = load_settings(None, {TOKEN_VARIABLE: " 123:abc "})
    assert settings.telegram_token == "123:abc"
    assert "abc" not in repr(settings)


def test_a_file_that_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text('data = "d"\ncontent = demo\n', encoding="utf-8")
    with pytest.raises(BadSettings, match="ligne 2"):
        load_settings(file, {})


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_a_clear_sentence(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "c.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BadSettings, match=re.escape(os.fspath(file))):
        load_settings(file, {})


VALUES = st.one_of(st.integers(), st.booleans(), st.text())


@given(st.dictionaries(st.sampled_from([*KEYS, "autre"]), VALUES, max_size=4))
def test_any_file_gives_settings_or_a_sentence(values: dict[str, object]) -> None:
    text = "\n".join(f"{key} = {json.dumps(value)}" for key, value in values.items())
    with suppress(BadSettings):
        assert parse_settings(text, "c.toml").max_file_mb > 0
