"""Every setting of the product, once, typed, from the environment; read by the starting points only."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an operator may set. Names in the environment are these in capitals, with `KML_` before."""

    model_config = SettingsConfigDict(env_prefix="KML_", extra="forbid")

    data: Path = Field(Path("var"), description="Folder of the database and of the demo agencies' registers.")
    database_url: str = Field("", description="PostgreSQL address; empty means SQLite in the data folder.")
    secret_key: SecretStr = Field(
        SecretStr(""), description="Signs session cookies; empty means one kept in the data folder."
    )
    vault_keys: SecretStr = Field(
        SecretStr(""),
        description="Seal papers and results: 1:<base64 of 32 bytes>, 2:…; empty keeps one in the data.",
    )
    production: bool = Field(
        False, description="Refuses demo accounts and data, and sends cookies over TLS only."
    )
    worker_inside: bool = Field(True, description="Runs the durable jobs inside the web process.")
    number_prefix: str = Field(
        "K00.000.00", description="The agency part of dossier codes (Circular 04/2025/TT-VPCP)."
    )

    def url(self) -> str:
        """Return the address of the database."""
        return self.database_url or f"sqlite:///{self.data.resolve() / 'product.sqlite'}"
