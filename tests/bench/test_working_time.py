from bench.working_time import plain, questions
from services.time.calendar_seed import vietnam_calendar
from workflows.working_time import WorkingTime


def test_the_plain_loop_of_the_bench_gives_the_same_answers() -> None:
    hours = WorkingTime(calendar=vietnam_calendar())
    asked = questions(5, 12)
    assert len(set(asked)) == 12
    assert [hours.add(*one) for one in asked] == [plain(hours, *one) for one in asked]
