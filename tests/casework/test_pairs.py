# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two volunteers for a case (§3.1): who comes first, who cannot be chosen, and what is told."""

from collections import Counter
from datetime import date
from itertools import combinations

import pytest
from django.core.exceptions import ObjectDoesNotExist
from tests.story import OWN, Story, Words, new_report
from tests.support.neighbours import QUARREL, SOLVED, figures
from tests.support.volunteers import (
    AGREED,
    DEMO,
    LEAD,
    blocked_for,
    change,
    everybody,
    found_for,
    sought,
)
from tests.world import START

from woonvrede.access.books import book
from woonvrede.access.refusals import Invalid, Refused
from woonvrede.casework.people.exclude import exclude
from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.casework.volunteers.candidates import EXPIRED, INVOLVED, PAUSED, Candidate
from woonvrede.casework.volunteers.pairing import NO_PAIR, NO_REASON
from woonvrede.casework.volunteers.pairs import MOST, MOST_OF_ONE, best_pairs, key_of
from woonvrede.casework.volunteers.views import Asked

DIRK, ELIF, FLOOR, GERRIT = (f"volunteer_{name}" for name in ("dirk", "elif", "floor", "gerrit"))
ASKS = {"nuisance_main": "noise_audio", "language": "turkish", "availability": "weekday_evening"}
REASON = "Niemand anders spreekt Turks; zij kent deze buren niet."


@pytest.fixture(autouse=True)
def cast(fresh_world: None) -> None:
    everybody()


def name(who: str) -> str:
    return next(each.name for each in DEMO.everybody if each.key == who)


def assign(story: Story, one: str, other: str, move: str = "assign_mediator", **more: str) -> None:
    """Let the coordinator choose two."""
    story.step(LEAD, move, **AGREED, pair=story.pair(LEAD, one, other), **more)


def seated(story: Story) -> set[str]:
    """Return who of the volunteers has a seat now."""
    lines = story.seen_by(LEAD).parties
    return {line.person for line in lines if line.person}


def refused(story: Story, one: str, other: str, move: str = "assign_mediator") -> dict[str, str]:
    """Return what is said of two who cannot be chosen, of whom nobody then got a seat."""
    before = seated(story)
    with pytest.raises(Invalid) as wrong:
        assign(story, one, other, move)
    assert seated(story) == before
    return wrong.value.errors


def told_to(story: Story, who: str) -> str:
    """Return the whole timeline of somebody, in words."""
    days = story.seen_by(who).timeline
    return "\n".join(event.sentence for day in days for event in day.events)


def test_both_get_a_seat_and_the_report_counts_once() -> None:
    """§5: BB-3 counts reports that were taken up, not people."""
    story = sought()
    assign(story, "mediator", "partner")
    assert seated(story) == {"Vera Voorbeeld", "Victor Voorbeeld"}
    assert figures()["BB-3"] == 1
    for who, other in (("mediator", "Victor Voorbeeld"), ("partner", "Vera Voorbeeld")):
        people = {line.person for line in story.seen_by(who).parties}
        assert other in people  # they see with whom they go


def test_pairs_come_in_the_order_of_what_the_case_asks() -> None:
    best = found_for(sought(**ASKS)).pairs[0]
    assert "Victor" in best.names
    assert "Victor Voorbeeld spreekt Turks." in best.reasons
    assert any("ervaring met: geluid en leefritme" in why for why in best.reasons)
    assert any("doordeweeks 's avonds" in why for why in best.reasons)
    without = found_for(sought()).pairs[0]
    assert not any("spreekt" in why for why in without.reasons)


def test_what_the_case_asks_stands_on_top() -> None:
    asked = {line.label: line.value for line in found_for(sought(**ASKS)).asked}
    assert asked == {
        "Belangrijkste klacht": "Muziek of apparaten",
        "In welke taal?": "Turks",
        "Wanneer kan de eerste buur het best?": "Doordeweeks 's avonds",
    }


