# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checking a file of reports: everything that the verb would say of its rows, and nothing kept."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.once import digest_of
from ...access.refusals import Invalid, Refused
from ...agreement.values import read_day
from ...records.once import Imported
from ..filling import NAMES, as_report
from ..form import Answers, Form, tenures_of
from ..receiving import agreement_for
from ..register import Drawn, draw_up
from .mapping import RECEIVED, REFERENCE
from .rows import Row

Tell = Callable[[int, int], None]  # how many are done, of how many


@dataclass(frozen=True)
class Fault:
    """What is wrong in a row, in a field or as a whole; holds nothing of what the row says."""

    row: int
    field: str
    why: str


@dataclass(frozen=True)
class Sifted:
    """The rows that are new, by their hash; and how many were twice in the file, or known."""

    new: Mapping[str, Row]
    repeated: int
    known: int


@dataclass(frozen=True)
class Checked:
    """
    The reports that the rows make, by the hash of their row; what is wrong with others; and in how
    many reports somebody is ``left_out`` whom the row names, for the agreement does not ask there.
    """

    drawn: Mapping[str, Drawn]
    faults: tuple[Fault, ...]
    left_out: int

    @property
    def routes(self) -> Counter[str]:
        """How many reports are proposed for each intervention."""
        return Counter(each.proposed for each in self.drawn.values())


def sift(rows: Sequence[Row], *, actor: Actor) -> Sifted:
    """
    Leave out what this circle brought in before, and of the same row twice the second.

    A row is known by its reference, else by all that it holds.
    """
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(_digest(row, actor), row)
    found = Imported.objects.filter(party=actor.party, digest__in=list(first))
    known = set(found.values_list("digest", flat=True))
    new = {digest: row for digest, row in first.items() if digest not in known}
    return Sifted(new, len(rows) - len(first), len(known))


def check(new: Mapping[str, Row], *, actor: Actor, at: datetime, tell: Tell) -> Checked:
    """Draw up a report of every row; asks nothing of the database, however many there are."""
    drawn: dict[str, Drawn] = {}
    faults: list[Fault] = []
    left_out = 0
    for done, (digest, row) in enumerate(new.items(), 1):
        wrong = dict(row.unread)
        try:
            report = _drawn(row, actor, at)
            drawn |= {} if wrong else {digest: report}
            left_out += not wrong and _names(row) > len(report.report.people)
        except Invalid as invalid:
            wrong = {**invalid.errors, **wrong}
        except Refused as refused:
            wrong[""] = str(refused)
        faults += (Fault(row.number, name, why) for name, why in wrong.items())
        tell(done, len(new))
    return Checked(drawn, tuple(faults), left_out)


def _names(row: Row) -> int:
    """Return how many people a row names."""
    return sum(bool(row.answers.get(name, "").strip()) for name in NAMES)


def _digest(row: Row, actor: Actor) -> str:
    reference = row.answers.get(REFERENCE, "")
    held = {REFERENCE: reference} if reference else row.answers
    said = ((name, [text]) for name, text in held.items() if text)
    return digest_of(f"import:{actor.party_key}", said)


def _drawn(row: Row, actor: Actor, at: datetime) -> Drawn:
    """Draw up a row by the form that a person fills in."""
    received = _received(row)
    agreement = agreement_for(received, actor=actor, at=at)
    form = Form(agreement, actor, received or localdate(at), row.answers)
    report = as_report(replace(form, answers=_with_our_own(form)))
    return draw_up(replace(report, received=received), actor=actor, at=at)


def _with_our_own(form: Form) -> Answers:
    """Return the answers, of a dwelling of one's own in one, as the form asks it."""
    own = f"{form.answers.get('tenure', '')}:{form.actor.party_key}"
    ours = form.answers.get("landlord") == form.actor.party_key and own in dict(tenures_of(form))
    return {**form.answers, "tenure": own} if ours else form.answers


def _received(row: Row) -> date | None:
    text = row.answers.get(RECEIVED, "")
    try:
        return read_day(text) if text else None
    except ValueError:
        raise Invalid({RECEIVED: "Schrijf de datum zo: 22-11-2026."}) from None
