# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agreement of Utrecht says what its parties signed, and is honest about the rest."""

import re
from collections import Counter
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from woonvrede.agreement.book import Agreement, CodeList, Fact, Intervention
from woonvrede.agreement.check import check
from woonvrede.agreement.check.presence import present
from woonvrede.agreement.places import places
from woonvrede.agreement.proof.bound import bound
from woonvrede.agreement.read import read
from woonvrede.agreement.told.pages import intervention_page
from woonvrede.agreement.vocabulary import REPORTING_PARTY

FOLDER = Path(__file__).parents[2] / "agreements/utrecht-2019"
UTRECHT: Agreement = read(FOLDER)
ALL = UTRECHT.interventions
SEVERE, LAST = ALL["severe_nuisance"], ALL["last_chance"]
CORPORATIONS = {"mitros", "woonin", "portaal", "bo_ex", "groenwest", "ssh"}
OFFICIALESE = re.compile(
    r"\b(indien|reeds|dient te|middels|betreffende|tevens|teneinde)\b", re.IGNORECASE
)


def seen(intervention: Intervention, role: str) -> set[str]:
    """Return the categories that a role sees in some stage."""
    return {
        category for grant in intervention.grants if grant.role == role for category in grant.see
    }


def test_it_is_sound() -> None:
    assert check(FOLDER) == []


def test_it_is_called_after_its_folder() -> None:
    assert UTRECHT.key == FOLDER.name


@pytest.mark.parametrize(
    ("party", "parts"),
    [
        ("politie", {"severe_nuisance"}),
        ("u_centraal", {"severe_nuisance", "neighbour_mediation"}),
        ("het_vierde_huis", {"last_chance"}),
        ("stuw", set()),
        ("altrecht", set()),
        ("woonin", set(ALL)),
        ("lokalis", set(ALL)),
    ],
)
def test_who_signed_for_what(party: str, parts: set[str]) -> None:
    """§1: some signed the whole, some a part; STUW and Altrecht signed nothing."""
    day = date(2023, 1, 1)
    assert {part for part in ALL if party in bound(UTRECHT, part, day)} == parts


def test_every_paragraph_of_the_signed_text_is_accounted_for() -> None:
    """Counted in the text itself; the check tells of each that nothing says."""
    assert UTRECHT.text is not None
    assert {section.source: section.length for section in UTRECHT.text.sections} == {
        "§1": 8,
        "§2": 5,
        "§3": 1,
        "§3.1": 5,
        "§3.2": 5,
        "§3.3": 2,
        "§3.4": 3,
        "§3.5": 1,
        "§3.6.1": 1,
        "§3.6.2": 1,
        "§4": 8,
        "§5": 7,
        "§6": 1,
    }


@pytest.mark.parametrize(
    ("source", "number", "names"),
    [
        ("§3.1", 2, {"neighbour_mediation/facts.referral_agreed"}),
        (
            "§3.2",
            2,
            {
                "severe_nuisance/moves.start_measure",
                "severe_nuisance/carries",
                "mayoral_measure/facts.amicable_possible",
            },
        ),
        ("§3.2", 3, {"mayoral_measure/facts.alternative_effective"}),
        ("§3.4", 2, {"eviction_prevention/invitations"}),
    ],
)
def test_a_paragraph_leads_to_the_entry_in_which_it_is_kept(
    source: str, number: int, names: set[str]
) -> None:
    """A reader who looks for one condition has to find it from where it was agreed."""
    assert UTRECHT.text is not None
    (section,) = (each for each in UTRECHT.text.sections if each.source == source)
    (paragraph,) = (each for each in section.paragraphs if each.number == number)
    assert names <= set(paragraph.entries)


def test_that_a_measure_opens_beside_a_case_is_assumed() -> None:
    """§3.2 keeps the preparation apart; that it is a case of its own was our choice."""
    (step,) = (each for each in SEVERE.moves if each.effect == "open_beside")
    assert step.assumed
    assert step.note


def test_who_signed_can_be_called() -> None:
    """§2: every party has one or more contact points."""
    reachable = {UTRECHT.circles[each.party] for each in UTRECHT.contact_points}
    assert {signed.party for signed in UTRECHT.signatories} <= reachable


