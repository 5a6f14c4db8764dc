# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The forms of a case.  They judge nothing themselves: the verb does, and they show its sentences
beside what was typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.html import format_html

from ...casework.page.asking.asked import (
    ConsentPage,
    CorrectionPage,
    ExclusionPage,
    FactsPage,
    FormPage,
    LetterPage,
    NotePage,
    PartiesPage,
    PersonPage,
    RowPage,
    SendPage,
    StepPage,
    TaskPage,
)
from ...casework.page.parts import Field
from ..forms import PlainForm
from .pairs import pair_of, why_despite
from .questions import CHANNELS, buttons, choose, days, one_line, question, some_of, tell

Typed = QueryDict | None
Faults = Mapping[str, str]
Asked = Iterable[tuple[str, forms.Field]]


class Kept(PlainForm):
    """A form that keeps what was typed and shows the sentences of whoever judged it."""

    def __init__(self, asked: Asked, typed: Typed, faults: Faults) -> None:
        super().__init__(typed)
        self.fields.update(asked)
        self.faults = faults

    def full_clean(self) -> None:
        """Take over the faults that the verb found."""
        self._errors = ErrorDict(renderer=self.renderer)
        self.cleaned_data = {}
        for name, sentence in self.faults.items():
            where = name if name in self.fields else NON_FIELD_ERRORS
            self._errors[where] = self.error_class([sentence], renderer=self.renderer)


def nothing(page: FormPage, typed: Typed, faults: Faults) -> Kept:
    """A form with a button alone."""
    del page
    return Kept((), typed, faults)


def step(page: StepPage, typed: Typed, faults: Faults) -> Kept:
    """What a move asks, and who will see each answer."""
    asked = [(field.key, question(field)) for field in page.fields]
    if page.pairing and page.pairing.pairs:
        asked += [("pair", pair_of(page.pairing.pairs)), ("despite", why_despite())]
    return Kept(asked, _with_what_stands(page.fields, typed), faults)


def facts(page: FactsPage, typed: Typed, faults: Faults) -> Kept:
    """The facts of a category: that none is needed, and who sees them, is said once."""
    asked = [(field.key, question(replace(field, seen_by=()))) for field in page.fields]
    for _, each in asked:
        each.required = True  # or each would say that it is not
    return Kept(asked, _with_what_stands(page.fields, typed), faults)


def row(page: RowPage, typed: Typed, faults: Faults) -> Kept:
    """A new row, and for whom it is where the agreement asks that."""
    asked = [(field.key, question(field)) for field in page.fields]
    if page.table.recipients:
        asked.append(("recipients", some_of("Voor wie is dit?", page.table.recipients)))
    return Kept(asked, typed, faults)


def correction(page: CorrectionPage, typed: Typed, faults: Faults) -> Kept:
    """What stands in a row."""
    asked = ((field.key, question(field)) for field in page.fields)
    return Kept(asked, _with_what_stands(page.fields, typed), faults)


def _with_what_stands(fields: Iterable[Field], typed: Typed) -> Typed:
    """Add what was not sent, such as a question nobody touched: that stays as it is by now."""
    if typed is None:
        return None
    typed = typed.copy()
    for field in fields:
        typed.setdefault(field.key, field.value)
    return typed


def note(page: NotePage, typed: Typed, faults: Faults) -> Kept:
    """A note of one kind; with each kind stands who will read it."""
    kinds = [(kind.category, tell(kind.label, kind.seen_by)) for kind in page.kinds]
    asked: list[tuple[str, forms.Field]] = []
    if len(kinds) > 1:
        asked.append(("category", buttons("Waar gaat de notitie over?", kinds)))
    asked.append(("text", forms.CharField(label="Notitie", widget=forms.Textarea({"rows": 6}))))
    named = {pair: kind.label for kind in page.kinds for pair in kind.recipients}
    if named:
        only = ", ".join(dict.fromkeys(named.values()))
        help_text = f"Alleen nodig bij: {only}." if len(kinds) > 1 else ""
        asked.append(("recipients", some_of("Voor wie is dit?", tuple(named), help_text)))
    return Kept(asked, typed, faults)


def letter(page: LetterPage, typed: Typed, faults: Faults) -> Kept:
    """To whom a letter goes, where there is a choice, and what it asks."""
    asked = [(field.key, question(field)) for field in page.fields]
    if len(page.receivers) > 1:
        asked.insert(0, ("recipient", choose("Aan wie gaat de brief?", page.receivers)))
    return Kept(asked, typed, faults)


def sending(page: SendPage, typed: Typed, faults: Faults) -> Kept:
    """How a letter goes out."""
    return Kept((("way", buttons("Hoe gaat de brief?", page.ways)),), typed, faults)


def task(page: TaskPage, typed: Typed, faults: Faults) -> Kept:
    """A new task: what, who (where there is one alone, that one), and before which day."""
    party, due = choose("Wie doet het?", page.parties), days("Uiterlijk", "")
    party.initial = page.parties[0][0] if len(page.parties) == 1 else None
    due.initial = page.due.isoformat()
    title = one_line("Wat moet er gebeuren?", 200, "Schrijf geen namen of gezondheid op.")
    return Kept([("title", title), ("party", party), ("due", due)], typed, faults)


def person(page: PersonPage, typed: Typed, faults: Faults) -> Kept:
    """A new person, and how they may safely be reached."""
    roles = [(role.key, tell(role.label, role.seen_by, role.help)) for role in page.roles]
    asked = [
        ("role", buttons("Wie is deze persoon?", roles)),
        ("name", one_line("Naam", 160)),
        ("phone", one_line("Telefoonnummer", 30, required=False)),
        ("email", one_line("E-mailadres", 254, required=False)),
        ("channels", some_of("Wat is veilig?", CHANNELS, "Kies alleen wat de persoon zelf zei.")),
        (
            "contact_note",
            one_line(
                "Afspraak over contact", 200, "Bijvoorbeeld: alleen overdag bellen.", required=False
            ),
        ),
    ]
    return Kept(asked, typed, faults)


def invitation(page: PartiesPage, typed: Typed, faults: Faults) -> Kept:
    """Whom to invite; with each stands what they would see."""
    seats = [
        (
            f"{each.role}.{key}",
            format_html(
                "{}<small>{}, {}. Ziet dan: {}.</small>",
                party,
                each.label,
                each.source,
                ", ".join(each.sees),
            ),
        )
        for each in page.invitations
        if each.consent is not False
        for key, party in each.parties
    ]
    return Kept((("seat", buttons("Wie nodigt u uit?", seats)),) if seats else (), typed, faults)


def consent(page: ConsentPage, typed: Typed, faults: Faults) -> Kept:
    """Who agreed, and when; nothing more where somebody did already."""
    if page.invitation.consent:
        return Kept((), typed, faults)
    asked = (("person", choose("Wie stemt in?", page.people)), ("day", days("Op welke dag?", "")))
    return Kept(asked, typed, faults)


def exclusion(page: ExclusionPage, typed: Typed, faults: Faults) -> Kept:
    """Who stays out, and why."""
    asked = (
        ("account", choose("Wie doet niet mee?", page.people)),
        ("reason", choose("Waarom?", page.reasons)),
    )
    return Kept(asked, typed, faults)
