"""Steps about the systems of other agencies (all simulated): how they behave, and what they were told.

    Given|When {agency} is down                               {agency} mất liên lạc
    When {agency} is up again                                 {agency} có lại
    Given {agency} answers "{about}" with "{outcome}"         {agency} trả lời "{about}" là "{outcome}"
    Given {agency} needs {n} minutes for "{about}"            {agency} cần {n} phút cho "{about}"
    Given {agency} loses its answer to "{about}" {n} times    {agency} làm rơi câu trả lời "{about}" {n} lần
    When {agency} reports its answers once more               {agency} tự báo lại câu trả lời
    When {agency} behaves again                               {agency} hoạt động bình thường
    Then {agency} carried out "{about}" {n} times             {agency} đã thực hiện "{about}" {n} lần
    Then {agency} was told of "{about}" nothing but: |fact|   {agency} chỉ nhận cho "{about}":

`about` is a message such as `personal-id.assign`; `outcome` one of its answers, as definitions name them.
"""

from functools import partial

from pytest_bdd import given, then, when

from services.access import actors
from services.exchange import agency_replies
from services.exchange.fake_faults import ANSWERS, EVERYTHING, Fault, breaks, delays
from tests.bdd.town import Town
from tests.bdd.words import says


@given(says("{agency:Agency} is down"))
@when(says("{agency:Agency} is down"))
@given(says("{agency:Agency} mất liên lạc"))
@when(says("{agency:Agency} mất liên lạc"))
def down(town: Town, agency: str) -> None:
    town.agencies[agency].go_down()


@when(says("{agency:Agency} is up again"))
@when(says("{agency:Agency} có lại"))
def up(town: Town, agency: str) -> None:
    town.agencies[agency].come_up()


@given(says('{agency:Agency} answers "{about}" with "{outcome}"'))
@given(says('{agency:Agency} trả lời "{about}" là "{outcome}"'))
def answers(town: Town, agency: str, about: str, outcome: str) -> None:
    town.agencies[agency].plan(about, Fault(outcome=outcome))


@given(says('{agency:Agency} needs {minutes:d} minutes for "{about}"'))
@given(says('{agency:Agency} cần {minutes:d} phút cho "{about}"'))
def slow(town: Town, agency: str, about: str, minutes: int) -> None:
    town.agencies[agency].plan(about, delays(seconds=60 * minutes))


@given(says('{agency:Agency} loses its answer to "{about}" {times:d} times'))
@given(says('{agency:Agency} làm rơi câu trả lời "{about}" {times:d} lần'))
def loses(town: Town, agency: str, about: str, times: int) -> None:
    town.agencies[agency].plan(about, breaks(times, error="unavailable", after_work=True))


@when(says("{agency:Agency} reports its answers once more"))
@when(says("{agency:Agency} tự báo lại câu trả lời"))
def reports(town: Town, agency: str) -> None:
    work = partial(town.context.work, actors.agency(agency))
    for effect in town.agencies[agency].effects():
        for reply in town.agencies[agency].reports(effect.key):
            agency_replies.receive(work(), effect.key, reply)


@when(says("{agency:Agency} behaves again"))
@when(says("{agency:Agency} hoạt động bình thường"))
def behaves(town: Town, agency: str) -> None:
    for about in (EVERYTHING, *town.agencies[agency].deeds):
        town.agencies[agency].plan(about, ANSWERS)


@then(says('{agency:Agency} carried out "{about}" {times:d} times'))
@then(says('{agency:Agency} đã thực hiện "{about}" {times:d} lần'))
def carried_out(town: Town, agency: str, about: str, times: int) -> None:
    done = [effect for effect in town.agencies[agency].effects() if effect.about == about]
    assert len(done) == times


@then(says('{agency:Agency} was told of "{about}" nothing but:'))
@then(says('{agency:Agency} chỉ nhận cho "{about}":'))
def told(town: Town, agency: str, about: str, datatable: list[list[str]]) -> None:
    done = [effect for effect in town.agencies[agency].effects() if effect.about == about]
    assert sorted(done[-1].payload) == sorted(fact for (fact,) in datatable)
