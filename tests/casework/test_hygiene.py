# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Housing hygiene in verbs: serious with the expertise centre, light with the team (§3.5)."""

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate
from tests.story import Story
from tests.support.neighbours import DONE, LIGHT, hygiene, to_team
from tests.world import START

from woonvrede.access.books import in_force
from woonvrede.access.refusals import Refused
from woonvrede.access.session import acting, acting_as_system
from woonvrede.casework.people.invite import invite
from woonvrede.casework.terms.working_days import after_working_days
from woonvrede.insight.count import count
from woonvrede.insight.period import named
from woonvrede.records.task import Deadline

pytestmark = pytest.mark.usefixtures("people")


def with_team() -> Story:
    story = hygiene(answers=LIGHT)
    to_team(story)
    return story


def approach() -> Story:
    story = hygiene("visit")
    story.facts("hygiene_expert", "health", nurse_observation="Alleen voor het centrum.")
    plan = {"expert_part": "advice", "hygiene_plan": "Samen opruimen."}
    story.step("hygiene_expert", "start_approach", **plan)
    return story


def running(story: Story) -> set[str]:
    """Return the terms that run now."""
    with acting(story.as_("hygiene_expert")):
        return set(Deadline.objects.filter(ended_at=None).values_list("key", flat=True))


def test_serious_pollution_goes_to_its_end_and_counts_once() -> None:
    """§5: reports per year; nothing counts as success."""
    story = approach()
    story.step("hygiene_expert", "start_aftercare")
    story.step("hygiene_expert", "back_to_approach")
    story.step("hygiene_expert", "start_aftercare")
    story.step("hygiene_expert", "close", **DONE)
    assert story.seen_by("hygiene_expert").outcome == ""
    story.step("hygiene_expert", "reopen")
    assert story.seen_by("hygiene_expert").stage == "Beoordeling"
    with acting_as_system("test"):
        found = count("gemeente", in_force(START.date(), "u_centraal"), named("2026-H1", months=6))
    assert {each.id: each.value for each in found.indicators} == {"WH-1": 1}


def test_what_is_light_is_the_teams_which_comes_in_by_that_step() -> None:
    """§3.5: less serious problems belong to the neighbourhood team."""
    story = hygiene(answers=LIGHT)
    with pytest.raises(ObjectDoesNotExist):
        story.seen_by("social_team")
    story.step("hygiene_expert", "to_team", hygiene_class="green")
    page = story.seen_by("social_team")
    assert page.stage == "Bij het buurtteam"
    told = [line.sentence for day in page.timeline for line in day.events]
    assert "Buurtteams Sociaal is gevraagd mee te doen." in told
    story.step("social_team", "close_by_team", **DONE)
    assert story.seen_by("hygiene_expert").closed


def test_the_team_passes_on_what_proves_serious() -> None:
    """§3.5: then the expertise centre judges again; the team sees that it does, and no more."""
    story = with_team()
    with pytest.raises(Refused):
        story.step("hygiene_expert", "close_by_team", **DONE)
    story.step("social_team", "pass_on", pass_on_reason="Er is geen water.")
    page = story.seen_by("social_team")
    assert (page.stage, page.reports, page.facts) == ("Beoordeling", (), ())
    story.step("hygiene_expert", "start_visit", hygiene_class="red")
    with pytest.raises(Refused):
        story.step("social_team", "pass_on", pass_on_reason="Nog eens.")


def test_the_team_knows_the_report_while_the_case_is_its_own_and_never_what_the_nurse_saw() -> None:
    """§3.5: it takes reports of what is less serious; §4, Wet BIG."""
    assert with_team().seen_by("social_team").reports != ()
    story = approach()
    story.do("hygiene_expert", invite, story.reference, "social_team", "buurtteam_sociaal")
    assert story.seen_by("social_team").reports == ()
    assert {group.category for group in story.seen_by("social_team").facts} == {"hygiene"}
    assert "health" in {group.category for group in story.seen_by("hygiene_expert").facts}


@pytest.mark.parametrize("who", ["landlord", "social_team", "police", "care", "mediation_lead"])
def test_who_was_not_asked_does_not_know_of_it(who: str) -> None:
    """§4: also not the corporation that reported it."""
    with pytest.raises(ObjectDoesNotExist):
        approach().seen_by(who)


def test_how_soon_somebody_looks_hangs_on_who_does() -> None:
    story = hygiene(answers=LIGHT)
    assert {"first_look", "first_visit", "feedback_reporter"} <= running(story)
    story.step("hygiene_expert", "to_team", hygiene_class="green")
    assert running(story) == {"team_first_visit", "feedback_reporter"}
    story.step("social_team", "record_team_visit", team_visit_on="2026-03-02")
    assert running(story) == {"feedback_reporter"}


def test_a_reporter_who_heard_is_not_waited_for_in_the_next_stage() -> None:
    """A term begins when the case enters its stages, and not at each of them again."""
    story = hygiene()
    story.step("hygiene_expert", "inform_reporter", reporter_informed_on="2026-03-02")
    story.step("hygiene_expert", "start_visit", hygiene_class="red")
    assert "feedback_reporter" not in running(story)
    assert "first_visit_red" in running(story)


def test_red_asks_for_a_visit_within_a_working_day() -> None:
    """§3.5: it runs in place of the term of orange, and gives way again when it is less bad."""
    story = hygiene()
    assert "first_visit" in running(story)
    story.step("hygiene_expert", "start_visit", hygiene_class="red")
    assert {"first_visit", "first_visit_red"} & running(story) == {"first_visit_red"}
    with acting(story.as_("hygiene_expert")):
        term = Deadline.objects.get(key="first_visit_red")
    assert term.due == after_working_days(localdate(story.at), 1)
    story.facts("hygiene_expert", "hygiene", hygiene_class="orange")
    assert {"first_visit", "first_visit_red"} & running(story) == {"first_visit"}
