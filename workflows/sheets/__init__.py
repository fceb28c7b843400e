"""Definitions in words and pictures: sheets, diagrams, differences."""
