"""An agency's system that we ship: it does its work, keeps its books, and fails exactly as it is told to."""

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import timedelta
from typing import Any, ClassVar

from services.agencies.contract import Record, Reply, Request
from services.exchange.fake_faults import ANSWERS, EVERYTHING, LOOKING_UP, Fault, Mixture
from services.exchange.fake_ledger import Books, Effect, Ledger
from services.time.clock import Clock
from workflows.errors import AgencyBroken, AgencyError, AgencyRejected, AgencyUnavailable

Answer = tuple[str, Mapping[str, Any]]
Deed = Callable[[Mapping[str, Any], Books], Answer]

_ERRORS: Mapping[str, Callable[[str], AgencyError]] = {
    "unavailable": AgencyUnavailable,
    "broken": AgencyBroken,
    "rejected": AgencyRejected,
}
_DOWN = "(down)"


def words(facts: Mapping[str, Any], *names: str) -> str:
    """Return these facts as one text, to tell by it what has no number."""
    return "|".join(str(facts.get(name, "")) for name in names)


def known_as(books: Books, register: str, number: str | None, certificate: str) -> dict[str, Any] | None:
    """Find a person's record by number or by certificate, which may get its number later."""
    known = books.read(register, str(number)) if number else None
    if known is not None:
        return known
    known = books.read(register, certificate)
    somebody_else = known is not None and number is not None and known.get("person") is not None
    return None if somebody_else else known


def keep_as(
    books: Books, register: str, number: str | None, certificate: str, items: Mapping[str, Any]
) -> None:
    """Write a person's record so that it is found by number and by certificate."""
    for name in (str(number), certificate) if number else (certificate,):
        books.write(register, name, {**items, "person": number})


