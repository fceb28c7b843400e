"""Addresses of life events: a path part that matches exactly the slugs of known bundles."""

from flask import Flask
from werkzeug.routing import BaseConverter, ValidationError

from workflows.registry import Registry


def init_app(app: Flask, registry: Registry) -> None:
    """Let routes say `<life_event:slug>`."""
    known = frozenset(bundle.slug for bundle in registry.all_bundles() if not bundle.quiet)

    class LifeEvent(BaseConverter):
        """Matches the slug of a bundle, and nothing else."""

        def to_python(self, value: str) -> str:
            if value not in known:
                raise ValidationError
            return value

    app.url_map.converters["life_event"] = LifeEvent
