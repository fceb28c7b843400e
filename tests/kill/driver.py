"""People at their browsers: citizens who file, supplement and withdraw; officers who work through their list.

Everything that is acknowledged goes through the product's own pages. What gets no answer is sent again
with the very same form; some answered forms are sent a second time, as by a nervous finger.
"""

import json
import time
from collections.abc import Callable
from dataclasses import asdict
from itertools import count
from random import Random
from urllib.parse import quote

from services.demo.seed import PASSWORD
from tests.kill.browser import Address, Browser, Closed, Form, Page
from tests.kill.ledger import Attempt, Ledger
from tests.kill.people import Citizen, Filing, filing

REPLAYS = 0.2  # share of the answered forms that are sent a second time
SIGN_INS = 20  # that may be begun before one succeeds
OPEN_DOSSIERS = 4  # of one citizen at once
IDLE_SECONDS = (0.1, 0.8)  # after the first look at an empty list, and at most after many

# Which step an officer prefers when several are open; others than these are never taken by themselves.
PREFERRED = (
    *("accept", "resolve-duplicate", "request-personal-id", "ask-again-for-personal-id", "prepare-signature"),
    *("sign", "approve", "decide", "stop-benefit", "record-verification", "correct"),
    *("register-again", "record-again", "issue-again", "ask-register-again", "send-correction-again"),
    *("record-residence-information", "refuse"),
)
AGENCIES = ("population-database", "civil-status", "residence", "social-insurance", "social-protection")
OUTAGES = 0.1  # share of what an agency has to say: that it is gone for a while
RARE = {"stop-waiting-for-correction": 0.1}


class Person:
    """Somebody who is signed in and acts in a loop until the run ends."""

    def __init__(self, address: Address, ledger: Ledger, name: str, kind: str, rng: Random) -> None:
        source = f"127.{rng.randrange(1, 255)}.{rng.randrange(256)}.{rng.randrange(1, 255)}"
        self.browser = Browser(address, ledger, source)
        self.address, self.ledger, self.name, self.kind, self.rng = address, ledger, name, kind, rng

    def live(self) -> None:
        """Sign in and act until the run is over."""
        try:
            self.sign_in()
            idle = IDLE_SECONDS[0]
            while not self.address.closed:
                idle = IDLE_SECONDS[0] if self.act() else min(2 * idle, IDLE_SECONDS[1])
                if idle > IDLE_SECONDS[0]:
                    time.sleep(self.rng.uniform(0.5, 1.0) * idle)
        except Closed:
            pass
        except Exception as error:
            self.ledger.accuse(f"{self.name} could not go on: {type(error).__name__}: {error}")

    def act(self) -> bool:
        """Do one thing; say whether there was anything to do."""
        raise NotImplementedError

    def sign_in(self) -> None:
        """Sign in; a sign-in that a kill has cut through is begun anew."""
        answers = []
        for _ in range(SIGN_INS):
            answer = self._with_provider() if self.kind == "nguoi-dan" else self._with_account()
            if answer.status == 303:
                self.ledger.count("signed in")
                return
            answers.append(answer.status)
        raise RuntimeError(f"signing in was answered {answers}")

    def _with_account(self) -> Page:
        return self._fill_in(self.browser.get("/dang-nhap?kind=can-bo"), "/dang-nhap")

    def _with_provider(self) -> Page:
        """Go to the identity provider, sign in there, and come back with its code."""
        asked = self.browser.get(self.browser.get("/dang-nhap/vneid").target)
        answer = self._fill_in(asked, "/vneid-gia-lap/dang-nhap")
        return self.browser.get(answer.target) if answer.status == 302 else answer

    def _fill_in(self, page: Page, path: str) -> Page:
        form = next((one for one in page.forms() if one.action.partition("?")[0] == path), None)
        if form is None:
            return page
        fields = {**form.values, "name": self.name, "password": PASSWORD}
        return self.browser.insist(lambda: self.browser.ask("POST", form.action, fields))

    def look(self, path: str) -> Page:
        """Fetch a page; the session must hold, also over restarts."""
        page = self.browser.get(path)
        if page.location.startswith("/dang-nhap"):
            self.ledger.accuse(f"{self.name} was signed in, and is not any more")
            self.sign_in()
            page = self.browser.get(path)
        if page.status >= 500:
            self.ledger.accuse(f"{path} was answered {page.status}")
        return page

    def send(
        self, attempt: Attempt, form: Form, fields: dict[str, str], agreed: Callable[[Page], str]
    ) -> None:
        """Send a form until it is answered, perhaps once more, and enter into the ledger what came of it.

        `agreed` returns what an acknowledgement says, or nothing when the answer is none.
        """
        self.ledger.begin(attempt)
        answer = self._send(attempt, form, fields)
        words = self._judge(attempt, answer, agreed)
        if words and self.rng.random() < REPLAYS:
            self.ledger.count("replayed")
            again = agreed(self._send(attempt, form, fields))
            if again and (again != words or attempt.what == "step"):
                self.ledger.accuse(
                    f"sent twice and acknowledged twice: {attempt} first {words}, then {again}"
                )

    def _send(self, attempt: Attempt, form: Form, fields: dict[str, str]) -> Page:
        def no_answer() -> None:
            attempt.unanswered += 1

        return self.browser.insist(lambda: self.browser.ask("POST", form.action, fields), no_answer)

    def _judge(self, attempt: Attempt, answer: Page, agreed: Callable[[Page], str]) -> str:
        words = agreed(answer)
        with self.ledger.open():
            attempt.answer, attempt.acknowledged, attempt.refused = words, bool(words), not words
            self.ledger.counts[f"acknowledged {attempt.what}"] += bool(words)
        if answer.status >= 500 or answer.location.startswith("/dang-nhap"):
            self.ledger.accuse(f"{attempt.what} was answered {answer.status} {answer.location}")
        return words


