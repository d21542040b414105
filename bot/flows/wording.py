"""An outcome in words: the figure first, then how it comes, what was supposed, and what is not sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.flows import buttons
from bot.flows.reading import understood
from bot.messages import Answer, Option
from knowledge.documents import Citation
from knowledge.grids import facts, figures
from knowledge.grids.facts import expected
from knowledge.grids.inputs import Input
from knowledge.grids.outcome import Line, Outcome, outcome
from knowledge.grids.parse_rules import LISTS, TEXTS
from knowledge.grids.play import ITEMS, Play, concerns
from knowledge.grids.table import Rule
from knowledge.grids.versions import Version
from knowledge.text import fold

FIRST_GLANCE = 250
"""How many characters of an answer are read by someone who skims."""

_CONFIRM = "Avant d'annoncer ce chiffre, faites-le confirmer par le service ; « source » montre la page."
_MOST_SHOWN, _MOST_OTHERS = 6, 3


def stated(version: Version, play: Play, result: Outcome, *, rule_first: bool = False) -> Answer:
    """The answer of a finished play, with every row's proof; ``unknown``/``silent`` where act or page leaves it open.

    ``rule_first`` tells what may be done before what it costs. What was supposed can be changed by a button. A figure
    that the page shows damaged stands last: nobody who reads the first lines only may take it for the price.
    """
    table = version.table
    lines = [part for part in (_head(result, table.title), *_details(result)) if part]
    rule = result.lines[0].rule.text("answer") if len(result.lines) == 1 else ""
    lines = [rule, *lines] if rule and rule_first else lines
    for label, value in result.beside:
        lines.append(f"Soit {figures.amount(value, '€')} {label}.")
    lines += [_doubt(rule) for rule in _rules(result) if rule.because]
    supposed = _worth_saying(play)
    assumed = [f"{entry.label.lower()} : {facts.shown(entry, entry.default)}" for entry in supposed]
    if assumed:
        lines.append(f"Supposé — {' ; '.join(assumed)}. Dites-le si ce n'est pas le cas.")
    lines += [text for text in (table.note, version.warning) if text]
    damaged = [rule.printed for rule in _rules(result) if rule.printed and not rule.unreadable]
    lines += [_CONFIRM] if damaged else []
    text = "\n".join(dict.fromkeys(lines))
    if damaged and len(text) >= FIRST_GLANCE:
        text += f"\nImprimé ainsi sur la page : {', '.join(f'« {printed} »' for printed in damaged)}."
    silent = all(rule.silent or rule.unreadable for rule in _rules(result))
    return Answer(
        status="unknown" if silent else "answer",
        text=text,
        reason="silent" if silent else "",
        value=result.value,
        unit=result.unit.partition(" par ")[0] if result.value is not None else "",
        citations=_proofs(play, result),
        options=_offered(play, result, supposed),
        understood=understood(table, _used(play, result)),
    )


def question(version: Version, play: Play, before: str, likely: Mapping[str, tuple[str, ...]]) -> Answer:
    """The next thing to ask, with its buttons; ``before`` (a refusal, a remark) is said first.

    ``likely`` gives, by input, the codes that the person's words left open: only they are offered, and all on demand.
    """
    entry = play.next_input()
    if entry is None:
        raise ValueError("nothing is left to ask")
    table, position = version.table, len(play.answers)
    open_codes = {code for rule in play.rows for name, codes in rule.when if name == entry.name for code in codes}
    labels = {c.code: c.label for c in entry.choices} or {b.code: b.label for b in entry.brackets}
    possible = [code for code in entry.codes if not open_codes or code in open_codes]
    narrowed = [code for code in possible if code in likely.get(entry.name, ())]
    offered = narrowed or possible
    options = [buttons.option(labels[code], table.id, position, code) for code in offered]
    if len(offered) < len(possible):
        options.append(buttons.option("Autre réponse", table.id, position, buttons.EVERY))
    if entry.unknown:
        options.append(buttons.option("Je ne sais pas", table.id, position, buttons.UNKNOWN))
    seen = _preview(play, entry.name, offered)
    shown = [f"• {labels[code]} : {figure}" for code, figure, _ in seen]
    # A rate said in words is most of the answer to who gave no number to count with.
    rule = play.rows[0].text("answer") if len(play.rows) == 1 and not options else ""
    text = "\n".join(filter(None, (before, rule, entry.question, "" if options else expected(entry), *shown)))
    return Answer(
        "question",
        text,
        reason=entry.name,
        citations=tuple(dict.fromkeys(source for _, _, sources in seen for source in sources)),
        options=tuple(options),
        understood=understood(table, play.answers),
    )


def _used(play: Play, result: Outcome) -> tuple[tuple[str, str], ...]:
    """The answers that decided something, so that nobody reads a word taken for a fact that did not matter."""
    mattered = {name for rule in _rules(result) for name in concerns(play.table, rule, {})}
    return tuple((name, given) for name, given in play.answers if name in mattered or name == ITEMS)


def _preview(play: Play, name: str, codes: list[str]) -> list[tuple[str, str, tuple[Citation, ...]]]:
    """Code, figure and proofs of each choice when one answer is all that is missing: the reader sees them all."""
    if len(codes) > _MOST_SHOWN or play.table.collect:
        return []
    found = []
    for code in codes:
        result = outcome(play.given(name, code))
        if result is None:
            return []
        figure = _figure(result.lines[0]) or ("non prévu" if result.lines[0].rule.silent else "")
        if not figure:
            return []
        found.append((code, figure, result.sources))
    return found


def _head(result: Outcome, title: str) -> str:
    """The first line: the figure asked for; nothing where a text says it all by itself."""
    line = result.lines[0]
    if result.total is not None:
        return f"{figures.amount(result.total, result.unit)} au total — {title}."
    if len(result.lines) > 1:
        return f"{title}{' (prix unitaires)' if result.unit_prices else ''} :"
    if line.rule.unreadable:
        return f"Montant illisible sur la page du document, à vérifier sur l'original — {title}."
    figure = _figure(line)
    name = title if not line.rule.item or fold(line.rule.item) in fold(title) else f"{title} – {line.rule.item}"
    if figure:
        return f"{figure} — {name}."
    return "" if line.rule.text("answer") or line.rule.text("measure") else f"{name}."


def _details(result: Outcome) -> list[str]:
    found: list[str] = []
    several = len(result.lines) > 1
    for line in result.lines:
        if several:
            found.append(f"• {line.rule.item} : {_shown_line(line)}".rstrip(" :"))
        else:
            found += [f"Calcul : {step}." for step in line.computation]
        found += _texts(line.rule, "  " if several else "")
    return found


def _shown_line(line: Line) -> str:
    return " ; ".join(line.computation) or _figure(line) or ("montant illisible" if line.rule.unreadable else "")


def _proofs(play: Play, result: Outcome) -> tuple[Citation, ...]:
    """The proofs; that of a printed table's cell says which column was read, since its quote is the whole row."""
    table, known = play.table, play.facts
    case = dict(result.lines[0].rule.when)
    heads = [facts.shown(table.input(name), known[name].code) for name in table.columns if name in case]
    if not heads or len(result.lines) > 1:
        return result.sources
    row, *others = result.sources
    return (replace(row, piece=f"{row.piece}, colonne « {', '.join(heads)} »"), *others)


