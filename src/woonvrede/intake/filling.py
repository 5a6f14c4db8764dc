# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was typed on the pages of a new report: judged page by page, and put together."""

from collections.abc import Callable, Mapping

from ..access.refusals import Invalid
from ..agreement.vocabulary import COMPLAINANT, RESIDENT
from ..casework.citizen_number import REFUSED, holds_citizen_number
from ..casework.people.newcomer import NewPerson, faults_of_person
from .address import Address, faults_of
from .answers import read_some
from .form import YES, Form, Page, held, landlords_of, pages, tenures_of
from .register import NewReport
from .texts import fault_of

LONGEST = 20_000  # characters
PLACE = ("postcode", "number", "street", "town")
HOME = (*PLACE, "district", "bag")
CHANNELS = ("may_phone", "may_voicemail", "may_post", "may_email")
REACHED = ("name", "phone", "email", "contact_note", *CHANNELS)
OTHER = "complainant_"
NAMES = ("resident_name", f"{OTHER}name")
KNOWS = f"{OTHER}knows"

Given = Mapping[str, str]
Faults = dict[str, str]


def keys_of(page: Page) -> tuple[str, ...]:
    """Return the keys of the fields of a page."""
    return FIELDS.get(page.key, page.questions)


def read_page(form: Form, page: Page, given: Given) -> dict[str, str]:
    """
    Return what was typed on one page, as it is kept.

    :raises Invalid: with a sentence per field
    """
    kept = {key: given.get(key, "").strip() for key in keys_of(page)}
    asked = [each for each in form.agreement.questions if each.key in page.questions]
    faults = {key: why for key, raw in kept.items() if (why := fault_of(raw, LONGEST))}
    faults = faults or _faults_of(form, page, kept)
    if faults:
        raise Invalid(faults)
    read_some(kept, asked, form.agreement, form.day)
    return kept


def as_report(form: Form) -> NewReport:
    """
    Return the report that the answers make; what is asked no more is left out.

    :raises Invalid: if a page that must be filled in cannot be read
    """
    kept: dict[str, str] = {}
    faults: Faults = {}
    for page in pages(form):
        try:
            kept |= read_page(form, page, form.answers)
        except Invalid as invalid:
            faults |= invalid.errors
    if faults:
        raise Invalid(faults)
    tenure, landlord = held(form)
    people = (_person(kept, RESIDENT, "resident_"), _person(kept, COMPLAINANT, OTHER))
    asked = {each.key for each in form.agreement.questions}
    return NewReport(
        address=Address(**{key: kept[key] for key in HOME}),
        tenure=tenure,
        landlord=landlord,
        answers={key: kept[key] for key in kept if key in asked},
        people=tuple(person for person in people if person is not None),
        complainant_address=_other_address(kept),
    )


def _faults_of(form: Form, page: Page, kept: dict[str, str]) -> Faults:
    """Return what is wrong with a fixed page; of questions, the agreement tells that."""
    judge = JUDGES.get(page.key)
    if judge is None:
        return {}
    words = {key: raw for key, raw in kept.items() if key != f"{OTHER}phone"}
    numbers = {key: REFUSED for key, raw in words.items() if holds_citizen_number(raw)}
    return numbers | judge(form, kept)


def _of_the_dwelling(form: Form, kept: Given) -> Faults:
    faults = faults_of(Address(**{key: kept[key] for key in HOME}))
    districts = form.actor.districts or form.agreement.labels["districts"]
    if kept["district"] not in districts:
        faults["district"] = "Kies een wijk."
    return faults


def _of_the_tenure(form: Form, kept: Given) -> Faults:
    if kept["tenure"] in dict(tenures_of(form)):
        return {}
    return {"tenure": "Kies van wie de woning is."}


def _of_the_landlord(form: Form, kept: Given) -> Faults:
    if kept["landlord"] in dict(landlords_of(form)):
        return {}
    return {"landlord": "Kies van welke organisatie de woning is."}


def _of_the_resident(form: Form, kept: Given) -> Faults:
    del form
    person = _person(kept, RESIDENT, "resident_")
    return faults_of_person(person, field="resident_") if person else {}


def _of_the_complainant(form: Form, kept: Given) -> Faults:
    del form
    person = _person(kept, COMPLAINANT, OTHER)
    if person is None:
        return {}
    faults = faults_of_person(person, field=OTHER)
    if kept[KNOWS] != YES:
        faults[KNOWS] = "Vraag het eerst aan deze persoon, of laat alles op deze pagina leeg."
    return faults


def _of_their_address(form: Form, kept: Given) -> Faults:
    del form
    address = _other_address({**kept, "district": "-"})
    return faults_of(address, field=OTHER) if address else {}


def _person(kept: Given, role: str, prefix: str) -> NewPerson | None:
    """Return who was filled in; nobody when nothing was."""
    given = {name: kept.get(f"{prefix}{name}", "") for name in REACHED}
    if not any(given.values()):
        return None
    flags = {name: given[name] == YES for name in CHANNELS}
    words = {name: given[name] for name in REACHED if name not in CHANNELS}
    return NewPerson(role, **words, **flags)  # type: ignore[arg-type]


def _other_address(kept: Given) -> Address | None:
    """Return where the complainant lives: not asked is in which district, so the same one."""
    given = {key: kept.get(f"{OTHER}{key}", "") for key in PLACE}
    if not (given["postcode"] or given["number"] or given["street"]):
        return None
    return Address(**given, district=kept["district"])


FIELDS: dict[str, tuple[str, ...]] = {
    "adres": HOME,
    "woning": ("tenure",),
    "verhuurder": ("landlord",),
    "bewoner": ("resident_name",),
    "melder": (*(f"{OTHER}{name}" for name in REACHED), KNOWS),
    "adres-melder": tuple(f"{OTHER}{key}" for key in PLACE),
}
JUDGES: dict[str, Callable[[Form, dict[str, str]], Faults]] = {
    "adres": _of_the_dwelling,
    "woning": _of_the_tenure,
    "verhuurder": _of_the_landlord,
    "bewoner": _of_the_resident,
    "melder": _of_the_complainant,
    "adres-melder": _of_their_address,
}
