"""The application on a stage of the demonstration, and its pages as whole, valid documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import html5lib
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from config import Settings
from services.demo.stage import Stage
from services.product import Product
from workflows.registry import Registry


def app_of(stage: Stage, folder: Path, known: Registry | None = None) -> Flask:
    context = replace(stage.context, registry=known or stage.context.registry)
    app = create_app(
        Settings(data=folder), Product(context, dict(stage.agencies), stage.lists), "a key for tests"
    )
    app.testing = True
    return app


def body(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    html = answer.get_data(as_text=True)
    html5lib.HTMLParser(strict=True).parse(html)
    return html
