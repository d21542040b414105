"""The product's own lists of words made ready: what reading their TOML gives, kept beside it in ``prepared.json``.

Reading the TOML and stemming its words takes most of a tenth of a second, at each start. ``python -m index.prepared``
writes the file anew; a file that does not match the lists is not read, they are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from index.wordlists import FORMS, SYNONYMS, Group, Phrase, Stems, read_forms, read_groups
from knowledge.errors import Problem

PREPARED = Path(__file__).with_name("prepared.json")
_LISTS = (SYNONYMS, FORMS)


def shipped(problems: list[Problem], file: Path = PREPARED) -> tuple[list[Group], dict[str, Stems]]:
    """The groups and the forms that the product ships, from ``file`` when it was made from the lists as they are."""
    try:
        made = json.loads(file.read_bytes())
        if made["of"] == _digest():
            return list(map(_group, made["groups"])), _forms(made["forms"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return read_groups(SYNONYMS, problems), read_forms()


def prepare(file: Path = PREPARED) -> None:
    """Write ``file`` from the lists as they are, one group a line."""
    groups = [_written(group) for group in read_groups(SYNONYMS, [])]
    forms = [" ".join(forms) for forms in dict.fromkeys(read_forms().values())]
    lines = ",\n".join(json.dumps(group, ensure_ascii=False, separators=(",", ":")) for group in groups)
    start = f'{{"of": "{_digest()}",\n"forms": {json.dumps(forms, indent=0)},\n"groups": [\n'
    file.write_text(f"{start}{lines}\n]}}\n", encoding="utf-8")


def _digest() -> str:
    return hashlib.sha256(b"\0".join(one.read_bytes() for one in _LISTS)).hexdigest()


def _forms(lines: Iterable[str]) -> dict[str, Stems]:
    return {one: together for together in (tuple(line.split(" ")) for line in lines) for one in together}


_Written = tuple[str, float, list[list[str]], list[list[str]], list[list[str]]]


def _written(group: Group) -> _Written:
    same, asked, unlike = (
        [[one.text, " ".join(one.words), " ".join(one.stems)] for one in phrases]
        for phrases in (group.same, group.asked, group.unlike)
    )
    return group.theme, group.weight, same, asked, unlike


def _group(written: _Written) -> Group:
    theme, weight, same, asked, unlike = written
    return Group(_phrases(same), _phrases(asked), _phrases(unlike), weight, theme)


def _phrases(written: list[list[str]]) -> tuple[Phrase, ...]:
    return tuple([Phrase(text, tuple(words.split(" ")), tuple(stems.split(" "))) for text, words, stems in written])


if __name__ == "__main__":
    prepare()
