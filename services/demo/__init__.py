"""The demonstration: invented people, their offices, and stories that play by themselves."""