def test_who_is_busy_comes_later() -> None:
    first = sought(**ASKS)
    hours = {"hours": "5"}
    change("partner", **hours)
    assign(first, "mediator", "partner")
    pairs = found_for(sought(**ASKS)).pairs
    with_victor = [pair for pair in pairs if "Victor" in pair.names]
    assert all(any("Druk: Victor" in why for why in pair.cautions) for pair in with_victor)
    assert "Victor" not in pairs[0].names


@pytest.mark.parametrize("street", ["Lindeplein", "linde-plein", "VLIERHOF"])
def test_who_lives_in_the_street_of_either_home_cannot_be_chosen(street: str) -> None:
    change("mediator", street=street, area="3599")
    story = sought()
    assert blocked_for(story)["Vera Voorbeeld"] == INVOLVED
    assert INVOLVED in refused(story, "mediator", "partner")["pair"]


@pytest.mark.parametrize(
    "contact",
    [{"email": "Mediator@Voorbeeld.invalid"}, {"phone": "+31 6 1234 5678"}],
)
def test_who_is_one_of_its_people_cannot_be_chosen(contact: dict[str, str]) -> None:
    change("mediator", phone="06-12345678")
    story = sought(
        NewPerson("alleged_causer", "Ans Fictief", **contact),  # type: ignore[arg-type]
        NewPerson("complainant", "Bram Verzonnen"),
    )
    assert blocked_for(story)["Vera Voorbeeld"] == INVOLVED
    assert INVOLVED in refused(story, "partner", "mediator")["pair"]


@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_who_knows_somebody_cannot_be_chosen_and_it_is_not_told_by_which_case(where: str) -> None:
    """Decision 28: an exclusion in another case of this home looks no other than one's street."""
    story = sought()
    other = story
    if where == "elsewhere":
        other = Story(story.at, Words(answers=QUARREL))
        other.reports("landlord", new_report(other.words))
        other.route(LEAD, "neighbour_mediation", OWN)
    other.do(LEAD, exclude, other.reference, story.as_("mediator").account, "family")
    assert blocked_for(story)["Vera Voorbeeld"] == INVOLVED
    assert blocked_for(story)[name(DIRK)] == INVOLVED  # who lives in the street
    assert INVOLVED in refused(story, "mediator", "partner")["pair"]


def test_a_volunteer_who_stepped_aside_is_not_sent_again() -> None:
    story = sought()
    assign(story, "mediator", "partner")
    itself = story.as_("mediator").account
    story.do("mediator", exclude, story.reference, itself, "family")
    assert blocked_for(story, "reassign")["Vera Voorbeeld"] == INVOLVED
    assert INVOLVED in refused(story, "mediator", "volunteer_hanna", "reassign")["pair"]


def test_who_pauses_or_has_no_valid_training_cannot_be_chosen() -> None:
    story = sought()
    blocked = blocked_for(story)
    assert (blocked[name(FLOOR)], blocked[name(GERRIT)]) == (PAUSED, EXPIRED)
    assert PAUSED in refused(story, FLOOR, "partner")["pair"]
    assert EXPIRED in refused(story, "mediator", GERRIT)["pair"]


def test_nobody_is_chosen_who_is_not_in_the_register_or_twice() -> None:
    story = sought()
    coordinator, vera = story.as_(LEAD).account, story.as_("mediator").account
    for key in ("", "12", f"{vera}.{vera}", key_of(vera, coordinator), f"{vera}.x", "1.2.3"):
        with pytest.raises(Invalid) as wrong:
            story.step(LEAD, "assign_mediator", **AGREED, pair=key)
        assert wrong.value.errors == {"pair": NO_PAIR}


def test_who_cannot_be_chosen_stands_in_no_pair() -> None:
    found = found_for(sought())
    names = {each for pair in found.pairs for each in pair.names.split(" en ")}
    assert names.isdisjoint(line.label for line in found.blocked)


