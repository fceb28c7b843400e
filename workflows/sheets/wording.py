"""Says the words of the language as a lawyer reads them, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from enum import Enum
from typing import Any, TypeAlias

from workflows.conditions import AllOf, AnyOf, Compare, Condition, Is, Known, Not, OneOf
from workflows.language import Procedure, Step
from workflows.vocabulary import Clock, Ending, Level, OnFailure, Role, Standing, Waits
from workflows.words import Confidence, Source, Text, text

Label: TypeAlias = Callable[[str], Text]

NAMES: Mapping[type[Enum], Mapping[Any, Text]] = {
    Role: {
        Role.CITIZEN: text("người yêu cầu", "the requester"),
        Role.RELATIVE: text("người phải có ý kiến", "a person whose consent is needed"),
        Role.CLERK: text("công chức", "an officer"),
        Role.LEADER: text("lãnh đạo", "the person who signs"),
        Role.SUPERVISOR: text("người giám sát", "the supervisor"),
        Role.OPERATOR: text("người vận hành", "the operator"),
        Role.AGENCY: text("hệ thống của cơ quan khác", "another agency's system"),
        Role.SYSTEM: text("hệ thống", "the system"),
    },
    Waits: {
        Waits.OFFICER: text("công chức", "an officer"),
        Waits.CITIZEN: text("người yêu cầu", "the requester"),
        Waits.RELATIVE: text("người phải có ý kiến", "a person whose consent is needed"),
        Waits.AGENCY: text("hệ thống của cơ quan khác", "another agency's system"),
        Waits.NOBODY: text("không chờ ai", "nobody"),
    },
    Clock: {
        Clock.RUNS: text("đang tính", "runs"),
        Clock.PAUSES: text("tạm dừng", "pauses"),
        Clock.RESTARTS: text("dừng, sau đó tính lại từ đầu", "stops, then begins again"),
        Clock.ENDS: text("kết thúc", "ends"),
    },
    Ending: {
        Ending.ISSUED: text("đã có kết quả", "issued"),
        Ending.ALREADY_ISSUED: text("đã được cấp từ trước", "already issued before"),
        Ending.NOT_APPLICABLE: text("không phải thực hiện", "not applicable"),
        Ending.REFUSED: text("bị từ chối", "refused"),
        Ending.WITHDRAWN: text("đã rút", "withdrawn"),
        Ending.CANCELLED: text("đã hủy", "cancelled"),
    },
    Standing: {
        Standing.IN_FORCE: text("đang áp dụng", "in force"),
        Standing.PROVISIONAL: text("⚠ TẠM ÁP DỤNG", "⚠ PROVISIONAL"),
        Standing.BASELINE: text("chỉ để so sánh", "only for comparison"),
    },
    Level: {
        Level.COMMUNE: text("cấp xã", "commune"),
        Level.PROVINCE: text("cấp tỉnh", "province"),
    },
    OnFailure: {
        OnFailure.REQUIRED: text("không có thì không mở", "not opened without it"),
        OnFailure.INDEPENDENT: text("không có vẫn mở", "opened all the same"),
    },
    Confidence: {
        Confidence.CONFIRMED: text("đã đọc văn bản", "text read"),
        Confidence.SECONDARY: text("theo nguồn dẫn lại", "from a secondary source"),
        Confidence.INFERRED: text("⚠ SUY LUẬN, TẠM ÁP DỤNG", "⚠ INFERRED, PROVISIONAL"),
        Confidence.UNKNOWN: text("⚠ CHƯA XÁC ĐỊNH", "⚠ UNKNOWN"),
    },
}
"""What the closed lists of the language are called; the marks of what is not settled stand out."""


def name_of(member: Enum) -> Text:
    """Call a word of a closed list by its name; one without a name by its value."""
    return NAMES.get(type(member), {}).get(member) or Text(vi=str(member.value), en=str(member.value))


def by_code(fact: str) -> Text:
    """Call a fact by its code, when no form says what people call it."""
    return Text(vi=f"`{fact}`", en=f"`{fact}`")


def joined(parts: Iterable[Text], vi: str, en: str) -> Text:
    """Put texts in a row."""
    some = tuple(parts)
    return Text(vi=vi.join(part.vi for part in some), en=en.join(part.en for part in some))


def in_both(words: Text) -> str:
    """Put the two languages side by side; what is the same in both is said once."""
    return words.vi if words.vi == words.en else f"{words.vi} / {words.en}"


def condition_in_words(condition: Condition, label: Label = by_code) -> Text:
    """Say a condition as a phrase that can follow "if"."""
    match condition:
        case Is(fact=fact, value=value):
            name, answer = label(fact), value_in_words(value)
            return Text(vi=f"{name.vi} = {answer.vi}", en=f"{name.en} = {answer.en}")
        case OneOf(fact=fact, values=values):
            name, some = label(fact), joined(map(value_in_words, values), " hoặc ", " or ")
            return Text(vi=f"{name.vi} là {some.vi}", en=f"{name.en} is {some.en}")
        case Compare(op="below", fact=fact, limit=limit):
            return Text(vi=f"{label(fact).vi} dưới {limit}", en=f"{label(fact).en} is below {limit}")
        case Compare(fact=fact, limit=limit):
            return Text(vi=f"{label(fact).vi} từ {limit} trở lên", en=f"{label(fact).en} is at least {limit}")
        case Known(fact=fact):
            return Text(vi=f"đã có {label(fact).vi}", en=f"{label(fact).en} is known")
        case _:
            return _compound_in_words(condition, label)


def _compound_in_words(condition: AllOf | AnyOf | Not, label: Label) -> Text:
    match condition:
        case AllOf(parts=parts):
            return joined((_bracketed(part, label) for part in parts), " và ", " and ")
        case AnyOf(parts=parts):
            return joined((_bracketed(part, label) for part in parts), " hoặc ", " or ")
        case Not(part=part):
            inner = condition_in_words(part, label)
            return Text(vi=f"không phải ({inner.vi})", en=f"not ({inner.en})")


def _bracketed(part: Condition, label: Label) -> Text:
    """Put brackets around what would otherwise be read the wrong way."""
    words = condition_in_words(part, label)
    several = isinstance(part, AllOf | AnyOf) and len(part.parts) > 1
    return Text(vi=f"({words.vi})", en=f"({words.en})") if several else words


def source_in_words(source: Source) -> Text:
    """Name the article, and mark what was not read or is not settled."""
    if source.confidence is Confidence.CONFIRMED and source.note is None:
        return Text(vi=source.act, en=source.act)
    mark = name_of(source.confidence)
    note = Text(vi=f": {source.note.vi}", en=f": {source.note.en}") if source.note else Text(vi="", en="")
    return Text(vi=f"{source.act} ({mark.vi}{note.vi})", en=f"{source.act} ({mark.en}{note.en})")


def days_in_words(days: int) -> Text:
    """Say a number of working days."""
    return Text(vi=f"{days} ngày làm việc", en=f"{days} working day{'' if days == 1 else 's'}")


def if_in_words(condition: Condition | None, label: Label = by_code) -> Text:
    """Say under which condition something counts, or nothing when it always does."""
    if condition is None:
        return text("", "")
    words = condition_in_words(condition, label)
    return Text(vi=f" nếu {words.vi}", en=f" if {words.en}")


def taker_in_words(procedure: Procedure, step: Step) -> Text:
    """Say whose step it is, and which other steps keep a person from it (four eyes)."""
    by = name_of(step.by)
    others = [
        Text(vi=f"“{other.text.vi}”", en=f"“{other.text.en}”")
        for other in procedure.steps
        if other.code in step.not_by
    ]
    if not others:
        return by
    before = joined(others, ", ", ", ")
    return Text(
        vi=f"{by.vi}, không phải người đã làm {before.vi}", en=f"{by.en}, not whoever took {before.en}"
    )


def day_in_words(day: date) -> Text:
    """Write a day as people do in Vietnam, and unmistakably in English."""
    return Text(vi=f"{day:%d/%m/%Y}", en=day.isoformat())


def value_in_words(value: Any) -> Text:
    """Say one value of a field."""
    match value:
        case None | ():
            return text("không có", "none")
        case bool():
            return text("có", "yes") if value else text("không", "no")
        case Text():
            return Text(vi=f"“{value.vi}”", en=f"“{value.en}”")
        case Source():
            return source_in_words(value)
        case Is() | OneOf() | Compare() | Known() | AllOf() | AnyOf() | Not():
            return condition_in_words(value)
        case Enum() if type(value) in NAMES:
            return name_of(value)
        case date():
            return day_in_words(value)
        case time():
            return Text(vi=f"{value:%H:%M}", en=f"{value:%H:%M}")
        case _:
            plain = str(value.value if isinstance(value, Enum) else value)
            return (
                Text(vi=f"“{plain}”", en=f"“{plain}”") if isinstance(value, str) else Text(vi=plain, en=plain)
            )
