"""Public-order police (quản lý hành chính về trật tự xã hội): security conditions of certain trades."""

from workflows.language import Authority
from workflows.vocabulary import Level
from workflows.words import text

# What could be read of 297/2025/NĐ-CP names the police and the procedure system of their ministry, not the
# level. The province is assumed here; it is not known.
ORDER_POLICE = Authority(
    code="order-police",
    text=text("Công an quản lý hành chính về trật tự xã hội", "Public-order police"),
    short=text("Công an (trật tự)", "Order police"),
    level=Level.PROVINCE,
    tone="police",
)
