"""Definitions run on a virtual clock, and what the timeline page shows of it."""
