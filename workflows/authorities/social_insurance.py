"""Social insurance (bảo hiểm xã hội): health-insurance cards, funeral and survivor benefits."""

from workflows.language import Authority
from workflows.words import text

# One local unit (BHXH cơ sở) may serve several communes; which one serves which is data of the agency that
# was not found. Here every commune has an office of its own name, which may be the same people.
SOCIAL_INSURANCE = Authority(
    code="social-insurance",
    text=text("Bảo hiểm xã hội cơ sở", "Local social-insurance agency"),
    short=text("Bảo hiểm xã hội", "Social insurance"),
    tone="insurance",
)