class FakeAgency:
    """One agency's system; what it can do stands in `deeds`, which each agency defines for itself.

    It honours the key of a message: a repeat gets the answer of the first time, the
    work is not done again, and `repeats()` counts it.
    """

    code: ClassVar[str]

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self._clock = clock

    @property
    def deeds(self) -> Mapping[str, Deed]:
        """What this agency can be asked, and how it does it."""
        return {}

    # --- the contract -----------------------------------------------------------------------------

    def send(self, request: Request) -> Reply | None:
        """Do what the message asks, once, and answer it now or later.

        Raises:
            AgencyUnavailable, AgencyBroken, AgencyRejected: as planned, or a message it cannot take.
        """
        with self._write() as books:
            answer = self._receive(books, request)
        if isinstance(answer, AgencyError):
            raise answer
        return answer

    def answer_to(self, key: str) -> Reply | None:
        """Give the answer to a message that was received, or nothing while it is not ready.

        Raises:
            AgencyUnavailable: it is down.
            AgencyRejected: it never received such a message.
        """
        with self._write() as books:
            answer = self._poll(books, key)
        if isinstance(answer, AgencyError):
            raise answer
        return answer

    def look_up(self, register: str, number: str) -> Record | None:
        """Read one record of a register.

        Raises:
            AgencyUnavailable, AgencyBroken, AgencyRejected: as planned.
        """
        with self._read() as books:
            items = books.read(register, number)
            troubled = _is_down(books) or books.plan(LOOKING_UP) is not None
        if troubled:
            self._stumble(number)
        return Record(register, items) if items is not None else None

    # --- what tests, the demo and the simulation tell it and ask it -------------------------------

    def plan(self, about: str, how: Fault | Mixture) -> None:
        """Settle how it behaves for one kind of message, for `EVERYTHING` else, or for `LOOKING_UP`."""
        with self._write() as books:
            books.set_plan(about, asdict(how))

    def go_down(self) -> None:
        """Be unreachable until told otherwise."""
        with self._write() as books:
            books.set_plan(_DOWN, True)

    def come_up(self) -> None:
        """Be reachable again."""
        with self._write() as books:
            books.set_plan(_DOWN, False)

    def effects(self) -> tuple[Effect, ...]:
        """List every message that was carried out, oldest first: one for each key."""
        with self._read() as books:
            return books.effects()

    def repeats(self) -> int:
        """Count the repeated messages that changed nothing."""
        with self._read() as books:
            return books.total("repeat")

    def reports(self, key: str) -> tuple[Reply, ...]:
        """List what it would report of its own accord about one message, in the order of sending."""
        with self._read() as books:
            effect = books.effect(key)
            if effect is None:
                return ()
            fault = _planned(books, effect.about, key)
            replies = [_reply(effect, fault, nth) for nth in range(1, fault.times + 1)]
        if fault.contradicts:
            replies[-1] = Reply(replies[-1].id, fault.contradicts)
        return tuple(replies)

    def enter(self, register: str, number: str, items: Mapping[str, Any]) -> None:
        """Write one record into a register, in place of the one there was."""
        with self._write() as books:
            books.write(register, number, items)

    def enter_missing(self, register: str, records: Mapping[str, Mapping[str, Any]]) -> None:
        """Write those records that a register does not have yet, all at once."""
        with self._write() as books:
            for number, items in records.items():
                if books.read(register, number) is None:
                    books.write(register, number, items)

    # --- how it is done ---------------------------------------------------------------------------

    def _write(self) -> AbstractContextManager[Books]:
        return self._ledger.writing(self.code, self._clock.now())

    def _read(self) -> AbstractContextManager[Books]:
        return self._ledger.reading(self.code, self._clock.now())

    def _receive(self, books: Books, request: Request) -> Reply | AgencyError | None:
        """Take one message; an error is returned, not raised, so that the books are kept all the same."""
        if _is_down(books):
            return AgencyUnavailable(f"{self.code} is down")
        fault = _planned(books, request.about, request.key)
        failing = books.count(request.key, "call") <= fault.failures
        if failing and not fault.after_work:
            return self._error(fault)
        if request.about not in self.deeds:
            return AgencyRejected(f"{self.code} knows no message about {request.about!r}")
        effect = books.effect(request.key)
        if effect is None:
            effect = self._carry_out(books, request, fault)
        elif not _same(effect, request):
            return AgencyRejected(f"{self.code} has this key for another message")
        else:
            books.count(request.key, "repeat")
        return self._error(fault) if failing else _answer(books, effect, fault)

    def _carry_out(self, books: Books, request: Request, fault: Fault) -> Effect:
        try:
            done = self.deeds[request.about](request.payload, books) if fault.outcome is None else None
        except (TypeError, ValueError) as error:
            raise AgencyRejected(f"{self.code} cannot read this message") from error
        outcome, items = done or (str(fault.outcome), {})
        given = {**items, **fault.gives}
        effect = Effect(request.key, request.about, dict(request.payload), outcome, given, books.now)
        books.keep(effect)
        return effect

    def _poll(self, books: Books, key: str) -> Reply | AgencyError | None:
        if _is_down(books):
            return AgencyUnavailable(f"{self.code} is down")
        effect = books.effect(key)
        if effect is None:
            return AgencyRejected(f"{self.code} has no message with this key")
        books.count(key, "poll")
        return _answer(books, effect, _planned(books, effect.about, key))

    def _stumble(self, number: str) -> None:
        """Raise what is planned for reading a register."""
        with self._write() as books:
            down = _is_down(books)
            fault = _planned(books, LOOKING_UP, number)
            failing = not down and books.count(number, LOOKING_UP) <= fault.failures
        if down:
            raise AgencyUnavailable(f"{self.code} is down")
        if failing:
            raise self._error(fault)

    def _error(self, fault: Fault) -> AgencyError:
        return _ERRORS[fault.error or "broken"](f"{self.code}: {fault.error or 'broken'}, as planned")


def _is_down(books: Books) -> bool:
    return bool(books.plan(_DOWN))


def _planned(books: Books, about: str, key: str) -> Fault:
    plan = books.plan(about)
    if plan is None and about != LOOKING_UP:
        plan = books.plan(EVERYTHING)
    if plan is None:
        return ANSWERS
    if "seed" in plan:
        shares = tuple((share, Fault(**fault)) for share, fault in plan["shares"])
        return Mixture(plan["seed"], shares).fault(key)
    return Fault(**plan)


def _answer(books: Books, effect: Effect, fault: Fault) -> Reply | None:
    """Give the answer, or nothing while the plan holds it back."""
    ready_at = effect.at + timedelta(seconds=fault.seconds)
    if books.counted(effect.key, "poll") < fault.polls or books.now < ready_at:
        return None
    return _reply(effect, fault, books.count(effect.key, "given"))


def _reply(effect: Effect, fault: Fault, nth: int) -> Reply:
    """Name the answer after its message, so that a repeat of it is known, unless the plan forbids that."""
    suffix = f":{nth}" if fault.fresh_ids and nth > 1 else ""
    return Reply(f"{effect.key}:reply{suffix}", effect.outcome, effect.items)


def _same(effect: Effect, request: Request) -> bool:
    return effect.about == request.about and effect.payload == json.loads(json.dumps(dict(request.payload)))
