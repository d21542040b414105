import pytest

from bot.flows import Flows
from tests.flows.town import flows


@pytest.fixture(scope="session")
def town_flows(tmp_path_factory: pytest.TempPathFactory) -> Flows:
    return flows(tmp_path_factory.mktemp("contenu"))
