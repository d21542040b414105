"""Personal data: what is kept, why and for how long; and what takes a person's figures out of a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Proofs of who was let in or shut out, and numbers of messages, kept apart from what anybody said.
AUDIT_DAYS, MARK_DAYS, DEPOSIT_DAYS, INVITATION_DAYS = 365, 3, 7, 30


@dataclass(frozen=True)
class Kept:
    """One line of what is kept: ``what``, ``why``, and until when, in French; ``where`` is its table."""

    where: str
    what: str
    why: str
    until: str


def retention(dialogue_hours: int, question_days: int) -> tuple[Kept, ...]:
    """Everything a public channel keeps about people, with these settings."""
    questions = f"{question_days} jours" if question_days else "jamais gardé"
    return (
        Kept(
            "members",
            "compte, rôle, services, nom donné par l'administrateur, commune choisie, dates d'entrée et de blocage",
            "savoir qui peut demander quoi",
            "le retrait de l'accès",
        ),
        Kept(
            "invitations",
            "empreinte du code, rôle, nom prévu, dates",
            "laisser entrer une fois la personne invitée",
            f"{INVITATION_DAYS} jours après son terme",
        ),
        Kept(
            "audit",
            "date, auteur, acte (inviter, entrer, retirer, confirmer un document)",
            "rendre compte des actes d'administration",
            f"{AUDIT_DAYS} jours",
        ),
        Kept(
            "inbox",
            "le message, puis son seul numéro",
            "ne perdre ni répéter aucune réponse",
            f"la réponse pour le message, {MARK_DAYS} jours pour son numéro",
        ),
        Kept(
            "outbox",
            "la réponse, puis son seul numéro",
            "ne perdre ni répéter aucune réponse",
            f"l'envoi pour la réponse, {MARK_DAYS} jours pour son numéro",
        ),
        Kept(
            "talks",
            "la conversation en cours : commune, date, dernière question, réponses à la démarche",
            "comprendre la suite et revenir en arrière",
            f"{dialogue_hours} heures sans nouvelle",
        ),
        Kept(
            "exchanges",
            "la question, sans la personne ni ses sommes ; l'avis donné sur la réponse",
            "compléter les documents",
            f"{questions} ; {dialogue_hours} heures si la réponse n'est pas contestée",
        ),
        Kept(
            "deposits",
            "le compte et le document d'un dépôt pas encore confirmé",
            "le confirmer",
            f"la confirmation ou l'abandon, au plus {DEPOSIT_DAYS} jours",
        ),
    )


_MAIL = re.compile(r"\S+@\S+\.\w+")
_PHONE = re.compile(r"(?<!\d)(?:\+33|0)\s?\d(?:[\s.-]?\d\d){4}(?!\d)")
_MONEY = re.compile(r"\d(?:[\d\s.,]*\d)?(?=\s?(?:€|k€|euros?\b|eur\b))", re.IGNORECASE)
_INCOME = re.compile(
    r"\b((?:qf|quotient|revenus?|ressources|salaires?|gagne(?:nt)?|touche(?:nt)?|imp[oô]ts?|allocations?|rfr|"
    r"foyer|mensuels?|annuels?)\b[^\d.!?]{0,40})\d[\d\s.,]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d/])\d{1,3}(?:[  .]\d{3})+(?!\d)|(?<![\d/])\d{3,}(?:[.,]\d+)?(?![\d/])")
_YEAR = re.compile(r"(?:19|20)\d\d")
HIDDEN = "…"


def scrubbed(question: str) -> str:
    """A question without sums, incomes, telephone numbers and addresses: what may be kept without the person."""
    text = _MAIL.sub(HIDDEN, question)
    text = _PHONE.sub(HIDDEN, text)
    text = _INCOME.sub(rf"\1{HIDDEN} ", text)
    text = _MONEY.sub(HIDDEN, text)
    text = _NUMBER.sub(lambda found: found[0] if _YEAR.fullmatch(found[0]) else HIDDEN, text)
    return " ".join(text.split())
