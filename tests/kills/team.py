# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Four people who bring one case after another from the report to the last chance, form by form.

``told`` counts, per address, what they were told that was done: that and no more must be there.
"""

from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Event

from tests.kills.person import Answer, GivenUp, Person
from tests.story import PATTERN
from tests.support.case_form import hidden_in
from tests.support.report_form import ADDRESS, NEEDED
from woonvrede.jobs.demo.cast import Persona
from woonvrede.web.entry.paths import HOME
from woonvrede.web.manners import new_key

PLACES = {
    "landlord": ("portaal", "consultant"),
    "lead": ("u_centraal_casemanagement", "coordinator"),
    "manager": ("u_centraal_casemanagement", "case_manager"),
}
CRITERIA = {
    **dict.fromkeys(("criterion_structural", "criterion_serious_harm"), "ja"),
    **dict.fromkeys(("criterion_steps_tried", "criterion_more_parties"), "ja"),
    "criteria_motivation": "Het patroon duurt al maanden.",
}
PLAN = {"goal": "Na elf uur is het stil.", "agreements": "Wekelijks contact."}
END = {
    "close_reason": "nuisance_continues",
    "next_trajectory": "last_chance",
    "approaches_tried": PATTERN["steps_taken"],
}
REPORTS, CASES = "/meldingen/", "/casussen/"


@dataclass(frozen=True)
class Form:
    """A page that somebody opens or a form that they send, and what it leaves when it is done."""

    who: str
    path: str
    typed: Mapping[str, str] | None = None
    towards: str = ""
    leaves: tuple[str, ...] = ()


Tale = Generator[Form, Answer, None]


def cast_of(number: int) -> Iterator[Persona]:
    """Return the people of a team, who have accounts of their own."""
    for role, (party, function) in PLACES.items():
        key = f"{role}-{number}"
        yield Persona(key=key, name=f"{key} Voorbeeld", party=party, function=function)


@dataclass
class Team:
    """A team and the case that it now works on; ``manager`` is the account of its case manager."""

    number: int
    port: int
    manager: int
    told: Counter[tuple[str, str]] = field(default_factory=Counter)
    given_up: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    people: dict[str, Person] = field(init=False)
    cases: int = 0
    address: str = ""
    tale: Tale | None = None
    next: Form | None = None

    def __post_init__(self) -> None:
        """Let everybody sign in."""
        keys = {role: f"{role}-{self.number}" for role in PLACES}
        self.people = {
            role: Person(key, self.port, self.answers, self.errors) for role, key in keys.items()
        }

    def work(self, stop: Event) -> None:
        """Send one form after another until told to stop; the last one is answered."""
        while not stop.is_set():
            try:
                self._send()
            except GivenUp as why:
                self.given_up.append(str(why))
                self.next = None

    def look_around(self) -> None:
        """Let each of them open the page with which a day begins."""
        for person in self.people.values():
            try:
                person.ask(HOME, towards="")
            except GivenUp as why:
                self.given_up.append(str(why))

    def _send(self) -> None:
        if self.next is None or self.tale is None:
            self.tale = self._tale()
            self.next = next(self.tale)
        form = self.next
        answer = self.people[form.who].ask(form.path, form.typed, towards=form.towards)
        self.told.update((self.address, kind) for kind in form.leaves)
        try:
            self.next = self.tale.send(answer)
        except StopIteration:
            self.next = None

    def _tale(self) -> Tale:
        self.cases += 1
        number = str(self.number * 1000 + self.cases)
        self.address = f"{ADDRESS['street']} {number}"
        report = yield from self._report(number)
        route, opens = {"route": "severe_nuisance"}, ("RouteDecided", "Opened", "severe_nuisance")
        case = yield from self._form("lead", report, CASES, opens, **route)
        yield from self._step("lead", case, "ask_permission", "Moved", "PermissionAsked")
        yield from self._step("landlord", case, "grant_permission", "PermissionGranted")
        colleague = {"colleague": str(self.manager)}
        yield from self._step("lead", case, "take_up", "Moved", "Assigned", **colleague)
        yield from self._step("manager", case, "set_plan", "Moved", **CRITERIA)
        yield from self._step("manager", case, "start_execution", "Moved", **PLAN)
        yield from self._step("manager", case, "back_to_plan", "Moved")
        yield from self._step("manager", case, "start_execution", "Moved", **PLAN)
        closed = ("Moved", "Closed", "HandOverAsked")
        yield from self._step("manager", case, "close", *closed, **END)
        accepted = ("HandOverAccepted", "Opened", "last_chance")
        yield from self._step("landlord", case, "accept_hand_over", *accepted)

    def _report(self, number: str) -> Generator[Form, Answer, str]:
        key = new_key()
        here = f"{REPORTS}nieuw/{key}/"
        for page, given in NEEDED:
            typed = {"once": new_key(), **given} | ({"number": number} if page == "adres" else {})
            yield Form("landlord", f"{here}{page}/", typed, here)
        made = ("report", "Reported")
        answer = yield Form("landlord", f"{here}controleren/", {"once": key}, REPORTS, made)
        return answer.to

    def _step(
        self, who: str, case: str, name: str, *leaves: str, **typed: str
    ) -> Generator[Form, Answer, str]:
        to = yield from self._form(who, f"{case}stap/{name}/", CASES, leaves, **typed)
        return to

    def _form(
        self, who: str, path: str, towards: str, leaves: tuple[str, ...], **typed: str
    ) -> Generator[Form, Answer, str]:
        """Open a form, fill it in, and send it; return where the answer leads."""
        opened = yield Form(who, path)
        answer = yield Form(who, path, {**hidden_in(opened.page), **typed}, towards, leaves)
        return answer.to
