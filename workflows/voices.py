"""Names facts, their values and answers as the people of one bundle know them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workflows.registry import Registry
from workflows.statements import STATEMENTS
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class BundleVoice:
    """Speaks for one bundle, named by its key; made for every refusal, so it looks things up late."""

    registry: Registry
    bundle: str

    def label(self, fact: str) -> Text:
        """Return what people call a fact; its code when nobody gave it a name."""
        return self.registry.label(self.registry.bundle(self.bundle), fact)

    def says(self, fact: str, value: Any) -> Text | None:
        """Return what it means that a yes-no fact holds, or does not."""
        found = STATEMENTS.get(fact)
        return found[0 if value else 1] if found and isinstance(value, bool) else None

    def option(self, fact: str, value: str) -> Text:
        """Return the words in which a choice was offered."""
        declaration = self.registry.declaration(self.registry.bundle(self.bundle).declaration)
        asked = (question for question in declaration.questions() if question.fact == fact)
        options = (option for question in asked for option in question.options if option.value == value)
        return next((option.text for option in options), Text(vi=value, en=value))
