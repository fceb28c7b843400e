"""What a designer reads about definitions: lists, one version with its proofs, differences, scenarios."""
