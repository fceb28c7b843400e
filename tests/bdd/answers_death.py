"""What the families of the demonstration type after a death: by person, by fact (see `answers`)."""

from __future__ import annotations

Answers = dict[str, str]

# What is the same for every death of these stories; which procedures they want, a scenario may change.
_DEATH: Answers = {
    "wants.procedures": "two",
    "requester.relation": "child",
    "requester.phone": "0987 654 321",
    "death.date": "{2 days ago}",
    "death.notice-date": "{2 days ago}",
    "funeral.arranged-by": "requester",
    "funeral.paid-by": "cash",
    "result.copies": "0",
}
DEATHS: dict[str, Answers] = {
    # A pensioner: social insurance pays, and the relatives name his daughter for the lump sum.
    "Nguyễn Thị Hòa": {
        **_DEATH,
        "deceased.personal-id": "001045000123",
        "deceased.status": "pensioner",
        "death.hour": "5 giờ 40 phút",
        "death.place": "Bệnh viện Bạch Mai, thành phố Hà Nội",
        "death.place-commune": "Phường Hoàn Kiếm, thành phố Hà Nội",
        "death.cause": "Nhồi máu cơ tim",
        "death.case": "facility",
        "death.notice-number": "118/2026",
        "death.notice-issuer": "Bệnh viện Bạch Mai",
        "funeral.paid-by": "bank",
        "funeral.bank-name": "Ngân hàng Nông nghiệp và Phát triển nông thôn",
        "funeral.bank-account": "1500200300400",
        "survivor.kind": "lump-sum",
        "survivor.form-09": "no",
        "survivor.basis": "child",
        "survivor.relative-with-income": "no",
        "survivor.relatives-1-name": "Trần Thị Lan",
        "survivor.relatives-1-personal-id": "001148000777",
        "survivor.relatives-1-relation": "spouse",
        "survivor.relatives-2-name": "Nguyễn Văn Bình",
        "survivor.relatives-2-personal-id": "001078009876",
        "survivor.relatives-2-relation": "child",
    },
    # An elder on the social pension: the commune pays.
    "Má Thị Sở": {
        **_DEATH,
        "deceased.personal-id": "010040000417",
        "deceased.status": "social-protection",
        "death.place": "Tổ 3, phường Sa Pa, tỉnh Lào Cai",
        "death.place-commune": "Phường Sa Pa, tỉnh Lào Cai",
        "death.case": "elsewhere",
        "death.notice-number": "27/2026",
        "death.notice-issuer": "Ủy ban nhân dân phường Sa Pa",
    },
    # Over eighty and on a monthly survivor benefit, which is stopped first.
    "Võ Văn Tâm": {
        **_DEATH,
        "deceased.personal-id": "092143000808",
        "deceased.status": "survivor-80",
        "death.place": "Bệnh viện Đa khoa trung ương Cần Thơ",
        "death.place-commune": "Phường Cái Răng, thành phố Cần Thơ",
        "death.cause": "Suy tim",
        "death.case": "facility",
        "death.notice-number": "64/2026",
        "death.notice-issuer": "Bệnh viện Đa khoa trung ương Cần Thơ",
    },
    # A person with merit: the province decides.
    "Lê Thị Hạnh": {
        **_DEATH,
        "deceased.personal-id": "038047000275",
        "deceased.status": "merit",
        "death.place": "Bệnh viện Đa khoa tỉnh Thanh Hóa",
        "death.place-commune": "Phường Hạc Thành, tỉnh Thanh Hóa",
        "death.cause": "Đột quỵ não",
        "death.case": "facility",
        "death.notice-number": "91/2026",
        "death.notice-issuer": "Bệnh viện Đa khoa tỉnh Thanh Hóa",
        "survivor.relatives-1-name": "Lê Văn Đức",
        "survivor.relatives-1-personal-id": "038072000552",
        "survivor.relatives-1-relation": "child",
    },
    # No permanent residence anywhere: the place of death registers, and there is nothing to remove.
    "Đỗ Văn Năm": {
        **_DEATH,
        "requester.relation": "relative",
        "deceased.personal-id": "079058001999",
        "deceased.status": "reserved",
        "death.place": "102 đường Lê Lai, phường Bến Thành",
        "death.place-commune": "Phường Bến Thành, thành phố Hồ Chí Minh",
        "death.cause": "Ung thư phổi",
        "death.case": "elsewhere",
        "death.notice-number": "305/2026",
        "death.notice-issuer": "Ủy ban nhân dân phường Bến Thành",
    },
}
# The widow may file as well as the daughter.
DEATHS["Trần Thị Lan"] = {**DEATHS["Nguyễn Thị Hòa"], "requester.relation": "spouse"}
