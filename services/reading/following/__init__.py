"""What is read of a dossier once it is sent: by its requester, or by whoever has code and phone."""
