# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is excluded from a case reads nothing about that home while it lives, except one's own."""

import pytest

from tests.story import Story, Words, reported
from tests.world import signed_in, told
from woonvrede.casework.people.exclude import exclude

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


def test_a_report_that_joins_another_case_stays_kept_from_them() -> None:
    """The second case has nobody excluded; what was kept from them is not given back."""
    story = shut_out(told("screening"))
    again = reported(Story(story.at))
    again.route("lead", "severe_nuisance")
    assert seen(again.report) == (404, 200)
