"""Papers that people attach (giấy tờ), checked and sealed."""
