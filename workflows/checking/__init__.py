"""Proofs that definitions are sound, each check one function."""
