"""The boxes that an answer of the death form fills in the separate forms: the procedure, and how many."""

from workflows.questions import Feed

DEATH_1 = Feed(procedure="death-registration", boxes=1)
REMOVAL_1 = Feed(procedure="residence-removal", boxes=1)
REMOVAL_2 = Feed(procedure="residence-removal", boxes=2)
INSURANCE_1 = Feed(procedure="funeral-allowance-insurance", boxes=1)
PROTECTION_1 = Feed(procedure="funeral-allowance-protection", boxes=1)
SURVIVOR_1 = Feed(procedure="survivor-benefit", boxes=1)
PAYERS = (INSURANCE_1, PROTECTION_1, SURVIVOR_1)
