"""Who acts: a citizen, an officer, an agency's system, or the system itself."""

from dataclasses import dataclass

from workflows.language import Role

# What people read where a system acted.
AGENCIES = {
    "population-database": "Cơ sở dữ liệu dân cư",
    "civil-status": "Hệ thống hộ tịch",
    "residence": "Hệ thống cư trú",
    "social-insurance": "Hệ thống bảo hiểm xã hội",
    "social-protection": "Hệ thống bảo trợ xã hội",
    "hospital": "Cổng dữ liệu y tế",
}


@dataclass(frozen=True, slots=True)
class Actor:
    """One person or system that acts in a unit of work.

    `office_id` is set for officers only; `personal_id` for every person.
    """

    id: str
    name: str
    roles: frozenset[Role]
    office_id: str | None = None
    personal_id: str | None = None

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
