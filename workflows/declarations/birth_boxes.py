"""The boxes that an answer of the birth form fills in the separate forms: the procedure, and how many."""

from workflows.questions import Feed

BIRTH_1 = Feed(procedure="birth-registration", boxes=1)
BIRTH_2 = Feed(procedure="birth-registration", boxes=2)
RESIDENCE_1 = Feed(procedure="permanent-residence", boxes=1)
RESIDENCE_2 = Feed(procedure="permanent-residence", boxes=2)
RESIDENCE_3 = Feed(procedure="permanent-residence", boxes=3)
RESIDENCE_4 = Feed(procedure="permanent-residence", boxes=4)
CARD_1 = Feed(procedure="child-health-insurance", boxes=1)
CARD_2 = Feed(procedure="child-health-insurance", boxes=2)
