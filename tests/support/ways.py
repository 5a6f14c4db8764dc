# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way of an eviction case and of a measure of the mayor, each step by its real verb."""

from collections.abc import Callable

from tests.story import OWN, PATTERN, Story, Words, reported
from tests.world import START, told
from woonvrede.access.session import acting
from woonvrede.casework.people.consent import give_consent
from woonvrede.casework.people.invite import invite
from woonvrede.intake.decide import Decision, decide
from woonvrede.records.person import Person
from woonvrede.records.task import Deadline

Way = tuple[tuple[str, Callable[[Story], None]], ...]

DEBT = {**PATTERN, "rent_debt_eviction": "ja"}
SUMMONED = {"eviction_stage": "summons", "rent_debt": "4500", "minors": "ja"}
ORDERED = {
    "regular_help_not_enough": "ja",
    "reasonable_chance": "ja",
    "order_number": "VHU-1",
    "order_date": "2026-02-10",
}
JUDGED = {"team_regular_help_not_enough": "ja", "team_reasonable_chance": "ja"}
ENDED = {"close_reason": "debt_settled", "next_trajectory": "none"}
DECIDED = {
    "decided_on": "2026-02-20",
    "decided_by_mayor": "ja",
    "addressee": "occupant",
    "ordered_behaviour": "Na elf uur geen muziek meer.",
    "measure_until": "2026-07-01",
}


def eviction(stage: str = "registered", **given: str) -> Story:
    """Bring an eviction case to a stage; ``given`` is what the corporation brings in otherwise."""
    story = reported(Story(START, Words(answers=DEBT)))
    story.route("landlord", "eviction_prevention", OWN)
    if stage == "registered":
        return story
    story.step("landlord", "start_intake", **{**SUMMONED, **given})
    if stage != "joint_intake":
        along(EVICTION, story, stage)
    return story


def with_all_guests(story: Story) -> Story:
    """Let debt help and, after the tenant agreed, the team for families take part."""
    day, families = story.at.date(), "youth_team"
    with acting(story.as_("landlord")):
        own = Person.objects.filter(report__case__reference=story.reference)
        tenant = own.get(role="alleged_causer").pk
    story.do("landlord", invite, story.reference, "debt_service", "gemeente_werk_inkomen")
    story.do("landlord", give_consent, story.reference, tenant, families, day)
    story.do("landlord", invite, story.reference, families, "lokalis")
    return story


def measure(stage: str = "request", reporter: str = "landlord") -> Story:
    """Bring a measure to a stage, from a report that U Centraal passed on to the municipality."""
    story = reported(Story(START, Words(reporter=reporter)))
    story.do("lead", decide, story.report, Decision("mayoral_measure", "Er is haast."), version=1)
    case = story.do("adviser", decide, story.report, Decision("mayoral_measure", OWN), version=2)
    assert case is not None
    story.reference = case.reference
    if stage != "request":
        along(MEASURE, story, stage)
    return story


def stuck(words: Words | None = None) -> Story:
    """Bring a case of U Centraal to where the adviser of the mayor takes part in it."""
    story = told("execution", words)
    story.do("manager", invite, story.reference, "mayor_adviser", "gemeente_oov")
    return story


def beside(words: Words | None = None) -> Story:
    """Open a measure beside the case of U Centraal, and go on with the measure."""
    story = stuck(words)
    story.step("adviser", "start_measure")
    story.reference = story.seen_by("adviser").links[0].reference
    return story


def weigh(story: Story, *, running: str = "nee", asked: str = "nee", kind: str = "closure") -> None:
    """Begin to weigh, on request or on own initiative."""
    given = {"on_request": asked, "running_case": running, "measure_kind": kind}
    if asked == "ja":
        story.step("adviser", "take_request", requested_on="2026-03-01", **given)
    else:
        story.step("adviser", "start_weighing", **given)


def intend(story: Story) -> None:
    """Intend a measure where no case runs: another intervention was weighed."""
    story.step(
        "adviser",
        "announce_without_case",
        alternative_effective="nee",
        alternative_reasons="Geen aanpak helpt snel genoeg.",
    )


def decide_on(story: Story) -> None:
    """Let the mayor decide, after views were asked."""
    story.step("adviser", "decide", views_asked_on="2026-02-10", **DECIDED)


def end(story: Story) -> None:
    """Close a measure."""
    story.step("adviser", "close", close_reason="measure_ended", next_trajectory="none")


def due(story: Story) -> dict[str, str]:
    """Return the terms that run, each with its last day."""
    for who in ("landlord", "adviser"):
        with acting(story.as_(who)):
            terms = Deadline.objects.filter(case__reference=story.reference, ended_at=None)
            found = {term.key: term.due.isoformat() for term in terms}
        if found:
            return found
    return {}


def _order(story: Story) -> None:
    story.step("social_team", "record_judgement", **JUDGED)
    story.step("landlord", "give_order", **ORDERED)


def _agree(story: Story) -> None:
    story.step("landlord", "record_agreement", signed_on="2026-02-12")


def _stabilise(story: Story) -> None:
    story.step("social_team", "start_stabilisation")


def _monitor(story: Story) -> None:
    story.step("social_team", "start_monitoring")


def _settle(story: Story) -> None:
    story.step("landlord", "close", **ENDED)


def _warn(story: Story) -> None:
    story.step("adviser", "warn", warned_on="2026-02-05")


def _serve(story: Story) -> None:
    story.step("adviser", "serve", served_on="2026-02-23")


def along(way: Way, story: Story, stage: str) -> None:
    """Bring a story to a stage, one step after the other."""
    for name, take in way:
        take(story)
        if name == stage:
            return
    raise LookupError(stage)


# What brings a case into each stage.
EVICTION: Way = (
    ("ordered", _order),
    ("agreed", _agree),
    ("stabilisation", _stabilise),
    ("monitoring", _monitor),
    ("closed", _settle),
)
MEASURE: Way = (
    ("weighing", weigh),
    ("warned", _warn),
    ("intended", intend),
    ("decided", decide_on),
    ("supervision", _serve),
    ("closed", end),
)
