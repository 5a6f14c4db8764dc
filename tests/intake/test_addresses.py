# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""One dwelling per address: nobody gets at another's, and nobody learns which are known."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import sleep

import psycopg
import pytest
from psycopg.rows import TupleRow

from tests.intake.reporting import answered, decided, report
from tests.story import Story, Words
from tests.world import START, actor, told
from woonvrede.access.session import acting
from woonvrede.casework.lists.filters import Wanted as WantedCases
from woonvrede.casework.lists.listing import list_cases
from woonvrede.casework.lists.worklist import read_work
from woonvrede.casework.page.asking.look import head, look
from woonvrede.casework.page.case import read_case
from woonvrede.intake.address import Address
from woonvrede.intake.decide import Decision
from woonvrede.intake.deciding import NO_ROUTE
from woonvrede.intake.page.listing import Wanted, list_reports
from woonvrede.intake.page.show import read_report
from woonvrede.records.report import Report

pytestmark = pytest.mark.usefixtures("people")

BAG, OTHER_BAG = "0344200000012345", "0344200000067890"
ASK = "select records_dwelling_of(%s, %s, '3511AB', 12, %s, 'Laan', 'Utrecht', 'overvecht')"

Connection = psycopg.Connection[TupleRow]


def at_(number: str, bag: str = "", postcode: str = "3511 AB") -> Address:
    return Address(postcode, number, "Verzonnen straat", "Utrecht", "overvecht", bag)


def dwelling(number: str, bag: str = "", postcode: str = "3511 AB") -> int:
    return report(address=at_(number, bag, postcode)).dwelling_id


@pytest.mark.parametrize(
    ("number", "postcode"),
    [("12-b", "3511 AB"), ("12-ab", "3511 AB"), ("14", "3511 AB"), ("12-a", "3511 AC")],
)
def test_a_bag_id_of_another_address_never_leads_there(number: str, postcode: str) -> None:
    """Whether the address that was typed was known before or not."""
    theirs = dwelling("12-a", BAG)
    typed = dwelling(number, BAG, postcode)
    assert typed != theirs
    assert dwelling(number, BAG, postcode) == dwelling(number, "", postcode) == typed
    assert dwelling("12-a", BAG) == theirs


def test_a_bag_id_fills_in_what_was_left_out_unless_that_is_an_address_itself() -> None:
    whole = dwelling("12-a", BAG)
    assert dwelling("12", BAG) == whole
    other = dwelling("12")
    assert other != whole
    assert dwelling("12", BAG) == other


def test_nobody_gives_a_bag_id_to_an_address_that_is_known() -> None:
    known = dwelling("12-a")
    assert dwelling("12-a", BAG) == known
    assert dwelling("12", BAG) != known


def test_an_address_keeps_the_bag_id_it_came_with() -> None:
    known = dwelling("12-a", BAG)
    assert dwelling("12-a", OTHER_BAG) == known
    assert dwelling("12", BAG) == known


@pytest.fixture
def two() -> Iterator[tuple[Connection, Connection]]:
    """Two connections of the application at the same time."""
    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url) as one, psycopg.connect(url) as other:
        yield one, other


@pytest.mark.parametrize("match", ["same", "other"])
def test_two_who_type_the_same_bag_id_at_the_same_moment_both_succeed(
    match: str, two: tuple[Connection, Connection]
) -> None:
    """The second waits for the first: for one address one dwelling, for two addresses two."""
    first, second = two
    made = first.execute(ASK, ["same", "bag", "A"]).fetchone()
    with ThreadPoolExecutor() as beside:
        asked = beside.submit(lambda: second.execute(ASK, [match, "bag", "B"]).fetchone())
        sleep(0.3)
        assert not asked.done()
        first.commit()
        found = asked.result(timeout=5)
    assert made is not None
    assert found is not None
    assert (found == made) == (match == "same")


def shown(who: str, made: Report) -> list[str]:
    """Return everything that somebody gets to see of a report, on its page and in lists."""
    asked = actor(who)
    pages = []
    for read in (
        lambda: read_report(made.reference, actor=asked, at=START),
        lambda: list_reports(Wanted(), actor=asked, at=START),
        lambda: read_work(actor=asked, at=START),
    ):
        with acting(asked):
            pages.append(repr(read()))
    return pages


def test_nobody_can_guess_which_dwellings_there_are() -> None:
    """Whoever names one in a raw statement comes to see it: no number follows from another."""
    homes = [report(address=at_(number)).dwelling_id for number in ("21", "22", "23")]
    assert min(homes) > 2**40
    assert len({homes[1] - homes[0], homes[2] - homes[1]} - {1}) == 2


def test_a_report_shows_the_words_of_its_own_reporter_alone() -> None:
    """Else a street in another spelling, or a letter, would tell that the dwelling was known."""
    known = replace(at_("12-a", BAG), street="Vroegere spelling", town="Vroegere plaats")
    there = replace(at_("14"), street="Vroegere buurstraat")
    further = answered(earlier_approaches="ja")
    first = report(address=known, complainant_address=there, answers=further)
    mine = replace(at_("12", BAG), street="Tweede spelling", town="Tweede plaats")
    theirs = replace(there, street="Tweede buurstraat")
    made = report("police", address=mine, complainant_address=theirs)
    assert made.dwelling_id == first.dwelling_id
    assert made.complainant_dwelling_id == first.complainant_dwelling_id
    for who in ("police", "lead"):
        page, listed, work = shown(who, made)
        assert "Tweede spelling 12, 3511 AB Tweede plaats" in page
        assert "Tweede buurstraat 14" in page
        assert "Tweede spelling 12'" in listed
        assert ("Tweede spelling 12 · " in work) == (who == "lead")
        for each in (page, listed, work):
            assert "Vroegere" not in each
            assert "12 A" not in each


def shown_of_the_case(who: str, story: Story) -> list[str]:
    """Return everything that somebody gets to see of a case: page, form, list and work."""
    asked, at = story.as_(who), story.at
    pages = []
    for read in (
        lambda: read_case(story.reference, actor=asked, at=at),
        lambda: head(look(story.reference, actor=asked, at=at, action="form")),
        lambda: list_cases(WantedCases(), actor=asked, at=at),
        lambda: read_work(actor=asked, at=at),
    ):
        with acting(asked):
            pages.append(repr(read()))
    return pages


@pytest.mark.parametrize(
    ("stage", "who"), [("screening", "lead"), ("considered", "landlord")], ids=["opened", "handed"]
)
def test_a_case_shows_the_words_of_the_report_that_opened_it(stage: str, who: str) -> None:
    """And so does the case to which it was handed over: else it tells as much as a report would."""
    known = replace(at_("12-a", BAG), street="Vroegere spelling", town="Vroegere plaats")
    first = report("police", address=known)
    decided("lead", first.reference, Decision(NO_ROUTE, "Er is niets aan de hand."))
    mine = replace(at_("12", BAG), street="Tweede spelling", town="Tweede plaats")
    story = told(stage, Words(address=mine))
    page, form, listed, work = shown_of_the_case(who, story)
    assert "Tweede spelling 12, 3511 AB Tweede plaats" in page
    assert "Tweede spelling 12 · " in page
    assert "Tweede spelling 12 · " in form
    assert "Tweede spelling 12" in work  # each has a term
    assert "address='Tweede spelling 12'" in listed
    for each in (page, form, listed, work):
        assert "Vroegere" not in each
        assert "12 A" not in each
