"""Who acts and what they may: people, officers, sessions, permissions."""
