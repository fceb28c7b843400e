"""One file per procedure (thủ tục hành chính): values only, newest version last."""
