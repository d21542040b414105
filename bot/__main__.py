"""``python -m bot`` is the ``vademecum`` command."""

from bot.cli import entry

entry()
