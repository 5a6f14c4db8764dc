# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check your answers: everything filled in, the route it would get, and who will see it."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from ...access.actor import Actor
from ...access.refusals import Invalid
from ...agreement.book import Agreement
from ...agreement.values import Wrong, parse, show
from ...casework.page.parts import Field
from ...records.party import Party
from ..answers import read_all
from ..drafts import form_of
from ..filling import KNOWS, OTHER, as_report
from ..form import YES, Form, Page, pages
from ..judges import categories_of_a_judge, judge_of
from ..propose import Proposal, propose
from ..register import NewReport
from .asked import Answer, Check, Reason, Sight
from .fields import fields_of

PLACE = ("street", "number", "postcode", "town")
Faults = Mapping[str, str]
Groups = tuple[tuple[str, tuple[Answer, ...]], ...]


def read_check(key: str, *, actor: Actor, at: datetime) -> Check | None:
    """
    Return everything filled in, or nothing when this person has no such draft.

    :raises ObjectDoesNotExist: if this person does not report
    """
    form = form_of(key, actor=actor, at=at)
    if not form.answers:
        return None
    try:
        report = as_report(form)
    except Invalid as invalid:
        return Check(_groups(form, invalid.errors), "", (), (), ())
    return _judged(form, report, _groups(form, {}), at)


def _judged(form: Form, report: NewReport, groups: Groups, at: datetime) -> Check:
    """Add the route that the agreement proposes, and so who will see it."""
    agreement = form.agreement
    values = read_all(report.answers, tenure=report.tenure, agreement=agreement, day=form.day)
    proposal = propose(agreement, tenure=report.tenure, answers=values, at=at)
    landlord = Party.objects.filter(key=report.landlord).first() if report.landlord else None
    judge = judge_of(agreement, proposal.intervention, landlord)
    own = judge.pk == form.actor.party
    labels = agreement.labels["categories"]
    told = ("report", "dwelling", *_told_about(agreement, report))
    seen = categories_of_a_judge(agreement, proposal.intervention)
    shown = [labels[each] for each in told if each in seen]
    sights = [Sight(form.actor.party_name, tuple(labels[each] for each in told))]
    return Check(
        groups,
        agreement.interventions[proposal.intervention].label,
        reasons_of(proposal),
        tuple(sights if own else [*sights, Sight(judge.label, tuple(shown))]),
        () if own else tuple(labels[each] for each in told if each not in seen),
    )


def reasons_of(proposal: Proposal) -> tuple[Reason, ...]:
    """Return why this is the proposal."""
    return tuple(Reason(each.label, each.words, each.source) for each in proposal.reasons)


def _told_about(agreement: Agreement, report: NewReport) -> Iterator[str]:
    roles = {person.role for person in report.people}
    if report.complainant_address:
        roles.add("complainant")
    yield from dict.fromkeys(each.category for each in agreement.person_roles if each.key in roles)


def _groups(form: Form, faults: Faults) -> Groups:
    rows = [answer for page in pages(form) for answer in _answers(form, page, faults)]
    home = tuple(row for row in rows if row.page in HOME)
    people = tuple(row for row in rows if row.page in PEOPLE)
    rest = tuple(row for row in rows if row.page not in HOME + PEOPLE)
    return (("De woning", home), ("Wat er speelt", rest), ("De mensen", people))


def _answers(form: Form, page: Page, faults: Faults) -> Iterator[Answer]:
    fields = fields_of(form, page)
    if page.key == "adres":
        yield Answer("Adres", _address(form, ""), page.key, any(key in faults for key in PLACE))
        fields = fields[len(PLACE) :]
    if page.key == "adres-melder":
        wrong = any(f"{OTHER}{key}" in faults for key in PLACE)
        yield Answer("Adres van de buurtbewoner", _address(form, OTHER), page.key, wrong)
    elif page.key == "melder":
        yield _complainant(fields, faults)
    else:
        for field in fields:
            label = LABELS.get(field.key, field.label)
            yield Answer(label, _shown(form, field), page.key, field.key in faults)


def _shown(form: Form, field: Field) -> str:
    """Return an answer as a reader sees it; what cannot be read as it was typed."""
    raw = form.answers.get(field.key, "")
    fact = next((each for each in form.agreement.questions if each.key == field.key), None)
    if fact is None or not raw:
        return dict(field.choices).get(raw, raw)
    try:
        return show(fact, parse(fact, raw, form.agreement), form.agreement)
    except Wrong:
        return raw


def _address(form: Form, prefix: str) -> str:
    given = {key: form.answers.get(f"{prefix}{key}", "") for key in PLACE}
    if not given["street"]:
        return ""
    postcode = "".join(given["postcode"].split()).upper()
    given["postcode"] = f"{postcode[:4]} {postcode[4:]}"
    return "{street} {number}, {postcode} {town}".format(**given)


def _complainant(fields: tuple[Field, ...], faults: Faults) -> Answer:
    """Return who complains as one answer of a few lines."""
    lines = [field.value for field in fields if field.kind != "flag" and field.value]
    may = [
        field.label.lower()
        for field in fields
        if field.kind == "flag" and field.key != KNOWS and field.value == YES
    ]
    if lines:
        lines.append(", ".join(may) or "geen manier van contact afgesproken")
    wrong = any(field.key in faults for field in fields)
    return Answer("Buurtbewoner met overlast", "\n".join(lines), "melder", wrong)


LABELS = {"resident_name": "Naam van de bewoner"}
HOME, PEOPLE = ("adres", "woning", "verhuurder"), ("bewoner", "melder", "adres-melder")
