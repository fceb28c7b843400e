"""One file per procedure (thủ tục hành chính): values only, newest version last.

A long procedure `<name>.py` has its papers, states and steps beside it, in `<name>_….py`; what the
procedures of one group share is in `<group>_group.py`.
"""
