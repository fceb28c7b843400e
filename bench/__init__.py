"""Measures the engine on the work it is made for; `python -m bench` prints and writes the figures."""
