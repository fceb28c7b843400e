"""What every test may use, and the steps of the scenarios in `features/`."""

import pytest

pytest.register_assert_rewrite("tests.bdd.browser", "tests.bdd.town")

pytest_plugins = [
    "tests.bdd.town",
    "tests.bdd.steps.declaration",
    "tests.bdd.steps.citizen",
    "tests.bdd.steps.clerk",
    "tests.bdd.steps.clock",
    "tests.bdd.steps.agency",
    "tests.bdd.steps.chain",
    "tests.bdd.steps.death",
    "tests.bdd.steps.karaoke",
    "tests.bdd.steps.officer",
]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "any: what holds for every linked group")
