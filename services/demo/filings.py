"""What two invented families of the demonstration type into their declarations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.access.actors import Actor, citizen
from services.demo.families import BA_DINH_BIRTH, BA_DINH_DEATH
from services.demo.people import Person
from services.reference import station_code
from workflows.calendar import VIETNAM

_MOTHER, _FATHER = BA_DINH_BIRTH.people[:2]
_DECEASED, _, _DAUGHTER = BA_DINH_DEATH.people[:3]
(_BIRTH_NOTICE,) = BA_DINH_BIRTH.notices
(_DEATH_NOTICE,) = BA_DINH_DEATH.notices


@dataclass(frozen=True, slots=True)
class Filing:
    """Who files what, when, and the answers they type; registers know the rest."""

    person: Person
    slug: str
    at: datetime
    answers: Mapping[str, Any]

    @property
    def actor(self) -> Actor:
        return citizen(self.person.id, self.person.name)


BIRTH_FILING = Filing(
    _MOTHER,
    "khai-sinh",
    datetime(2026, 11, 19, 8, 40, tzinfo=VIETNAM),
    {
        "requester.relation": "mother",
        "requester.phone": "0912345678",
        "child.case": "both-parents",
        "mother.personal-id": _MOTHER.id,
        "father.personal-id": _FATHER.id,
        "child.home-place": "Phường Ba Đình, thành phố Hà Nội",
        "child.full-name": "Nguyễn Trần Bảo An",
        "child.birth-date": "2026-11-16",
        "child.sex": "female",
        "child.multiple-birth": False,
        "birth-notice.number": _BIRTH_NOTICE,
        "residence.with": "mother",
        "card.facility": station_code("00004"),
        "wants.identity-card": True,
        "result.copies": 1,
        "result.delivery": "electronic",
    },
)
DEATH_FILING = Filing(
    _DAUGHTER,
    "khai-tu",
    datetime(2026, 11, 20, 9, 10, tzinfo=VIETNAM),
    {
        "wants.procedures": "three",
        "requester.relation": "child",
        "requester.phone": "0987654321",
        "deceased.personal-id": _DECEASED.id,
        "death.date": "2026-11-18",
        "death.hour": "5 giờ 40 phút",
        "death.place": "Bệnh viện Bạch Mai, thành phố Hà Nội",
        "death.place-commune": "00004",
        "death.cause": "Nhồi máu cơ tim",
        "deceased.status": "pensioner",
        "funeral.arranged-by": "requester",
        "funeral.paid-by": "bank",
        "funeral.bank-name": "Ngân hàng Nông nghiệp và Phát triển nông thôn",
        "funeral.bank-account": "1500200300400",
        "death.case": "facility",
        "death.notice-number": _DEATH_NOTICE,
        "death.notice-issuer": "Bệnh viện Bạch Mai",
        "death.notice-date": "2026-11-18",
        "result.copies": 0,
    },
)
