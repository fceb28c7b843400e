"""Dossiers that are already on their way when the demonstration is first opened."""

from dataclasses import replace

from services.access import actors
from services.agencies.contract import Agencies
from services.demo.families import BA_DINH_LIVE, CAI_RANG_DEATH, HAI_CHAU_TWINS
from services.demo.filing import file_declaration
from services.demo.filings import BIRTH_FILING, DEATH_FILING
from services.demo.walkthrough import act_once
from services.unit_of_work import Context
from storage import dossiers
from workflows.forms.lists import Lists

_MOTHER, _FATHER = BA_DINH_LIVE.people
_TWINS_MOTHER, _TWINS_FATHER = HAI_CHAU_TWINS.people
_DEAD, _SON = CAI_RANG_DEATH.people
(_NOTICE,) = BA_DINH_LIVE.notices
_TWIN_NOTICES = tuple(HAI_CHAU_TWINS.notices)
(_DEATH_NOTICE,) = CAI_RANG_DEATH.notices


_BORN_IN_BA_DINH = replace(
    BIRTH_FILING,
    person=_MOTHER,
    answers={
        **BIRTH_FILING.answers,
        "requester.phone": "0911222333",
        "mother.personal-id": _MOTHER.id,
        "father.personal-id": _FATHER.id,
        "child.full-name": "Đinh Gia Bảo",
        "child.birth-date": "2026-11-17",
        "child.sex": "male",
        "birth-notice.number": _NOTICE,
        "wants.identity-card": False,
        "result.copies": 0,
    },
)
_FIRST_TWIN = replace(
    BIRTH_FILING,
    person=_TWINS_MOTHER,
    answers={
        **BIRTH_FILING.answers,
        "requester.phone": "0905111222",
        "mother.personal-id": _TWINS_MOTHER.id,
        "father.personal-id": _TWINS_FATHER.id,
        "child.home-place": "Phường Hải Châu, thành phố Đà Nẵng",
        "child.full-name": "Lê Hà My",
        "child.birth-date": "2026-11-12",
        "child.multiple-birth": True,
        "birth-notice.number": _TWIN_NOTICES[0],
        "wants.identity-card": False,
        "result.copies": 0,
    },
)
_SECOND_TWIN = replace(
    _FIRST_TWIN,
    answers={**_FIRST_TWIN.answers, "child.full-name": "Lê Hà Mỹ", "birth-notice.number": _TWIN_NOTICES[1]},
)
_DIED_IN_CAI_RANG = replace(
    DEATH_FILING,
    person=_SON,
    answers={
        **DEATH_FILING.answers,
        "requester.phone": "0939444555",
        "deceased.personal-id": _DEAD.id,
        "death.date": "2026-11-16",
        "death.hour": "9 giờ",
        "death.place": "Bệnh viện Đa khoa trung ương Cần Thơ, thành phố Cần Thơ",
        "death.place-commune": "31186",
        "death.cause": "Suy tim",
        "deceased.status": "survivor-80",
        "death.notice-number": _DEATH_NOTICE,
        "death.notice-issuer": "Bệnh viện Đa khoa trung ương Cần Thơ",
        "death.notice-date": "2026-11-16",
    },
)
# What is filed, and how many acts have been done on it already.
STORIES = ((_BORN_IN_BA_DINH, 1), (_FIRST_TWIN, 0), (_SECOND_TWIN, 2), (_DIED_IN_CAI_RANG, 2))


def open_live_cases(context: Context, agencies: Agencies, lists: Lists) -> int:
    """File the stories of an empty product and let officers begin on some; say how many were filed.

    A product that has dossiers already is left alone.
    """
    with context.reading(actors.SYSTEM) as uow:
        if dossiers.any_submitted(uow.connection):
            return 0
    for filing, acts in STORIES:
        row = file_declaration(context, agencies, lists, filing.actor, filing.slug, filing.answers)
        for _ in range(acts):
            act_once(context, row.id)
    return len(STORIES)
