"""What officers do with a case (hồ sơ)."""