def test_the_city_is_divided_whole() -> None:
    """Ten districts, each of several parts."""
    parts = Counter(each.of for each in UTRECHT.subdistricts)
    assert len(UTRECHT.districts) == 10
    assert {each.key for each in UTRECHT.districts if parts[each.key] > 1} == set(parts)
    assert len(parts) == 10


@pytest.mark.parametrize("part", ["last_chance", "eviction_prevention"])
def test_some_interventions_are_for_corporation_dwellings_alone(part: str) -> None:
    """§3.3, §3.4."""
    assert ALL[part].tenures == ("social_rent",)
    assert [route.when for route in ALL[part].routes if route.hard] == [()]


@pytest.mark.parametrize("part", ["neighbour_mediation", "severe_nuisance"])
def test_some_interventions_are_for_every_dwelling(part: str) -> None:
    """§3.1, §3.2."""
    assert {"social_rent", "private_rent", "owner_occupied"} <= set(ALL[part].tenures)


def test_the_corporations_are_the_landlords() -> None:
    """§1."""
    (social,) = [tenure for tenure in UTRECHT.tenures if tenure.landlords]
    assert set(social.landlords) == CORPORATIONS == set(UTRECHT.role("landlord").parties)


def test_only_the_corporation_decides_on_last_chance() -> None:
    """§3.3."""
    assert LAST.lead == LAST.triage.party == SEVERE.carries[0].asks == "landlord"


def test_consent_is_no_ground_under_the_threat_of_eviction() -> None:
    """AVG 6(1)(a) wants it freely given."""
    assert "avg_6_1_a" not in {grant.ground for grant in LAST.grants}


def test_what_is_handed_over_names_no_complainant() -> None:
    """§4: no more than what the other intervention needs."""
    asked, beside = SEVERE.carries
    assert asked.facts == {key: key for key in ("nuisance_main", "approaches_tried")}
    assert beside.facts == {"nuisance_main": "nuisance_main"}
    assert asked.persons == beside.persons == ("alleged_causer", "household")


def test_police_data_are_for_the_police_and_for_who_was_named() -> None:
    """§4, Wet politiegegevens."""
    given = {
        (grant.role, grant.only)
        for each in ALL.values()
        for grant in each.grants
        if {"police"} & {*grant.see, *grant.write}
    }
    assert {only for role, only in given if role != "police"} == {"recipient"}
    assert {only for role, only in given if role == "police"} == {"own"}


def test_the_police_never_learn_who_complained_to_others() -> None:
    """§4."""
    grants = [grant for grant in SEVERE.grants if grant.role == "police"]
    assert {grant.only for grant in grants if "complainant" in grant.see} == {"own"}
    assert "care" not in seen(SEVERE, "police")


def test_a_corporation_gets_no_care() -> None:
    """§4."""
    shielded = {"care", "support", "working_notes", "mediation_result", "health", "mediation"}
    assert {key for key, each in ALL.items() if seen(each, "landlord") & shielded} == set()


def test_only_the_expert_sees_what_the_nurse_saw() -> None:
    """§3.5, Wet BIG."""
    roles = {grant.role for each in ALL.values() for grant in each.grants if "health" in grant.see}
    assert roles == {"hygiene_expert"}


def test_mediation_stays_between_the_coordinator_and_the_volunteers() -> None:
    """§3.1, §4: what neighbours tell reaches no other role and no other intervention."""
    told = {(key, g.role) for key, each in ALL.items() for g in each.grants if "mediation" in g.see}
    assert told == {("neighbour_mediation", role) for role in ("mediation_lead", "mediator")}
    assert ALL["neighbour_mediation"].carries == ()
    assert not seen(ALL["neighbour_mediation"], "mediator") & {"report", "outcome"}


def test_the_team_of_less_serious_pollution_comes_in_by_the_step_alone() -> None:
    """§3.5: and passes it on when it proves serious."""
    hygiene = ALL["housing_hygiene"]
    to, back = hygiene.move("to_team"), hygiene.move("pass_on")
    assert (to.effect, to.role, to.to) == ("call_in", "social_team", "team_approach")
    assert (back.origin, back.by, back.to) == (("team_approach",), ("social_team",), "triage")
    assert hygiene.outcomes == ()


