"""The rows: what is remembered. Columns and queries, no rules."""
