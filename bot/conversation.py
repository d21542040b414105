"""What people type that is no question: the commands of the chat, follow-ups, and the texts that answer them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.answering.shelf import Shelf
from bot.flows import Flows
from bot.messages import Dialogue, Reply, Turn
from bot.towns import Towns, taken_out
from knowledge.dates import dates, french_date
from knowledge.documents import Citation
from knowledge.text import fold, words

TOO_LONG = "Cette question est très longue. Dites-la en une ou deux phrases, je chercherai mieux."
ASK_SOMEONE = "Demandez au service concerné de la mairie, ou confiez-moi l'acte qui en parle."
HELP = """Posez votre question avec vos mots, par exemple « prix concession 30 ans » ou « un enfant arrive en retard ».
Vous pouvez aussi écrire :
- sujets : les démarches et tarifs que je connais
- retour : revenir à la question précédente
- annuler : quitter la démarche en cours ; recommencer : la reprendre du début
- source : voir plus de la page citée
- commune NOM : répondre pour cette commune
- date JJ/MM/AAAA : répondre à cette date
Je cite toujours l'acte, sa page et sa date. Quand les documents ne disent rien, je le dis."""
HELLO = "Bonjour ! Quelle est votre question ? « aide » montre ce qu'on peut écrire."
THANKED = "Avec plaisir. Posez-moi une autre question quand vous voulez."
NOTHING_TO_SHOW = "Je n'ai encore rien cité. Posez d'abord une question."
NOTHING_TO_LEAVE = "Aucune démarche n'est en cours."
LEFT = "C'est annulé. Posez-moi une autre question quand vous voulez."
AFRESH = "Reprenons depuis le début : posez votre question."
AROUND, QUOTED = 6, 0.8
LONGEST_NAME, ECHOED = 4, 60
_DAY = re.compile(r"(?:(?:le|du|au) )?\d")


def command(text: str, dialogue: Dialogue, on: date, towns: Towns, flows: Flows, shelf: Shelf) -> Turn | None:
    """The reply to a command of the chat, or None when ``text`` is something else."""
    word, _, rest = " ".join(fold(text).split()).partition(" ")
    word = word.lstrip("/")
    if not word and not text.strip():
        return _say("Posez-moi une question, ou écrivez « aide ».", dialogue)
    if word in ("bonjour", "bonsoir", "salut", "coucou") and len(rest.split()) < 2:
        return _say(HELLO, dialogue)
    if word == "merci" and len(rest.split()) < 3:
        return _say(THANKED, dialogue)
    if word in ("aide", "help", "start") and not rest:
        return _say(HELP, dialogue)
    if word == "sujets" and not rest:
        return _say(_subjects(dialogue, on, flows), dialogue)
    if word in ("source", "sources") and not rest:
        return _say(source(dialogue.citations, shelf), dialogue)
    if word == "annuler" and not rest:
        return _say(LEFT if dialogue.flow or dialogue.options else NOTHING_TO_LEAVE, flows.cancel(dialogue))
    if word == "retour" and not rest:
        return _back(dialogue, on, flows)
    if word == "recommencer" and not rest:
        if not dialogue.flow:
            return _say(AFRESH, replace(dialogue, question="", options=(), citations=()))
        step = flows.restart(dialogue, on)
        return Turn(Reply(step.answer.text, step.answer, step.answer.options), step.dialogue)
    if word == "commune":
        return _commune(text, dialogue, towns)
    if word == "date":
        return _date(rest, dialogue)
    return None


def followed(question: str, text: str, towns: Towns) -> str:
    """The full question that a follow-up makes with the last one ("et pour 15 ans ?"), or "" when it is none.

    A number of the same thing takes the former one's place, and a town the former town's; anything else is added.
    """
    match = re.match(r"^(?:et|alors|sinon|mais)\b[ ,]*(?:(?:pour|avec|si|a|en|le|la|les)\b )?(.*?)\W*$", fold(text))
    if not question or not match or not match[1] or len(match[1].split()) > 6:
        return ""
    change = match[1]
    folded = fold(question)
    for number, thing in re.findall(r"(\d+)\s*([a-z]{2,})", change):
        pattern = rf"\b\d+(\s*){thing[:4]}[a-z]*"
        if re.search(pattern, folded):
            return re.sub(pattern, f"{number} {thing}", folded, count=1)
    if towns.named(change):
        question = " ".join(taken_out(folded, towns.names)[1].split())
    return f"{question} {change}"


