"""The supervisor's figures: counted from the journal, compared with their targets, opened as lists."""
