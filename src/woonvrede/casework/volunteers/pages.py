# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of the register show: words and codes, and of a home nothing at all."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.door import note_register
from ...records.account import Volunteer
from ..page.dutch import in_words
from .keeper import Keeper, keeper_of
from .typed import STATES
from .work import room, with_work

Choices = tuple[tuple[str, str], ...]
Badge = tuple[str, str]
ABLE = ("success", "warning")


@dataclass(frozen=True)
class VolunteerLine:
    """One volunteer: whether they can be asked now, and what they can do."""

    number: int
    name: str
    badge: Badge
    training: str
    running: int
    room: int
    hours: int
    languages: tuple[str, ...]
    skills: tuple[str, ...]
    availability: tuple[str, ...]


@dataclass(frozen=True)
class RegisterPage:
    """Everybody in the register, and whether somebody could be put in it."""

    lines: tuple[VolunteerLine, ...]
    able: int
    newcomers: int


@dataclass(frozen=True)
class VolunteerPage:
    """
    The form of one volunteer: from what to choose, and what stands.  Of somebody new ``number`` is
    0, and there are ``people`` to choose from.
    """

    number: int
    name: str
    version: int
    people: Choices
    skills: Choices
    languages: Choices
    trainings: Choices
    availability: Choices
    states: Choices
    stands: dict[str, str | list[str]]


def read_register(*, actor: Actor, at: datetime) -> RegisterPage:
    """
    Return the register of this actor's circle; writes down that they looked.

    :raises ObjectDoesNotExist: if they keep none
    """
    keeper = keeper_of(actor, at=at)
    note_register(actor, "volunteers")
    found = list(with_work(keeper.register().select_related("account"), at))
    working = set(keeper.working(at).values_list("account", flat=True))
    accounts = {each.account_id for each in found}
    found.sort(key=lambda each: (each.account.name.lower(), each.pk))
    lines = [_line(each, keeper, working, localdate(at)) for each in found]
    return RegisterPage(
        lines=tuple(lines),
        able=sum(line.badge[1] in ABLE for line in lines),
        newcomers=len(working - accounts),
    )


def read_volunteer(number: int | None, *, actor: Actor, at: datetime) -> VolunteerPage:
    """
    Return the form of one volunteer, or with None of somebody new; writes down that they looked.

    :raises ObjectDoesNotExist: if this actor keeps no register, or nobody in it has this number
    """
    keeper = keeper_of(actor, at=at)
    note_register(actor, "volunteer")
    kept = (
        keeper.register().select_related("account").get(pk=number) if number is not None else None
    )
    return VolunteerPage(
        number=kept.pk if kept else 0,
        name=kept.account.name if kept else "",
        version=kept.version if kept else 0,
        people=() if kept else _newcomers(keeper, at),
        skills=tuple(keeper.codes("skills").items()),
        languages=tuple(keeper.codes("languages").items()),
        trainings=tuple(keeper.codes("trainings").items()),
        availability=tuple(keeper.codes("availability").items()),
        states=tuple(STATES.items()),
        stands=_stands(kept) if kept else {},
    )


def _newcomers(keeper: Keeper, at: datetime) -> Choices:
    known = keeper.register().values("account")
    found = keeper.working(at).exclude(account__in=known).select_related("account")
    named = {str(each.account_id): each.account.name for each in found}
    return tuple(sorted(named.items(), key=lambda each: each[1].lower()))


def _line(kept: Volunteer, keeper: Keeper, working: set[int], day: date) -> VolunteerLine:
    most, running = room(kept.hours, keeper.hours_a_case), vars(kept)["running"]
    return VolunteerLine(
        number=kept.pk,
        name=kept.account.name,
        badge=_badge(kept, keeper, running >= most, working, day),
        training=f"{keeper.codes('trainings').get(kept.training, kept.training)}, "
        f"geldig tot en met {in_words(kept.trained_until)}",
        running=running,
        room=most,
        hours=kept.hours,
        languages=_labels(keeper, "languages", kept.languages),
        skills=_labels(keeper, "skills", kept.skills),
        availability=_labels(keeper, "availability", kept.availability),
    )


def _badge(kept: Volunteer, keeper: Keeper, full: bool, working: set[int], day: date) -> Badge:
    """Say whether they can be asked now: first what makes that they cannot."""
    soon = timedelta(weeks=keeper.agreement.parameter(keeper.words.warning).value)
    if kept.account_id not in working:
        return ("Werkt hier niet meer", "neutral")
    if kept.paused:
        return ("Pauze", "neutral")
    if kept.trained_until < day:
        return ("Opleiding verlopen", "error")
    if kept.trained_until < day + soon:
        return ("Opleiding loopt af", "warning")
    return ("Druk", "warning") if full else ("Beschikbaar", "success")


def _labels(keeper: Keeper, word: str, codes: list[str]) -> tuple[str, ...]:
    return tuple(keeper.codes(word).get(code, code) for code in codes)


def _stands(kept: Volunteer) -> dict[str, str | list[str]]:
    return {
        "skills": kept.skills,
        "languages": kept.languages,
        "training": kept.training,
        "trained_until": kept.trained_until.isoformat(),
        "availability": kept.availability,
        "hours": str(kept.hours),
        "state": "paused" if kept.paused else "active",
    }
