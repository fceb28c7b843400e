"""Due dates: cut-off, Tết, swapped days, pauses, year end, and the reasoning in words."""

from datetime import UTC, date, datetime, time

import pytest
from pydantic import ValidationError

from services.time.calendar_seed import vietnam_calendar
from workflows.calendar import VIETNAM, CalendarDay, DayKind
from workflows.deadlines import DueDate, Pause, due, due_at, received_on
from workflows.errors import CalendarEnds
from workflows.words import ClockRules, Text, inferred, law

CALENDAR = vietnam_calendar()
DECREE = law("63/2024/NĐ-CP Điều 7")
RULES = ClockRules(source=DECREE)
SAME_DAY = ClockRules(source=DECREE, first_day="same-day")


def at(month: int, day: int, hour: int = 10, minute: int = 0, second: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=VIETNAM)


def due_on(received: datetime, working_days: int, *pauses: Pause, rules: ClockRules = RULES) -> date | None:
    answer = due(received, working_days, rules=rules, calendar=CALENDAR, pauses=pauses)
    assert answer.due_at == due_at(received, working_days, rules, CALENDAR, pauses)
    return answer.due_on


def pause(begin: datetime, end: datetime | None = None, reason: str = "chờ xác nhận VNeID") -> Pause:
    return Pause(from_=begin, until=end, reason=reason)


def said(answer: DueDate) -> str:
    return "\n".join(line.text.vi for line in answer.derivation)


@pytest.mark.parametrize(
    ("received", "working_days", "expected"),
    [
        (at(2, 13, 14, 59), 3, date(2026, 2, 25)),  # Friday before Tết, in time
        (at(2, 13, 15, 1), 3, date(2026, 2, 26)),  # Friday before Tết, too late for that day
        (at(1, 7, 14, 59), 3, date(2026, 1, 10)),  # a Saturday that is worked
        (at(4, 24), 1, date(2026, 4, 28)),  # Monday makes up for a holiday on Sunday
        (at(8, 21), 1, date(2026, 8, 22)),  # the swapped Saturday
        (at(8, 28), 1, date(2026, 9, 3)),  # five days off in a row
        (at(4, 26, year=2024), 1, date(2024, 5, 2)),
        (at(5, 3, year=2024), 1, date(2024, 5, 4)),
        (at(12, 31, year=2025), 1, date(2026, 1, 5)),  # across the year, with the swapped 2 January
        (at(11, 23), 1, date(2026, 11, 24)),  # Culture Day is not confirmed
    ],
)
def test_the_due_day_is_the_day_of_receipt_plus_working_days(
    received: datetime, working_days: int, expected: date
) -> None:
    assert due_on(received, working_days) == expected


@pytest.mark.parametrize(
    ("hour", "minute", "second", "expected"),
    [(14, 59, 59, 11), (15, 0, 0, 11), (15, 0, 1, 12), (0, 0, 0, 11), (23, 59, 59, 12)],
)
def test_at_fifteen_sharp_it_is_still_the_same_day(
    hour: int, minute: int, second: int, expected: int
) -> None:
    assert received_on(at(3, 11, hour, minute, second), RULES, CALENDAR) == date(2026, 3, expected)


@pytest.mark.parametrize("hour", [8, 14, 16])
def test_what_comes_on_a_day_off_is_received_on_the_next_working_day(hour: int) -> None:
    assert received_on(at(2, 14, hour), RULES, CALENDAR) == date(2026, 2, 23)
    assert due_on(at(2, 14, hour), 1) == date(2026, 2, 24)


def test_the_cut_off_is_a_parameter_of_the_procedure() -> None:
    last_hour = ClockRules(source=DECREE, cut_off=time(16, 0))
    assert received_on(at(3, 11, 15, 30), last_hour, CALENDAR) == date(2026, 3, 11)
    assert received_on(at(3, 11, 16, 30), last_hour, CALENDAR) == date(2026, 3, 12)


def test_the_day_of_receipt_may_count_as_day_one() -> None:
    assert due_on(at(3, 11), 3, rules=SAME_DAY) == date(2026, 3, 13)
    assert due_on(at(3, 11), 1, rules=SAME_DAY) == date(2026, 3, 11)
    assert due_on(at(3, 11), 0, rules=SAME_DAY) == date(2026, 3, 11)


