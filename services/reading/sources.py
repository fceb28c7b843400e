"""Where a value came from, in words: who declared it, which register said it, and when."""

from datetime import datetime

from workflows.calendar import VIETNAM
from workflows.conditions import Facts
from workflows.forms.fetched import asked
from workflows.forms.origins import BEFORE, COUNTER, HOSPITAL, NOTICE, POPULATION, SIBLING, Origin
from workflows.questions import How, Question
from workflows.words import Text

SOURCES = {
    How.TYPED: Text(vi="Người dân khai", en="Declared"),
    How.IDENTITY: Text(vi="Danh tính đã đăng nhập", en="Signed-in identity"),
    How.REGISTER: Text(vi="Cơ sở dữ liệu (mô phỏng)", en="Register (simulated)"),
    How.AUTOMATIC: Text(vi="Tự động", en="Automatic"),
}
REGISTERS = {
    POPULATION: Text(vi="Cơ sở dữ liệu dân cư (mô phỏng)", en="Population database (simulated)"),
    HOSPITAL: Text(vi="Cổng dữ liệu y tế (mô phỏng)", en="Health data portal (simulated)"),
}
VIA = {
    BEFORE: Text(vi="Bạn đã trả lời trước khi khai", en="You answered this before you began"),
    SIBLING: Text(vi="Lấy từ tờ khai trước", en="Taken over from the earlier declaration"),
    COUNTER: Text(vi="Giấy tờ đã xuất trình tại quầy", en="ID shown at the counter"),
    NOTICE: Text(vi="Giấy báo của cơ sở y tế (mô phỏng)", en="Notice of the health facility (simulated)"),
}


def words_of(origin: Origin | None, how: How) -> Text:
    """Say where a value came from; without its origin, only how such values come."""
    if origin is None or origin.how is not how:
        return SOURCES[how]
    said = VIA.get(origin.via or "") or REGISTERS.get(origin.system or "") or SOURCES[how]
    if how in (How.REGISTER, How.IDENTITY):
        return _at(said, origin.at)
    return Text(vi=f"{said.vi}, {origin.number}", en=f"{said.en}, {origin.number}") if origin.number else said


def how_of(question: Question, facts: Facts, origin: Origin | None) -> How:
    """Say how this value came: what a register lacked was typed, one's own number is one's identity."""
    if asked(question, facts):
        return How.TYPED
    own = question.how is How.REGISTER and origin is not None and origin.how is How.IDENTITY
    return How.IDENTITY if own else question.how


def declared_instead(origin: Origin | None, how: How) -> bool:
    """Say whether somebody had typed something else than the register then said."""
    return origin is not None and origin.how is how and origin.declared is not None


def _at(said: Text, instant: datetime) -> Text:
    moment = instant.astimezone(VIETNAM)
    return Text(
        vi=f"{said.vi}, lúc {moment:%H:%M} ngày {moment:%d/%m/%Y}",
        en=f"{said.en}, at {moment:%H:%M} on {moment:%d/%m/%Y}",
    )
