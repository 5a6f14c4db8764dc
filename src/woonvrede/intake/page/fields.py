# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fields of each page of a new report."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ...agreement.book import Fact
from ...casework.page.parts import Field
from ..filling import KNOWS, OTHER
from ..form import NO, YES, Form, Page, landlords_of, tenures_of

YES_OR_NO = ((YES, "Ja"), (NO, "Nee"))
FEW = 8  # more choices than this fold away in a list


def fields_of(form: Form, page: Page) -> tuple[Field, ...]:
    """Return the fields of one page, each with what was filled in."""
    fixed = FIXED.get(page.key)
    asked = [each for key in page.questions for each in form.agreement.questions if each.key == key]
    made = fixed(form) if fixed else [_question(form, fact) for fact in asked]
    return tuple(replace(each, value=form.answers.get(each.key, each.value)) for each in made)


def _address(form: Form) -> Sequence[Field]:
    labels = form.agreement.labels["districts"]
    choices = tuple(
        (key, label)
        for key, label in labels.items()
        if not form.actor.districts or key in form.actor.districts
    )
    only = choices[0][0] if len(choices) == 1 else ""
    return (
        *_place(form, ""),
        Field("district", "Wijk", "select", value=only, required=True, choices=choices),
        Field(
            "bag",
            "BAG-nummer",
            "short",
            help="Alleen als u het bij de hand hebt. Het heeft 16 cijfers.",
        ),
    )


def _place(form: Form, prefix: str) -> Sequence[Field]:
    needed = not prefix
    return (
        Field(f"{prefix}postcode", "Postcode", "short", required=needed),
        Field(
            f"{prefix}number",
            "Huisnummer",
            "short",
            help="Met letter of toevoeging, bijvoorbeeld 12-A.",
            required=needed,
        ),
        Field(f"{prefix}street", "Straat", "line", required=needed),
        Field(f"{prefix}town", "Plaats", "line", value=form.agreement.city, required=needed),
    )


def _tenure(form: Form) -> Sequence[Field]:
    choices = tenures_of(form)
    own = next((key for key, _ in choices if ":" in key), "")
    return (
        Field(
            "tenure", "Van wie is de woning?", "choice", value=own, required=True, choices=choices
        ),
    )


def _landlord(form: Form) -> Sequence[Field]:
    label = "Van welke organisatie is de woning?"
    return (Field("landlord", label, "choice", required=True, choices=landlords_of(form)),)


def _resident(form: Form) -> Sequence[Field]:
    del form
    return (Field("resident_name", "Naam", "line"),)


def _complainant(form: Form) -> Sequence[Field]:
    del form
    return (
        Field(f"{OTHER}name", "Naam", "line"),
        Field(f"{OTHER}phone", "Telefoonnummer", "phone"),
        Field(f"{OTHER}email", "E-mailadres", "email"),
        Field(f"{OTHER}may_phone", "Bellen mag", "flag"),
        Field(f"{OTHER}may_voicemail", "Een voicemail inspreken mag", "flag"),
        Field(f"{OTHER}may_post", "Een brief sturen mag", "flag"),
        Field(f"{OTHER}may_email", "E-mailen mag", "flag"),
        Field(
            f"{OTHER}contact_note",
            "Waar moeten wij op letten bij contact?",
            "line",
            help="Bijvoorbeeld: alleen overdag bellen. Geen bijzonderheden.",
        ),
        Field(KNOWS, "Deze buurtbewoner weet dat ik deze gegevens doorgeef", "flag", required=True),
    )


def _their_address(form: Form) -> Sequence[Field]:
    return _place(form, OTHER)


def _question(form: Form, fact: Fact) -> Field:
    choices: tuple[tuple[str, str], ...] = ()
    kind: str = fact.kind
    if fact.kind == "choice":
        choices = tuple(form.agreement.code_list(fact.options).codes.items())
        kind = "choice" if len(choices) <= FEW else "select"
    if fact.kind == "yes_no":
        choices = YES_OR_NO
    return Field(
        key=fact.key,
        label=fact.label,
        kind=kind,
        help=fact.help,
        why=fact.why,
        required=fact.required,
        choices=choices,
    )


FIXED: dict[str, Callable[[Form], Sequence[Field]]] = {
    "adres": _address,
    "woning": _tenure,
    "verhuurder": _landlord,
    "bewoner": _resident,
    "melder": _complainant,
    "adres-melder": _their_address,
}
