"""What people read where another agency's system is meant; all of them are simulated here."""

from services.access.actors import AGENCIES
from workflows.words import Text

_ENGLISH = {
    "population-database": "Population database",
    "civil-status": "Civil-status register",
    "residence": "Residence system",
    "social-insurance": "Social-insurance system",
    "social-protection": "Social-protection system",
    "hospital": "Health data portal",
    "payment-gateway": "Payment gateway",
}


def name_of(agency: str) -> Text:
    """Call an agency's system by its name, and by its code when it has none."""
    return Text(vi=AGENCIES.get(agency, agency), en=_ENGLISH.get(agency, agency))
