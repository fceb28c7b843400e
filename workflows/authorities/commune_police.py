"""Commune police (công an cấp xã): where people live, and the ID card of the youngest."""

from workflows.language import Authority
from workflows.words import text

COMMUNE_POLICE = Authority(
    code="police",
    text=text("Công an cấp xã", "Commune police"),
    short=text("Công an xã", "Police"),
    tone="police",
)
