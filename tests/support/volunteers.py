# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of volunteers as tests fill it, and a mediation for which two are sought."""

from dataclasses import replace
from datetime import date

from tests.story import OWN, Story, Words, new_report
from tests.support.neighbours import QUARREL
from tests.world import START
from woonvrede.access.session import acting
from woonvrede.casework.page.asking.asked import Pairing
from woonvrede.casework.page.asking.forms import read_step
from woonvrede.casework.people.newcomer import NewPerson
from woonvrede.casework.volunteers.keep import change_volunteer
from woonvrede.casework.volunteers.keeper import keeper_of
from woonvrede.casework.volunteers.typed import Typed
from woonvrede.intake.address import Address
from woonvrede.jobs.demo import cast
from woonvrede.jobs.demo.read import demos

DEMO = demos()["utrecht-2019"]
NEXT_DOOR = Address("3563 ZZ", "7", "Vlierhof", "Utrecht", "overvecht")
AGREED = {"suitable": "ja", "referral_agreed": "ja", "referral_agreed_on": "2026-02-27"}
LEAD = "mediation_lead"


def everybody(today: date | None = None) -> None:
    """Make the whole cast, with a dozen volunteers, whose trainings hold as seen from a day."""
    cast.make_cast(DEMO.everybody, START, today=today)


def sought(*people: NewPerson, **values: str) -> Story:
    """
    Bring a mediation to where two are sought: in the Lindeplein, reported by somebody who lives in
    the Vlierhof.
    """
    story = Story(START, Words(answers=QUARREL))
    new = new_report(story.words)
    known = people or new.people
    story.reports("landlord", replace(new, complainant_address=NEXT_DOOR, people=known))
    story.route(LEAD, "neighbour_mediation", OWN)
    criteria = {key: said for key, said in values.items() if key == "nuisance_main"}
    story.facts(LEAD, "criteria", **AGREED, **criteria)
    if asked := {key: said for key, said in values.items() if key not in criteria}:
        story.facts(LEAD, "mediation", **asked)
    return story


def found_for(story: Story, move: str = "assign_mediator") -> Pairing:
    """Return what the page on which two are chosen shows."""
    actor = story.as_(LEAD)
    with acting(actor):
        page = read_step(story.reference, move, actor=actor, at=story.at)
    assert page.pairing
    return page.pairing


def blocked_for(story: Story, move: str = "assign_mediator") -> dict[str, str]:
    """Return who cannot be chosen, and why."""
    return {line.label: line.value for line in found_for(story, move).blocked}


def change(who: str, **changes: object) -> None:
    """Let the coordinator change what the register says of somebody."""
    persona = next(each for each in DEMO.everybody if each.key == who)
    assert persona.volunteer
    stands = replace(persona.volunteer.typed(START.date()), street="", area="")
    typed: Typed = replace(stands, **changes)  # type: ignore[arg-type]
    actor, account = cast.actor(LEAD, START), cast.actor(who, START).account
    with acting(actor):
        kept = keeper_of(actor, at=START).register().get(account=account)
        change_volunteer(kept.pk, typed, actor=actor, at=START, version=kept.version)
