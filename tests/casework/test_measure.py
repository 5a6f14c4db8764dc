# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A measure of the mayor, beside the case of U Centraal or without one (§3.2)."""

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

import psycopg
import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.story import Story, Words
from tests.support.ways import DECIDED, beside, intend, measure, stuck, weigh
from tests.world import told

from woonvrede.access.books import book
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting
from woonvrede.agreement.book import Intervention
from woonvrede.casework.page.asking.asked import StepPage
from woonvrede.casework.page.asking.forms import read_step
from woonvrede.casework.people.exclude import exclude
from woonvrede.casework.people.invite import invite
from woonvrede.casework.people.release import release

pytestmark = pytest.mark.usefixtures("people")

CRITERIA = {
    f"criterion_{name}": "ja"
    for name in ("structural", "serious_harm", "steps_tried", "more_parties")
}
STAGES = ("request", "weighing", "warned", "intended", "decided", "supervision", "closed")
FILE = {
    "Verloop",
    "Woning",
    "Melding",
    "Bewoner",
    "Maatregel van de burgemeester",
    "Afloop",
    "Privacy: verzoeken en datalekken",
}
FILE |= {"Toets bij intake", "Voorvallen"}
AMICABLE = {"amicable_possible": "nee", "amicable_reasons": "Gesprekken liepen vast."}
ALTERNATIVE = {"alternative_effective": "nee", "alternative_reasons": "Niets helpt snel genoeg."}
MEASURE: Intervention = book("utrecht-2019").interventions["mayoral_measure"]
WAYS = list(product(("behaviour_order", "closure"), ("ja", "nee"), (True, False)))
WEIGHED = (set(AMICABLE), set(ALTERNATIVE))


def sees(story: Story, who: str) -> set[str]:
    """Return the kinds of data that somebody sees; none for who knows of no case."""
    try:
        return set(story.seen_by(who).why.sees)
    except ObjectDoesNotExist:
        return set()


@pytest.mark.parametrize("stage", STAGES)
def test_the_municipality_alone_sees_it_in_every_stage(stage: str) -> None:
    """Who complained is known only while a decision is weighed (domain §4.7)."""
    story = measure(stage)
    more = {"Melders en omwonenden"} if stage in ("intended", "decided") else set()
    assert sees(story, "adviser") == FILE | more
    for who in ("lead", "manager", "police", "social_team", "landlord"):
        assert sees(story, who) == set()


def test_a_landlord_with_an_interest_sees_only_how_far_it_is() -> None:
    story = measure("intended")
    story.do("adviser", invite, story.reference, "landlord", "portaal")
    assert sees(story, "landlord") == {"Verloop", "Woning"}


def test_a_report_of_the_municipality_itself_comes_here_by_decision() -> None:
    """§3.2: also without a request; no report is proposed for it while another approach fits."""
    assert sees(measure(reporter="adviser"), "adviser") >= {"Maatregel van de burgemeester"}
    routes = [(route.when, route.hard) for route in MEASURE.routes]
    assert routes == [(("measure_wanted",), False), ((), False)]


# ── The hard rule ──


@pytest.mark.parametrize(("kind", "asked", "warns"), WAYS)
def test_with_a_running_case_an_amicable_solution_is_weighed(
    kind: str, asked: str, warns: bool
) -> None:
    """§3.2: for both articles, on request and on own initiative."""
    story = measure()
    weigh(story, running="ja", asked=asked, kind=kind)
    if warns:
        story.step("adviser", "warn", warned_on="2026-02-05")
    with pytest.raises(Refused, match="andere aanpak"):
        story.step("adviser", "announce_without_case", **ALTERNATIVE)
    with pytest.raises(Refused, match="ingevuld"):
        story.step("adviser", "announce_beside_case")
    story.step("adviser", "announce_beside_case", **AMICABLE)
    assert story.seen_by("adviser").stage == "Voornemen"


@pytest.mark.parametrize(("kind", "asked", "warns"), WAYS)
def test_without_one_an_intervention_is_weighed(kind: str, asked: str, warns: bool) -> None:
    """§3.2: for both articles, on request and on own initiative."""
    story = measure()
    weigh(story, asked=asked, kind=kind)
    if warns:
        story.step("adviser", "warn", warned_on="2026-02-05")
    with pytest.raises(Refused, match="met ja beantwoord"):
        story.step("adviser", "announce_beside_case", **AMICABLE)
    with pytest.raises(Refused, match="ingevuld"):
        story.step("adviser", "announce_without_case")
    story.step("adviser", "announce_without_case", **ALTERNATIVE)
    assert story.seen_by("adviser").stage == "Voornemen"


def holes(described: Intervention) -> Iterator[str]:
    """Yield each step into an intention, or past one, in which nothing need be weighed."""
    for move in described.moves:
        past = move.to in ("decided", "supervision") and not {"intended", "decided"}.issuperset(
            move.origin
        )
        weighed = any(
            name in move.needs and facts.issubset(move.requires)
            for name, facts in zip(("running_case", "no_running_case"), WEIGHED, strict=True)
        )
        if past or (move.to == "intended" and not weighed):
            yield move.key


