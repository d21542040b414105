"""Every sentence that this channel says by itself; what the assistant says is its own."""

from __future__ import annotations

RESERVED = (
    "Bonjour. Cet assistant est réservé aux agents de la mairie.\n"
    "Si vous en faites partie, demandez un lien d'invitation à la personne qui s'en occupe."
)
WELCOME = (
    "Bonjour, et bienvenue !\n"
    "Posez votre question avec vos mots : je réponds avec l'acte, sa page et sa date. /aide montre tout le reste."
)
EXAMPLES = "Par exemple :"
WHICH_TOWN = "Pour quelle commune répondez-vous ?"
NO_TOWN = "Aucune commune n'est connue pour l'instant ; posez votre question, je chercherai dans les actes."
SUBJECTS = "De quoi s'agit-il ?"
NO_SUBJECT = "Aucune démarche n'est préparée pour cette commune ; posez votre question, je chercherai dans les actes."
BACK_TO_THEMES = "‹ Tous les sujets"
TODAY_BUTTON = "Revenir à aujourd'hui"
ON_TODAY = "Je réponds à la date du jour. Pour une autre, écrivez par exemple : /date 15/10/2024."
ON_DAY = "Je réponds à la date du {day}. Pour une autre, écrivez par exemple : /date 15/10/2024."
STALE = "Ce choix n'est plus proposé. Posez à nouveau votre question."
IN_PRIVATE = "Parlons-en plutôt en privé : https://t.me/{username}"
GROUP_CLOSED = "Je ne réponds pas dans les groupes. Écrivez-moi en privé : https://t.me/{username}"
FAULT = "Une erreur inattendue s'est produite ; elle est notée pour la personne qui s'occupe de l'assistant."
NOTICE = "Un instant, je reprends où nous en étions…"

ONLY_TEXT = "Je ne sais lire que le texte. Écrivez-moi votre question en quelques mots."
PHOTO = "Je ne lis pas les photos. Écrivez-moi votre question ; pour un acte, envoyez-le comme fichier."
NOT_CURATOR = "Merci, mais seuls les référents documentaires peuvent m'apporter un document. Parlez-en à l'un d'eux."
TOO_BIG = "« {name} » pèse {size} Mo ; par Telegram, je ne peux recevoir que 20 Mo. Passez par « vademecum ingest »."
DEPOSIT_HELP = "Vous pouvez aussi m'envoyer un acte en fichier (20 Mo au plus) : je le lis, vous confirmez, il répond."
TAKEN = "« {name} » est bien reçu. Je le lis…"
READING = "« {name} » : lecture en cours ({seconds} s)…"
ALREADY = "Je tiens déjà ce document : « {title} ». Rien n'a changé."
UNREAD = "« {name} » n'a pas pu être lu.\n{why}"
NO_DOWNLOAD = "Telegram ne me le donne pas. Envoyez-le à nouveau, ou passez par « vademecum ingest »."
CONFIRMED = "« {title} » répond dès maintenant ({pages}, {passages})."
GIVEN_UP = "« {name} » est abandonné : je n'en ai rien gardé."
NEEDS = "Il manque {what} : touchez le bouton qui convient."
DEPOSIT_GONE = "Ce dépôt est terminé ou trop ancien. Envoyez à nouveau le fichier s'il le faut."

THANKS, THANKS_NOTED = "Merci !", "Merci, c'est noté pour les référents."
TOO_LATE = "Merci. Cette réponse est trop ancienne pour être notée ; posez à nouveau la question."
LIKE, DISLIKE, SEE_PAGE = "👍", "👎", "📄 Voir la page"
REASONS: dict[str, str] = {
    "1": "pas clair",
    "2": "pas ma situation",
    "3": "chiffre faux",
    "4": "document manquant",
}
NO_PAGE = "Cette page ne peut plus être montrée."

ERASED = "C'est effacé : votre conversation et la commune choisie. Votre accès reste ouvert."
ERASED_NOTE = "Les messages affichés ici restent dans Telegram ; vous pouvez en vider l'historique."

MENU: tuple[tuple[str, str], ...] = (
    ("start", "commencer"),
    ("aide", "ce que je sais faire"),
    ("sujets", "les démarches et tarifs, par thème"),
    ("commune", "choisir la commune"),
    ("date", "répondre à une autre date"),
    ("source", "voir plus de la page citée"),
    ("retour", "revenir à la question précédente"),
    ("annuler", "quitter la démarche en cours"),
    ("effacer", "effacer ma conversation"),
    ("moi", "ce qui est gardé de moi"),
)
