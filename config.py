"""Every setting of the product, once, typed, from the environment; read by the starting points only."""

from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, model_validator
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
    public_url: str = Field(
        "", description="Address under which people reach the product; it stands on results. Empty: this one."
    )
    signing_keys: Path | None = Field(
        None, description="Folder of PKCS#12 files that sign results, and of roots.pem; empty: demo keys."
    )
    signing_password: SecretStr = Field(SecretStr(""), description="Opens those PKCS#12 files.")
    production: bool = Field(
        False, description="Refuses demo accounts and data, and sends cookies over TLS only."
    )
    languages: Path | None = Field(
        None, description="Folder with more languages as .po files (python -m cli.translations --new <code>)."
    )
    scenarios: Path | None = Field(
        None, description="File with the last run of the scenarios, as `make features` writes it."
    )
    oidc_issuer: str = Field(
        "",
        description="The provider citizens sign in with; empty: the stand-in, for demonstrations.",
    )
    oidc_client_id: str = Field("", description="How the provider knows this product.")
    oidc_client_secret: SecretStr = Field(SecretStr(""), description="What this product proves itself with.")
    oidc_level: str = Field(
        "",
        description="The acr value that stands for level 2; the real provider's is not published.",
    )
    oidc_personal_id_claim: str = Field(
        "personal_id", description="The claim that holds the personal ID number of twelve digits."
    )
    oidc_redirect_uri: str = Field(
        "",
        description="Where the provider sends people back, as registered; empty: as asked for.",
    )
    worker_inside: bool = Field(True, description="Runs the durable jobs inside the web process.")
    number_prefix: str = Field(
        "K00.000.00", description="The agency part of dossier codes (Circular 04/2025/TT-VPCP)."
    )

    @model_validator(mode="after")
    def _whole_provider(self) -> Self:
        """Refuse a provider of which something is missing, or that is asked in the open in production."""
        if self.oidc_issuer and not (self.oidc_client_id and self.oidc_level):
            raise ValueError("KML_OIDC_ISSUER needs KML_OIDC_CLIENT_ID and KML_OIDC_LEVEL")
        if self.production and self.oidc_issuer and not self.oidc_issuer.startswith("https://"):
            raise ValueError("KML_OIDC_ISSUER must begin with https:// in production")
        return self

    def url(self) -> str:
        """Return the address of the database."""
        return self.database_url or f"sqlite:///{self.data.resolve() / 'product.sqlite'}"
