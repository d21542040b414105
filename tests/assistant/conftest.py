import pytest

from knowledge.content import Content
from tests.assistant.desk import BEACH, ICE, LAKE, Desk, assistant
from tests.flows.town import town


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return town(tmp_path_factory.mktemp("contenu"))


@pytest.fixture
def desk(content: Content) -> Desk:
    return Desk(assistant(content, LAKE, ICE, contacts=(BEACH,)))