class Filer(Person):
    """A citizen: files one declaration after the other and looks after those on the way."""

    def __init__(
        self, address: Address, ledger: Ledger, citizen: Citizen, numbers: Callable[[], int], rng: Random
    ) -> None:
        super().__init__(address, ledger, citizen.personal_id, "nguoi-dan", rng)
        self.citizen = citizen
        self.filing_on = True
        self._numbers, self._filed = numbers, count()
        self.open: dict[str, Filing] = {}  # by number

    def act(self) -> bool:
        if self.filing_on and len(self.open) < OPEN_DOSSIERS:
            self._file(filing(self.citizen, self._numbers(), next(self._filed), self.rng))
            return True
        number, made = self.rng.choice(list(self.open.items())) if self.open else ("", None)
        return made is not None and self._look_after(number, made)

    def _file(self, made: Filing) -> None:
        body = {
            **asdict(self.citizen),
            "slug": made.slug,
            "answers": made.answers,
            "records": made.records,
        }
        form = None
        while form is None:  # while a register is cut off, some answers are still missing
            prepared = self.browser.insist(
                lambda: self.browser.ask("POST", "/-/prepare", json.dumps(body).encode())
            )
            draft = json.loads(prepared.body)["draft"]
            with self.ledger.open():
                self.ledger.filings[draft] = made
            body["answers"] = {**made.answers, "requester.phone": self._save_phone(made.slug, draft)}
            form = self.look(f"/{made.slug}/kiem-tra").form("/nop")
        attempt = Attempt("submit", draft, self.name)
        self.send(attempt, form, form.values, lambda answer: _number(answer, made.slug))
        if attempt.acknowledged:
            self.open[attempt.answer] = made
        else:
            self.ledger.accuse(f"submitting {made.who} was refused")

    def _save_phone(self, slug: str, draft: str) -> str:
        """Save the page that asks for the phone number with another number; return that."""
        for path in self.look(f"/{slug}/viec").links(rf"/{slug}/phan/[\w-]+"):
            page = self.look(path)
            form = next((form for form in page.forms() if "requester.phone" in form.values), None)
            if form is None:
                continue
            phone = f"09{self.rng.randrange(10**7, 10**8)}"
            fields = {**form.values, "requester.phone": phone}
            self.send(Attempt("save", draft, self.name, text=phone), form, fields, _went_on)
            return phone
        raise RuntimeError("no page asks for the phone number")

    def _look_after(self, number: str, made: Filing) -> bool:
        page = self.look(f"/ho-so/{quote(number)}")
        if not page.links(rf"/ho-so/{number}/rut"):
            del self.open[number]  # it has ended
            return True
        if made.withdraws and self.rng.random() < 0.1:
            return self._withdraw(number)
        waiting = page.links(rf"/ho-so/{number}/bo-sung/\w+")
        return self._supplement(number, waiting[0]) if waiting else False

    def _supplement(self, number: str, path: str) -> bool:
        page = self.look(path)
        form = page.form(path)
        if form is None:
            return False  # a timer was quicker
        text = f"Bổ sung {self.rng.randrange(10**9)}"
        attempt = Attempt("supplement", path.rsplit("/", 1)[1], self.name, text=text)
        self.send(attempt, form, {**form.values, "answer": text}, _went_on)
        return True

    def _withdraw(self, number: str) -> bool:
        page = self.look(f"/ho-so/{number}/rut")
        if form := page.form("/rut"):
            self.send(Attempt("withdraw", number, self.name), form, form.values, _went_on)
        return form is not None


