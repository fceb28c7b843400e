"""What every test may use, and the steps of the scenarios in `features/`."""

import pytest

pytest.register_assert_rewrite("tests.bdd.browser", "tests.bdd.town")

pytest_plugins = [
    "tests.bdd.town",
    "tests.bdd.last_run",
    "tests.bdd.steps.declaration",
    "tests.bdd.steps.citizen",
    "tests.bdd.steps.clerk",
    "tests.bdd.steps.clock",
    "tests.bdd.steps.agency",
    "tests.bdd.steps.chain",
    "tests.bdd.steps.death",
    "tests.bdd.steps.karaoke",
    "tests.bdd.steps.officer",
    "tests.bdd.steps.after_filing",
    "tests.bdd.steps.papers",
    "tests.bdd.steps.documents",
    "tests.bdd.steps.notices",
    "tests.bdd.steps.identity",
    "tests.bdd.steps.payment",
    "tests.bdd.steps.watch",
    "tests.bdd.steps.form",
    "tests.bdd.steps.timelines",
    "tests.bdd.steps.jurisdiction",
    "tests.bdd.steps.designer",
    "tests.bdd.steps.worklist",
    "tests.bdd.steps.case_page",
    "tests.bdd.steps.operator",
    "tests.bdd.steps.officer_acts",
    "tests.bdd.steps.supervisor",
]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "any: what holds for every linked group")
