"""Civil status (hộ tịch) at the commune: births, deaths, and the certificates about them."""

from workflows.language import Authority
from workflows.words import text

# The commune alone since the districts went on 01/07/2025, also for cases with a foreign element
# (120/2025/NĐ-CP Art. 4). The officer for justice and civil status acts, the chairman signs.
CIVIL_STATUS = Authority(
    code="civil-status",
    text=text("Ủy ban nhân dân cấp xã (tư pháp, hộ tịch)", "Commune People's Committee (civil status)"),
    short=text("Tư pháp, hộ tịch", "Civil status"),
    tone="justice",
)
