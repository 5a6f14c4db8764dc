# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forged request gets no further than the page or the verb would (§3.3)."""

import pytest

from tests.story import Words
from tests.support.neighbours import LIGHT, hygiene, to_team
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


@pytest.mark.parametrize(
    ("who", "path", "form", "says"),
    [
        (
            "hygiene_expert",
            "stap/to_team/",
            {"hygiene_class": "red", "reason": "Acuut gevaar."},
            "De situatie is rood",
        ),
        (
            "hygiene_expert",
            "lijst/classifications/",
            {"classified_on": "2-3-2026", "hygiene_class": "green", "reason": "Toch licht."},
            "Zet die stap",
        ),
        (
            "hygiene_expert",
            "stap/give_advice/",
            {"advice": "Niemand vroeg erom.", "advice_wanted": "ja"},
            "andere fase",
        ),
        ("social_team", "stap/start_visit/", {"hygiene_class": "green", "reason": "x"}, ""),
    ],
)
def test_a_colour_gets_round_no_rule(who: str, path: str, form: dict[str, str], says: str) -> None:
    """§3.5: red is not the team's, a colour comes by a step, and who has no part takes none."""
    story = hygiene()
    version = story.seen_by("hygiene_expert").version
    answer = signed_in(who).post(
        f"/casussen/{story.reference}/{path}", {"version": version, "once": "forged", **form}
    )
    assert answer.status_code == (409 if says else 404)
    assert says in answer.content.decode()
    page = story.seen_by("hygiene_expert")
    assert (page.stage, page.version) == ("Beoordeling", version)


def test_a_fact_of_a_step_is_not_written_by_a_form_of_facts() -> None:
    """§3.5: what is sent with it is let go: a colour without a reason is no colour."""
    story = hygiene("visit")
    version = story.seen_by("hygiene_expert").version
    form = {"version": version, "hygiene_class": "green", "advice_wanted": "ja"}
    path = f"/casussen/{story.reference}/gegevens/hygiene/"
    signed_in("hygiene_expert").post(path, {**form, "strategy": "care"})
    shown = repr(story.seen_by("hygiene_expert").facts)
    assert "Oranje" in shown
    assert "Wacht het buurtteam op advies" not in shown


def test_what_is_green_is_not_passed_on() -> None:
    story = hygiene(answers=LIGHT)
    to_team(story)
    version = story.seen_by("social_team").version
    form = {"version": version, "hygiene_class": "green", "reason": "Geen tijd."}
    path = f"/casussen/{story.reference}/stap/pass_on/"
    answer = signed_in("social_team").post(path, form)
    assert answer.status_code == 409
    assert "groen" in answer.content.decode()
