"""What pages and the API read: frozen values, never rows."""