def test_no_path_leads_around_it() -> None:
    assert list(holes(MEASURE)) == []


@pytest.mark.parametrize("name", ["announce_beside_case", "announce_without_case"])
@pytest.mark.parametrize("word", ["needs", "requires"])
def test_without_its_guard_the_hole_is_found(name: str, word: str) -> None:
    moves = [
        move.model_copy(update={word: ()}) if move.key == name else move for move in MEASURE.moves
    ]
    assert list(holes(MEASURE.model_copy(update={"moves": tuple(moves)}))) == [name]


def test_beside_a_case_that_runs_nobody_can_say_that_none_does() -> None:
    """§3.2: the case knows it by itself; a no is refused where it is given, and later too."""
    story = beside()
    form = story.do("adviser", read_step, story.reference, "start_weighing")
    assert [each.value for each in form.fields if each.key == "running_case"] == ["ja"]
    with pytest.raises(Invalid) as at_the_step:
        weigh(story, running="nee")
    with pytest.raises(Invalid) as among_the_facts:
        story.facts("adviser", "measure", running_case="nee")
    for refused in (at_the_step, among_the_facts):
        assert "nog loopt" in refused.value.errors["running_case"]
    weigh(story, running="ja")
    with pytest.raises(Refused, match="andere aanpak"):
        intend(story)


def test_nor_can_who_left_that_case_say_so_while_it_runs() -> None:
    """
    §3.2: the rule does not rest on who takes part in the other case today.  That no is not refused
    where it is given: who may not know of the other case any more, is not told that it runs.
    """
    story = stuck()
    other = story.reference
    story.step("adviser", "start_measure")
    story.reference = story.seen_by("adviser").links[0].reference
    story.do("manager", release, other, "mayor_adviser", "gemeente_oov")
    weigh(story, running="nee")
    with pytest.raises(Refused, match="andere aanpak"):
        intend(story)
    mine, story.reference = story.reference, other
    assert sees(story, "adviser") == set()
    story.step(
        "manager", "close", close_reason="nuisance_continues", next_trajectory="mayoral_measure"
    )
    story.reference = mine
    intend(story)
    assert story.seen_by("adviser").stage == "Voornemen"


def test_an_extension_is_weighed_anew() -> None:
    story = measure("supervision")
    story.step("adviser", "prepare_extension", running_case="ja")
    with pytest.raises(Refused, match="ingevuld"):
        story.step("adviser", "announce_beside_case")


def test_views_are_passed_over_only_in_haste() -> None:
    """Awb art. 4:11."""
    story = measure("intended")
    given = {**DECIDED, "urgency_reason": "Vannacht is er geschoten."}
    with pytest.raises(Refused, match="haast"):
        story.step("adviser", "decide_urgently", urgency="nee", **given)
    story.step("adviser", "decide_urgently", urgency="ja", **given)
    assert story.seen_by("adviser").stage == "Besluit"


def test_only_the_mayor_decides() -> None:
    """§3.2."""
    story = measure("intended")
    given = {**DECIDED, "decided_by_mayor": "nee"}
    with pytest.raises(Refused, match="burgemeester zelf"):
        story.step("adviser", "decide", views_asked_on="2026-02-10", **given)


# ── Beside the case of U Centraal ──


def test_u_centraal_keeps_the_lead_in_its_own_case() -> None:
    """§3.2."""
    story = stuck()
    before = story.seen_by("manager")
    story.step("adviser", "start_measure")
    after = story.seen_by("manager")
    assert (after.stage, after.parties, after.closed) == (before.stage, before.parties, False)
    assert {step.key for step in after.steps} == {step.key for step in before.steps}
    story.step("manager", "start_aftercare")
    assert story.seen_by("manager").stage == "Nazorg"


def test_it_learns_that_a_measure_is_prepared_and_nothing_else() -> None:
    """Domain §4.7: status; the police and the teams learn nothing."""
    story = stuck()
    first = story.reference
    story.step("adviser", "start_measure")
    heard = {
        who: "opende een casus naast deze" in repr(story.seen_by(who).timeline)
        for who in ("manager", "adviser", "lead", "landlord", "police", "social_team")
    }
    assert {who for who, hears in heard.items() if hears} == {"manager", "adviser"}
    assert story.seen_by("manager").links == ()
    story.reference = story.seen_by("adviser").links[0].reference
    assert story.seen_by("adviser").links[0].reference == first
    for who in ("manager", "lead", "landlord", "police", "social_team"):
        assert sees(story, who) == set()


