# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forged request gets no further than the page or the verb would (§3.3)."""

import pytest

from tests.story import Words
from tests.world import signed_in, told

pytestmark = pytest.mark.usefixtures("people")


def test_an_owner_occupied_dwelling_cannot_be_sent_to_last_chance() -> None:
    story = told("execution", Words(tenure="owner_occupied", landlord=""))
    page = story.seen_by("manager")
    answer = signed_in("manager").post(
        f"/casussen/{story.reference}/stap/close/",
        {
            "version": page.version,
            "once": "forged",
            "close_reason": "nuisance_continues",
            "next_trajectory": "last_chance",
        },
    )
    assert answer.status_code == 409
    assert "kan niet bij deze woning" in answer.content.decode()
    assert not story.seen_by("manager").closed


def test_nobody_opens_a_last_chance_that_was_not_asked_for() -> None:
    story = told("execution")
    version = story.seen_by("landlord").version
    answer = signed_in("landlord").post(
        f"/casussen/{story.reference}/stap/accept_hand_over/",
        {"version": version, "once": "forged"},
    )
    assert answer.status_code == 409
    assert story.seen_by("landlord").links == ()
