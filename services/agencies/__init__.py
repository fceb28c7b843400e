"""The systems of other agencies, each behind one contract."""
