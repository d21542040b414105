"""Answers as text for a person: the figure or the rule first, then its proof, then the choices."""

from __future__ import annotations

import re
import textwrap

from bot.messages import Answer, Option, Reply
from knowledge.documents import Citation

# Spaces that no French line is broken at: inside « », before « : ; ? ! € % », between the digits of a number.
BOUND = re.compile(r"(?<=«) | (?=[»:;?!€%])|(?<=\d) (?=\d{3}\b)")
PLACE = 60  # characters shown of where in a document a quote stands
BOLD, DIM, PLAIN = "\033[1m", "\033[2m", "\033[0m"


def render_reply(reply: Reply, width: int = 0, colour: bool = False) -> str:
    """A reply as text; ``width`` in columns wraps it (0: never), ``colour`` lets it use terminal colours."""
    parts = [render_answer(reply.answer, width, colour)] if reply.answer else [wrapped(reply.text, width)]
    if reply.options and not (reply.answer and reply.answer.options):
        parts.append(numbered(reply.options, width))
    return "\n\n".join(part for part in parts if part)


def render_answer(answer: Answer, width: int = 0, colour: bool = False) -> str:
    """An answer as text: what is stated, how the question was read, the proofs, the choices."""
    parts = [painted(wrapped(answer.text, width), BOLD, colour)]
    if answer.understood:
        parts.append(painted(wrapped(f"Compris : {answer.understood}", width), DIM, colour))
    parts += [render_citation(citation, width, colour) for citation in answer.citations]
    parts.append(numbered(answer.options, width))
    return "\n\n".join(part for part in parts if part)


def render_citation(citation: Citation, width: int = 0, colour: bool = False) -> str:
    """A proof as text: the quote between « », then the document, the page, the date and the standing."""
    source = painted(wrapped(source_of(citation), width), DIM, colour)
    return f"{wrapped(f'« {citation.quote.strip()} »', width)}\n{source}"


def source_of(citation: Citation) -> str:
    """Where a quote stands, in one line: document, the act or the place in it, page, date, standing."""
    title = citation.title or citation.file
    place = [textwrap.shorten(citation.piece, PLACE, placeholder=" …")] if citation.piece not in ("", title) else []
    date = [f"{citation.date:%d/%m/%Y}"] if citation.date else []
    return ", ".join([title, *place, f"page {citation.page}", *date, citation.standing.label])


def numbered(options: tuple[Option, ...], width: int = 0) -> str:
    """The choices, one a line, each after the number that takes it."""
    return "\n".join(wrapped(f"{number:>3}. {option.label}", width, hang=5) for number, option in enumerate(options, 1))


def wrapped(text: str, width: int, hang: int = 0) -> str:
    """``text`` with each of its lines wrapped to ``width`` columns, unless that is 0; its own line ends are kept."""
    if not width:
        return text
    lines = (
        textwrap.wrap(
            BOUND.sub("\N{NO-BREAK SPACE}", line),
            width,
            subsequent_indent=" " * hang,
            break_long_words=False,
            break_on_hyphens=False,
        )
        or [""]
        for line in text.split("\n")
    )
    return "\n".join(part for line in lines for part in line)


def painted(text: str, style: str, colour: bool) -> str:
    """``text`` in a terminal style, or as it is without colour."""
    return f"{style}{text}{PLAIN}" if colour and text else text
