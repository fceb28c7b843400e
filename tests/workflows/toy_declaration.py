"""A toy form with every kind of question, so that no change of law ever breaks the tests of reading."""

from datetime import date

from workflows.conditions import all_of, at_least, below, equals, is_true, known
from workflows.forms.lists import Commune, FixedLists
from workflows.questions import Declaration, Derived, Feed, How, Option, Question, Section
from workflows.words import Kind, Text, law

TODAY = date(2026, 11, 20)
GUARDIAN_ID = "001190000017"  # a woman born in 1990


def same(words: str) -> Text:
    return Text(vi=words, en=words)


def option(value: str, vi: str, en: str) -> Option:
    return Option(value=value, text=Text(vi=vi, en=en))


def feeds(**boxes: int) -> tuple[Feed, ...]:
    return tuple(Feed(procedure=procedure, boxes=count) for procedure, count in boxes.items())


def question(fact: str, kind: Kind, **more: object) -> Question:
    return Question.model_validate({"fact": fact, "kind": kind, "text": same(fact), **more})


SEXES = (option("male", "Nam", "Male"), option("female", "Nữ", "Female"))
BRANCHES = (option("east", "Chi nhánh Đông", "East branch"), option("west", "Chi nhánh Tây", "West branch"))
RELATIONS = (option("mother", "Mẹ", "Mother"), option("father", "Cha", "Father"))

LISTS = FixedLists(
    lists={"branches": BRANCHES, "relations": RELATIONS},
    communes=(
        Commune(code="02692", name="Xã Mường Hum", province="Tỉnh Lào Cai"),
        Commune(code="00004", name="Phường Ba Đình", province="Thành phố Hà Nội"),
        Commune(code="16021", name="Xã Ba Đình", province="Tỉnh Thanh Hóa"),
        Commune(code="03313", name="Xã Xa Dung", province="Tỉnh Điện Biên"),
        Commune(code="26740", name="Phường Bến Thành", province="Thành phố Hồ Chí Minh"),
        Commune(code="09001", name="Xã Hòa An", province="Tỉnh Cao Bằng"),
        Commune(code="09002", name="Xã Hòa Ân", province="Tỉnh Gia Lai"),
        *(Commune(code=f"1000{n}", name="Xã Tân Tiến", province=f"Tỉnh Thứ {n}") for n in range(1, 8)),
    ),
)

READER = Section(
    code="reader",
    slug="nguoi-doc",
    text=Text(vi="Người đọc", en="Reader"),
    questions=(
        question("requester.full-name", Kind.NAME, how=How.IDENTITY, feeds=feeds(card=2, locker=1)),
        question("reader.full-name", Kind.NAME, feeds=feeds(card=1, locker=1)),
        question("reader.birth-date", Kind.DATE, not_future=True, feeds=feeds(card=3)),
        question("reader.sex", Kind.CHOICE, options=SEXES),
        question("reader.personal-id", Kind.PERSONAL_ID, required=False),
        question("reader.age", Kind.NUMBER, how=How.AUTOMATIC, feeds=feeds(card=1)),
    ),
)
CHILD = all_of(known("reader.months"), below("reader.months", 192))
GUARDIAN = Section(
    code="guardian",
    slug="nguoi-giam-ho",
    text=Text(vi="Người giám hộ", en="Guardian"),
    when=CHILD,
    questions=(
        question("guardian.personal-id", Kind.PERSONAL_ID, feeds=feeds(card=1)),
        question(
            "guardian.full-name",
            Kind.NAME,
            how=How.REGISTER,
            fetched_by="guardian.personal-id",
            record_item="full-name",
            feeds=feeds(card=1, locker=1),
        ),
        question(
            "guardian.birth-date",
            Kind.DATE,
            how=How.REGISTER,
            required=False,
            fetched_by="guardian.personal-id",
            record_item="birth-date",
        ),
        question("guardian.phone", Kind.PHONE),
        question("guardian.email", Kind.EMAIL, required=False),
    ),
)
CARD = Section(
    code="card",
    slug="the",
    text=Text(vi="Thẻ", en="Card"),
    questions=(
        question("card.by-post", Kind.YES_NO),
        question("card.post-address", Kind.TEXT, when=is_true("card.by-post"), feeds=feeds(card=2)),
        question("card.insured", Kind.YES_NO, when=known("card.post-address")),
        question("card.branch", Kind.CHOICE, options_from="branches", when=equals("reader.sex", "female")),
        question("card.deposit", Kind.MONEY),
        question("card.copies", Kind.NUMBER, required=False),
        question("card.collect-at", Kind.MOMENT, required=False),
    ),
)
HOME = Section(
    code="home",
    slug="noi-o",
    text=Text(vi="Nơi ở", en="Home"),
    questions=(
        question("home.commune", Kind.COMMUNE),
        question("home.people", Kind.PEOPLE, options_from="relations", required=False),
        question("home.note", Kind.LONG_TEXT, required=False),
        question("home.notice", Kind.BIRTH_NOTICE, required=False),
        question("home.big", Kind.YES_NO, when=at_least("card.deposit", 100_000)),
    ),
)

LIBRARY_CARD = Declaration(
    code="library-card",
    version="2026-01",
    effective_from=date(2026, 1, 1),
    text=Text(vi="Thẻ thư viện", en="Library card"),
    legal_basis=(law("46/2019/QH14"),),
    sections=(READER, GUARDIAN, CARD, HOME),
    derived=(
        Derived(
            fact="reader.months", rule="months-since", of=("reader.birth-date",), text=same("Months of age")
        ),
        Derived(fact="reader.days", rule="days-since", of=("reader.birth-date",), text=same("Days of age")),
        Derived(
            fact="who.name", rule="first", of=("guardian.full-name", "reader.full-name"), text=same("Who")
        ),
        Derived(fact="who.is-reader", rule="same", of=("who.name", "reader.full-name"), text=same("Self")),
        Derived(fact="card.east", rule="chosen", of=("card.branch",), value="east", text=same("East")),
        Derived(fact="card.extra", rule="any", of=("card.by-post", "card.insured"), text=same("Extra")),
    ),
    requester="reader.personal-id",
    phone="guardian.phone",
    subject="reader.full-name",
)

QUESTIONS = {one.fact: one for one in LIBRARY_CARD.questions()}
