# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes in: one dwelling however it is written, and only from who may report."""

from dataclasses import replace
from datetime import date, timedelta

import psycopg
import pytest
from django.utils.timezone import localdate

from tests.intake.reporting import OTHER_HOUSE, answered, decided, neighbour, report
from tests.story import HOUSE
from tests.world import START, actor
from woonvrede.access.books import book
from woonvrede.access.door import reports_known_to
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.access.session import acting
from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.intake.address import Address
from woonvrede.intake.decide import Decision
from woonvrede.intake.duplicates import hints_for
from woonvrede.intake.judges import categories_for, knowing
from woonvrede.records.person import Person
from woonvrede.records.report import Report

pytestmark = pytest.mark.usefixtures("people")

BAG = "0344200000012345"


def at_(postcode: str, number: str, bag: str = "") -> Address:
    return Address(postcode, number, "Verzonnen straat", "Utrecht", "overvecht", bag)


def test_an_address_is_one_dwelling_however_it_is_written() -> None:
    first = report(address=at_("3511ab", "12-a", BAG))
    again = report(address=at_("3511 AB", "12A"))
    by_number = report(address=at_("3511 AB", "12", "0344 2000 0001 2345"))
    assert first.dwelling_id == again.dwelling_id == by_number.dwelling_id


def test_a_neighbouring_number_is_another_dwelling() -> None:
    first = report(address=at_("3511ab", "12-a", BAG))
    others = [at_("3511ab", "12"), at_("3511ab", "12-b"), at_("3511ab", "112a")]
    dwellings = {report(address=address).dwelling_id for address in others}
    assert len(dwellings) == 3
    assert first.dwelling_id not in dwellings


def test_what_is_wrong_with_an_address_is_told_per_field() -> None:
    wrong = Address("3511", "twaalf", " ", "U" * 81, "mars", "123")
    with pytest.raises(Invalid) as refused:
        report(address=wrong)
    assert set(refused.value.errors) == {"postcode", "number", "street", "town", "district", "bag"}


def test_a_party_that_does_not_report_is_refused() -> None:
    for who in ("manager", "mediator", "executor", "secretary"):
        with pytest.raises(Refused, match="geen melding doen"):
            report(who)


def test_who_works_for_one_district_reports_there() -> None:
    with pytest.raises(Invalid) as refused:
        report("landlord_other_district")
    assert set(refused.value.errors) == {"district"}
    there = replace(HOUSE, district="vleuten_de_meern")
    assert report("landlord_other_district", address=there).district == "vleuten_de_meern"


def test_a_corporation_that_was_succeeded_is_no_landlord_any_more() -> None:
    with pytest.raises(Invalid) as refused:
        report(landlord="mitros")
    assert set(refused.value.errors) == {"landlord"}
    assert report(landlord="woonin").landlord is not None


def test_only_a_corporations_dwelling_has_a_landlord() -> None:
    assert report(tenure="private_rent", landlord="portaal").landlord is None


def test_what_did_not_happen_yet_is_not_reported() -> None:
    tomorrow = (START + timedelta(days=1)).date().isoformat()
    with pytest.raises(Invalid) as refused:
        report(answers=answered(since=tomorrow))
    assert set(refused.value.errors) == {"since"}


def test_what_came_in_on_an_earlier_day_counts_on_that_day(
    maintenance: "psycopg.Connection",
) -> None:
    """§5: by the day on which it was received; that it was written down is of today."""
    earlier = date(2025, 11, 30)
    made = report(received=earlier, answers=answered(since="2025-11-30"))
    assert (made.received_on, localdate(made.received_at)) == (earlier, earlier)
    assert report(received=START.date()).received_at == START
    decided("lead", made.reference, Decision("severe_nuisance"))
    marked = "select day from records_tally where report_id = %s"
    assert maintenance.execute(marked, [made.pk]).fetchone() == (earlier,)
    written = "select at from records_event where report_id = %s order by id limit 1"
    assert maintenance.execute(written, [made.pk]).fetchone() == (START,)


