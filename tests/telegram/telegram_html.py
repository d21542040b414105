"""Telegram's HTML read as its server reads it: a text, its entities in UTF-16 units, and its own error sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

KINDS = {
    "a": "text_link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "s": "strikethrough",
    "strike": "strikethrough", "del": "strikethrough", "u": "underline", "ins": "underline", "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji", "span": "spoiler", "pre": "pre", "code": "code", "blockquote": "blockquote",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]*)))?""")


class HtmlError(ValueError):
    """What Telegram answers after "can't parse entities: "."""


@dataclass
class Open:
    """A tag not yet closed: its name, what its attributes say, where its text begins."""

    tag: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)


def utf16(text: str) -> int:
    """The length of ``text`` in the units that Telegram counts in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(html: str) -> tuple[str, list[dict[str, Any]]]:
    """The text that is shown and its entities, outermost first; raises ``HtmlError`` with Telegram's words."""
    text: list[str] = []
    entities: list[dict[str, Any]] = []
    opened: list[Open] = []
    offset = at = 0
    while at < len(html):
        if html[at] == "<":
            place = len(html[:at].encode())
            if html.startswith("</", at):
                at = _close(html, at, place, opened, entities, offset)
            else:
                at = _begin(html, at, place, opened, offset)
            continue
        character, at = _character(html, at)
        text.append(character)
        offset += utf16(character)
    if opened:
        raise HtmlError(f'Can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    return _trimmed("".join(text), sorted(entities, key=lambda one: (one["offset"], -one["length"])))


def _character(html: str, at: int) -> tuple[str, int]:
    found = REFERENCE.match(html, at)
    if found:
        hexadecimal, decimal, name = found.groups()
        code = int(hexadecimal, 16) if hexadecimal else int(decimal) if decimal else 0
        if 0 < code < 0x10FFFF:
            return chr(code), found.end()
        if name in NAMED:
            return NAMED[name], found.end()
    return html[at], at + 1


def _begin(html: str, at: int, place: int, opened: list[Open], offset: int) -> int:
    name = re.compile(r"[^\s>]*").match(html, at + 1)
    assert name  # it may be empty
    tag, at = name[0].lower(), name.end()
    if at == len(html):
        raise HtmlError(f"Unclosed start tag at byte offset {place}")
    if tag not in KINDS:
        raise HtmlError(f'Unsupported start tag "{tag}" at byte offset {place}')
    attributes: dict[str, str] = {}
    while not html[at:].lstrip().startswith(">"):
        found = ATTRIBUTE.match(html, at)
        if not html[at:].strip() or found is None or html[found.end() : found.end() + 1] in ("", '"', "'"):
            raise HtmlError(f"Unclosed start tag at byte offset {place}")
        if not found[1]:
            raise HtmlError(f'Empty attribute name in the tag "{tag}" at byte offset {place}')
        attributes[found[1]] = next((value for value in found.groups()[2:] if value is not None), "")
        at = found.end()
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
    if tag == "blockquote" and any(one.tag == "blockquote" for one in opened):
        raise HtmlError(f"Blockquotes can't be nested at byte offset {place}")
    opened.append(Open(tag, offset, attributes))
    return html.index(">", at) + 1


def _close(html: str, at: int, place: int, opened: list[Open], entities: list[dict[str, Any]], offset: int) -> int:
    if not opened:
        raise HtmlError(f"Unexpected end tag at byte offset {place}")
    found = re.compile(r"</([^\s>]*)\s*>").match(html, at)
    if not found:
        raise HtmlError(f"Unclosed end tag at byte offset {place}")
    last = opened.pop()
    if found[1] and found[1].lower() != last.tag:
        raise HtmlError(
            f'Unmatched end tag at byte offset {place}, expected "</{last.tag}>", found "</{found[1].lower()}>"'
        )
    if offset > last.start:
        entities.append(_entity(last, offset))
    return found.end()


def _entity(tag: Open, end: int) -> dict[str, Any]:
    entity: dict[str, Any] = {"type": KINDS[tag.tag], "offset": tag.start, "length": end - tag.start}
    if tag.tag == "a":
        entity["url"] = tag.attributes.get("href", "")
    if tag.tag == "blockquote" and "expandable" in tag.attributes:
        entity["type"] = "expandable_blockquote"
    return entity


def _trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Without the blanks around the whole, which Telegram drops, the entities moved and cut accordingly."""
    kept = text.strip()
    lead, length = utf16(text[: len(text) - len(text.lstrip())]), utf16(kept)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] - lead + entity["length"], length)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return kept, moved
