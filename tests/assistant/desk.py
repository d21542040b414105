"""An assistant at the desk of the invented town: its grids, a few acts, and a conversation that is typed to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from bot.assistant import Assistant
from bot.codec import decode, encode
from bot.messages import Dialogue, Incoming, Reply
from knowledge.content import Contact, Content
from tests.answering.acts import NEIGHBOUR
from tests.answering.office import Act, Engine, Shelf, expand

DAY = date(2030, 6, 1)
LAKE = Act(
    "reglement-de-la-plage",
    """
REGLEMENT DE LA PLAGE

Article 1 - Chiens
Les chiens sont interdits sur la plage du 1er mai au 30 septembre.
Un chien tenu en laisse est admis le reste de l'année.

Article 2 - Cabines
Une cabine de plage est louée 35 € par semaine.
""",
    commune="Monbourg",
)
ICE = replace(NEIGHBOUR, commune="Vertville")
BEACH = Contact("Service de la plage", ("plage", "baignade"), phone="01 23 45 67 89")


def assistant(content: Content, *acts: Act, contacts: tuple[Contact, ...] = ()) -> Assistant:
    """The assistant of ``content`` over ``acts``, the town's services being ``contacts``."""
    communes = tuple(replace(commune, contacts=contacts) for commune in content.communes)
    shelf = Shelf(*acts)
    return Assistant(shelf, Engine(shelf), expand, replace(content, communes=communes))


@dataclass
class Desk:
    """A conversation with an assistant: its state goes through JSON between two messages, as on any channel."""

    assistant: Assistant
    dialogue: Dialogue = field(default_factory=lambda: Dialogue(commune="Monbourg"))

    def type(self, text: str) -> Reply:
        """The reply to words."""
        return self._done(Incoming(DAY, text))

    def take(self, token: str) -> Reply:
        """The reply to a choice taken by its token, of this message or of an older one."""
        return self._done(Incoming(DAY, token=token))

    def _done(self, incoming: Incoming) -> Reply:
        turn = self.assistant.respond(incoming, self.dialogue)
        self.dialogue = decode(Dialogue, encode(turn.dialogue))
        assert self.dialogue == turn.dialogue
        return turn.reply
