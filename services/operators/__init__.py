"""What operators do to keep messages between systems moving (vận hành)."""
