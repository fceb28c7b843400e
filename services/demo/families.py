"""The people of the demonstration. They are invented: no such person, number or notice exists.

Numbers, notices and places have the right shape, so that the product treats them as real.
Each family serves one story; the story stands with it.
"""

from services.demo.people import Family, Person, born, died

BACH_MAI = "Bệnh viện Bạch Mai, thành phố Hà Nội"

# --- births -----------------------------------------------------------------------------------

_HUNG = "001090001234"
_DOI_CAN = "12 phố Đội Cấn"
BA_DINH_BIRTH = Family(
    "The common case: married parents, the father heads the household, the mother files.",
    (
        Person(
            *("001192004321", "Trần Thị Mai", "1992-05-04", "female", "00004", _DOI_CAN, _HUNG),
            home="Phường Tây Hồ, thành phố Hà Nội",
        ),
        Person(_HUNG, "Nguyễn Văn Hùng", "1990-02-14", "male", "00004", _DOI_CAN),
        Person("001062000888", "Nguyễn Văn Phúc", "1962-07-01", "male", "00070", "5 phố Hàng Bạc"),
    ),
    {"01001.GCS.00456.26": born("001192004321", "2026-11-16T04:20", "female", BACH_MAI)},
)

_LONG = "001093002211"
_VAN_MINH = "31 phố Giang Văn Minh"
BA_DINH_LIVE = Family(
    "Already on its way when the demonstration starts: their file waits in the offices of Ba Đình.",
    (
        Person(
            "001194006543", "Vũ Thị Ngân", "1994-10-03", "female", "00004", "31 phố Giang Văn Minh", _LONG
        ),
        Person(_LONG, "Đinh Thành Long", "1993-06-21", "male", "00004", _VAN_MINH),
    ),
    {"01001.GCS.00471.26": born("001194006543", "2026-11-17T15:35", "male", BACH_MAI)},
)

_SUA = "010170000315"
MUONG_HUM_BIRTH = Family(
    "A mountain commune: the grandmother heads the household and has to agree on VNeID.",
    (
        Person(
            "010198002231", "Giàng Thị Mai", "1998-03-21", "female", "02728", "Thôn Ky Quan San", _SUA, "mong"
        ),
        Person("001096007714", "Nguyễn Văn Quang", "1996-09-09", "male", "00454", "Thôn Đông"),
        Person(_SUA, "Giàng Thị Sua", "1970-01-15", "female", "02728", "Thôn Ky Quan San", None, "mong"),
    ),
    {
        "10123.GCS.00112.26": born(
            "010198002231", "2026-11-14T03:20", "female", "Trạm Y tế xã Mường Hum, tỉnh Lào Cai"
        )
    },
)

_BAO = "048091002277"
HAI_CHAU_TWINS = Family(
    "Twins: two notices, two files, and no suspicion once both say so.",
    (
        Person(
            "048193001520", "Phan Thị Thu Hà", "1993-12-02", "female", "20242", "40 đường Bạch Đằng", _BAO
        ),
        Person(_BAO, "Lê Quốc Bảo", "1991-04-30", "male", "20242", "40 đường Bạch Đằng"),
    ),
    {
        "48007.GCS.00871.26": born(
            "048193001520", "2026-11-12T22:05", "female", "Bệnh viện Đà Nẵng, thành phố Đà Nẵng"
        ),
        "48007.GCS.00872.26": born(
            "048193001520", "2026-11-12T22:19", "female", "Bệnh viện Đà Nẵng, thành phố Đà Nẵng"
        ),
    },
)

_LOI = "092071000642"
NINH_KIEU_BIRTH = Family(
    "A mother alone: no father is recorded. Her own father is the civil-status officer, who may not act.",
    (
        Person(
            "092199003415",
            "Huỳnh Thị Ngọc Trâm",
            "1999-08-08",
            "female",
            "31135",
            "7 đường Hai Bà Trưng",
            _LOI,
        ),
        Person(_LOI, "Huỳnh Văn Lợi", "1971-10-10", "male", "31135", "7 đường Hai Bà Trưng"),
    ),
    {
        "92010.GCS.00233.26": born(
            "092199003415", "2026-11-10T13:45", "male", "Bệnh viện Đa khoa trung ương Cần Thơ, Cần Thơ"
        )
    },
)

_SENH = "010092000771"
Y_TY_LATE_BIRTH = Family(
    "A birth at home, with a witness in place of a notice, and filed late.",
    (
        Person(
            "010195001180",
            "Sùng Thị Chứ",
            "1995-06-17",
            "female",
            "02701",
            "Thôn Choản Thèn",
            _SENH,
            "ha-nhi",
        ),
        Person(_SENH, "Thào A Sếnh", "1992-02-20", "male", "02701", "Thôn Choản Thèn", None, "mong"),
    ),
)

CU_CHI_BIRTH = Family(
    "Parents without any permanent residence: there is no household to record the child in.",
    (
        Person("096197000559", "Trần Thị Út", "1997-11-25", "female", home="Tỉnh Cà Mau"),
        Person("096095000448", "Lâm Văn Đạt", "1995-05-19", "male", home="Tỉnh Cà Mau"),
    ),
    {
        "79031.GCS.01904.26": born(
            "096197000559", "2026-11-15T19:30", "male", "Bệnh viện Từ Dũ, Thành phố Hồ Chí Minh"
        )
    },
)

_KHOA = "079092004417"
BEN_THANH_BIRTH = Family(
    "The message about their child got stuck on its way to an agency: for whoever operates the exchange.",
    (
        Person("079195002831", "Tạ Mỹ Linh", "1995-01-19", "female", "26743", "58 đường Lê Thánh Tôn", _KHOA),
        Person(_KHOA, "Quách Đăng Khoa", "1992-12-05", "male", "26743", "58 đường Lê Thánh Tôn"),
    ),
    {
        "79031.GCS.01877.26": born(
            "079195002831", "2026-11-13T08:15", "male", "Bệnh viện Từ Dũ, Thành phố Hồ Chí Minh"
        )
    },
)