def _doubt(rule: Rule) -> str:
    """Why a figure is held right, or cannot be told, without what the page shows."""
    if rule.unreadable:
        return f"Pourquoi : {rule.because}."
    where = ", où ce chiffre est abîmé ; tenu pour juste" if any(map(str.isdigit, rule.printed)) else ""
    return f"À vérifier sur la page{where} : {rule.because}."


def _offered(play: Play, result: Outcome, supposed: Iterable[Input]) -> tuple[Option, ...]:
    """The buttons under an answer: the letter, then the other cases of what was supposed."""
    table, position = play.table, len(play.answers)
    ranks = {entry.name: rank for rank, entry in enumerate(table.inputs)}
    options = []
    if any(rule.letter for rule in _rules(result)):
        options.append(buttons.option("Préparer le courrier", table.id, position, buttons.LETTER))
    for entry in supposed:
        others = [choice for choice in entry.choices if choice.code != entry.default]
        options += [
            buttons.instead(f"Plutôt : {choice.label}", table.id, position, ranks[entry.name], choice.code)
            for choice in others[:_MOST_OTHERS]
        ]
    return tuple(options)


def _figure(line: Line) -> str:
    if line.rule.free:
        return "Gratuit"
    return "" if line.value is None else figures.amount(line.value, line.unit)


def _texts(rule: Rule, indent: str) -> list[str]:
    found = []
    for key, text in rule.texts:
        head = TEXTS[key]
        found.append(f"{indent}{head} : {text}" if head else f"{indent}{text}")
    for key, items in rule.lists:
        found.append(f"{indent}{LISTS[key]} :")
        found += [f"{indent}- {item}" for item in items]
    return found


def _rules(result: Outcome) -> list[Rule]:
    return [line.rule for line in result.lines]


def _worth_saying(play: Play) -> list[Input]:
    """Defaults that decided something; a quantity of one or none goes without saying."""
    return [entry for entry in play.assumed() if entry.default not in ("=1", "=0")]
