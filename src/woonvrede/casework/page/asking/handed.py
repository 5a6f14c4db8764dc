# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text with which somebody was referred outside, for who hands it over."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist

from ....access.actor import Actor
from ....access.books import book
from ....agreement.book import Intervention
from ....agreement.vocabulary import DWELLING
from ...referring import handed
from ..parts import Line
from .asked import FormPage
from .look import head, look

SHOWN = ("outcome", DWELLING, "resident", "report")


@dataclass(frozen=True, kw_only=True)
class HandedPage(FormPage):
    """What may be handed over, to whom, and what stays here."""

    to: str
    never: str
    agreed: str
    lines: tuple[Line, ...]


def read_handed(reference: str, number: int, *, actor: Actor, at: datetime) -> HandedPage:
    """
    Return the text that goes along with a referral, as the case says it now; writes down that it
    was read.

    :raises ObjectDoesNotExist: if the actor may not know of the case, or the referral is none, or
        none of theirs
    """

    def shows(described: Intervention) -> tuple[str, ...]:
        del described
        return SHOWN

    view = look(reference, actor=actor, at=at, action="form:handed", shows=shows)
    mine = (r for r in view.around["referral"] if r["account_id"] == actor.account)
    row = next((r for r in mine if r["id"] == number and view.sees("outcome")), None)
    if row is None:
        raise ObjectDoesNotExist
    facts, case = row["facts"], view.case
    target = book(case.agreement).referral_target(facts["target"])
    answers = [r["answers"] for r in view.around["report"]] if view.sees("report") else []
    address = f"{case.address}, {case.place}" if view.sees(DWELLING) else ""
    people = [each for each in view.people if each.pk in facts["people"]]
    lines = handed(view.agreement, facts["kinds"], address=address, people=people, answers=answers)
    return HandedPage(
        head=head(view),
        to=target.label,
        never=target.never,
        agreed=facts["agreed"].strip(),
        lines=tuple(Line(*each) for each in lines),
    )
