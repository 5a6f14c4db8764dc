# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Prompts on safety, the step of the reporting code that only its own circle knows, and children who
are a number and an age (decision record 36; domain §1.5, §4.3, §6 P6).
"""

from collections.abc import Callable

import pytest

from tests.story import Story
from tests.support.neighbours import hygiene, mediation
from tests.world import signed_in
from woonvrede.access.session import acting
from woonvrede.casework.notes.row import add_row
from woonvrede.casework.page.case import read_case
from woonvrede.casework.page.objects import CasePage
from woonvrede.casework.people.invite import invite

pytestmark = pytest.mark.usefixtures("people")

SAFE = "Is iedereen hier veilig?"
STEP = {"stepped_on": "2026-01-05", "decision": "safe_home"}


def judged(colour: str, **more: str) -> Callable[[Story], None]:
    def take(story: Story) -> None:
        given = {"hygiene_class": colour, "reason": "Zo is het.", **more}
        story.step("hygiene_expert", "classify", **given)

    return take


def endangered(story: Story) -> None:
    given = {"hazard": "children", "seen_on": "2026-01-05"}
    story.row("hygiene_expert", "hazards", **given)


CALLS_FOR_IT = {
    "a child lives there": judged("green", youngest_minor="from_12"),
    "orange": judged("orange"),
    "red": judged("red"),
    "a child in danger": endangered,
}


def page_of(story: Story, who: str) -> CasePage:
    """Return the page at this very moment."""
    actor = story.as_(who)
    with acting(actor):
        return read_case(story.reference, actor=actor, at=story.at)


def record_step(story: Story, who: str) -> None:
    """Record a step of the reporting code, in no time."""
    actor = story.as_(who)
    with acting(actor):
        add_row(story.reference, "code_steps", actor=actor, at=story.at, given=STEP)


@pytest.mark.parametrize("why", CALLS_FOR_IT)
def test_what_calls_for_it_brings_safety_to_mind_on_the_case_and_the_visit(why: str) -> None:
    story, client = hygiene(), signed_in("hygiene_expert")
    story.step("hygiene_expert", "start_visit", hygiene_class="green", reason="Rommelig.")
    case = f"/casussen/{story.reference}/"
    pages = [case, f"{case}lijst/visits/", f"{case}lijst/hazards/"]
    assert not any(SAFE in client.get(page).content.decode() for page in pages)
    CALLS_FOR_IT[why](story)
    for page in pages:
        said = client.get(page).content.decode()
        assert SAFE in said
        assert f'href="{case}lijst/code_steps/"' in said
    assert SAFE not in client.get(f"{case}lijst/actions/").content.decode()


def test_nobody_is_reminded_by_what_they_do_not_see() -> None:
    """A team that passed a case on sees in its triage neither the colour nor the children."""
    story = hygiene()
    story.step("hygiene_expert", "to_team", hygiene_class="orange", reason="Stank.")
    assert page_of(story, "social_team").prompts
    story.step("social_team", "pass_on", hygiene_class="red", reason="Geen water.")
    assert page_of(story, "social_team").prompts == ()
    assert page_of(story, "hygiene_expert").prompts


@pytest.mark.parametrize(
    ("who", "other"), [("hygiene_expert", "social_team"), ("social_team", "hygiene_expert")]
)
def test_a_step_of_another_circle_is_as_if_it_were_not_there(who: str, other: str) -> None:
    """Also for who leads the case; and nobody can tell that there is something to ask about."""
    story = hygiene("approach")
    story.do("hygiene_expert", invite, story.reference, "social_team", "buurtteam_sociaal")
    before, own = page_of(story, other), page_of(story, who)
    record_step(story, who)
    assert page_of(story, other) == before
    assert page_of(story, who) != own
    case, theirs = f"/casussen/{story.reference}/", signed_in(other)
    assert "5 januari 2026" in signed_in(who).get(case).content.decode()
    assert "5 januari 2026" not in theirs.get(case).content.decode()


def test_a_step_of_the_coordinator_is_not_there_for_the_duo() -> None:
    story = mediation("talk_a")
    before = page_of(story, "mediator")
    record_step(story, "mediation_lead")
    assert page_of(story, "mediator") == before
    assert "reporting_code" not in {each.category for each in before.sections}
    assert [each.label for each in before.prompts] == ["Voelt het niet veilig?"]


def test_nobody_tells_what_they_saw_beside_a_step() -> None:
    """Not in a note, also a forged one: what was seen stays in the system of one's own."""
    story, client = hygiene("visit"), signed_in("hygiene_expert")
    note = f"/casussen/{story.reference}/notitie/"
    assert 'value="health"' in client.get(note).content.decode()
    assert 'value="reporting_code"' not in client.get(note).content.decode()
    forged = client.post(note, {"category": "reporting_code", "text": "Wat ik zag."})
    assert forged.status_code == 409
    assert "niemand notities" in forged.content.decode()


@pytest.mark.parametrize("stage", ["triage", "visit"])
def test_a_housemate_is_added_by_name_and_a_child_is_not(stage: str) -> None:
    story, client = hygiene(stage), signed_in("hygiene_expert")
    address = f"/casussen/{story.reference}/personen/"
    said = client.get(address).content.decode()
    assert "Kinderen onder de 18 schrijft u nergens met naam op." in said
    client.post(address, {"role": "household", "name": "Milan Verdicht"})
    assert [
        each.name for each in page_of(story, "hygiene_expert").people if each.role == "Huisgenoot"
    ] == ["Milan Verdicht"]
