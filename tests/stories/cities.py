# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which words each city tells the one story of the spine: its people, steps and labels."""

from collections.abc import Mapping
from dataclasses import dataclass

from woonvrede.jobs.demo.cast import Persona
from woonvrede.jobs.demo.read import demos

Fills = Mapping[str, str]
TODAY = "{today}"


@dataclass(frozen=True)
class City:
    """Who does it, what they click, and what they read."""

    agreement: str
    # who
    consultant: str
    coordinator: str
    manager: str
    officer: str
    executor: str
    excluded: str
    absent: tuple[str, ...]
    # the report
    pages: tuple[Fills, ...]
    judge: str
    reason: str
    route: str
    opened: str
    # the permission
    ask: str
    landlord_sees: str
    waits: str
    grant: str
    granted: str
    # the work
    take_up: str
    register: str
    row: Fills
    guests: tuple[str, ...]
    leaves: str
    work: tuple[tuple[str, Fills], ...]
    # the end, and what comes after it
    close: str
    closing: Fills
    result: str
    accept: str
    order: str
    ordering: Fills
    ordered: str
    # the figures
    months: int
    reporters: tuple[str, ...]
    counted: Mapping[str, int]
    figure: str

    @property
    def people(self) -> tuple[Persona, ...]:
        """Everybody of the demo in this city."""
        return demos()[self.agreement].people


CRITERIA = ("structural", "serious_harm", "steps_tried", "more_parties")

UTRECHT = City(
    agreement="utrecht-2019",
    consultant="Koen Voorbeeld",
    coordinator="Cora Voorbeeld",
    manager="Casper Voorbeeld",
    officer="Wim Voorbeeld",
    executor="Teun Voorbeeld",
    excluded="Karin Voorbeeld",
    absent=("Bente Voorbeeld", "Karin Voorbeeld", "Chantal Voorbeeld", "Teun Voorbeeld"),
    pages=(
        {"postcode": "3561zz", "number": "112-a", "street": "Lindeplein", "town": "Utrecht"}
        | {"district": "overvecht"},
        {"tenure": "social_rent:portaal"},
        {"rent_debt_eviction": "nee"},
        {"pollution": "nee"},
        {"kind_of_problem": "noise_audio"},
        {"structural": "ja"},
        {"serious_harm": "ja"},
        {"both_willing": "nee"},
        {"contra_indications": "nee"},
        {"earlier_approaches": "nee"},
        {"acute_danger": "nee"},
        {"description": "Muziek in de nacht: kanarie-melding."},
    ),
    judge="U Centraal",
    reason="De overlast komt steeds terug",
    route="severe_nuisance",
    opened="Screening",
    ask="Toestemming vragen aan de corporatie",
    landlord_sees="Verhuurder ziet dan",
    waits="Wacht op toestemming",
    grant="Toestemming geven",
    granted="Toestemming gegeven door Portaal",
    take_up="In behandeling nemen",
    register="incidents",
    row={"happened_on": "14-3-2026", "nuisance": "noise_audio", "observed_by": "neighbour"}
    | {"description": "kanarie-voorval"},
    guests=("Buurtteams Sociaal", "Politie Midden-Nederland", "Lister"),
    leaves="care/lister",
    work=(
        (
            "Naar het plan",
            {f"criterion_{name}": "ja" for name in CRITERIA}
            | {"criteria_motivation": "kanarie-toets"},
        ),
        ("Uitvoering starten", {"goal": "kanarie-doel", "agreements": "kanarie-afspraak"}),
    ),
    close="Casus afsluiten",
    closing={"close_reason": "nuisance_continues", "next_trajectory": "last_chance"}
    | {"approaches_tried": "Een plan, zonder gevolg."},
    result="Niet succesvol afgerond",
    accept="Een laatste kans openen",
    order="Opdracht geven aan Het Vierde Huis",
    ordering={"order_number": "1", "order_date": TODAY},
    ordered="Opdracht gegeven aan Het Vierde Huis",
    months=6,
    reporters=("u_centraal", "portaal"),
    counted={"EW-1": 2, "EW-2": 2, "EW-3": 2, "EW-4": 2, "EW-5": 0, "EW-6": 1, "LKB-1": 1},
    figure="Niet succesvol afgeronde casussen en hun vervolg",
)

VOORBEELDSTAD = City(
    agreement="voorbeeldstad-2026",
    consultant="Jet Denkbeeldig",
    coordinator="Ravi Denkbeeldig",
    manager="Wies Denkbeeldig",
    officer="Bram Denkbeeldig",
    executor="Gijs Denkbeeldig",
    excluded="Otto Denkbeeldig",
    absent=("Sjors Denkbeeldig", "Otto Denkbeeldig", "Linde Denkbeeldig", "Gijs Denkbeeldig"),
    pages=(
        {"postcode": "9999za", "number": "7", "street": "Havenkade", "town": "Voorbeeldstad"}
        | {"district": "havenwijk"},
        {"tenure": "corporation:woonbelang"},
        {"what_happens": "sound"},
        {"told": "Muziek in de nacht: kanarie-melding."},
        {"keeps_going": "ja"},
        {"burdens_neighbours": "ja"},
        {"tried_before": "nee"},
        {"acute_danger": "nee"},
    ),
    judge="Regiepunt Rustig Wonen",
    reason="De overlast blijft duren en buren lijden eronder",
    route="persistent_nuisance",
    opened="Wegen",
    ask="De eigenaar om instemming vragen",
    landlord_sees="Eigenaar van de woning ziet dan",
    waits="Vraag bij de eigenaar",
    grant="Instemmen met de aanpak",
    granted="Toestemming gegeven door Woonbelang",
    take_up="De aanpak beginnen",
    register="signals",
    row={"on_day": "14-3-2026", "what": "sound", "seen_by": "resident_nearby"}
    | {"in_words": "kanarie-voorval"},
    guests=("Stichting Buurtkracht", "Politie Voorbeeldland", "Thuisgever, zorg"),
    leaves="carer/thuisgever_zorg",
    work=(
        (
            "Samen aan de slag gaan",
            {"fits_because": "kanarie-toets", "aim": "kanarie-doel", "who_does_what": "kanarie"},
        ),
    ),
    close="De aanpak afronden",
    closing={"finished_because": "still_going", "next_trajectory": "fresh_start"}
    | {"what_was_tried": "Een plan, zonder gevolg."},
    result="Niet gelukt",
    accept="Een nieuwe start beginnen",
    order="Een wooncoach vragen",
    ordering={"asked_on": TODAY},
    ordered="Opdracht gegeven aan Thuisgever, wooncoaching",
    months=3,
    reporters=("voorbeeldstad", "woonbelang"),
    counted={"AO-meldingen": 2, "AO-begonnen": 2, "AO-gelukt": 0, "AO-niet-gelukt": 1}
    | {"NS-gevraagd": 1},
    figure="Niet gelukte aanpakken en wat erna kwam",
)
