"""The application: configuration, product, blueprints, errors. Nothing else lives here."""

from flask import Flask
from jinja2 import StrictUndefined

from config import Settings
from services.access.identity_provider import Registration
from services.product import Product
from web import (
    access,
    assets,
    designer,
    errors,
    filters,
    i18n,
    oidc,
    payments,
    rooms,
    security,
    slugs,
    stand_in_identity,
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
    i18n.init_app(app, settings.languages)
    filters.init_app(app, product.lists)
    errors.init_app(app)
    for blueprint in rooms.BLUEPRINTS:
        app.register_blueprint(blueprint)
    payments.init_app(app)
    designer.init_app(app, settings.scenarios)
    app.config["OIDC_REDIRECT_URI"] = settings.oidc_redirect_uri
    if settings.oidc_issuer:
        oidc.connect(app, _registration(settings))
    elif not settings.production:
        oidc.connect(app, *stand_in_identity.init_app(app))
    security.spare_machines(app)
    access.check_every_route_declares(app)
    return app


def _registration(settings: Settings) -> Registration:
    return Registration(
        settings.oidc_issuer,
        settings.oidc_client_id,
        settings.oidc_client_secret.get_secret_value(),
        settings.oidc_level,
        settings.oidc_personal_id_claim,
    )
