"""Social protection (bảo trợ xã hội): funeral support for those whom social assistance looked after."""

from workflows.language import Authority
from workflows.words import text

# The support is decided at commune level since 20/2021/NĐ-CP and 176/2025/NĐ-CP, read in secondary sources.
# Which unit receives the file in each province after the ministries merged in 2025 is not known.
SOCIAL_PROTECTION = Authority(
    code="social-protection",
    tone="welfare",
    text=text("Cơ quan bảo trợ xã hội của xã, phường", "Social-protection office of the commune"),
    short=text("Bảo trợ xã hội", "Social protection"),
)