def test_the_same_sub_district_takes_a_reason_that_no_volunteer_reads() -> None:
    story = sought(**ASKS)
    near = next(pair for pair in found_for(story).pairs if name(ELIF) in pair.names)
    assert near.near
    assert f"{name(ELIF)} woont in dezelfde buurt als deze casus." in near.cautions
    assert refused(story, ELIF, "partner") == {"despite": NO_REASON}
    assign(story, ELIF, "partner", despite=REASON)
    assert seated(story) == {name(ELIF), "Victor Voorbeeld"}
    assert REASON in told_to(story, LEAD)
    for who in (ELIF, "partner"):
        assert REASON not in told_to(story, who)
        assert "dezelfde buurt" not in told_to(story, who)


def test_without_a_warning_no_reason_is_kept() -> None:
    story = sought()
    assign(story, "mediator", "partner", despite="Zomaar.")
    assert "Zomaar" not in told_to(story, LEAD)


def test_a_reason_holds_no_citizen_number() -> None:
    story = sought()
    with pytest.raises(Invalid) as wrong:
        assign(story, ELIF, "partner", despite="Het nummer is 111222333.")
    assert "burgerservicenummer" in wrong.value.errors["despite"]


def test_one_of_the_two_is_replaced_and_the_other_keeps_the_seat() -> None:
    story = sought()
    assign(story, "mediator", "partner")
    pairs = found_for(story, "reassign").pairs
    assert all("doet deze casus al" in pair.reasons[0] for pair in pairs[:3])
    assert all(pair.names != "Vera Voorbeeld en Victor Voorbeeld" for pair in pairs)
    assign(story, "partner", "volunteer_hanna", "reassign")
    assert seated(story) == {"Victor Voorbeeld", name("volunteer_hanna")}
    with pytest.raises(ObjectDoesNotExist):
        story.seen_by("mediator")
    assert story.seen_by("partner").stage == "Bemiddelaars gevonden"
    assert figures()["BB-3"] == 1


def test_the_same_two_again_are_refused() -> None:
    story = sought()
    assign(story, "mediator", "partner")
    with pytest.raises(Refused, match="al van dit duo"):
        assign(story, "mediator", "partner", "reassign")


def test_after_reopening_two_are_sought_anew() -> None:
    story = sought()
    assign(story, "mediator", "partner")
    story.step(LEAD, "close", **SOLVED | {"mediation_held": "nee"})
    story.step(LEAD, "reopen")
    assert seated(story) == set()
    assign(story, "mediator", "volunteer_hanna", "reassign")
    assert seated(story) == {"Vera Voorbeeld", name("volunteer_hanna")}


@pytest.mark.parametrize("who", ["mediator", "lead", "landlord"])
def test_nobody_but_who_leads_chooses(who: str) -> None:
    story = sought()
    assign(story, "mediator", "partner")
    with pytest.raises((Refused, ObjectDoesNotExist)):
        story.step(who, "reassign", pair=story.pair(who, "partner", "volunteer_hanna"))


def test_of_a_crowd_no_more_than_a_few_dozen_pairs_are_shown() -> None:
    agreement = book("utrecht-2019")
    words = agreement.interventions["neighbour_mediation"].volunteers
    assert words
    crowd = [_somebody(number) for number in range(200)]
    asked = Asked(words, agreement, {"language": "turkish"}, START.date())
    pairs = best_pairs(crowd, asked)
    times = Counter(each for pair in pairs for each in pair.key.split("."))
    assert len(pairs) == MOST
    assert max(times.values()) <= MOST_OF_ONE
    assert len({pair.key for pair in pairs}) == len(pairs)
    assert best_pairs(list(reversed(crowd)), asked)[0] == pairs[0]
    assert all(best_pairs(two, asked) for two in combinations(crowd[:3], 2))


def _somebody(number: int) -> Candidate:
    return Candidate(
        account=number,
        name=f"Vrijwilliger {number:03}",
        blocked="",
        near=number % 5 == 0,
        seated=False,
        skills=frozenset(["noise"]),
        languages=frozenset(["dutch", "turkish"] if number % 7 == 0 else ["dutch"]),
        availability=frozenset(["saturday"]),
        trained_until=date(2027, 1, 1),
        running=number % 3,
        room=2,
        done=number % 9,
    )