def is_question(text: str) -> bool:
    """Whether words read as a question of their own, and not as an answer that was not understood."""
    return text.rstrip().endswith("?") or len(text.split()) >= 6


def source(citations: tuple[Citation, ...], shelf: Shelf) -> str:
    """More of the page around the first quote: the lines before and after it, the quoted one marked."""
    if not citations:
        return NOTHING_TO_SHOW
    citation = citations[0]
    named = (citation.document, citation.title, citation.file)
    held = next((d for d in shelf.documents() if d.id in named or d.metadata.title in named), None)
    page = shelf.page(held.id, citation.page) if held else None
    title = f"{citation.title}, page {citation.page}"
    if page is None:
        return f"{title}\n« {citation.quote} »"
    lines = page.text.split("\n")
    quoted = set(words(citation.quote))
    alike = [len(quoted & set(words(line))) / (len(words(line)) or 1) for line in lines]
    named_line = citation.line - page.first_line if citation.line else -1
    at = named_line if 0 <= named_line < len(lines) else max(range(len(lines)), key=lambda n: alike[n])
    shown = range(max(0, at - AROUND), min(len(lines), at + 3 * AROUND))
    marked = [f"{'>' if alike[n] >= QUOTED else ' '} {lines[n]}" for n in shown if lines[n].strip()]
    return f"{title}\n" + "\n".join(line.rstrip() for line in marked)


def _subjects(dialogue: Dialogue, on: date, flows: Flows) -> str:
    titles = [title for _, title in flows.subjects(dialogue.commune, on)]
    if not titles:
        return "Aucune démarche n'est préparée pour votre commune ; posez votre question, je chercherai dans les actes."
    themes: dict[str, list[str]] = {}
    for title in titles:
        theme, _, rest = title.partition(" : ")
        themes.setdefault(theme, []).append(rest)
    lines = [f"- {theme}{' : ' if any(rest) else ''}{' ; '.join(filter(None, rest))}" for theme, rest in themes.items()]
    return "\n".join(["Je connais :", *lines, "Posez votre question avec vos mots."])


def _back(dialogue: Dialogue, on: date, flows: Flows) -> Turn:
    if not dialogue.flow or not dialogue.answers:
        return _say(NOTHING_TO_LEAVE if not dialogue.flow else LEFT, flows.cancel(dialogue))
    step = flows.back(dialogue, on)
    return Turn(Reply(step.answer.text, step.answer, step.answer.options), step.dialogue)


def _commune(text: str, dialogue: Dialogue, towns: Towns) -> Turn | None:
    name = text.strip().lstrip("/")[len("commune") :].strip(" :")
    known = f"Communes connues : {', '.join(towns.names) or 'aucune'}."
    if not name:
        return _say(f"Commune actuelle : {dialogue.commune or 'aucune'}. {known}", dialogue)
    town = towns.find(name)
    if not town and len(name.split()) > LONGEST_NAME:
        return None  # a question that begins with the word
    if not town:
        return _say(f"Je ne connais pas la commune « {name[:ECHOED]} ». {known}", dialogue)
    return _say(f"Je réponds maintenant pour {town}.", replace(flows_left(dialogue), commune=town))


def _date(rest: str, dialogue: Dialogue) -> Turn | None:
    if rest in ("", "aujourd'hui", "du jour"):
        return _say("Je réponds à la date du jour.", replace(flows_left(dialogue), on=None))
    if not _DAY.match(rest):
        return None  # "date limite d'inscription" asks for a date, it gives none
    found = dates(rest) or dates(f"le {rest}")
    if not found:
        return _say("Écrivez la date ainsi : date 15/10/2024.", dialogue)
    return _say(
        f"Je réponds maintenant à la date du {french_date(found[0])}.", replace(flows_left(dialogue), on=found[0])
    )


def flows_left(dialogue: Dialogue) -> Dialogue:
    """The dialogue without the flow, its options and the question that it had."""
    return replace(dialogue, flow="", answers=(), options=(), question="")


def _say(text: str, dialogue: Dialogue) -> Turn:
    return Turn(Reply(text, None, dialogue.options), dialogue)
