"""Says in words what changed between two versions of a definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from pydantic import BaseModel

from workflows.bundle import Link
from workflows.conditions import AllOf, AnyOf, Compare, Is, Known, Not, OneOf
from workflows.errors import DefinitionError
from workflows.language import Ask, Deadline, Notify, Start
from workflows.lock import Lockable
from workflows.sheets.wording import days_in_words, if_in_words, joined, source_in_words, value_in_words
from workflows.words import Source, Text, text

Path: TypeAlias = tuple[Text, ...]
Rows: TypeAlias = tuple[Any, ...]
NAMES = ("code", "fact", "outcome", "procedure", "step", "value", "act")  # the first of these names a row
WHOLE = (Text, Source, Is, OneOf, Compare, Known, AllOf, AnyOf, Not)  # said in one breath, not field by field

THINGS: dict[str, Text] = {
    "answers": text("câu trả lời", "answer"),
    "assumes": text("dữ kiện mặc định", "assumed fact"),
    "carries": text("dữ liệu gửi đi", "fact sent"),
    "consent_of": text("người phải có ý kiến", "person whose consent is needed"),
    "deadlines": text("thời hạn", "deadline"),
    "derived": text("dữ kiện suy ra", "derived fact"),
    "effects": text("thông điệp", "message"),
    "evidence": text("thành phần hồ sơ", "paper"),
    "exemptions": text("miễn phí, lệ phí", "exemption"),
    "feeds": text("nơi dùng lại", "reuse"),
    "fees": text("phí, lệ phí", "fee"),
    "figures": text("con số theo luật", "figure of law"),
    "flags": text("lưu ý", "flag"),
    "gives": text("dữ liệu trả về", "fact received"),
    "inputs": text("thông tin cần biết", "input"),
    "issues": text("kết quả ban hành", "result issued"),
    "items": text("mục của kết quả", "item of the result"),
    "legal_basis": text("căn cứ pháp lý", "legal basis"),
    "links": text("liên kết", "link"),
    "members": text("thủ tục thành phần", "member"),
    "not_by": text("bước không được cùng người", "step not by the same person"),
    "options": text("lựa chọn", "option"),
    "outputs": text("kết quả", "result"),
    "pays": text("mức hưởng", "allowance"),
    "provinces": text("tỉnh, thành phố", "province"),
    "questions": text("câu hỏi", "question"),
    "sections": text("phần của tờ khai", "section"),
    "sets": text("dữ kiện được ghi", "fact set"),
    "source": text("trạng thái trước", "state before"),
    "starts": text("cách mở hồ sơ", "start"),
    "states": text("trạng thái", "state"),
    "steps": text("bước", "step"),
    "takes": text("thông tin phải nhập", "item to supply"),
    "timers": text("hạn tự động", "timer"),
}
FIELDS: dict[str, Text] = {
    "amount": text("mức thu (đồng)", "amount (VND)"),
    "area": text("nơi xác định cơ quan", "what finds the office"),
    "authority": text("cơ quan có thẩm quyền", "competent authority"),
    "by": text("người thực hiện", "taken by"),
    "citizen": text("lời cho người dân", "words for the citizen"),
    "clock": text("cách tính thời hạn", "clock"),
    "confidence": text("mức độ chắc chắn", "confidence"),
    "cut_off": text("giờ chốt trong ngày", "cut-off of the day"),
    "declaration": text("tờ khai", "declaration"),
    "effective_from": text("ngày bắt đầu hiệu lực", "first day in force"),
    "effective_to": text("ngày cuối còn hiệu lực", "last day in force"),
    "how": text("cách có được", "how it is obtained"),
    "kind": text("kiểu dữ liệu", "kind"),
    "level": text("mức làm căn cứ", "figure it rests on"),
    "note": text("ghi chú", "note"),
    "official_code": text("mã thủ tục", "official code"),
    "on_failure": text("khi không có kết quả", "when the result fails"),
    "procedure": text("thủ tục", "procedure"),
    "refuses": text("chặn việc nộp", "stops the filing"),
    "required": text("bắt buộc", "required"),
    "rule": text("căn cứ", "rule"),
    "short": text("tên ngắn", "short name"),
    "slug": text("địa chỉ", "address"),
    "source": text("căn cứ", "source"),
    "standing": text("tình trạng", "standing"),
    "state": text("trạng thái", "state"),
    "status": text("trạng thái trên Cổng", "status on the portal"),
    "target": text("đích", "target"),
    "text": text("lời văn", "text"),
    "times": text("số lần", "times"),
    "version": text("phiên bản", "version"),
    "waits_for": text("đang chờ", "waits for"),
    "when": text("điều kiện", "condition"),
    "why": text("lý do không được", "reason why not"),
}


def differences(old: Lockable, new: Lockable) -> tuple[Text, ...]:
    """List what is different in the new version, one sentence for each change.

    Raises:
        DefinitionError: the two are not of the same sort.
    """
    if type(old) is not type(new):
        raise DefinitionError(f"a {type(old).__name__} cannot be compared with a {type(new).__name__}")
    return tuple(_fields(old, new, ()))


def _fields(old: BaseModel, new: BaseModel, where: Path) -> Iterator[Text]:
    """Compare two values of the same sort, field by field."""
    for name in type(new).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            continue
        if isinstance(before, tuple) and isinstance(after, tuple):
            yield from _rows(name, before, after, where)
        elif isinstance(after, BaseModel) and type(before) is type(after) and not isinstance(after, WHOLE):
            yield from _fields(before, after, (*where, _called(FIELDS, name)))
        elif name == "working_days":
            yield _line(where, _changed(days_in_words(before), days_in_words(after)))
        else:
            changed = _changed(value_in_words(before), value_in_words(after))
            yield _line(where, _called(FIELDS, name), text(" ", " "), changed)


def _rows(name: str, before: Rows, after: Rows, where: Path) -> Iterator[Text]:
    """Compare two lists: what went, what came, what changed, and whether the order did."""
    thing, old, new = _called(THINGS, name), _keyed(before), _keyed(after)
    for key, row in old.items():
        if key not in new:
            yield _line(where, _title(thing, row), text(" bị bỏ", " removed"))
    for key, row in new.items():
        if key not in old:
            yield _line(where, _title(thing, row), text(" được thêm", " added"))
        elif row != old[key]:
            yield from _row(thing, old[key], row, where)
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield _line(where, text("thứ tự ", "the order of each "), thing, text(" thay đổi", " changed"))


def _row(thing: Text, before: Any, after: Any, where: Path) -> Iterator[Text]:
    """Compare two rows that bear the same name."""
    if isinstance(after, BaseModel) and not isinstance(after, WHOLE):
        yield from _fields(before, after, (*where, _title(thing, after, short=True)))
    elif isinstance(after, BaseModel):  # one that is read as a whole: the same act, cited otherwise
        changed = _changed(value_in_words(before), value_in_words(after))
        yield _line(where, thing, text(" ", " "), changed)
    else:  # a pair: a fact and its value, or an option and its words
        yield _line(
            where,
            _title(thing, after[0]),
            text(" ", " "),
            _changed(value_in_words(before[1]), value_in_words(after[1])),
        )


def _keyed(rows: Rows) -> dict[tuple[str, int], Any]:
    """Give each row its name, and a number when several bear the same."""
    keyed: dict[tuple[str, int], Any] = {}
    for row in rows:
        name = _name(row)
        keyed[name, sum(name == other for other, _ in keyed)] = row
    return keyed


def _name(row: Any) -> str:
    """Return what stays the same when a row changes: its code, or the condition under which it counts."""
    match row:
        case Deadline() | Start():
            return str(row.when)
        case Link():
            return f"{row.giver} → {row.receiver} ({row.output})"
        case Notify():
            return row.letter
        case Ask():
            return row.about
        case (first, _):
            return str(first)
        case BaseModel():
            return str(next(getattr(row, name) for name in NAMES if hasattr(row, name)))
        case _:
            return str(row)


def _title(thing: Text, row: Any, *, short: bool = False) -> Text:
    """Name a row in a sentence; `short` leaves out what is about to change."""
    match row:
        case Deadline():
            days = text("", "") if short else _both(" ", days_in_words(row.working_days))
            return joined((thing, days, if_in_words(row.when)), "", "")
        case Start():
            return joined((thing, _both(f" `{row.state}`", text("", "")), if_in_words(row.when)), "", "")
        case Source():
            return joined((thing, source_in_words(row)), " ", " ")
        case (first, Text() as words):
            return joined((thing, value_in_words(words)), " ", " ")
        case (first, value):
            return joined((thing, _both(f"`{first}` = ", value_in_words(value))), " ", " ")
        case BaseModel() if isinstance(getattr(row, "text", None), Text) and not isinstance(row, Notify):
            return joined((thing, value_in_words(row.text)), " ", " ")  # type: ignore[attr-defined]
        case _:
            return joined((thing, _both(f"`{_name(row)}`", text("", ""))), " ", " ")


def _both(code: str, words: Text) -> Text:
    """Put the same code before words in either language."""
    return Text(vi=code + words.vi, en=code + words.en)


def _called(names: dict[str, Text], name: str) -> Text:
    return names.get(name) or Text(vi=f"`{name}`", en=f"`{name}`")


def _changed(old: Text, new: Text) -> Text:
    return Text(vi=f"đổi từ {old.vi} thành {new.vi}", en=f"changed from {old.en} to {new.en}")


def _line(where: Path, *phrases: Text) -> Text:
    """Make one sentence: where, then what."""
    place, what = joined(where, ", ", ", "), joined(phrases, "", "")
    vi, en = (": ".join(filter(None, parts)) for parts in ((place.vi, what.vi), (place.en, what.en)))
    return Text(vi=f"{vi[0].upper()}{vi[1:]}.", en=f"{en[0].upper()}{en[1:]}.")