class Officer(Person):
    """An officer: takes the first case of the list that has a step to take."""

    def __init__(self, address: Address, ledger: Ledger, user: str, authority: str, rng: Random) -> None:
        super().__init__(address, ledger, user, "can-bo", rng)
        self._authority = authority
        self._strayed: set[str] = set()

    def act(self) -> bool:
        # Some states wait for another system, and yet an officer may end the waiting.
        queue = "tat-ca" if self.rng.random() < 0.2 else "can-lam"
        links = self.look(f"/can-bo/viec?hang={queue}").links(r"/can-bo/ho-so/\w+(?:\?[^\"]*)?")
        cases = list(dict.fromkeys(link.partition("?")[0] for link in links))
        self.rng.shuffle(cases)
        return sum(self._work(path) for path in cases[:4]) > 0

    def _work(self, path: str) -> bool:
        page = self.look(path)
        offered = _offered(page, path)
        step = self._choose(path, page, offered)
        if step is None:
            return False
        form = offered[step]
        if form is None:
            acting = self.look(f"{path}/lam/{step}")
            form = acting.form(f"/lam/{step}")
            if form is None:
                return False  # somebody else was quicker
        attempt = Attempt(
            "step", path.rsplit("/", 1)[1], self.name, step=step, round=int(form.values["round"])
        )
        self.send(attempt, form, self._fill(form, step), lambda answer: _went_on_to(answer, path))
        return True

    def _choose(self, path: str, page: Page, offered: dict[str, Form | None]) -> str | None:
        """Take the detour that the family's story wants of this office, else the straight way."""
        with self.ledger.open():
            filings = list(self.ledger.filings.values())
        made = next((one for one in filings if f"<h1>{one.who}</h1>" in page.body), None)
        detour = made.detours.get(self._authority) if made else None
        if detour in offered and path not in self._strayed:
            self._strayed.add(path)
            return detour
        rare = next(
            (step for step, share in RARE.items() if step in offered and self.rng.random() < share), None
        )
        if "send-back" in offered and "sign" not in offered:
            return "send-back"  # whoever prepared it has it prepared by another
        # What waits for a signature is for somebody else; only a file under review is refused.
        unwanted = {"refuse"} if "forward" not in offered else set()
        return next((step for step in PREFERRED if step in offered and step not in unwanted), rare)

    def _fill(self, form: Form, step: str) -> dict[str, str]:
        fields = dict(form.values)
        for name, options in form.choices.items():
            if not fields.get(name):
                fields[name] = next(option for option in options if option)
        for name, value in fields.items():
            if not value:
                ending = name.rsplit("-", 1)[-1]
                fields[name] = {"day": "5", "month": "10", "year": "2026"}.get(ending, "theo hồ sơ")
        if step == "correct" and "child.sex" in fields:
            fields["child.sex"] = "male" if fields["child.sex"] == "female" else "female"
        return fields


class Reporter(Person):
    """The agencies' own voice: they report what they did, some of it several times."""

    def sign_in(self) -> None:
        """Systems have no account on the pages."""
        self.ledger.count("signed in")

    def act(self) -> bool:
        agency = self.rng.choice(AGENCIES)
        if self.rng.random() < OUTAGES:
            self._tell("/-/outage", {"agency": agency, "down": True})
            time.sleep(self.rng.uniform(0.1, 0.5))
            self._tell("/-/outage", {"agency": agency, "down": False})
            self.ledger.count("outages")
        else:
            self.ledger.count("reports", self._tell("/-/report", {"agency": agency})["reports"])
        return False

    def _tell(self, path: str, what: dict[str, object]) -> dict[str, int]:
        answer = self.browser.insist(lambda: self.browser.ask("POST", path, json.dumps(what).encode()))
        if answer.status != 200:
            self.ledger.accuse(f"{path} {what} was answered {answer.status}")
            return {"reports": 0}
        told: dict[str, int] = json.loads(answer.body)
        return told


def _number(answer: Page, slug: str) -> str:
    prefix = f"/{slug}/da-nop/"
    return answer.location.removeprefix(prefix) if answer.location.startswith(prefix) else ""


def _went_on(answer: Page) -> str:
    return answer.location if answer.status == 303 else ""


def _went_on_to(answer: Page, path: str) -> str:
    return answer.location if answer.status == 303 and answer.location == path else ""


def _offered(page: Page, path: str) -> dict[str, Form | None]:
    """List the steps open on a case page, with their form, or without one when they have their own page."""
    found: dict[str, Form | None] = {
        link.rsplit("/", 1)[1]: None for link in page.links(rf"{path}/lam/[\w-]+")
    }
    for form in page.forms():
        if form.action.startswith(f"{path}/lam/") and not form.blocked:
            found[form.action.rsplit("/", 1)[1]] = form
    return found
