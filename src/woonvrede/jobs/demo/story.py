# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How one case goes from the doorstep to the figures, told in verbs.

The same steps fill the demo, bring the tests to a stage, and are what ``docs/tour.md`` follows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from ...access.actor import Actor
from ...access.session import acting
from ...casework.notes.record import record_facts
from ...casework.notes.row import add_row
from ...casework.notes.write import write_note
from ...casework.page.case import read_case
from ...casework.page.objects import CasePage
from ...casework.people.invite import invite
from ...casework.people.newcomer import NewPerson
from ...casework.people.release import release
from ...casework.steps.move import move
from ...casework.tasks.give import give_task
from ...intake.address import Address
from ...intake.decide import Decision, decide
from ...intake.register import NewReport, register
from . import cast

Made = TypeVar("Made")

HOUSE = Address("3561 ZZ", "112", "Lindeplein", "Utrecht", "overvecht")
RESIDENT = NewPerson("alleged_causer", "Ans Fictief", phone="030-0000001")
COMPLAINANT = NewPerson("complainant", "Bram Verzonnen", phone="030-0000002", may_phone=True)
PATTERN = {
    "kind_of_problem": "noise_audio",
    "since": "2026-02-01",
    "frequency": "weekly",
    "structural": "ja",
    "serious_harm": "ja",
    "both_willing": "nee",
    "contra_indications": "nee",
    "rent_debt_eviction": "nee",
    "pollution": "nee",
    "pollution_serious": "nee",
    "earlier_approaches": "nee",
    "acute_danger": "nee",
    "steps_taken": "Drie gesprekken en twee brieven.",
    "description": "Harde muziek in de nacht, al maanden, bijna elk weekend.",
}


@dataclass(frozen=True)
class Words:
    """What people typed; a test puts its canaries here."""

    address: Address = HOUSE
    answers: Mapping[str, str] = field(default_factory=lambda: PATTERN)
    reporter: str = "landlord"
    tenure: str = "social_rent"
    landlord: str = "portaal"
    resident: NewPerson = RESIDENT
    complainant: NewPerson = COMPLAINANT
    texts: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, otherwise: str) -> str:
        """Return what was typed in a field."""
        return self.texts.get(key, otherwise)


@dataclass
class Story:
    """One case on its way; ``at`` goes on a day with each step."""

    at: datetime
    words: Words = field(default_factory=Words)
    reference: str = ""
    report: str = ""

    def as_(self, who: str) -> Actor:
        """Return somebody of the cast."""
        return cast.actor(who, self.at)

    def later(self, days: float = 1) -> None:
        """Let time pass."""
        self.at += timedelta(days=days)

    def seen_by(self, who: str) -> CasePage:
        """Return the case as somebody of the cast sees it now."""
        actor = self.as_(who)
        with acting(actor):
            return read_case(self.reference, actor=actor, at=self.at)

    def do(self, who: str, verb: Callable[..., Made], *args: object, **more: object) -> Made:
        """Let somebody do something, in a transaction of their own."""
        actor = self.as_(who)
        with acting(actor):
            made = verb(*args, actor=actor, at=self.at, **more)
        self.later(0.5)
        return made

    def step(self, who: str, name: str, **given: str) -> None:
        """Let somebody take a step of the agreement."""
        version = self.seen_by(who).version
        self.do(who, move, self.reference, name, version=version, given=given)

    def route(self, who: str, to: str) -> None:
        """Let somebody decide on the report; its case is the one that goes on."""
        case = self.do(who, decide, self.report, Decision(to), version=1)
        assert case is not None
        self.reference = case.reference

    def facts(self, who: str, category: str, **given: str) -> None:
        """Let somebody record facts of one category."""
        version = self.seen_by(who).version
        self.do(who, record_facts, self.reference, category, version=version, given=given)


def reported(story: Story) -> Story:
    """Somebody, mostly the corporation's consultant, reports severe nuisance in a dwelling."""
    words = story.words
    actor = story.as_(words.reporter)
    new = NewReport(
        words.address,
        words.tenure,
        words.landlord,
        words.answers,
        (words.resident, words.complainant),
    )
    with acting(actor):
        story.report = register(new, actor=actor, at=story.at).reference
    story.later()
    return story


def screening(story: Story) -> Story:
    """U Centraal follows the proposal: the case is opened."""
    reported(story)
    story.route("lead", "severe_nuisance")
    return story


