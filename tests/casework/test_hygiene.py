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
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting, acting_as_system
from woonvrede.casework.page.asking.forms import read_step
from woonvrede.casework.people.invite import invite
from woonvrede.casework.terms.working_days import after_working_days
from woonvrede.insight.count import count
from woonvrede.insight.period import named
from woonvrede.records.entry import Entry
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
    story.step("hygiene_expert", "to_team", hygiene_class="green", reason="Rommelig.")
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
    story.step("social_team", "pass_on", hygiene_class="red", reason="Geen water.")
    page = story.seen_by("social_team")
    assert (page.stage, page.reports, page.facts) == ("Beoordeling", (), ())
    story.step("hygiene_expert", "start_visit", hygiene_class="red", reason="Geen uitgang.")
    with pytest.raises(Refused):
        story.step("social_team", "pass_on", hygiene_class="red", reason="Nog eens.")


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
    story.step("hygiene_expert", "to_team", hygiene_class="green", reason="Rommelig.")
    assert running(story) == {"team_first_visit", "feedback_reporter", "inform_resident"}
    story.step("social_team", "record_team_visit", team_visit_on="2026-03-02")
    assert running(story) == {"feedback_reporter", "inform_resident"}


def test_a_reporter_who_heard_is_not_waited_for_in_the_next_stage() -> None:
    """A term begins when the case enters its stages, and not at each of them again."""
    story = hygiene()
    story.step("hygiene_expert", "inform_reporter", reporter_informed_on="2026-03-02")
    story.step("hygiene_expert", "start_visit", hygiene_class="red", reason="Geen uitgang.")
    assert "feedback_reporter" not in running(story)
    assert "first_visit_red" in running(story)


def test_red_asks_for_a_visit_within_a_working_day() -> None:
    """§3.5: it runs in place of the term of orange, and gives way again when it is less bad."""
    story = hygiene()
    assert "first_visit" in running(story)
    story.step("hygiene_expert", "start_visit", hygiene_class="red", reason="Geen uitgang.")
    assert {"first_visit", "first_visit_red"} & running(story) == {"first_visit_red"}
    with acting(story.as_("hygiene_expert")):
        term = Deadline.objects.get(key="first_visit_red")
    assert term.due == after_working_days(localdate(story.at), 1)
    story.step("hygiene_expert", "classify", hygiene_class="orange", reason="De uitgang is vrij.")
    assert {"first_visit", "first_visit_red"} & running(story) == {"first_visit"}


def rows(story: Story, register: str) -> list[dict[str, str]]:
    """Return what stands in a register, oldest first."""
    with acting(story.as_("hygiene_expert")):
        found = Entry.objects.filter(kind=Entry.ROW, key=register, case__reference=story.reference)
        return [entry.values for entry in found.order_by("pk")]


def test_a_colour_is_a_fact_and_a_dated_row_with_a_reason_in_one_go() -> None:
    """§3.5: nobody types it twice; the day is today unless somebody says otherwise."""
    story = hygiene()
    story.step("hygiene_expert", "to_team", hygiene_class="orange", reason="Stank in de gang.")
    assert rows(story, "classifications")[-1] == {
        "classified_on": "2026-03-04",
        "hygiene_class": "orange",
        "reason": "Stank in de gang.",
    }
    page = story.seen_by("social_team")
    shown = {line.label: line.value for group in page.facts for line in group.lines}
    assert shown["Hoe ernstig is het nu?"] == "Oranje"


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"hygiene_class": "green"}, "reason"),
        ({"reason": "Rommelig."}, "hygiene_class"),
        ({"hygiene_class": "green", "reason": "Rommelig.", "classified_on": ""}, "classified_on"),
        (
            {"hygiene_class": "green", "reason": "Rommelig.", "classified_on": "2026-12-24"},
            "classified_on",
        ),
    ],
)
def test_no_colour_without_a_day_and_a_reason(given: dict[str, str], missing: str) -> None:
    """§3.5; and of a step that is refused nothing stays."""
    story = hygiene()
    before = rows(story, "classifications")
    with pytest.raises(Invalid) as wrong:
        story.step("hygiene_expert", "start_visit", **given)
    assert set(wrong.value.errors) == {missing}
    assert rows(story, "classifications") == before
    assert story.seen_by("hygiene_expert").stage == "Beoordeling"


