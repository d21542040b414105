"""Replies as Telegram's HTML: the same words as on every channel, the quotes folded, everything escaped."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from bot.channels.telegram.splitting import LIMIT, pieces, units
from bot.messages import Option, Reply
from bot.rendering import numbered, source_of

# A choice longer than this is cut short on a telephone's button: it is then also written out in the message.
SHORT = 32
_GAP = "\n\n"


@dataclass(frozen=True)
class Block:
    """A stretch of text of one look: the tags around it, "" for plain text."""

    text: str
    opening: str = ""
    closing: str = ""

    @property
    def html(self) -> str:
        """The block as HTML."""
        return f"{self.opening}{escape(self.text, quote=False)}{self.closing}"


def messages(reply: Reply, options: tuple[Option, ...]) -> list[str]:
    """A reply as the HTML of one or several messages, each under Telegram's limit; ``options`` go on the last."""
    return packed(_blocks(reply, options))


def plain(text: str) -> list[str]:
    """A plain text as the HTML of one or several messages."""
    return packed([Block(text)])


def packed(blocks: list[Block]) -> list[str]:
    """Blocks put together, a blank line between them, in as few messages as the limit allows."""
    done, current, size = list[str](), list[str](), 0
    for block in (part for one in blocks for part in _parts(one)):
        wide = units(block.text) + (units(_GAP) if current else 0)
        if current and size + wide > LIMIT:
            done.append(_GAP.join(current))
            current, size = [], 0
            wide = units(block.text)
        current.append(block.html)
        size += wide
    return [*done, _GAP.join(current)] if current else done


def _parts(block: Block) -> list[Block]:
    return [Block(piece, block.opening, block.closing) for piece in pieces(block.text)]


def _blocks(reply: Reply, options: tuple[Option, ...]) -> list[Block]:
    answer = reply.answer
    blocks = [Block(answer.text if answer else reply.text)]
    if answer and answer.understood:
        blocks.append(Block(f"Compris : {answer.understood}", "<i>", "</i>"))
    for citation in answer.citations if answer else ():
        blocks.append(Block(f"« {citation.quote.strip()} »", "<blockquote expandable>", "</blockquote>"))
        blocks.append(Block(source_of(citation)))
    if any(len(option.label) > SHORT for option in options):
        blocks.append(Block(numbered(options)))
    return [block for block in blocks if block.text.strip()]
