# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How one case of Utrecht goes from the doorstep to the figures, told in the verbs of the demo.

The steps bring the tests to a stage; what people type is theirs to choose, so that a test can look
for its own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.intake.address import Address
from woonvrede.intake.register import NewReport
from woonvrede.jobs.demo import story as demo
from woonvrede.jobs.demo.read import demos

CAST = demos()["utrecht-2019"].people
# With whom the volunteer of the cast goes out.
PARTNER = next(each for each in demos()["utrecht-2019"].others if each.key == "partner")

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
    "only_debt": "nee",
    "pollution_serious": "nee",
    "only_pollution": "nee",
    "earlier_approaches": "nee",
    "acute_danger": "nee",
    "steps_taken": "Drie gesprekken en twee brieven.",
    "description": "Harde muziek in de nacht, al maanden, bijna elk weekend.",
}


# Several stories may be of this house: one beside another is asked why.
OWN = "Dit huishouden krijgt een eigen casus."


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
class Story(demo.Story):
    """One case on its way, and what people type in it."""

    words: Words = field(default_factory=Words)


def reported(story: Story) -> Story:
    """Somebody, mostly the corporation's consultant, reports severe nuisance in a dwelling."""
    story.reports(story.words.reporter, new_report(story.words))
    return story


def new_report(words: Words) -> NewReport:
    """Return what the reporter sends."""
    people = (words.resident, words.complainant)
    return NewReport(words.address, words.tenure, words.landlord, words.answers, people)


def screening(story: Story) -> Story:
    """U Centraal follows the proposal: the case is opened."""
    reported(story)
    story.route("lead", "severe_nuisance", OWN)
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
    story.row("manager", "incidents", **incident)
    return story


def joined(story: Story) -> Story:
    """Buurtteam and police take part; a care organisation did, and left."""
    taken_up(story)
    story.invite("manager", "social_team", "buurtteam_sociaal")
    story.invite("manager", "police", "politie")
    story.invite("manager", "care", "lister")
    story.release("manager", "care", "lister")
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
    story.row("police", "police_provisions", ["u_centraal_casemanagement"], **provision)
    note = story.words.say("working_notes", "Nog bellen over de sleutel van de portiekdeur.")
    story.note("manager", "working_notes", note)
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
    title = story.words.say("task", "Samen op huisbezoek gaan")
    story.task("manager", title, "buurtteam_sociaal", days=10)
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
    story.follow("landlord")
    return story