# --- deaths -----------------------------------------------------------------------------------

_AN = Person("001045000123", "Nguyễn Văn An", "1945-03-02", "male", "00004", _DOI_CAN, insured="pensioner")
BA_DINH_DEATH = Family(
    "A pensioner: social insurance pays, and the relatives name one of them for the lump sum.",
    (
        _AN,
        Person("001148000777", "Trần Thị Lan", "1948-10-20", "female", "00004", _DOI_CAN, _AN.id),
        Person("001175004567", "Nguyễn Thị Hòa", "1975-08-14", "female", "00004", _DOI_CAN, _AN.id),
        Person("001078009876", "Nguyễn Văn Bình", "1978-01-27", "male", "00190", "9 phố Khâm Thiên"),
    ),
    {"118/2026": died(_AN, "2026-11-18T05:40", BACH_MAI, "Nhồi máu cơ tim", "Bệnh viện Bạch Mai")},
)

_CHU = Person(
    *("010040000417", "Má A Chu", "1940-05-05", "male", "03006", "Tổ 3"),
    ethnicity="mong",
    insured="social-protection",
)
SA_PA_DEATH = Family(
    "An elder on the social pension: the commune pays the funeral support.",
    (
        _CHU,
        Person("010168000933", "Má Thị Sở", "1968-12-12", "female", "03006", "Tổ 3", _CHU.id, "mong"),
    ),
    {
        "27/2026": died(
            _CHU, "2026-11-17T21:15", "Tổ 3, phường Sa Pa, tỉnh Lào Cai", "Tuổi già", "UBND phường Sa Pa"
        )
    },
)

_SAU = Person(
    *("092143000808", "Nguyễn Thị Sáu", "1943-02-11", "female", "31186", "18 đường Phạm Hùng"),
    insured="survivor-80",
)
CAI_RANG_DEATH = Family(
    "Over eighty and on a monthly survivor benefit, which is stopped while the funeral support is paid.",
    (
        _SAU,
        Person("092070000303", "Võ Văn Tâm", "1970-07-07", "male", "31186", "18 đường Phạm Hùng", _SAU.id),
    ),
    {
        "64/2026": died(
            _SAU,
            "2026-11-16T09:00",
            "Bệnh viện Đa khoa trung ương Cần Thơ, thành phố Cần Thơ",
            "Suy tim",
            "Bệnh viện Đa khoa trung ương Cần Thơ",
        )
    },
)

_THANG = Person(
    *("038047000275", "Lê Văn Thắng", "1947-12-22", "male", "14797", "31 đường Lê Hoàn"), insured="merit"
)
HAC_THANH_DEATH = Family(
    "A person with merit: the province decides.",
    (
        _THANG,
        Person("038174000651", "Lê Thị Hạnh", "1974-04-18", "female", "14797", "31 đường Lê Hoàn", _THANG.id),
    ),
    {
        "91/2026": died(
            _THANG,
            "2026-11-15T23:50",
            "Bệnh viện Đa khoa tỉnh Thanh Hóa, tỉnh Thanh Hóa",
            "Đột quỵ não",
            "Bệnh viện Đa khoa tỉnh Thanh Hóa",
        )
    },
)

_TU = Person(
    "079058001999", "Đỗ Văn Tư", "1958-06-30", "male", home="Phường Bến Thành, thành phố Hồ Chí Minh"
)
BEN_THANH_DEATH = Family(
    "No permanent residence: there is nothing to remove, and the place of death registers.",
    (
        _TU,
        Person("079063002416", "Đỗ Văn Năm", "1963-03-03", "male", "26743", "102 đường Lê Lai"),
    ),
    {
        "305/2026": died(
            _TU,
            "2026-11-14T16:10",
            "102 đường Lê Lai, phường Bến Thành, thành phố Hồ Chí Minh",
            "Ung thư phổi",
            "UBND phường Bến Thành",
        )
    },
)

# --- business ---------------------------------------------------------------------------------

BA_DINH_KARAOKE = Family(
    "A household business that opens a karaoke house, with somebody else responsible for its security.",
    (
        Person("001085002468", "Phạm Quốc Dũng", "1985-09-23", "male", "00004", "25 phố Đội Cấn"),
        Person("001188003579", "Ngô Thị Thanh", "1988-02-08", "female", "00004", "48 phố Liễu Giai"),
    ),
)

FAMILIES = (
    *(
        BA_DINH_BIRTH,
        BA_DINH_LIVE,
        MUONG_HUM_BIRTH,
        HAI_CHAU_TWINS,
        NINH_KIEU_BIRTH,
        Y_TY_LATE_BIRTH,
        CU_CHI_BIRTH,
        BEN_THANH_BIRTH,
    ),
    *(BA_DINH_DEATH, SA_PA_DEATH, CAI_RANG_DEATH, HAC_THANH_DEATH, BEN_THANH_DEATH, BA_DINH_KARAOKE),
)
PEOPLE = tuple(person for family in FAMILIES for person in family.people)
NAMES = {person.id: person.name for person in PEOPLE}
THE_DEAD = frozenset(
    str(notice["deceased-id"])
    for family in FAMILIES
    for notice in family.notices.values()
    if "deceased-id" in notice
)
# Officers who are people of the demonstration: they meet their own family's file and may not touch it
# (60/2014/QH13 Art. 12).
OFFICERS_WITH_FAMILY = {"hotich.ninhkieu": _LOI}
