"""The rules: what the law says, as pure values and pure functions."""
