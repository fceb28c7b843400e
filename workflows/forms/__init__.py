"""From typed text to facts: how a declaration is read, completed and counted."""