def test_who_is_called_in_is_there_from_that_step_on_and_without_it_is_not() -> None:
    """Else the check would find nobody to go on with what the team has."""
    hygiene = ALL["housing_hygiene"].model_copy(update={"invitations": ()})
    assert "social_team" in present(hygiene, "team_approach")
    others = tuple(move for move in hygiene.moves if move.effect != "call_in")
    without = hygiene.model_copy(update={"moves": others})
    assert "social_team" not in present(without, "team_approach")


def test_the_youth_team_has_a_small_part_in_an_eviction_and_only_after_consent() -> None:
    """§3.4: only after the client agreed; an address and the process are enough."""
    eviction = ALL["eviction_prevention"]
    assert seen(eviction, "youth_team") == {"dwelling", "process"}
    asked = {each.role: each.after_consent for each in eviction.invitations}
    assert asked == {"social_team": False, "youth_team": True, "debt_service": False}


def test_the_fifteen_figures_and_who_reports_them() -> None:
    """§5: the municipality asks for no more."""
    figures = {
        figure.key: figure.reported_by or figure.reported_by_role
        for each in ALL.values()
        for figure in each.indicators
    }
    assert figures == {
        **dict.fromkeys(["BB-1", "BB-2", "BB-3", "BB-4"], "u_centraal"),
        **dict.fromkeys(["EW-1", "EW-2", "EW-3", "EW-4", "EW-5", "EW-6"], "u_centraal"),
        **dict.fromkeys(["LKB-1", "LKB-2", "VHU-1", "VHU-2"], "landlord"),
        "WH-1": "gemeente",
    }


@pytest.mark.parametrize("part", ALL)
def test_success_is_typed_nowhere(part: str) -> None:
    """§5: it follows from what comes next."""
    words = re.compile("succes|outcome")
    assert [fact.key for fact in ALL[part].facts if words.search(fact.key)] == []


@pytest.mark.parametrize("part", ALL)
def test_every_intervention_can_be_walked_to_its_end(part: str) -> None:
    """A report routed there can be opened, seen and closed, with a reason."""
    closing = [move for move in ALL[part].moves if move.effect == "close"]
    reasons = {"close_reason", "reject_reason", "withdraw_reason"}
    assert closing
    assert [m.key for m in closing if not reasons.intersection({*m.requires, *m.settles})] == []


@pytest.mark.parametrize("part", ALL)
def test_the_lead_sees_a_case_from_its_first_stage_to_its_last(part: str) -> None:
    stages = {
        stage
        for grant in ALL[part].grants
        if grant.role == ALL[part].lead and "process" in grant.see
        for stage in grant.stages
    }
    assert stages == {stage.key for stage in ALL[part].stages}


@pytest.mark.parametrize("part", ALL)
def test_the_rights_of_a_role_stand_together(part: str) -> None:
    *own, _ = ALL[part].grants  # the last is what every intervention has
    roles = [role for role, _ in groupby(own, key=lambda grant: grant.role)]
    assert len(roles) == len(set(roles))


@pytest.mark.parametrize("part", ALL)
def test_a_right_stands_once(part: str) -> None:
    rights = Counter(
        (grant.role, stage, verb, category, grant.only)
        for grant in ALL[part].grants
        for stage in grant.stages
        for verb, categories in (("see", grant.see), ("write", grant.write))
        for category in categories
    )
    assert [right for right, times in rights.items() if times > 1] == []


def test_how_long_what_stays_is_as_the_practice_has_it() -> None:
    """§4 leaves it open; five years of severe nuisance with what came of it, or beside it."""
    kept = {(key, each.key): each for key, one in ALL.items() for each in one.retention}
    after = kept["severe_nuisance", "with_a_measure_last_chance_or_eviction"]
    assert (after.months, set(after.followed_by)) == (
        60,
        {"mayoral_measure", "last_chance", "eviction"},
    )
    police = kept["severe_nuisance", "police_data"]
    assert (police.months, police.weeks, police.categories) == (0, 0, ("police",))
    silent = kept["neighbour_mediation", "neighbour_never_answered"]
    assert (silent.weeks, silent.after, silent.persons) == (4, "attempts", ("alleged_causer",))
    assert silent.when == ("never_answered",)
    assert {key for key, _ in kept} == set(ALL)


