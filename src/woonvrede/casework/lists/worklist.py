# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""My work: what is late, what comes this week, what others owe us, what is new for us."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate, localtime

from ...access.actor import Actor
from ...access.books import book, in_force
from ...access.door import note_list, reports_known_to
from ...access.reporting import may_report
from ...records.report import Report
from ..page.dutch import short
from ..terms.lengths import near
from .lines import CaseLine, by_which_rights, lines
from .telling import TERMS, tells, to_tell
from .work_items import MOST, Item, charge_of, items

WEEK = timedelta(days=6)
OF_A_REPORT = ("dwelling", "report")
OURS = ("task", "term")
AWAITED = ("given", "awaited_term", "awaited_request")
NEWS = ("question", "answered", "request", "assigned", "invited")
# What a line says; of other kinds what it is called.
SAID = {
    "question": "Toestemming geven of weigeren",
    "answered": "Geen toestemming gegeven: kies een andere weg",
    "request": "Antwoord geven: start u {0.what}?",
    "awaited_request": "Antwoord op de vraag om te starten: {0.what}",
    "assigned": "Aan u toegewezen als {0.what}",
    "invited": "Uitgenodigd om mee te doen als {0.what}",
    "report": "Melding van {0.who}",
    "escalated": "Vraag ernaar: {0.what}",
}
GRANTED = "Toestemming gegeven: u kunt verder"


@dataclass(frozen=True)
class Work:
    """
    One line: ``kind`` says what it is, ``who`` is the other party or role, ``by`` the day, and
    ``soon`` that it is near.
    """

    kind: str
    what: str
    who: str
    due: date | None
    late: bool
    reference: str
    title: str
    stage: str = ""
    today: bool = False
    soon: bool = False
    by: str = ""

    @property
    def said(self) -> str:
        """What asks for attention, in words."""
        granted = (self.kind, self.what) == ("answered", "granted")
        return GRANTED if granted else SAID.get(self.kind, "{0.what}").format(self)


@dataclass(frozen=True)
class Worklist:
    """
    Everything that asks for somebody's attention, in the order in which they look.

    ``running`` counts the cases in their charge (``charge``), or else those they take part in.
    """

    part_of_day: str
    until: date
    late: tuple[Work, ...]
    week: tuple[Work, ...]
    later: tuple[Work, ...]
    waiting: tuple[Work, ...]
    new: tuple[Work, ...]
    running: int
    charge: str
    urgent: int
    oldest: int
    may_report: bool = False

    @property
    def reports(self) -> str:
        """How many reports wait for a decision, or nothing when none does."""
        waiting = sum(work.kind == "report" for work in self.new)
        return "99+" if waiting >= MOST else str(waiting or "")

    @property
    def late_elsewhere(self) -> int:
        """How much of what they wait for should have been there already."""
        return sum(work.late for work in self.waiting)

    @property
    def nothing(self) -> bool:
        """Is there nothing at all to tell?"""
        return not (self.late or self.week or self.later or self.waiting or self.new)


def read_work(*, actor: Actor, at: datetime) -> Worklist:
    """Return what this actor has to do; writes down which cases and reports it told of."""
    today = localdate(at)
    agreement = in_force(today, actor.party_key)
    charge = charge_of(actor, agreement)
    everything = items(actor, charge=charge, at=at)
    running = {item.case for item in everything if item.kind == "running"}
    found = [item for item in everything if item.kind != "running"]
    cases = lines(actor, {item.case for item in found}, at=at)
    reports = _to_judge(actor)
    told = to_tell(found, cases)
    told_of = by_which_rights(cases, tells(told, cases))
    note_list(actor, "work", cases=told_of, reports=dict.fromkeys(reports, OF_A_REPORT))
    work = sorted((_work(item, cases[item.case], today) for item in told), key=_day)
    late = [each for each in work if each.late and each.kind not in AWAITED]
    new = [*map(_report, reports), *(each for each in work if each.kind in NEWS and not each.late)]
    due = [each for each in work if each.kind in OURS and each.due and not each.late]
    urgent = [*late, *new, *(each for each in due if each.due == today)]
    return Worklist(
        part_of_day=_part_of_day(localtime(at).hour),
        until=today + WEEK,
        late=tuple(late),
        week=tuple(each for each in due if _day(each) <= today + WEEK),
        later=tuple(each for each in due if _day(each) > today + WEEK),
        waiting=tuple(each for each in work if each.kind in AWAITED),
        new=tuple(new),
        running=min(len(running), MOST),
        charge=charge,
        urgent=len({each.reference for each in urgent}),
        oldest=max((today - _day(each)).days for each in late) if late else 0,
        may_report=may_report(actor, agreement),
    )


def _work(item: Item, line: CaseLine, today: date) -> Work:
    agreement = book(line.agreement)
    terms = {term.key: term.label for term in agreement.interventions[line.key].deadlines}
    routes = {key: each.label for key, each in agreement.interventions.items()}
    roles = agreement.labels["roles"]
    named = {**dict.fromkeys(TERMS, terms), "assigned": roles, "invited": roles}
    labels = named.get(item.kind, routes if item.kind in ("request", "awaited_request") else {})
    return Work(
        kind=item.kind,
        what=labels.get(item.what, item.what),
        who=roles.get(item.who, item.who) if item.kind in TERMS else item.who,
        due=item.due,
        late=item.due is not None and item.due < today,
        reference=line.reference,
        title=f"{line.address} · {line.intervention}" if line.address else line.intervention,
        stage=line.stage,
        today=item.due == today,
        soon=item.due is not None and today <= item.due <= near(agreement, today),
        by=short(item.due, today) if item.due else "",
    )


def _to_judge(actor: Actor) -> list[Report]:
    """Return the reports that wait for a decision of this actor, the oldest first."""
    waiting = reports_known_to(actor).filter(judge=actor.party, decided="")
    found = waiting.select_related("reporter").order_by("received_at", "pk")[:MOST]
    return [report for report in found if _judges(actor, report)]


def _judges(actor: Actor, report: Report) -> bool:
    """Is it this actor's to judge, and not only one that their circle made?"""
    triage = book(report.agreement).interventions[report.proposed].triage
    return bool(actor.functions.intersection(triage.functions))


def _report(report: Report) -> Work:
    agreement = book(report.agreement)
    return Work(
        kind="report",
        what=agreement.interventions[report.proposed].label,
        who=report.reporter.label,
        due=None,
        late=False,
        reference=report.reference,
        title=f"{report.address} · {agreement.labels['districts'][report.district]}",
    )


def _part_of_day(hour: int) -> str:
    return "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"


def _day(work: Work | Item) -> date:
    return work.due or date.max
