"""Who acts: a citizen, an officer, an agency's system, or the system itself."""

from dataclasses import dataclass

from workflows.vocabulary import Role

# What people read where a system acted.
AGENCIES = {
    "population-database": "Cơ sở dữ liệu dân cư",
    "civil-status": "Hệ thống hộ tịch",
    "residence": "Hệ thống cư trú",
    "social-insurance": "Hệ thống bảo hiểm xã hội",
    "social-protection": "Hệ thống bảo trợ xã hội",
    "hospital": "Cổng dữ liệu y tế",
    "payment-gateway": "Cổng thanh toán",
}


@dataclass(frozen=True, slots=True)
class ActingFor:
    """The one draft of somebody else that an actor may fill in, and nothing else of that person.

    Whoever knows the draft's code may only fill it in; an officer at the counter may submit it too.
    """

    draft_id: str
    owner: str
    slug: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One person or system that acts in a unit of work.

    `office_id` is set for officers only; `personal_id` for every person. Whoever is `acting_for` somebody
    has that one draft instead of drafts of their own.
    """

    id: str
    name: str
    roles: frozenset[Role]
    office_id: str | None = None
    personal_id: str | None = None
    acting_for: ActingFor | None = None

    @property
    def files_for(self) -> str | None:
        """The personal ID of the person whose drafts these are: the own, or that of whom one acts for."""
        return self.acting_for.owner if self.acting_for else self.personal_id

    def reaches(self, draft_id: str, owner: str) -> bool:
        """Say whether a draft or dossier of this owner is one that this actor may fill in."""
        if self.acting_for is not None:
            return (self.acting_for.draft_id, self.acting_for.owner) == (draft_id, owner)
        return self.personal_id == owner

    @property
    def is_officer(self) -> bool:
        return self.office_id is not None

    def role_name(self) -> str:
        """Return the one word that the journal writes for this actor's role."""
        return "+".join(sorted(role.value for role in self.roles)) or "nobody"


def citizen(personal_id: str, name: str) -> Actor:
    """A signed-in person; they may turn out to be the requester or somebody whose consent is needed."""
    return Actor(personal_id, name, frozenset({Role.CITIZEN, Role.RELATIVE}), personal_id=personal_id)


def agency(code: str) -> Actor:
    """The system of another agency, when its answer arrives."""
    return Actor(code, AGENCIES.get(code, code), frozenset({Role.AGENCY}))


SYSTEM = Actor("system", "Hệ thống", frozenset({Role.SYSTEM}))
NOBODY = Actor("nobody", "", frozenset())
# Whoever knows a draft's code and phone number; who that is nobody knows.
DRAFT_HOLDER = Actor("draft-holder", "", frozenset())
