"""The agencies' systems by code: for the demonstration, the simulation and tests all of them are fakes."""

from pathlib import Path

from services.agencies.civil_status import CivilStatus
from services.agencies.fake import FakeAgency
from services.agencies.hospital import Hospital
from services.agencies.population import PopulationDatabase
from services.agencies.residence import Residence
from services.agencies.social_insurance import SocialInsurance
from services.agencies.social_protection import SocialProtection
from services.exchange.fake_ledger import Ledger
from services.time.clock import Clock, SystemClock

FAKES: tuple[type[FakeAgency], ...] = (
    Hospital,
    PopulationDatabase,
    CivilStatus,
    Residence,
    SocialInsurance,
    SocialProtection,
)


def demo_agencies(path: Path, clock: Clock | None = None) -> dict[str, FakeAgency]:
    """Open every agency's fake on one file of their own; without a clock they use the machine's."""
    ledger, clock = Ledger(path), clock or SystemClock()
    return {fake.code: fake(ledger, clock) for fake in FAKES}
