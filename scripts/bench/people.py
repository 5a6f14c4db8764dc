# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Who asks: accounts of a circle with very many cases, of one with ten, and of one with none.

They are invited as anybody is, and their sessions are made as those of the tests are: what somebody
has after signing in with two factors.  The server knows nothing of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from django.conf import settings
from django.test import Client
from django.utils import timezone
from tests.world import signed_in

from woonvrede.access.accounts import invite
from woonvrede.access.session import acting
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.arriving import Report
from woonvrede.jobs.demo.read import Scene, demos
from woonvrede.jobs.demo.story import Story
from woonvrede.jobs.demo.world import tell
from woonvrede.records.case import Case
from woonvrede.running.within import connected_as

from .client import EACH

CSRF = "c" * 32
LARGEST, TEN, NONE = "largest", "ten", "none"
Given = Mapping[str, str]


@dataclass(frozen=True)
class Toggle:
    """
    Two steps that lead to and fro between two stages, and who takes them; in cases in which a fact
    is not there yet that would forbid it.
    """

    role: str
    stages: tuple[str, str]
    there: tuple[str, Given]
    back: tuple[str, Given]
    without: str = ""


@dataclass(frozen=True)
class Circle:
    """A circle of an agreement, in which functions our accounts work there, and their steps."""

    agreement: str
    party: str
    functions: tuple[str, ...]
    toggle: Toggle | None = None


CIRCLES = {
    LARGEST: Circle(
        "utrecht-2019",
        "u_centraal_bemiddeling",
        ("coordinator", "mediator"),
        Toggle(
            "mediator",
            ("aftercare", "mediation"),
            ("back_to_mediation", {}),
            (
                "start_aftercare",
                {"mediation_form": "talk", "mediation_on": timezone.localdate().isoformat()},
            ),
            without="aftercare_on",
        ),
    ),
    TEN: Circle(
        "voorbeeldstad-2026",
        "regiepunt",
        ("planner", "companion"),
        Toggle(
            "companion",
            ("together", "finished"),
            ("finish", {"finished_because": "quiet_now", "next_trajectory": "nothing"}),
            ("resume", {}),
        ),
    ),
    NONE: Circle("voorbeeldstad-2026", "de_sleutel", ("tenant_manager",)),
}


@dataclass
class Person:
    """An account that is signed in."""

    key: str
    name: str
    client: Client = field(repr=False)

    @property
    def cookie(self) -> str:
        """What a browser sends along."""
        session = self.client.cookies[settings.SESSION_COOKIE_NAME].value
        return f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={CSRF}"


def people_of(size: str) -> list[Person]:
    """Invite the accounts of a circle, and sign them in."""
    circle, found = CIRCLES[size], []
    for number in range(1, EACH + 1):
        key, name = f"{size}-{number}", f"Meetpersoon {size.capitalize()} {number}"
        with connected_as("owner"):
            invite(
                f"{key}@{cast.HOST}",
                name=name,
                party=circle.party,
                functions=circle.functions,
                at=timezone.now() - timedelta(days=400),
            )
        found.append(Person(key, name, signed_in(key)))
    return found


def fill_up(people: list[Person], cases: int) -> None:
    """Let the circle with few cases have so many, by the real verbs."""
    lead = cast.actor(people[0].key, timezone.now())
    with acting(lead):
        there = Case.objects.count()
    for number in range(cases - there):
        manager = people[number % len(people)].key
        story = Story(timezone.now() - timedelta(days=20))
        tell(_told_by(manager, home=f"{500 + number}"), story)


def _told_by(manager: str, *, home: str) -> Scene:
    """Return a case of the demo that is being worked on, of another case manager and home."""
    circle = CIRCLES[TEN]
    assert circle.toggle is not None
    scene = next(
        each for each in demos()[circle.agreement].scenes if each.key == circle.toggle.stages[0]
    )
    return scene.model_copy(
        update={"steps": tuple(_steps(scene, circle.toggle.role, manager, home))}
    )


def _steps(scene: Scene, role: str, manager: str, home: str) -> Iterator[object]:
    for step in scene.steps:
        said: dict[str, object] = {"who": manager} if getattr(step, "who", "") == role else {}
        if getattr(step, "colleague", "") == role:
            said["colleague"] = manager
        if isinstance(step, Report):
            said["address"] = replace(step.address, number=home)
        yield step.model_copy(update=said)
