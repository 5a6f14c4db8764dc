# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is excluded from a case reads nothing about that home while it lives, except one's own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic, sleep

import psycopg
import pytest
from django.db import connection

from tests.story import OWN, PATTERN, Story, Words, new_report, reported
from tests.world import signed_in, told
from woonvrede.access.refusals import Refused
from woonvrede.access.session import acting
from woonvrede.casework.people.exclude import exclude
from woonvrede.intake.register import register

pytestmark = pytest.mark.usefixtures("people")


def shut_out(story: Story) -> Story:
    """Keep a colleague at the corporation out of the case."""
    account = story.as_("landlord_excluded").account
    story.do("lead", exclude, story.reference, account, "family")
    return story


def status(reference: str, who: str) -> int:
    return signed_in(who).get(f"/meldingen/{reference}/").status_code


def seen(reference: str) -> tuple[int, int]:
    """Return what the excluded colleague gets, and what another gets."""
    return status(reference, "landlord_excluded"), status(reference, "landlord")


def test_a_new_report_about_the_same_home_is_kept_from_them() -> None:
    story = shut_out(told("screening"))
    again = reported(Story(story.at))
    assert seen(again.report) == (404, 200)


def test_so_is_one_that_was_made_before_they_were_excluded() -> None:
    story = told("screening")
    again = reported(Story(story.at))
    assert seen(again.report) == (200, 200)
    shut_out(story)
    assert seen(again.report) == (404, 200)


def test_what_they_report_themselves_is_answered_as_always() -> None:
    """If it failed, it would tell that there is a case."""
    story = shut_out(told("screening"))
    own = reported(Story(story.at, Words(reporter="landlord_excluded")))
    assert seen(own.report) == (200, 200)


def page_of(case: str, who: str) -> int:
    return signed_in(who).get(f"/casussen/{case}/").status_code


def test_so_is_every_other_case_about_that_home_whoever_leads_it() -> None:
    """Also a case that came of a report of their own: it tells of the same people."""
    story = shut_out(told("screening"))
    again = reported(Story(story.at, Words(reporter="landlord_excluded")))
    again.route("lead", "severe_nuisance", OWN)
    again.step("lead", "ask_permission")
    assert again.reference != story.reference
    assert page_of(again.reference, "landlord_excluded") == 404
    assert page_of(again.reference, "landlord") == 200


def test_and_every_case_that_runs_already() -> None:
    story = told("awaiting_permission")
    again = reported(Story(story.at))
    again.route("lead", "severe_nuisance", OWN)
    again.step("lead", "ask_permission")
    assert page_of(again.reference, "landlord_excluded") == 200
    shut_out(story)
    assert page_of(again.reference, "landlord_excluded") == 404
    assert page_of(again.reference, "landlord") == 200


def test_an_exclusion_after_a_hand_over_holds_in_the_case_that_came_of_it() -> None:
    story = told("considered")
    opened = story.reference
    first = story.seen_by("landlord").links[0].reference
    account = story.as_("landlord_excluded").account
    assert page_of(opened, "landlord_excluded") == 200
    story.do("lead", exclude, first, account, "family")
    assert page_of(opened, "landlord_excluded") == 404
    assert page_of(opened, "landlord") == 200


def test_who_opens_a_case_of_a_report_of_their_own_is_answered_as_always() -> None:
    """They are kept out of an older case there; a failure would tell them that it is there."""
    story = told("awaiting_permission")
    account = story.as_("landlord").account
    story.do("landlord", exclude, story.reference, account, "own_address")
    answers = {**PATTERN, "earlier_approaches": "ja"}
    own = reported(Story(story.at, Words(answers=answers)))
    own.route("landlord", "last_chance", OWN)
    assert page_of(own.reference, "landlord") == 200
    assert page_of(story.reference, "landlord") == 404


def test_a_report_that_joins_another_case_stays_kept_from_them() -> None:
    story = shut_out(told("screening"))
    again = reported(Story(story.at))
    again.route("lead", "severe_nuisance", OWN)
    assert seen(again.report) == (404, 200)


def test_and_one_that_is_made_at_that_very_moment(maintenance: "psycopg.Connection") -> None:
    story = told("screening")
    again, sent = Story(story.at), Event()

    def report() -> str:
        try:
            actor = again.as_("landlord")
            with acting(actor):
                made = register(new_report(Words()), actor=actor, at=again.at)
                sent.set()
                end = monotonic() + 10
                while not (shutting.done() or _waits(maintenance)) and monotonic() < end:
                    sleep(0.02)
            return made.reference
        finally:
            connection.close()

    def shut() -> None:
        try:
            sent.wait()
            shut_out(story)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        shutting = pool.submit(shut)
        again.report = pool.submit(report).result()
        shutting.result()
    assert seen(again.report) == (404, 200)


def test_who_is_out_by_another_case_is_put_out_here_too_as_if_there_were_none() -> None:
    story = told("screening")
    again = reported(Story(story.at))
    again.route("lead", "severe_nuisance", OWN)
    again.step("lead", "ask_permission")
    shut_out(story)
    shut_out(again)
    with pytest.raises(Refused):
        shut_out(again)


def _waits(connected: "psycopg.Connection") -> bool:
    """Does anybody wait for a lock?"""
    found = connected.execute("select count(*) from pg_locks where not granted").fetchone()
    return found != (0,)
