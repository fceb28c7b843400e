"""Scripted families whose dossiers show what linking changes: values only."""