def test_zero_working_days_end_on_the_day_of_receipt() -> None:
    assert due_on(at(3, 11, 14, 59), 0) == date(2026, 3, 11)
    assert due_on(at(3, 11, 15, 1), 0) == date(2026, 3, 12)
    assert due_on(at(2, 13, 15, 1), 0) == date(2026, 2, 23)


def test_the_due_day_ends_at_the_closing_hour_and_is_kept_in_utc() -> None:
    answer = due_at(at(3, 11), 1, RULES, CALENDAR)
    assert answer == datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
    assert answer.tzinfo is UTC
    early = ClockRules(source=DECREE, closes_at=time(16, 30))
    assert due_at(at(3, 11), 1, early, CALENDAR) == datetime(2026, 3, 12, 9, 30, tzinfo=UTC)


def test_the_same_instant_gives_the_same_answer_in_any_zone() -> None:
    local = at(2, 13, 15, 1)
    assert due_at(local, 3, RULES, CALENDAR) == due_at(local.astimezone(UTC), 3, RULES, CALENDAR)


def test_after_midnight_in_vietnam_it_is_the_next_day_though_not_yet_in_utc() -> None:
    before = datetime(2026, 3, 10, 16, 59, 59, tzinfo=UTC)
    after = datetime(2026, 3, 10, 17, 0, 0, tzinfo=UTC)
    assert received_on(before, RULES, CALENDAR) == date(
        2026, 3, 11
    )  # 23:59:59, after the cut-off of the 10th
    assert received_on(after, RULES, CALENDAR) == date(2026, 3, 11)  # 00:00:00 on the 11th
    assert due_at(after, 1, SAME_DAY, CALENDAR) == datetime(2026, 3, 11, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "received",
    [at(12, 31), at(12, 30, 15, 1), datetime(2026, 12, 31, 17, tzinfo=UTC), at(12, 31, year=2022)],
)
def test_beyond_the_proclaimed_years_there_is_no_due_date(received: datetime) -> None:
    with pytest.raises(CalendarEnds):
        due_at(received, 1, RULES, CALENDAR)
    with pytest.raises(CalendarEnds):
        due(received, 1, rules=RULES, calendar=CALENDAR)


def test_on_the_last_proclaimed_day_only_that_day_can_be_promised() -> None:
    assert due_on(at(12, 31), 0) == date(2026, 12, 31)
    assert due_on(at(12, 30), 1) == date(2026, 12, 31)
    late = at(12, 31, 15, 1)
    with pytest.raises(CalendarEnds):
        received_on(late, RULES, CALENDAR)
    with pytest.raises(CalendarEnds):
        due_at(late, 0, RULES, CALENDAR, [pause(late)])


def test_an_instant_without_a_time_zone_is_refused() -> None:
    naive = datetime(2026, 3, 11, 10)  # noqa: DTZ001 - the very mistake
    for ask in (
        lambda: received_on(naive, RULES, CALENDAR),
        lambda: due_at(naive, 1, RULES, CALENDAR),
        lambda: due(naive, 1, rules=RULES, calendar=CALENDAR),
    ):
        with pytest.raises(ValueError, match="has no time zone"):
            ask()
    with pytest.raises(ValidationError, match="timezone"):
        Pause(from_=naive, reason="x")


def test_a_negative_time_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 working days"):
        due_at(at(3, 11), -1, RULES, CALENDAR)


def test_a_pause_moves_the_due_day_by_the_working_days_it_covers() -> None:
    # Received Wednesday 11 March, two working days: Friday 13. Stopped Thursday to Tuesday: 3 working days.
    assert due_on(at(3, 11), 2) == date(2026, 3, 13)
    assert due_on(at(3, 11), 2, pause(at(3, 12), at(3, 17))) == date(2026, 3, 18)


def test_a_pause_over_days_off_moves_nothing() -> None:
    assert due_on(at(2, 13), 3, pause(at(2, 14), at(2, 22))) == date(2026, 2, 25)


def test_a_pause_within_one_day_moves_nothing() -> None:
    assert due_on(at(3, 11), 2, pause(at(3, 12, 8), at(3, 12, 16))) == date(2026, 3, 13)


def test_a_pause_that_outlasts_the_closing_hour_of_the_due_day_moves_it_by_one() -> None:
    stopped = pause(at(3, 13, 16), at(3, 13, 18))
    assert due_on(at(3, 11), 2, stopped) == date(2026, 3, 16)
    answer = due(at(3, 11), 2, rules=RULES, calendar=CALENDAR, pauses=[stopped])
    assert "hạn dời sang ngày làm việc liền sau" in said(answer)


