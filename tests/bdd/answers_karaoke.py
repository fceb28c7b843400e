"""What the household of the demonstration types to open a karaoke house (see `answers`)."""

from __future__ import annotations

Answers = dict[str, str]

HOUSES: dict[str, Answers] = {
    "Phạm Quốc Dũng": {
        "requester.phone": "0987 654 321",
        "requester.by-authorisation": "no",
        "business.name": "Hộ kinh doanh Karaoke Sao Mai",
        "business.commune": "Phường Ba Đình, thành phố Hà Nội",
        "business.address": "25 phố Đội Cấn",
        "business.capital": "800.000.000",
        "business.rooms": "5",
        "security.responsible": "requester",
        "security.other-id": "001188003579",
        "security.record-number": "4512/2026",
        "fire.paper-number": "231/NT-PCCC",
        "fire.paper-date": "{20 days ago}",
    },
}
