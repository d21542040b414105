"""``python -m tests.conversations [NAME…]`` rewrites the conversations with what is answered today: read the diff."""

import sys
import tempfile

from bot.config import Settings
from bot.wiring import open_house
from tests.conversations.talk import files, replayed

with tempfile.TemporaryDirectory() as folder, open_house(Settings(data=folder)) as house:
    for file in files():
        if not sys.argv[1:] or file.stem in sys.argv[1:]:
            file.write_text(replayed(file.read_text(encoding="utf-8"), house.assistant.respond), encoding="utf-8")