def test_how_long_is_told_in_words() -> None:
    told = {
        each.anchor: each.said
        for part in ("severe_nuisance", "neighbour_mediation")
        for section in intervention_page(UTRECHT, part).sections
        if section.word == "retention"
        for each in section.entries
    }
    assert told["retention.police_data"] == {
        "Alleen": "Politiegegevens",
        "Hoe lang": "tot het afsluiten",
    }
    silent = told["retention.neighbour_never_answered"]
    assert silent["Hoe lang"] == "4 weken na de laatste regel in “Pogingen bij de andere buur”"
    assert silent["Als"] == "de andere buur gaf nooit antwoord"
    after = told["retention.with_a_measure_last_chance_or_eviction"]
    assert after["Hoe lang"] == "60 maanden na afsluiten"
    assert "Maatregel van de burgemeester" in after["Als er dit na of naast komt"]


def test_a_report_of_severe_nuisance_has_a_form() -> None:
    (form,) = (each for each in SEVERE.letters if each.key == "ew_report_form")
    assert (form.by, form.to) == ((SEVERE.lead,), (REPORTING_PARTY,))


def test_every_list_of_choices_is_used() -> None:
    asked = [*UTRECHT.questions, *(fact for each in ALL.values() for fact in each.facts)]
    columns = [
        column
        for each in ALL.values()
        for register in each.registers
        for column in register.columns
    ]
    kept = [each.volunteers for each in ALL.values() if each.volunteers]
    of_registers = {name for each in kept for name in (each.skills, each.trainings)}
    assert {fact.options for fact in (*asked, *columns)} - {""} | of_registers == {
        codes.key for codes in UTRECHT.codes
    }


def test_what_the_text_does_not_say_is_marked() -> None:
    """The annexes are missing: a source in practice or an annex alone is an assumption."""
    unmarked = [
        (place.file, place.entry)
        for place in places(UTRECHT)
        if place.depth == 1
        and not place.of.assumed
        and not re.search(r"§[1-6]|\bart\.", place.of.source)
    ]
    assert unmarked == []


def test_it_speaks_plainly() -> None:
    words = {
        f"{place.file} {place.entry} {word}: {value}"
        for place in places(UTRECHT)
        for word in ("label", "help", "why", "explains", "reason", "note")
        for value in [str(getattr(place.of, word, ""))]
        if OFFICIALESE.search(value)
    }
    codes = [place.of.codes for place in places(UTRECHT) if isinstance(place.of, CodeList)]
    assert words == set()
    assert not [label for each in codes for label in each.values() if OFFICIALESE.search(label)]


def test_the_file_itself_explains_who_sees_arrears_and_why() -> None:
    """§3.4: for a reader of the TOML alone; what the comment says is what the rights say."""
    one = ALL["eviction_prevention"]
    text = (FOLDER / f"interventions/{one.key}.toml").read_text(encoding="utf-8")
    told = re.findall(r"^#   (\w+) +([^:]+):.*\n# +(\w+): ", text, re.MULTILINE)
    given = {
        (grant.role, UTRECHT.role(grant.role).label, grant.ground)
        for grant in one.grants
        if "arrears" in grant.see
    }
    said = {(role, label.removesuffix(" van de gemeente"), why) for role, label, why in told}
    assert said == given


def test_no_day_is_asked_that_could_not_be_typed() -> None:
    """A day is a whole date: where it may be a guess, the help says how to guess."""
    days = [
        place.of
        for place in places(UTRECHT)
        if isinstance(place.of, Fact) and place.of.kind == "date"
    ]
    assert any("precies" in each.help for each in days)
    assert not any(re.search("ongeveer", each.help, re.IGNORECASE) for each in days)
