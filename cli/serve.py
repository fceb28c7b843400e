"""Serves the product on this machine, set up and filled at the first start: `python -m cli.serve`."""

import argparse
import os
import secrets
import socket
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

from gunicorn.app.base import BaseApplication

from app import create_app
from config import Settings
from services.demo import accounts as demo_accounts
from services.documents.keys import NoSigningKey, Seals, open_seals
from services.product import Product, open_product
from services.reading.supervising import tallies
from services.simulation.often import warm
from workflows.errors import LinkedServiceError

BANNER = """
Khai một lần – http://{host}:{port}

  Người dân (citizens)   http://{host}:{port}/dang-nhap
  Cán bộ (officers)      http://{host}:{port}/dang-nhap?kind=can-bo
  21 → 4                 http://{host}:{port}/mo-phong

{accounts}
Dữ liệu / data: {data}    Dừng / stop: Ctrl+C
"""


def main(arguments: list[str] | None = None) -> int:
    """Check what can be checked, then serve until stopped; return the exit code."""
    wanted = _parser().parse_args(arguments)
    settings = Settings(data=Path(os.environ["DATA"])) if os.environ.get("DATA") else Settings()
    problem = _unwritable(settings.data) or _port_taken(wanted.host, wanted.port)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    try:
        seals = _seals(settings, f"http://{wanted.host}:{wanted.port}")
    except NoSigningKey as missing:
        print(f"Results cannot be signed: {missing}", file=sys.stderr)
        return 1
    product = open_product(
        settings.url(),
        settings.data,
        executor_id=f"web:{wanted.port}",
        number_prefix=settings.number_prefix,
        demo=not settings.production,
        vault_keys=settings.vault_keys.get_secret_value(),
        seals=seals,
    )
    app = create_app(settings, product, _secret(settings))
    print(
        BANNER.format(
            host=wanted.host,
            port=wanted.port,
            data=settings.data,
            accounts="" if settings.production else "\n".join(demo_accounts.lines()),
        ),
        flush=True,
    )
    bind = f"{wanted.host}:{wanted.port}"
    Server(app, product, bind, settings.data, worker_inside=settings.worker_inside).run()
    return 0


class Server(BaseApplication):  # type: ignore[misc]
    """One process with threads: the durable jobs run inside it, on the same SQLite file."""

    def __init__(self, app: object, product: Product, bind: str, data: Path, *, worker_inside: bool) -> None:
        self._app, self._context, self._bind, self._data = app, product.context, bind, data
        self._worker = product if worker_inside else None
        super().__init__()

    def load_config(self) -> None:
        settings = {
            "bind": self._bind,
            "workers": 1,
            "threads": 8,
            "worker_class": "gthread",
            "accesslog": None,
            "loglevel": "warning",
            "proc_name": "khai-mot-lan",
            "control_socket": str(self._data.resolve() / "gunicorn.ctl"),
            "post_worker_init": self._start_jobs,
            "worker_exit": self._stop_jobs,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        return self._app

    def _start_jobs(self, _worker: object) -> None:
        if self._worker and self._worker.background:
            self._worker.background.start()
        Thread(target=self._warm, daemon=True, name="warm").start()

    def _warm(self) -> None:
        """Count the usual simulation and the figures beside the first requests, not before or within them."""
        tallies.warm(self._context)
        with suppress(LinkedServiceError):  # then it is counted when it is asked for
            warm(self._context.registry, self._context.calendar())

    def _stop_jobs(self, _arbiter: object, _worker: object) -> None:
        if self._worker and self._worker.background:
            self._worker.background.stop()


def _seals(settings: Settings, here: str) -> Seals:
    """Return what results are signed with."""
    return open_seals(
        settings.public_url or here,
        settings.signing_keys,
        settings.signing_password.get_secret_value(),
        data=settings.data,
        production=settings.production,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m cli.serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    return parser


def _unwritable(folder: Path) -> str | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-test"
        probe.write_text("")
        probe.unlink()
    except OSError as error:
        return (
            f"Cannot write to the data folder {folder}: {error.strerror}. Choose another: make run DATA=/path"
        )
    return None


def _port_taken(host: str, port: int) -> str | None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return f"Port {port} on {host} is not free: {error.strerror}. Choose another: make run PORT=8001"
    return None


def _secret(settings: Settings) -> str:
    """Return the key that signs cookies: the operator's, or one kept in the data folder."""
    given = settings.secret_key.get_secret_value()
    if given:
        return given
    file = settings.data / "secret.key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()


if __name__ == "__main__":
    sys.exit(main())