def test_a_pause_after_the_due_instant_moves_nothing() -> None:
    assert due_on(at(3, 11), 2, pause(at(3, 13, 17, 0, 1), at(3, 20))) == date(2026, 3, 13)
    assert due_on(at(3, 11), 2, pause(at(3, 14))) == date(2026, 3, 13)
    assert due_on(at(12, 28), 2, pause(at(1, 5, year=2027))) == date(2026, 12, 30)


def test_a_pause_before_receipt_moves_nothing_and_one_across_it_counts_from_receipt() -> None:
    assert due_on(at(3, 11), 2, pause(at(3, 2), at(3, 10))) == date(2026, 3, 13)
    assert due_on(at(3, 11), 2, pause(at(3, 2), at(3, 12))) == date(2026, 3, 16)


def test_a_pause_that_begins_with_the_due_instant_still_counts() -> None:
    assert due_on(at(3, 11), 2, pause(at(3, 13, 17), at(3, 20))) == date(2026, 3, 20)


def test_a_pause_may_have_begun_before_the_first_proclaimed_year() -> None:
    received = at(1, 3, year=2023)
    assert due_on(received, 2, pause(at(12, 1, year=2022), at(12, 30, year=2022))) == date(2023, 1, 5)
    assert due_on(received, 2, pause(at(12, 1, year=2022), at(1, 4, year=2023))) == date(2023, 1, 6)


def test_a_pause_that_does_not_matter_is_not_told() -> None:
    idle = [pause(at(3, 2), at(3, 10)), pause(at(3, 14))]
    assert "Đồng hồ" not in said(due(at(3, 11), 2, rules=RULES, calendar=CALENDAR, pauses=idle))


def test_overlapping_pauses_take_a_day_out_once() -> None:
    first, second = pause(at(3, 12), at(3, 17)), pause(at(3, 13), at(3, 18))
    assert due_on(at(3, 11), 2, first, second) == due_on(at(3, 11), 2, pause(at(3, 12), at(3, 18)))
    assert due_on(at(3, 11), 2, second, first) == due_on(at(3, 11), 2, first, second)


def test_an_open_pause_leaves_no_due_date() -> None:
    answer = due(at(3, 11), 2, rules=RULES, calendar=CALENDAR, pauses=[pause(at(3, 12))])
    assert answer.due_at is None
    assert answer.due_on is None
    assert due_at(at(3, 11), 2, RULES, CALENDAR, [pause(at(3, 12))]) is None
    assert "Đồng hồ dừng từ 10:00 ngày 12/03/2026 (chờ xác nhận VNeID): chưa có hạn trả" in said(answer)
    assert "Hạn trả kết quả" not in said(answer)


def test_an_open_pause_that_began_before_filing_is_told_too() -> None:
    answer = due(at(3, 14), 2, rules=RULES, calendar=CALENDAR, pauses=[pause(at(3, 2))])
    assert answer.due_at is None
    assert "ngày 02/03/2026" in said(answer)
    assert "Không tính thứ Bảy 14/03/2026: nghỉ cuối tuần." in said(answer)


def test_a_clock_that_stands_still_needs_no_calendar_beyond_the_year() -> None:
    assert due_on(at(12, 30), 5, pause(at(12, 31))) is None


def test_a_pause_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValidationError, match="before it begins"):
        pause(at(3, 12), at(3, 11))


def test_a_restart_is_a_new_question_from_its_instant() -> None:
    assert due_on(at(3, 18, 15, 1), 2) == date(2026, 3, 23)


def test_the_derivation_tells_receipt_limit_days_off_result_and_articles() -> None:
    limit = law("63/2024/NĐ-CP Điều 8")
    answer = due(at(2, 13, 15, 1), 3, rules=RULES, calendar=CALENDAR, source=limit)
    assert [line.text.vi for line in answer.derivation] == [
        "Hồ sơ nộp lúc 15:01 thứ Sáu 13/02/2026, sau 15:00, "
        "nên được tính là tiếp nhận vào ngày làm việc liền sau là thứ Hai 23/02/2026.",
        "Thời hạn là 3 ngày làm việc, tính từ ngày làm việc liền sau ngày tiếp nhận.",
        "Không tính 14/02/2026–15/02/2026: nghỉ cuối tuần.",
        "Không tính 16/02/2026–20/02/2026: nghỉ Tết Nguyên đán (Bộ luật Lao động Điều 112).",
        "Không tính 21/02/2026–22/02/2026: nghỉ cuối tuần.",
        "Hạn trả kết quả là 17:00 thứ Năm 26/02/2026.",
        "Căn cứ thời hạn: 63/2024/NĐ-CP Điều 8.",
        "Căn cứ cách tính: 63/2024/NĐ-CP Điều 7.",
    ]
    assert answer.received_on == date(2026, 2, 23)
    assert answer.derivation[3].day == date(2026, 2, 16)


