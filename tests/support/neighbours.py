# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way of a mediation and of housing hygiene, each step by its real verb."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from PIL import Image

from tests.story import OWN, PATTERN, Story, Words, reported
from tests.support.ways import Way, along
from tests.world import START
from woonvrede.access.books import in_force
from woonvrede.access.session import acting_as_system
from woonvrede.casework.notes.row import add_row
from woonvrede.insight.count import count
from woonvrede.insight.period import named

QUARREL = {**PATTERN, "structural": "nee", "both_willing": "ja"}
SERIOUS = {**PATTERN, "pollution": "ja", "pollution_serious": "ja"}
LIGHT = {**PATTERN, "structural": "nee", "pollution": "ja"}
SOLVED = {
    "mediation_held": "ja",
    "judgement_a": "solved",
    "judgement_b": "solved",
    "close_reason": "solved_mediation",
    "next_trajectory": "none",
}
HELD = {"mediation_form": "talk", "mediation_on": "2026-02-13"}
DONE = {"close_reason": "solved", "next_trajectory": "none"}


def mediation(stage: str = "intake") -> Story:
    """Bring a mediation to a stage."""
    story = reported(Story(START, Words(answers=QUARREL)))
    story.route("mediation_lead", "neighbour_mediation", OWN)
    if stage != "intake":
        along(MEDIATION, story, stage)
    return story


def hygiene(stage: str = "triage", answers: Mapping[str, str] | None = None) -> Story:
    """Bring a case of housing hygiene to a stage, with the centre alone."""
    story = reported(Story(START, Words(answers=answers or SERIOUS)))
    story.route("hygiene_expert", "housing_hygiene", OWN)
    story.step("hygiene_expert", "classify", hygiene_class="green", reason="Rommelig, maar veilig.")
    if stage != "triage":
        along(HYGIENE, story, stage)
    return story


def unanswered(story: Story, times: int = 3) -> None:
    """Let a volunteer try to reach the other neighbour, so many times without an answer."""
    for number in range(times):
        attempt(story, day=date(2026, 2, 20 + number))


def attempt(story: Story, *, day: date, result: str = "no_answer") -> None:
    """Let a volunteer try to reach the other neighbour."""
    given = {"tried_on": day.isoformat(), "how": "visit", "result": result}
    story.do("mediator", add_row, story.reference, "attempts", given=given)


def picture(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **more: Any) -> bytes:
    """Return what somebody could send as a photo."""
    made = io.BytesIO()
    Image.new("RGB", size, "green").save(made, kind, **more)
    return made.getvalue()


def duo(story: Story) -> str:
    """Return the two volunteers of the cast, as a form names them."""
    return story.pair("mediation_lead", "mediator", "partner")


def figures() -> dict[str, int]:
    """Return what U Centraal reports on mediation, without the zeros."""
    with acting_as_system("test"):
        found = count(
            "u_centraal", in_force(START.date(), "u_centraal"), named("2026-H1", months=6)
        )
    return {each.id: each.value for each in found.indicators if each.value}


def to_team(story: Story) -> None:
    """Leave what is light to the team, which comes in by that step."""
    story.step("hygiene_expert", "to_team", hygiene_class="green", reason="Rommelig.")


def _assign(story: Story) -> None:
    agreed = {"suitable": "ja", "referral_agreed": "ja", "referral_agreed_on": "2026-02-27"}
    story.step("mediation_lead", "assign_mediator", **agreed, pair=duo(story))


def _talk_first(story: Story) -> None:
    story.step("mediator", "start_talk_a")


def _talk_other(story: Story) -> None:
    story.step("mediator", "approach_b", approach_agreed="ja")
    attempt(story, day=date(2026, 2, 20), result="appointment")


def _mediate(story: Story) -> None:
    story.step("mediator", "start_mediation", answer_b="talk")


def _care(story: Story) -> None:
    story.step("mediator", "start_aftercare", **HELD)


def _solve(story: Story) -> None:
    story.step("mediation_lead", "close", **SOLVED)


def _visit(story: Story) -> None:
    story.step("hygiene_expert", "start_visit", hygiene_class="orange", reason="Stank.")


def _approach(story: Story) -> None:
    plan = {"expert_part": "advice", "hygiene_plan": "Samen opruimen."}
    story.step("hygiene_expert", "start_approach", **plan)


def _look_after(story: Story) -> None:
    story.step("hygiene_expert", "start_aftercare")


def _finish(story: Story) -> None:
    story.step("hygiene_expert", "close", **DONE)


# What brings a case into each stage.
MEDIATION: Way = (
    ("assigned", _assign),
    ("talk_a", _talk_first),
    ("talk_b", _talk_other),
    ("mediation", _mediate),
    ("aftercare", _care),
    ("closed", _solve),
)
HYGIENE: Way = (
    ("visit", _visit),
    ("approach", _approach),
    ("aftercare", _look_after),
    ("closed", _finish),
)