def test_a_refused_step_leaves_no_judgement_behind() -> None:
    """§3.5: what is red does not go to the team, and then nobody judged it so either."""
    story = hygiene()
    before = rows(story, "classifications")
    with pytest.raises(Refused):
        story.step("hygiene_expert", "to_team", hygiene_class="red", reason="De uitgang zit dicht.")
    assert rows(story, "classifications") == before


def test_a_colour_comes_by_a_step_alone() -> None:
    """No form of facts, no row by hand and no correction gets round the reason and the day."""
    story = hygiene("visit")
    judged = {"classified_on": "2026-03-02", "hygiene_class": "green", "reason": "Toch licht."}
    with pytest.raises(Refused, match="stap"):
        story.row("hygiene_expert", "classifications", **judged)
    story.facts("hygiene_expert", "hygiene", hygiene_class="green", resident_agrees="ja")
    assert "Oranje" in repr(story.seen_by("hygiene_expert").facts)
    table = next(t for t in story.seen_by("hygiene_expert").tables if t.key == "classifications")
    assert not table.may_correct
    assert table.fields == ()


def test_it_is_judged_anew_both_ways_each_time_with_its_reason() -> None:
    """§3.5: what stood before stays to be read."""
    story = approach()
    for colour in ("red", "green", "orange"):
        story.step("hygiene_expert", "classify", hygiene_class=colour, reason=f"Nu {colour}.")
    assert [row["hygiene_class"] for row in rows(story, "classifications")][-3:] == [
        "red",
        "green",
        "orange",
    ]


def test_green_stays_with_the_team() -> None:
    """§3.5: passed on is what proves serious."""
    story = with_team()
    with pytest.raises(Refused, match="groen"):
        story.step("social_team", "pass_on", hygiene_class="green", reason="Toch liever niet.")
    story.step("social_team", "classify_by_team", hygiene_class="orange", reason="Ongedierte.")
    story.step("social_team", "pass_on", hygiene_class="orange", reason="Ongedierte.")
    assert story.seen_by("hygiene_expert").stage == "Beoordeling"


def test_steps_that_ask_the_same_stand_on_one_form() -> None:
    """§6 P11: the colour, why, and what follows, on one screen."""
    story = hygiene()
    who = story.as_("hygiene_expert")
    with acting(who):
        form = read_step(story.reference, "start_visit", actor=who, at=story.at)
    asked = {field.key: field for field in form.fields}
    needed = [key for key, field in asked.items() if field.required]
    assert needed == ["hygiene_class", "classified_on", "reason"]
    assert asked.keys() - needed == {"youngest_minor", "household_minors"}
    assert {step.key for step in form.also} == {"classify", "to_team"}
    assert set(asked["hygiene_class"].helps) == {"green", "orange", "red"}
    assert asked["classified_on"].value == "2026-03-04"


def test_the_team_asks_advice_and_gets_it_while_the_case_stays_its_own() -> None:
    """§3.5: the centre advises on request; a term says that a question waits."""
    story = with_team()
    with pytest.raises(Refused):
        story.step("hygiene_expert", "give_advice", advice="Ongevraagd.")
    story.step("social_team", "ask_advice", question="Hoe krijgen wij de gang vrij?")
    assert "advise" in running(story)
    assert "Hoe krijgen wij de gang vrij?" in repr(story.seen_by("hygiene_expert").tables)
    with pytest.raises(Refused):
        story.step("social_team", "give_advice", advice="Zelf bedacht.")
    story.step("hygiene_expert", "give_advice", advice="Begin bij de voordeur.")
    assert "advise" not in running(story)
    page = story.seen_by("social_team")
    assert "Begin bij de voordeur." in repr(page.tables)
    assert page.stage == "Bij het buurtteam"


def test_a_re_inspection_is_not_forgotten() -> None:
    """§6 P11: somebody looks again on the day that was agreed."""
    story = approach()
    story.step("hygiene_expert", "start_aftercare", re_inspection_on="2026-04-06")
    with acting(story.as_("hygiene_expert")):
        term = Deadline.objects.get(key="re_inspection")
    assert term.due.isoformat() == "2026-04-13"
    story.later(40)
    story.facts("hygiene_expert", "hygiene", re_inspected_on="2026-04-07")
    assert "re_inspection" not in running(story)
