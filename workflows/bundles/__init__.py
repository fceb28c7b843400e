"""One file per linked bundle (nhóm thủ tục liên thông): values only.

Members, links and remarks of a long one are beside it, in `<bundle>_….py`.
"""