def awaiting_permission(story: Story) -> Story:
    """U Centraal asks the corporation's permission."""
    screening(story)
    story.step("lead", "ask_permission")
    return story


def taken_up(story: Story) -> Story:
    """The corporation agrees and a case manager is assigned, who writes down what is known."""
    if story.words.tenure == "social_rent":
        awaiting_permission(story)
        story.step("landlord", "grant_permission")
    else:
        screening(story)
    story.step("lead", "take_up", colleague=str(story.as_("manager").account))
    story.facts(
        "manager",
        "criteria",
        criterion_structural="ja",
        criterion_serious_harm="ja",
        criterion_steps_tried="ja",
        criterion_more_parties="ja",
        criteria_motivation=story.words.say(
            "criteria_motivation", "Het patroon duurt al maanden en gesprekken hielpen niet."
        ),
    )
    incident = {
        "happened_on": story.words.say("happened_on", story.at.date().isoformat()),
        "nuisance": "noise_audio",
        "observed_by": "neighbour",
        "description": story.words.say("incident", "Muziek tot vier uur in de nacht."),
    }
    story.do("manager", add_row, story.reference, "incidents", given=incident)
    return story


def joined(story: Story) -> Story:
    """Buurtteam and police take part; a care organisation did, and left."""
    taken_up(story)
    story.do("manager", invite, story.reference, "social_team", "buurtteam_sociaal")
    story.do("manager", invite, story.reference, "police", "politie")
    story.do("manager", invite, story.reference, "care", "lister")
    story.do("manager", release, story.reference, "care", "lister")
    return story


def plan(story: Story) -> Story:
    """The case manager goes on to the plan; the police provide something to the case manager."""
    joined(story)
    provision = {
        "article": "wpg_20",
        "decision": story.words.say("police_decision", "Besluit V-1"),
        "purpose": story.words.say("police_purpose", "Veiligheid bij het huisbezoek"),
        "content": story.words.say("police_content", "Ga met twee personen op bezoek."),
    }
    story.do(
        "police",
        add_row,
        story.reference,
        "police_provisions",
        given=provision,
        recipients=["u_centraal_casemanagement"],
    )
    note = story.words.say("working_notes", "Nog bellen over de sleutel van de portiekdeur.")
    story.do("manager", write_note, story.reference, "working_notes", note)
    story.step(
        "manager",
        "set_plan",
        criterion_structural="ja",
        criterion_serious_harm="ja",
        criterion_steps_tried="ja",
        criterion_more_parties="ja",
        criteria_motivation=story.words.say(
            "criteria_motivation", "Het patroon duurt al maanden en gesprekken hielpen niet."
        ),
    )
    return story


def execution(story: Story) -> Story:
    """The plan is carried out: goal, agreements, and a task for the buurtteam."""
    plan(story)
    story.step(
        "manager",
        "start_execution",
        goal=story.words.say("goal", "Na elf uur is het stil."),
        agreements=story.words.say("agreements", "Koptelefoon na tien uur, wekelijks contact."),
    )
    due = (story.at + timedelta(days=10)).date()
    title = story.words.say("task", "Samen op huisbezoek gaan")
    story.do("manager", give_task, story.reference, title, "buurtteam_sociaal", due)
    return story


def aftercare(story: Story) -> Story:
    """It is quiet; everybody keeps an eye on it."""
    execution(story)
    story.step("manager", "start_aftercare")
    return story


def closed(story: Story, next_trajectory: str = "last_chance") -> Story:
    """U Centraal closes the case; the outcome follows from what comes next."""
    execution(story)
    story.step(
        "manager",
        "close",
        close_reason=story.words.say("close_reason", "nuisance_continues"),
        next_trajectory=next_trajectory,
        approaches_tried=story.words.say("approaches_tried", "Gesprekken, brieven en een plan."),
    )
    return story


def rejected(story: Story) -> Story:
    """U Centraal does not take it up."""
    awaiting_permission(story)
    story.step("lead", "reject", reject_reason="criteria_not_met")
    return story


def considered(story: Story) -> Story:
    """The corporation opens last chance, on request."""
    closed(story)
    story.step("landlord", "accept_hand_over")
    story.reference = story.seen_by("landlord").links[0].reference
    return story
