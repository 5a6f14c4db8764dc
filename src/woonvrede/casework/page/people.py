# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is in a case: people, parties, the dwelling, and what was asked of the corporation."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ...access.books import book
from ...access.given import INVITE, WRITE
from ...agreement.book import Agreement
from ...agreement.values import show
from ...agreement.vocabulary import COMPLAINANT
from ...records.person import Person
from ..persons import name_of
from .asking.asked import PersonRole
from .dutch import day_of, in_words
from .objects import PersonLine, ReferralLine, ReportLine
from .parts import Line, PartyLine
from .sight import seen_by
from .view import View

CHANNELS = (
    ("may_phone", "bellen mag"),
    ("may_voicemail", "voicemail mag"),
    ("may_post", "post mag"),
    ("may_email", "e-mail mag"),
)


def people(view: View) -> tuple[PersonLine, ...]:
    """Return the people that this actor may see, with how they may safely be reached."""
    return tuple(
        PersonLine(view.label("person_roles", person.role), name_of(person), _reach(person))
        for person in view.people
    )


def person_roles(view: View) -> tuple[PersonRole, ...]:
    """Return what somebody can be whom this actor adds, and who will see them."""
    writable = view.place.things(WRITE)
    return tuple(
        PersonRole(each.key, each.label, each.help, seen_by(view, each.category))
        for each in view.agreement.person_roles
        if each.category in writable
    )


def parties(view: View) -> tuple[PartyLine, ...]:
    """Return who takes part now; what this actor may end carries its keys."""
    endable = view.place.things(INVITE)
    lead = view.intervention.lead
    lines = []
    for seat in view.current:
        own = seat.party_id == view.actor.party and seat.role in view.place.roles
        may_end = seat.role != lead and seat.account_id is None and (own or seat.role in endable)
        lines.append(
            PartyLine(
                party=seat.party.label,
                role=view.label("roles", seat.role),
                person=seat.account.name if seat.account else "",
                key=seat.party.key if may_end else "",
                role_key=seat.role if may_end else "",
                own=own,
            )
        )
    return tuple(lines)


def at_hand(view: View) -> tuple[Line, ...]:
    """Return what a volunteer who goes out wants to see first: where, when, with whom, and mind."""
    words = view.intervention.volunteers
    if words is None or words.role not in view.place.roles:
        return ()
    homes = [row["complainant_address"] for row in view.around["report"]]
    facts = [view.intervention.fact(key) for key in words.at_hand if key in view.values]
    seats = [seat for seat in view.current if seat.role == words.role and seat.account]
    others = [s.account.name for s in seats if s.account and s.account_id != view.actor.account]
    told = {
        "Adres": f"{view.case.address}, {view.case.place}" if view.sees("dwelling") else "",
        "Adres van wie meldt": next(filter(None, homes), "") if view.sees(COMPLAINANT) else "",
        "Samen met": ", ".join(others),
        **{each.label: show(each, view.values[each.key], view.agreement) for each in facts},
    }
    return tuple(Line(label, value) for label, value in told.items() if value)


def dwelling(view: View) -> tuple[Line, ...]:
    """Return the dwelling, for who may see it."""
    if not view.sees("dwelling"):
        return ()
    case = view.case
    held = view.label("tenures", view.place.tenure)
    if view.place.landlord:
        held = f"{held}, {view.place.landlord}"
    return (
        Line("Adres", f"{case.address}, {case.place}"),
        Line("Wijk", view.label("districts", case.district)),
        Line("Eigendom", held),
    )


def permission(view: View) -> tuple[Line, ...]:
    """Return what the corporation was asked and answered."""
    if not view.sees("permission") or not view.around["permission"]:
        return ()
    row = view.around["permission"][-1]
    party = view.party_labels.get(row["party_id"], "")
    lines = [Line("Gevraagd aan", party, _day(row["asked_at"]))]
    if row["reminded_at"]:
        lines.append(Line("Herinnerd", _day(row["reminded_at"])))
    words = {"granted": "Ja, toestemming gegeven", "refused": "Nee, geweigerd", "": "Nog niet"}
    answered = _day(row["answered_at"]) if row["answered_at"] else ""
    lines.append(Line("Antwoord", words[row["answer"]], answered))
    if row["reason"]:
        lines.append(Line("Reden", _code(view, row["reason"])))
    return tuple(lines)


def hand_over(view: View) -> tuple[Line, ...]:
    """Return the request in which closing ended, and its answer; an open case has none."""
    if not view.sees("outcome") or not view.around["handover"] or not view.case.closed_at:
        return ()
    row = view.around["handover"][-1]
    to = view.agreement.interventions[row["to"]].label
    words = {"accepted": "Ja, gestart", "declined": "Nee, niet gestart", "": "Wacht op antwoord"}
    answered = _day(row["answered_at"]) if row["answered_at"] else ""
    lines = [
        Line("Vervolgtraject", to),
        Line("Gevraagd aan", view.party_labels.get(row["asked_id"], ""), _day(row["asked_at"])),
        Line("Antwoord", words[row["answer"]], answered),
    ]
    if row["reason"]:
        lines.append(Line("Reden", _code(view, row["reason"])))
    return tuple(lines)


def reports(view: View) -> tuple[ReportLine, ...]:
    """Return what was reported, for who may see that."""
    if not view.sees("report"):
        return ()
    return tuple(
        ReportLine(
            _reporter(view, row),
            in_words(date.fromisoformat(row["received_on"])),
            _answers(book(row["agreement"]), row["answers"]),
        )
        for row in view.around["report"]
    )


def referrals(view: View) -> tuple[ReferralLine, ...]:
    """Return whither somebody was referred outside the agreement, for who may see what comes."""
    if not view.sees("outcome"):
        return ()
    return tuple(
        ReferralLine(
            to=row["facts"]["to"],
            day=_day(row["at"]),
            by=view.party_labels.get(row["party_id"], ""),
            sent=f"{row['facts']['sent']}{row['facts']['agreed']}",
            number=row["id"] if row["account_id"] == view.actor.account else 0,
        )
        for row in view.around["referral"]
    )


def _reporter(view: View, row: Mapping[str, Any]) -> str:
    """Name who reported for who knows it: because it took part, or because they judged it."""
    known = row["reporter_id"] in view.party_labels or row["judge_id"] == view.actor.party
    return str(row["reporter"]) if known else "een partij buiten deze casus"


def _answers(agreement: Agreement, answers: Mapping[str, Any]) -> tuple[Line, ...]:
    """Return the answers in the words in which they were asked: of the report's own version."""
    return tuple(
        Line(question.label, show(question, answers[question.key], agreement))
        for question in agreement.questions
        if question.key in answers
    )


def _reach(person: Person) -> tuple[str, ...]:
    words = [text for text in (person.phone, person.email) if text]
    words += [text for name, text in CHANNELS if getattr(person, name)]
    return tuple(words + ([person.contact_note] if person.contact_note else []))


def _code(view: View, code: str) -> str:
    """Return the label of a code, whichever list of this agreement it is from."""
    lists = (each.codes for each in view.agreement.codes)
    return next((codes[code] for codes in lists if code in codes), code)


def _day(at: str) -> str:
    return in_words(day_of(datetime.fromisoformat(at)))