def test_only_what_is_named_goes_along() -> None:
    """§4: no complainant, and nothing of plan, police or notes."""
    words = Words(texts={"incident": "canary-incident"})
    story = told("taken_up", words)
    story.facts("manager", "criteria", nuisance_main="noise_animals")
    story.step("manager", "set_plan", **CRITERIA, criteria_motivation="canary-motivation")
    story.step("manager", "start_execution", goal="canary-goal", agreements="canary-agreements")
    story.do("manager", invite, story.reference, "mayor_adviser", "gemeente_oov")
    story.step("adviser", "start_measure")
    story.reference = story.seen_by("adviser").links[0].reference
    seen = repr(dataclasses.asdict(story.seen_by("adviser")))
    assert words.resident.name in seen
    assert "Geluid van dieren" in seen
    assert words.complainant.name not in seen
    assert "canary-" not in seen


def test_who_was_kept_out_stays_out() -> None:
    """It is the same home: a landlord who takes part there too meets the same door."""
    story = stuck()
    account = story.as_("landlord_excluded").account
    story.do("lead", exclude, story.reference, account, "family")
    story.step("adviser", "start_measure")
    story.reference = story.seen_by("adviser").links[0].reference
    weigh(story, running="ja")
    story.step("adviser", "announce_beside_case", **AMICABLE)
    story.do("adviser", invite, story.reference, "landlord", "portaal")
    assert sees(story, "landlord") == {"Verloop", "Woning"}
    assert sees(story, "landlord_excluded") == set()


def offered(story: Story) -> dict[str, str]:
    """Return the steps that the adviser's page names, with why they cannot be taken now."""
    return {step.key: step.refused for step in story.seen_by("adviser").steps}


def test_a_second_one_beside_the_same_case_is_refused() -> None:
    """And the page says so before anybody tries."""
    story = stuck()
    assert offered(story) == {"start_measure": ""}
    story.step("adviser", "start_measure")
    assert "al een andere: Maatregel van de burgemeester" in offered(story)["start_measure"]
    with pytest.raises(Refused, match="al een andere"):
        story.step("adviser", "start_measure")


def test_what_says_that_a_case_runs_is_written_down_with_that_case(
    maintenance: "psycopg.Connection",
) -> None:
    """On the page of the case as on the form of the step; by rights, and not by a seat alone."""
    story = stuck()
    mine = story.reference
    story.step("adviser", "start_measure")
    last = "select max(id) from records_reading"
    noted = (
        "select count(*) from records_reading where id > %s and action = 'case:links' and"
        " case_ids @> array(select id from records_case where reference <> %s)"
    )
    form = partial(read_step, mine, "start_measure", actor=story.as_("adviser"), at=story.at)
    looks: tuple[Callable[[], str], ...] = (
        lambda: offered(story)["start_measure"],
        lambda: _in(story, form).refused,
    )
    for look in looks:
        (before,) = maintenance.execute(last).fetchone() or (0,)
        assert "al een andere: Maatregel van de burgemeester" in look()
        assert maintenance.execute(noted, [before, mine]).fetchone() == (1,)


def _in(story: Story, look: Callable[[], StepPage]) -> StepPage:
    with acting(story.as_("adviser")):
        return look()


def test_nor_can_who_left_the_first_open_a_second_until_it_closes(
    maintenance: "psycopg.Connection",
) -> None:
    """The database tells that it runs, whoever takes part in it today."""
    story = stuck()
    mine = story.reference
    story.step("adviser", "start_measure")
    first = story.seen_by("adviser").links[0].reference
    leave = (
        "update records_involvement set until = now() - interval '1 second' where case_id ="
        " (select id from records_case where reference = %s)"
    )
    maintenance.execute(leave, [first])
    story.reference = first
    assert sees(story, "adviser") == set()
    story.reference = mine
    with pytest.raises(Refused, match="al een andere"):
        story.step("adviser", "start_measure")
    close = "update records_case set closed_at = now() where reference = %s"
    maintenance.execute(close, [first])
    story.step("adviser", "start_measure")


def test_a_case_can_close_towards_a_measure_without_asking_anybody() -> None:
    story = stuck()
    given = {"close_reason": "nuisance_continues", "next_trajectory": "mayoral_measure"}
    story.step("manager", "close", **given)
    page = story.seen_by("manager")
    assert (page.closed, page.hand_over) == (True, ())


def test_nobody_else_can_start_one() -> None:
    story = stuck()
    for who in ("manager", "lead", "police", "landlord"):
        with pytest.raises(Refused):
            story.step(who, "start_measure")


def test_on_own_initiative_the_step_opens_before_anybody_says_so() -> None:
    """It asks itself whether there was a request; a yes stops it then (§3.2)."""
    story = measure("request")
    steps = offered(story)
    assert (steps["take_request"], steps["start_weighing"]) == ("", "")
    given = {"measure_kind": "behaviour_order", "running_case": "ja"}
    with pytest.raises(Refused, match="niemand om de maatregel"):
        story.step("adviser", "start_weighing", on_request="ja", **given)
    story.step("adviser", "start_weighing", on_request="nee", **given)
    assert story.seen_by("adviser").stage == "Afweging"
