"""The application: configuration, product, blueprints, errors. Nothing else lives here."""

from flask import Flask
from jinja2 import StrictUndefined

from config import Settings
from services.product import Product
from web import (
    access,
    assets,
    auth,
    citizen,
    clerk,
    errors,
    filters,
    i18n,
    security,
    slugs,
    supervisor,
    timeline,
)


def create_app(settings: Settings, product: Product, secret_key: str) -> Flask:
    """Return the web application over an open product.

    Raises:
        RuntimeError: a route does not declare who may use it.
    """
    app = Flask(__name__)
    app.config["SECRET_KEY"] = secret_key
    app.jinja_env.undefined = StrictUndefined
    app.extensions["product"] = product
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    slugs.init_app(app, product.context.registry)
    assets.init_app(app)
    security.init_app(app, production=settings.production)
    access.init_app(app, product.context)
    i18n.init_app(app)
    filters.init_app(app, product.lists)
    errors.init_app(app)
    # The public pages' blueprint, the timeline among them.
    for module in (timeline, auth, citizen, clerk, supervisor):
        app.register_blueprint(module.blueprint)
    access.check_every_route_declares(app)
    return app
