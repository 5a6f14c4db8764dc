# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
What can happen, each kind with its own sentence.

Adding one is adding one class; timeline, figures and erasure follow.  Fields listed in
``personal`` are what erasure will blank.  Words are for the timeline; the keys beside them, which
have a default, are what ``replay.py`` tells the state of a case from.
"""

from dataclasses import dataclass
from typing import ClassVar

from ...agreement.book import Counted


@dataclass(frozen=True)
class Happening:
    """Something that happened to a report or a case; fields are words and codes, no objects."""

    sentence: ClassVar[str]
    personal: ClassVar[tuple[str, ...]] = ()
    counts: ClassVar[Counted | None] = None

    def words(self) -> str:
        """Return the sentence of the timeline; one that ends in a question needs no full stop."""
        return self.sentence.format(**vars(self)).replace("?.", "?")


@dataclass(frozen=True)
class Reported(Happening):
    sentence = "Melding ontvangen van {reporter}."
    reporter: str


@dataclass(frozen=True)
class PassedOn(Happening):
    sentence = "Melding doorgegeven aan {to}. Reden: {reason}"
    personal = ("reason",)
    to: str
    reason: str


@dataclass(frozen=True)
class RouteDecided(Happening):
    sentence = "Route gekozen: {route}. Voorstel was: {proposed}."
    counts = "route_decided"
    route: str
    proposed: str


@dataclass(frozen=True)
class NoRouteFits(Happening):
    sentence = "Melding afgesloten: geen aanpak past. Voorstel was: {proposed}."
    proposed: str


@dataclass(frozen=True)
class Opened(Happening):
    sentence = "Casus geopend: {intervention}."
    intervention: str
    key: str = ""
    stage: str = ""
    carried: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReportJoined(Happening):
    sentence = "Nog een melding bij deze casus gevoegd."


@dataclass(frozen=True)
class Moved(Happening):
    sentence = "{label}: van {origin} naar {to}."
    label: str
    origin: str
    to: str
    stage: str = ""


@dataclass(frozen=True)
class MovedToAgreement(Happening):
    sentence = (
        "Deze casus valt nu onder “{to}”. Eerst was dat “{former}”. "
        "De fase was: {origin}, en is nu: {stage}."
    )
    former: str
    to: str
    origin: str
    stage: str
    agreement_key: str = ""
    intervention_key: str = ""
    stage_key: str = ""


@dataclass(frozen=True)
class LedBy(Happening):
    sentence = "Vanaf nu heeft {party} de regie."
    party: str


@dataclass(frozen=True)
class PermissionAsked(Happening):
    sentence = "Toestemming gevraagd aan {party}."
    party: str


@dataclass(frozen=True)
class PermissionReminded(Happening):
    sentence = "{party} herinnerd aan de vraag om toestemming."
    party: str


@dataclass(frozen=True)
class PermissionGranted(Happening):
    sentence = "Toestemming gegeven door {party}."
    counts = "permission_granted"
    party: str


@dataclass(frozen=True)
class PermissionRefused(Happening):
    sentence = "Toestemming geweigerd door {party}. Reden: {reason}."
    party: str
    reason: str


@dataclass(frozen=True)
class Assigned(Happening):
    sentence = "{name} toegewezen als {role}."
    personal = ("name",)
    counts = "manager_assigned"
    name: str
    role: str
    role_key: str = ""
    party_key: str = ""


@dataclass(frozen=True)
class ChosenDespite(Happening):
    sentence = "{name} gekozen, terwijl die in dezelfde buurt woont. Reden: {reason}"
    personal = ("name", "reason")
    name: str
    reason: str


@dataclass(frozen=True)
class Involved(Happening):
    sentence = "{party} doet mee als {role}."
    party: str
    role: str
    role_key: str = ""
    party_key: str = ""


@dataclass(frozen=True)
class Released(Happening):
    sentence = "{party} doet niet meer mee als {role}."
    party: str
    role: str
    role_key: str = ""
    party_key: str = ""


@dataclass(frozen=True)
class Excluded(Happening):
    sentence = "Een medewerker is buiten deze casus geplaatst."
    reason: str


@dataclass(frozen=True)
class PersonAdded(Happening):
    sentence = "Een persoon toegevoegd: {role}."
    role: str


@dataclass(frozen=True)
class PeopleForgotten(Happening):
    sentence = "Naam en contact weggehaald: {roles}. {label}."
    roles: str
    label: str


@dataclass(frozen=True)
class FactRecorded(Happening):
    sentence = "Vastgelegd: {label}."
    label: str
    key: str = ""


@dataclass(frozen=True)
class FactEmptied(Happening):
    sentence = "Leeggemaakt: {label}."
    label: str
    key: str = ""


@dataclass(frozen=True)
class RowAdded(Happening):
    sentence = "Regel toegevoegd aan {label}."
    label: str


@dataclass(frozen=True)
class RowCorrected(Happening):
    sentence = "Regel gewijzigd in {label}."
    label: str


@dataclass(frozen=True)
class NoteWritten(Happening):
    sentence = "Notitie geschreven bij {label}."
    label: str


@dataclass(frozen=True)
class LetterMade(Happening):
    sentence = "Brief gemaakt: {label}."
    label: str


@dataclass(frozen=True)
class LetterSent(Happening):
    sentence = "Brief {label}: {how}."
    label: str
    how: str


@dataclass(frozen=True)
class TaskGiven(Happening):
    sentence = "Taak gegeven aan {party}: {title}"
    personal = ("title",)
    party: str
    title: str


@dataclass(frozen=True)
class TaskFinished(Happening):
    sentence = "Taak klaar: {title}"
    personal = ("title",)
    title: str


@dataclass(frozen=True)
class DeadlineMissed(Happening):
    sentence = "Termijn verstreken: {label}."
    label: str
    key: str = ""


@dataclass(frozen=True)
class TermEscalated(Happening):
    sentence = "Termijn lang verstreken: {label}. Nu ook bij: {to}."
    label: str
    to: str
    key: str = ""


@dataclass(frozen=True)
class OrderGiven(Happening):
    sentence = "Opdracht gegeven aan {party}."
    counts = "order_given"
    party: str


@dataclass(frozen=True)
class CalledIn(Happening):
    sentence = "{party} is gevraagd mee te doen."
    party: str


@dataclass(frozen=True)
class Closed(Happening):
    sentence = "Casus gesloten: {outcome}."
    counts = "case_closed"
    outcome: str
    key: str = ""


@dataclass(frozen=True)
class ReporterTold(Happening):
    sentence = "{label}."
    label: str
    key: str = ""


@dataclass(frozen=True)
class Reopened(Happening):
    sentence = "Casus heropend. De uitkomst “{outcome}” vervalt."
    outcome: str


@dataclass(frozen=True)
class HandOverAsked(Happening):
    sentence = "Aan {party} gevraagd om te starten: {to}."
    party: str
    to: str


@dataclass(frozen=True)
class HandOverAccepted(Happening):
    sentence = "{party} start: {to}."
    party: str
    to: str


@dataclass(frozen=True)
class HandOverDeclined(Happening):
    sentence = "{party} start niet: {to}. Reden: {reason}."
    party: str
    to: str
    reason: str


@dataclass(frozen=True)
class OpenedBeside(Happening):
    sentence = "{party} opende een casus naast deze: {to}."
    party: str
    to: str


@dataclass(frozen=True)
class PhotoAdded(Happening):
    sentence = "Foto toegevoegd."


@dataclass(frozen=True)
class PhotosRemoved(Happening):
    sentence = "Foto's gewist: {number}."
    number: int


@dataclass(frozen=True)
class ReferredOutside(Happening):
    sentence = "Verwezen naar {to}. {sent}{agreed}"
    to: str
    sent: str
    agreed: str = ""
    target: str = ""
    kinds: tuple[str, ...] = ()
    people: tuple[int, ...] = ()


@dataclass(frozen=True)
class ConsentGiven(Happening):
    sentence = "Instemming vastgelegd voor {role}."
    role: str


@dataclass(frozen=True)
class ConsentWithdrawn(Happening):
    sentence = "Instemming ingetrokken voor {role}."
    role: str


KINDS: dict[str, type[Happening]] = {kind.__name__: kind for kind in Happening.__subclasses__()}
