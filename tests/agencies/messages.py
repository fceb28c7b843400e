"""One good message of every kind that an agency takes, about people who do not exist."""

from __future__ import annotations

from typing import Any

from services.agencies.contract import Request

CHILD: dict[str, Any] = {
    "child.full-name": "Giàng Thị Hân",
    "child.birth-date": "2026-11-14",
    "child.sex": "female",
    "child.ethnicity": "mong",
    "child.nationality": "Việt Nam",
    "child.home-place": "Xã Mường Hum, tỉnh Lào Cai",
    "child.multiple-birth": False,
    "mother.personal-id": "010198000011",
    "mother.full-name": "Giàng Thị Mai",
    "office.civil-status": "02728",
}
CERTIFICATE: dict[str, Any] = {
    "birth-certificate.number": "1/2026",
    "birth-certificate.personal-id": "015326000001",
    "birth-certificate.child-full-name": "Giàng Thị Hân",
    "birth-certificate.child-birth-date": "2026-11-14",
    "birth-certificate.child-sex": "female",
    "residence.commune": "02728",
}
DECEASED: dict[str, Any] = {
    "deceased.full-name": "Nguyễn Văn An",
    "deceased.personal-id": "001045000199",
    "death.date": "2026-11-18",
    "office.civil-status": "00004",
}
EXTRACT: dict[str, Any] = {
    "death-extract.number": "1/2026",
    "death-extract.full-name": "Nguyễn Văn An",
    "death-extract.personal-id": "001045000199",
    "death-extract.died-on": "2026-11-18",
}

# Agency, kind of message, what it carries, and the outcome of the first time.
MESSAGES: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("population-database", "personal-id.assign", CHILD, "assigned"),
    ("civil-status", "birth.register", CHILD, "registered"),
    ("civil-status", "death.register", DECEASED, "registered"),
    ("residence", "residence.record", CERTIFICATE, "recorded"),
    ("residence", "residence.remove", EXTRACT, "removed"),
    ("residence", "identity-card.issue", CERTIFICATE, "issued"),
    ("social-insurance", "card.issue", CERTIFICATE, "issued"),
    ("social-insurance", "funeral.decide", EXTRACT, "decided"),
    ("social-insurance", "survivor.decide", {**EXTRACT, "survivor.kind": "lump-sum"}, "decided"),
    ("social-protection", "funeral.decide", EXTRACT, "decided"),
    ("social-protection", "merit.decide", EXTRACT, "decided"),
)


def request(about: str, payload: dict[str, Any], key: str = "message-1") -> Request:
    return Request(key, about, payload)
