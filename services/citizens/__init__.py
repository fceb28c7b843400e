"""What citizens do: declare, keep drafts, answer, agree, withdraw."""
