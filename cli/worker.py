"""Runs the durable jobs without serving pages: `python -m cli.worker`, beside a PostgreSQL database."""

import argparse
import os
import signal
import socket
import sys
import threading
from pathlib import Path

from config import Settings
from services.documents.keys import NoSigningKey, open_seals
from services.product import open_product


def main(arguments: list[str] | None = None) -> int:
    """Run jobs until stopped; return the exit code."""
    wanted = _parser().parse_args(arguments)
    settings = Settings(data=Path(os.environ["DATA"])) if os.environ.get("DATA") else Settings()
    if not settings.database_url:
        print(
            "A worker needs PostgreSQL (KML_DATABASE_URL): on SQLite the web process does its work.",
            file=sys.stderr,
        )
        return 1
    try:
        seals = open_seals(
            settings.public_url,
            settings.signing_keys,
            settings.signing_password.get_secret_value(),
            data=settings.data,
            production=settings.production,
        )
    except NoSigningKey as missing:
        print(f"Results cannot be signed: {missing}", file=sys.stderr)
        return 1
    product = open_product(
        settings.url(),
        settings.data,
        executor_id=f"worker:{socket.gethostname()}:{wanted.slot}",
        number_prefix=settings.number_prefix,
        demo=not settings.production,
        vault_keys=settings.vault_keys.get_secret_value(),
        seals=seals,
    )
    stopped = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stopped.set())
    assert product.background is not None  # noqa: S101 - open_product always makes one
    product.background.start()
    print("Running jobs. Stop with Ctrl+C.", flush=True)
    stopped.wait()
    product.background.stop()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m cli.worker", description=__doc__)
    parser.add_argument("--slot", type=int, default=1, help="number of this worker on this machine")
    return parser


if __name__ == "__main__":
    sys.exit(main())
