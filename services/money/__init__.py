"""Fees and payments (phí, lệ phí)."""