def test_what_came_in_is_judged_by_that_day() -> None:
    """Also what could not yet be known then, and which agreement held."""
    refused_for = {
        date(2025, 11, 30): {"since"},
        START.date() + timedelta(days=1): {"received"},
        date(2018, 11, 30): {"received"},
    }
    for received, fields in refused_for.items():
        with pytest.raises(Invalid) as refused:
            report(received=received)
        assert set(refused.value.errors) == fields


def test_somebody_who_complains_has_a_name_that_can_be_kept() -> None:
    for person in (
        NewPerson("complainant", "", phone="030-0000002"),
        NewPerson("complainant", "x" * 161),
        NewPerson("complainant", "Bram\x00"),
    ):
        with pytest.raises(Invalid) as refused:
            report(people=(person,))
        assert set(refused.value.errors) == {"complainant_name"}


def test_people_belong_to_the_report_and_to_their_category() -> None:
    made = report()
    with acting(actor("landlord")):
        people = dict(Person.objects.filter(report=made).values_list("category", "name"))
    assert people == {"resident": "Ans Fictief", "complainant": "Bram Verzonnen"}


def near(who: str, made: Report) -> tuple[set[str], set[str]]:
    """Return the references of the duplicates and of the counter-reports that somebody sees."""
    asked = actor(who)
    with acting(asked):
        hints = hints_for(made, asked)
    same = {hint.report.reference for hint in hints if not hint.is_counter}
    return same, {hint.report.reference for hint in hints if hint.is_counter}


def test_duplicates_are_hinted_at_for_ninety_days() -> None:
    first = report(at=START)
    within = report("police", at=START + timedelta(days=90))
    after = report("police", at=START + timedelta(days=91))
    assert near("lead", first) == ({within.reference}, set())
    assert near("lead", after) == ({within.reference}, set())


def test_a_counter_report_comes_from_the_dwelling_that_was_reported() -> None:
    first = report(complainant_address=OTHER_HOUSE, people=(neighbour(),))
    back = report(address=OTHER_HOUSE, complainant_address=HOUSE)
    assert near("lead", first) == (set(), {back.reference})
    assert near("lead", back) == (set(), {first.reference})


def test_a_hint_never_tells_where_complainants_live_to_who_may_not_know_them() -> None:
    """§4: the judge of a last chance sees no complainants."""
    further = answered(earlier_approaches="ja")
    about_them = report("social_team", address=OTHER_HOUSE, answers=further)
    by_them = report("social_team", complainant_address=OTHER_HOUSE, answers=further)
    assert about_them.judge.key == by_them.judge.key == "portaal"
    assert near("landlord", by_them) == (set(), set())
    assert near("landlord", about_them) == (set(), set())
    assert near("social_team", by_them) == (set(), {about_them.reference})
    assert near("social_team", about_them) == (set(), {by_them.reference})


def test_no_hint_comes_out_of_the_complainants_of_a_decided_report() -> None:
    """From the decision on its judge sees them in the case, or not at all."""
    first = report(complainant_address=OTHER_HOUSE)
    back = report("police", address=OTHER_HOUSE)
    assert near("lead", back) == (set(), {first.reference})
    decided("lead", first.reference, Decision("severe_nuisance"))
    assert near("lead", back) == (set(), set())


@pytest.mark.parametrize("category", ["resident", "complainant"])
def test_a_question_about_many_reports_knows_what_one_report_says(category: str) -> None:
    further = answered(earlier_approaches="ja")
    made = [report(), report("social_team", answers=further), report("lead"), report("police")]
    decided("lead", made[3].reference, Decision("severe_nuisance"))
    for who in ("lead", "landlord", "social_team", "police"):
        asked = actor(who)
        with acting(asked):
            seen = reports_known_to(asked)
            many = set(seen.filter(knowing(asked, category)).values_list("pk", flat=True))
            one = {
                each.pk
                for each in seen
                if category in categories_for(asked, each, book(each.agreement))
            }
        assert many == one


def test_hints_are_only_of_what_the_asker_may_see() -> None:
    """§4: that another party reported is not the reporter's to know."""
    first = report()
    report("police")
    assert near("landlord", first) == (set(), set())
