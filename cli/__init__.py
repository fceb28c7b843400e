"""The faces for operators: commands."""
