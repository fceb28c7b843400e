"""One file per linked bundle (nhóm thủ tục liên thông): values only."""