def test_the_derivation_is_told_in_english_too() -> None:
    answer = due(at(1, 7, 15), 3, rules=RULES, calendar=CALENDAR, source=DECREE)
    assert [line.text.en for line in answer.derivation] == [
        "It was filed at 15:00:00 on Wednesday 07/01/2026, no later than 15:00, "
        "so it counts as received on that day.",
        "The time limit is 3 working days, the first is the one after receipt.",
        "Saturday 10/01/2026 counts: working day in place of Friday 02/01/2026 (Văn bản 12729/VPCP-KGVX).",
        "The result is due by 17:00 on Saturday 10/01/2026.",
        "Article on the time limit: 63/2024/NĐ-CP Điều 7.",
    ]


def test_the_derivation_shows_the_day_that_may_yet_become_a_holiday() -> None:
    answer = due(at(11, 20), 3, rules=RULES, calendar=CALENDAR)
    assert "Vẫn coi thứ Ba 24/11/2026 là ngày làm việc: Ngày Văn hóa Việt Nam" in said(answer)
    assert answer.due_on == date(2026, 11, 25)


def test_the_derivation_tells_pauses_in_order_of_time_among_the_days_off() -> None:
    stopped = [pause(at(3, 16), at(3, 17), "lần hai"), pause(at(3, 12), at(3, 13), "lần một")]
    days = [line.day for line in due(at(3, 11), 3, rules=RULES, calendar=CALENDAR, pauses=stopped).derivation]
    between = [day for day in days[2:] if day is not None]
    assert between == sorted(between)
    text = said(due(at(3, 11), 3, rules=RULES, calendar=CALENDAR, pauses=stopped))
    assert text.index("lần một") < text.index("Không tính 14/03/2026") < text.index("lần hai")
    assert "không tính 1 ngày làm việc" in text


def test_the_derivation_says_when_its_article_is_not_settled() -> None:
    doubtful = inferred("Bộ luật Dân sự Điều 147", "suy ra từ thông lệ.", "inferred from practice.")
    rules = ClockRules(source=doubtful, first_day="same-day")
    answer = due(at(3, 11), 1, rules=rules, calendar=CALENDAR)
    assert "Chưa chắc chắn: suy ra từ thông lệ." in said(answer)
    assert "tính cả ngày tiếp nhận" in said(answer)


def test_a_day_off_gives_its_reason_at_receipt_and_zero_days_their_own_sentence() -> None:
    text = said(due(at(2, 17), 0, rules=RULES, calendar=CALENDAR))
    assert "là ngày nghỉ (nghỉ Tết Nguyên đán)" in text
    assert "Thời hạn là ngay trong ngày làm việc tiếp nhận." in text


def test_every_sentence_is_whole_in_both_languages() -> None:
    pauses = [pause(at(3, 12), at(3, 13)), pause(at(3, 16, 8), at(3, 16, 9))]
    for line in due(at(3, 11), 5, rules=RULES, calendar=CALENDAR, pauses=pauses, source=DECREE).derivation:
        for sentence in (line.text.vi, line.text.en):
            assert sentence[0].isupper() or sentence[0].isdigit()
            assert sentence.endswith(".")


def test_a_holiday_decreed_later_moves_the_due_day_and_is_named() -> None:
    decreed = CalendarDay(
        on=date(2026, 11, 24), kind=DayKind.OFF, reason=Text(vi="nghỉ mới", en="new holiday"), source="Luật"
    )
    rows = (*(row for row in CALENDAR.days if row.on != decreed.on), decreed)
    later = CALENDAR.model_copy(update={"days": rows})
    answer = due(at(11, 20), 3, rules=RULES, calendar=later)
    assert answer.due_on == date(2026, 11, 26)
    assert "Không tính thứ Ba 24/11/2026: nghỉ mới (Luật)." in said(answer)
    assert later.fingerprint != CALENDAR.fingerprint
