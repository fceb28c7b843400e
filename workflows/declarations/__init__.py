"""One file per electronic form (tờ khai điện tử): values only.

The pages of a long form are beside it, in `<form>_….py`.
"""
