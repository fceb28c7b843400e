"""The faces for browsers and machines: Flask blueprints over the verbs."""
