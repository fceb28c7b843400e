"""People with merit (người có công với cách mạng): benefits when one of them has died."""

from workflows.language import Authority
from workflows.vocabulary import Level
from workflows.words import text

# Labour departments had this work; since the ministries merged in 2025 the Home Affairs sector has it.
# That it is decided at the province is our reading, no source that could be read settles it.
MERIT_SERVICE = Authority(
    code="merit-service",
    tone="welfare",
    text=text("Cơ quan quản lý người có công", "Office for people with merit"),
    short=text("Người có công", "People with merit"),
    level=Level.PROVINCE,
)
